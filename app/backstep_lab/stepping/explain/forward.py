"""Accounts of the forward pass: products, weighted sums, activations."""

from __future__ import annotations

from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.explain.account import (
    Account,
    Accounts,
    Args,
    activation,
    is_rounding,
    weight,
    weighted_sum,
)
from backstep_lab.stepping.formulas import functions as formulas
from backstep_lab.stepping.formulas import symbols
from backstep_lab.stepping.formulas.templates import Operand, sum_of
from backstep_lab.stepping.numbers import finite
from backstep_lab.stepping.operations import Step
from backstep_lab.stepping.program import Program


def product(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """w·a of one incoming edge."""
    _, layer, j, k = step
    w, a = weight(trace, layer, j, k), activation(trace, layer - 1, k, focus)
    args: Args = {"from": k, "from_layer": layer - 1, "w": w.value, "a": a.value}
    return Account(f"{w.symbol}\\,{a.symbol}", (w, a), formulas.PRODUCT, "op-product", args)


def weighted_sum_of_products(
    trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule
) -> Account:
    """z = Σ w·a + b."""
    _, layer, j, _ = step
    count = program.shape.sizes[layer - 1]
    source = f"a{layer - 1}" if layer > 1 else "x"
    bias = Operand(f"b{layer}[{j}]", finite(trace.b[layer - 1].item(j)), symbols.unit("b", layer, j))
    weights, below = trace.W[layer - 1][j].tolist(), trace.A[layer - 1][focus].tolist()
    products = [
        Operand(f"W{layer}[{j},{k}]*{source}[{k}]", finite(w * a), symbols.product(layer, j, k))
        for k, (w, a) in enumerate(zip(weights, below, strict=True))
    ]
    args: Args = {"count": count, "bias": bias.value}
    operands = (*products, bias)
    key = "op-sum-rounding" if is_rounding(trace.Z[layer - 1].item(focus, j), operands) else "op-sum"
    return Account(symbols.unit("z", layer, j), operands, sum_of(count + 1), key, args)


def activation_of_sum(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """a = f(z)."""
    _, layer, j, _ = step
    function = program.shape.functions[layer - 1]
    if function.is_softmax:
        return _softmax(trace, program, step, focus)
    z = weighted_sum(trace, layer, j, focus)
    args: Args = {"activation": function.name, "z": z.value}
    result = symbols.unit("a", layer, j)
    return Account(result, (z,), formulas.activation(function), "op-activation", args)


def _softmax(trace: Trace, program: Program, step: Step, focus: int) -> Account:
    _, layer, j, _ = step
    count = program.shape.sizes[layer]
    sums = tuple(weighted_sum(trace, layer, i, focus) for i in range(count))
    args: Args = {"activation": "softmax", "z": sums[j].value, "count": count}
    result = symbols.unit("a", layer, j)
    return Account(result, sums, formulas.softmax(count, j), "op-activation-softmax", args)


ACCOUNTS: Accounts = {
    "product": product,
    "sum": weighted_sum_of_products,
    "activation": activation_of_sum,
}
