"""δ of a softmax output, where every a depends on every z: δ_j = a_j (g_j − Σ_k g_k a_k) with g = ∂ℓ/∂a."""

from __future__ import annotations

from functools import lru_cache
from math import isclose

from backstep_lab.engine.trace import Trace
from backstep_lab.stepping.explain.account import Account, Args, activation, gradient_of_activation, target
from backstep_lab.stepping.explain.saturation import follows
from backstep_lab.stepping.formulas import symbols
from backstep_lab.stepping.formulas.templates import Operand, Pair, added, pair, placeholder, shown
from backstep_lab.stepping.operations import Step
from backstep_lab.stepping.program import Program

_DIFFERENCE = pair("#{0} - #{1}")


def softmax_delta(trace: Trace, program: Program, step: Step, focus: int) -> Account:
    """δ of a softmax output under any loss but its own."""
    _, layer, j, _ = step
    own, *others = _numbers(trace, program, j, focus)
    count = program.shape.outputs
    gradient = others[j]
    args: Args = {"activation": "softmax", "a": own.value, "gradient": gradient.value, "count": count}
    result, usual = symbols.unit("\\delta", layer, j), _factored(count, j, 1)
    if _product_follows([own, *others], j, count, trace.delta[layer - 1].item(focus, j)):
        return Account(result, (own, *others), usual, "op-delta-softmax", args)
    return Account(result, (own, *others), _pairwise(count, j), "op-delta-softmax", args, usual)


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
    assert own.value is not None, "a probability is finite"
    assert y.value is not None, "a target is finite"
    is_plain = follows(own.value - y.value, trace.delta[layer - 1].item(focus, j))
    formula = _DIFFERENCE if is_plain else _less_the_others(count)
    return Account(result, (own, y, *others), formula, "op-delta-fused", args, _factored(count, j, 2))


def _product_follows(operands: list[Operand], j: int, count: int, value: float) -> bool:
    """Whether a_j (g_j − Σ_k g_k a_k) gives δ; where a slope is infinite no other form does either."""
    numbers = [operand.value for operand in operands]
    own, g = numbers[0], numbers[1 : count + 1]
    a = [*numbers[count + 1 : count + 1 + j], own, *numbers[count + 1 + j :]]
    if any(one is None for one in numbers):
        return True
    shared = sum((x or 0.0) * (y or 0.0) for x, y in zip(g, a, strict=True))
    return follows((own or 0.0) * ((g[j] or 0.0) - shared), value)


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
        return placeholder(0 if k == j else others)

    def written(times: str) -> str:
        terms = (
            "\\cdots" if k is None else f"{placeholder(first + k)}{times}{of(k)}" for k in shown(count, j)
        )
        own, total = placeholder(first + j), " + ".join(terms)
        return f"{placeholder(0)}{times}\\left({own} - \\left({total}\\right)\\right)"

    return pair(written("\\,"), written(" \\cdot "))


@lru_cache(maxsize=256)
def _pairwise(count: int, j: int) -> Pair:
    """a_j Σ_k a_k (g_j − g_k) over the other k: the same, since all a add up to 1, and nothing cancels."""

    def written(times: str) -> str:
        terms = (
            "\\cdots"
            if n is None
            else f"{placeholder(1 + count + n)}{times}\\left({placeholder(1 + j)} - {_other(n, j)}\\right)"
            for n in shown(count - 1)
        )
        return f"{placeholder(0)}{times}\\left({' + '.join(terms)}\\right)"

    return pair(written("\\,"), written(" \\cdot "))


def _other(n: int, j: int) -> str:
    """The place of g of the n-th of the units beside j."""
    return placeholder(1 + n + (n >= j))


@lru_cache(maxsize=256)
def _less_the_others(count: int) -> Pair:
    """a_j − y_j as (1 − y_j) less every other a, which keeps the digits that a_j close to 1 has lost."""
    return pair(f"(1 - #{{1}}) - \\left({added(count - 1, first=2 + count)}\\right)")
