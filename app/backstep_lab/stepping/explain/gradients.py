"""Accounts of the gradients: the focus example's share, the mean or sum over the batch, the penalty."""

from __future__ import annotations

from backstep_lab.engine.functions.regularizers import penalty_gradient
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.explain import batch
from backstep_lab.stepping.explain.account import (
    Account,
    Accounts,
    Args,
    activation,
    delta,
    is_rounding,
    weight,
)
from backstep_lab.stepping.formulas import functions as formulas
from backstep_lab.stepping.formulas import symbols
from backstep_lab.stepping.formulas.templates import Operand, reduced
from backstep_lab.stepping.numbers import NUMBERS, finite
from backstep_lab.stepping.operations import Step
from backstep_lab.stepping.program import Program


def weight_gradient(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """δ·a: the focus example's share of a weight's gradient, or already all of it."""
    _, layer, j, k = step
    d, a = delta(trace, layer, j, focus), activation(trace, layer - 1, k, focus)
    args: Args = {"from": k, "from_layer": layer - 1, "delta": d.value, "a": a.value}
    w = symbols.edge("w", layer, j, k)
    if program.chain.single:
        key = _gradient_key(d.value, a.value, NUMBERS["dW"](trace, layer, j, k, focus))
        if program.shape.loss_function.is_rule:
            key = "op-weight-gradient-rule"
        return Account(symbols.derivative("L", w), (d, a), formulas.PRODUCT, key, args)
    args |= {"example": focus, "examples": trace.N}
    result = symbols.derivative("\\ell", w)
    return Account(result, (d, a), formulas.PRODUCT, "op-weight-gradient-share", args)


def _gradient_key(delta: float | None, a: float | None, gradient: float) -> str:
    """Why a weight's gradient is 0, where it is."""
    if gradient != 0.0:
        return "op-weight-gradient"
    if a == 0.0:
        return "op-weight-gradient-unused"
    return "op-weight-gradient-level" if delta == 0.0 else "op-weight-gradient-underflow"


def bias_gradient(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """δ itself: the focus example's share of a bias's gradient, or already all of it."""
    _, layer, j, _ = step
    d, b = delta(trace, layer, j, focus), symbols.unit("b", layer, j)
    args: Args = {"delta": d.value}
    if not program.chain.batch:
        return Account(symbols.derivative("L", b), (d,), formulas.COPY, "op-bias-gradient", args)
    args |= {"example": focus, "examples": trace.N}
    return Account(symbols.derivative("\\ell", b), (d,), formulas.COPY, "op-bias-gradient-share", args)


def batch_gradient(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """The mean, or the sum, of the examples' shares."""
    _, layer, j, k = step
    is_bias = k == program.shape.sizes[layer - 1]
    of = "b" if is_bias else "W"
    name = f"dl/d{of}{layer}[{j}]" if is_bias else f"dl/d{of}{layer}[{j},{k}]"
    parameter = symbols.unit("b", layer, j) if is_bias else symbols.edge("w", layer, j, k)
    rows = batch.rows(trace.N, focus)
    numbers = _shares(trace, layer, j, None if is_bias else k, rows)
    shares = tuple(
        [
            Operand(batch.at(name, row, focus), finite(number), symbol)
            for row, number, symbol in zip(
                rows, numbers, symbols.derivatives_of_rows(parameter, rows), strict=True
            )
        ]
    )
    args: Args = {"share": shares[rows.index(focus)].value, "examples": trace.N}
    loss = program.shape.loss_function
    divisor = loss.batch_divisor(trace.N)
    formula = reduced(divisor, trace.N, tuple(rows), rows.index(focus))
    made = trace.db[layer - 1].item(j) if is_bias else trace.dW_data[layer - 1].item(j, k)
    key = _BATCH_KEYS[loss.batch_reduction][is_bias]
    if len(rows) == trace.N and is_rounding(made * divisor, shares):
        key = _BATCH_KEYS[loss.batch_reduction][2]
    whole = symbols.WITHOUT_PENALTY if program.chain.penalty and not is_bias else "L"
    return Account(symbols.derivative(whole, parameter), shares, formula, key, args)


# Of a weight, of a bias, and of what is 0 but for rounding.
_BATCH_KEYS = {
    "mean": ("op-batch-gradient", "op-batch-gradient-bias", "op-batch-gradient-rounding"),
    "sum": ("op-batch-gradient-sum", "op-batch-gradient-sum-bias", "op-batch-gradient-sum-rounding"),
}


def _shares(trace: Trace, layer: int, j: int, k: int | None, rows: list[int]) -> list[float]:
    """What these examples contribute to the gradient of a weight, or without k of a bias: δ·a, or δ."""
    delta: list[float] = trace.delta[layer - 1][rows, j].tolist()
    if k is None:
        return delta
    return [d * a for d, a in zip(delta, trace.A[layer - 1][rows, k].tolist(), strict=True)]


def penalised_gradient(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """The gradient with what the penalty l1·Σ|w| + (l2/2)·Σw² adds: l1·sign(w) + l2·w."""
    _, layer, j, k = step
    w = weight(trace, layer, j, k)
    name, of = ("dmean/dW", symbols.WITHOUT_PENALTY) if program.chain.batch else ("dl/dW", "\\ell")
    parameter = symbols.edge("w", layer, j, k)
    mean = Operand(
        f"{name}{layer}[{j},{k}]",
        finite(trace.dW_data[layer - 1].item(j, k)),
        symbols.derivative(of, parameter),
    )
    added = penalty_gradient(trace.W[layer - 1][j, k], rule.l1, rule.l2)
    args: Args = {"from": k, "from_layer": layer - 1, "mean": mean.value, "w": w.value}
    args["added"] = finite(float(added))
    formula = formulas.penalised(rule.l1 != 0.0, rule.l2 != 0.0)
    result = symbols.derivative("L", parameter)
    return Account(result, (mean, w, *_rates(rule)), formula, "op-penalty-gradient", args)


def _rates(rule: UpdateRule) -> tuple[Operand, ...]:
    """λ₂ and λ₁, as far as they are not 0."""
    rates = (("l2", "\\lambda_{2}", rule.l2), ("l1", "\\lambda_{1}", rule.l1))
    return tuple(Operand(ref, value, symbol) for ref, symbol, value in rates if value != 0.0)


ACCOUNTS: Accounts = {
    "weight_gradient": weight_gradient,
    "bias_gradient": bias_gradient,
    "batch_gradient": batch_gradient,
    "penalty_gradient": penalised_gradient,
}
