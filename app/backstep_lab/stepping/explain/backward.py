"""Accounts of the backward pass down to δ: the slope of the loss, the way down the edges, f′, δ."""

from __future__ import annotations

from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.explain.account import (
    Account,
    Accounts,
    Args,
    activation,
    delta,
    gradient_of_activation,
    is_rounding,
    slope,
    target,
    weight,
    weighted_sum,
)
from backstep_lab.stepping.explain.flat_slope import loss_slope_key, slope_key
from backstep_lab.stepping.explain.saturation import follows, loss_slope_follows, slope_follows
from backstep_lab.stepping.explain.softmax import fused_softmax, softmax_delta
from backstep_lab.stepping.formulas import functions as formulas
from backstep_lab.stepping.formulas import losses as loss_formulas
from backstep_lab.stepping.formulas import symbols
from backstep_lab.stepping.formulas.templates import Operand, sum_of
from backstep_lab.stepping.numbers import finite
from backstep_lab.stepping.operations import Step
from backstep_lab.stepping.program import Program


def loss_slope(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """∂ℓ/∂a of an output."""
    _, layer, j, _ = step
    shape = program.shape
    a, y = activation(trace, layer, j, focus), target(trace, j, focus)
    value = trace.dL_dA[layer - 1].item(focus, j)
    key = loss_slope_key(shape.loss_function, a.value, y.value, finite(value))
    args: Args = {"loss": shape.loss, "a": a.value, "y": y.value, "examples": trace.N}
    formula = loss_formulas.loss_slope(shape.loss_function, shape.outputs, y.value, a.value)
    result = _of_activation(layer, j)
    divisor = shape.loss_function.divisor(shape.outputs)
    if shape.loss == "binary_cross_entropy" and not loss_slope_follows(y.value, a.value, divisor, value):
        z = weighted_sum(trace, layer, j, focus)
        return Account(result, (a, y, z), loss_formulas.saturated_slope(divisor), key, args, formula)
    return Account(result, (a, y), formula, key, args)


def downstream_term(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """w·δ over one outgoing edge."""
    _, layer, k, j = step
    w, d = weight(trace, layer + 1, j, k), delta(trace, layer + 1, j, focus)
    args: Args = {"to": j, "to_layer": layer + 1, "w": w.value, "delta": d.value}
    return Account(f"{w.symbol}\\,{d.symbol}", (w, d), formulas.PRODUCT, "op-downstream-term", args)


def downstream_sum(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """∂ℓ/∂a of a hidden unit: what comes back over all its outgoing edges."""
    _, layer, k, _ = step
    above = layer + 1
    count = program.shape.sizes[above]
    weights, deltas = trace.W[above - 1][:, k].tolist(), trace.delta[above - 1][focus].tolist()
    terms = tuple(
        [
            Operand(f"W{above}[{j},{k}]*delta{above}[{j}]", finite(w * d), symbols.downstream(above, j, k))
            for j, (w, d) in enumerate(zip(weights, deltas, strict=True))
        ]
    )
    rounding = is_rounding(trace.dL_dA[layer - 1].item(focus, k), terms)
    key = "op-downstream-sum-rounding" if rounding else "op-downstream-sum"
    args: Args = {"count": count, "examples": trace.N}
    return Account(_of_activation(layer, k), terms, sum_of(count), key, args)


def slope_of_activation(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """f′(z); of softmax the diagonal ∂a_j/∂z_j."""
    _, layer, j, _ = step
    function = program.shape.functions[layer - 1]
    z, a = weighted_sum(trace, layer, j, focus), activation(trace, layer, j, focus)
    operands: tuple[Operand, ...] = {"a": (a,), "z": (z,), "": ()}[function.slope_latex.operand]
    value = trace.slope[layer - 1].item(focus, j)
    is_output = layer == program.shape.depth
    in_one_piece = is_output and (program.shape.is_fused or function.is_softmax)
    key = slope_key(function, z.value, value, in_one_piece)
    args: Args = {"activation": function.name, "z": z.value, "a": a.value}
    usual, result = formulas.slope(function, z.value), f"f'({z.symbol})"
    if slope_follows(function, a.value, value):
        return Account(result, operands, usual, key, args)
    if function.is_softmax:
        count = program.shape.outputs
        others = (activation(trace, layer, k, focus) for k in range(count) if k != j)
        return Account(result, (a, *others), formulas.softmax_slope(count), key, args, usual)
    return Account(result, (a, z), formulas.saturated_slope(function), key, args, usual)


def error_term(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """δ = ∂ℓ/∂a · f′(z); at a fused or softmax output in its own form."""
    _, layer, j, _ = step
    shape = program.shape
    if layer == shape.depth and shape.activations[-1] == "softmax":
        return (fused_softmax if shape.is_fused else softmax_delta)(trace, program, step, focus)
    if shape.loss_function.is_rule:
        return _by_rule(trace, program, j, focus)
    gradient, f = gradient_of_activation(trace, layer, j, focus), slope(trace, layer, j, focus)
    if layer == shape.depth and shape.is_fused:
        return _fused(trace, program, j, focus, (gradient, f))
    args: Args = {"gradient": gradient.value, "slope": f.value, "examples": trace.N}
    return Account(symbols.unit("\\delta", layer, j), (gradient, f), formulas.PRODUCT, "op-delta", args)


def _fused(trace: Trace, program: Program, j: int, focus: int, factors: tuple[Operand, Operand]) -> Account:
    """δ of a sigmoid output with binary cross-entropy; the product of its two factors stands beside it."""
    shape = program.shape
    a, y = activation(trace, shape.depth, j, focus), target(trace, j, focus)
    args: Args = {
        "activation": "sigmoid",
        "loss": shape.loss,
        "a": a.value,
        "y": y.value,
        "count": shape.outputs,
    }
    formula = loss_formulas.fused_delta(shape.loss_function, shape.outputs)
    operands: tuple[Operand, ...] = (a, y, *factors)
    assert a.value is not None, "an output of a sigmoid is finite"
    assert y.value is not None, "a target is finite"
    value = trace.delta[shape.depth - 1].item(focus, j)
    divisor = shape.loss_function.divisor(shape.outputs)
    if not follows((a.value - y.value) / divisor, value):
        operands += (weighted_sum(trace, shape.depth, j, focus),)
        formula = loss_formulas.saturated_delta(divisor)
    result = symbols.unit("\\delta", shape.depth, j)
    key = "op-delta-fused-mean" if divisor > 1 else "op-delta-fused"
    return Account(result, operands, formula, key, args, formulas.FACTORED)


def _by_rule(trace: Trace, program: Program, j: int, focus: int) -> Account:
    """δ of the perceptron's rule: a − y, without a slope."""
    shape = program.shape
    a, y = activation(trace, shape.depth, j, focus), target(trace, j, focus)
    key = "op-delta-rule-right" if a.value == y.value else "op-delta-rule"
    formula = loss_formulas.fused_delta(shape.loss_function, shape.outputs)
    args: Args = {"a": a.value, "y": y.value}
    return Account(symbols.unit("\\delta", shape.depth, j), (a, y), formula, key, args)


def _of_activation(layer: int, j: int) -> str:
    return symbols.derivative("\\ell", symbols.unit("a", layer, j))


ACCOUNTS: Accounts = {
    "loss_slope": loss_slope,
    "downstream_term": downstream_term,
    "downstream_sum": downstream_sum,
    "slope": slope_of_activation,
    "delta": error_term,
}
