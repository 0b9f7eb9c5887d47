"""δ of a softmax output, where every a depends on every z: δ_j = a_j (g_j − Σ_k g_k a_k) with g = ∂ℓ/∂a."""

from __future__ import annotations

from functools import lru_cache
from math import isclose

from app.engine.trace import Trace
from app.stepping import symbols
from app.stepping.accounts.account import Account, Args, activation, gradient_of_activation, target
from app.stepping.operations import Step
from app.stepping.program import Program
from app.stepping.templates import Operand, Pair, pair, place, shown


def softmax_delta(trace: Trace, program: Program, step: Step, focus: int) -> Account:
    """δ of a softmax output under any loss but its own."""
    _, layer, j, _ = step
    own, *others = _numbers(trace, program, j, focus)
    count = program.shape.outputs
    gradient = others[j]
    args: Args = {"activation": "softmax", "a": own.value, "gradient": gradient.value, "count": count}
    result = symbols.unit("\\delta", layer, j)
    return Account(result, (own, *others), _factored(count, j, 1), "op-delta-softmax", args)


def fused_softmax(trace: Trace, program: Program, step: Step, focus: int) -> Account:
    """δ = a − y of a softmax output with cross-entropy; the factored form stands beside it.

    Where the targets of the example do not add up to 1, not all cancels, and the factored form stands alone.
    """
    if not isclose(trace.Y[focus].sum(), 1.0, rel_tol=1e-12):
        return softmax_delta(trace, program, step, focus)
    _, layer, j, _ = step
    own, *others = _numbers(trace, program, j, focus)
    count, y = program.shape.outputs, target(trace, j, focus)
    args: Args = {
        "activation": "softmax",
        "loss": program.shape.loss,
        "a": own.value,
        "y": y.value,
        "count": count,
    }
    result = symbols.unit("\\delta", layer, j)
    operands = (own, y, *others)
    return Account(result, operands, pair("#{0} - #{1}"), "op-delta-fused", args, _factored(count, j, 2))


def _numbers(trace: Trace, program: Program, j: int, focus: int) -> list[Operand]:
    """a_j, then every g, then the a of the other units."""
    layer, count = program.shape.depth, program.shape.outputs
    a = [activation(trace, layer, k, focus) for k in range(count)]
    g = [gradient_of_activation(trace, layer, k, focus) for k in range(count)]
    return [a[j], *g, *a[:j], *a[j + 1 :]]


@lru_cache(maxsize=256)
def _factored(count: int, j: int, first: int) -> Pair:
    """The template of a_j (g_j − Σ_k g_k a_k); a_j is operand 0, the g begin at operand `first`."""

    def of(k: int) -> str:
        others = first + count + k - (k > j)
        return place(0 if k == j else others)

    def written(times: str) -> str:
        terms = ("\\cdots" if k is None else f"{place(first + k)}{times}{of(k)}" for k in shown(count, j))
        return f"{place(0)}{times}\\left({place(first + j)} - \\left({' + '.join(terms)}\\right)\\right)"

    return pair(written("\\,"), written(" \\cdot "))
