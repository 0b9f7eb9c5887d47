"""A gradient as the sum over all paths from its weight (or bias) to the loss.

The chain rule written out. Along a path every factor is a local derivative: a_prev of the weight itself,
then f′ and the next weight by turns, at the end ∂ℓ/∂a of the output. Where the output's δ is computed in one
piece (a fused or softmax output), δ is the last factor. Back-propagation gives the same sum without following
any path twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, product
from math import prod

from backstep_lab.engine.network import Shape
from backstep_lab.engine.trace import Trace
from backstep_lab.stepping.explain.account import activation, delta, gradient_of_activation, slope, weight
from backstep_lab.stepping.formulas.templates import Operand
from backstep_lab.stepping.refs import Ref, RefError, check, parse

LIMIT = 256  # paths that are written out: more than a learner reads, few enough to answer at once


@dataclass(frozen=True, slots=True)
class NetworkPath:
    """The units it passes, from the weight's layer up; its factors; their product."""

    units: tuple[int, ...]
    factors: tuple[Operand, ...]
    value: float


@dataclass(frozen=True, slots=True)
class Paths:
    """The focus example's share of a gradient, and the first of the `count` paths that add up to it."""

    ref: str
    gradient: float
    count: int
    paths: tuple[NetworkPath, ...]


@dataclass(frozen=True, slots=True)
class Multiplications:
    """What a gradient costs in one example: path by path, and by back-propagation."""

    along_paths: int
    by_backpropagation: int


def count_of(shape: Shape, layer: int) -> int:
    """How many paths lead from a weight into this layer to the loss."""
    return prod(shape.units[layer:])


def multiplications(shape: Shape, layer: int, of_weight: bool) -> Multiplications:
    """For one gradient of a weight or bias of this layer, on its own: δ of its unit, times a for a weight."""
    if layer == shape.depth:
        delta = 1 if _ends_in_slope(shape) else 0
    else:
        delta = _deltas(shape, layer + 1) + shape.units[layer] + 1  # w·δ for each unit above, times f′
    return Multiplications(_along_paths(shape, layer, of_weight), delta + of_weight)


def multiplications_of_all(shape: Shape) -> Multiplications:
    """For the gradients of all weights and biases: back-propagation computes every δ once and shares it."""
    along_paths = weights = 0
    for layer, (n_in, n_out) in enumerate(shape.pairs, start=1):
        weights += n_out * n_in
        along_paths += n_out * (n_in * _along_paths(shape, layer, True) + _along_paths(shape, layer, False))
    return Multiplications(along_paths, _deltas(shape, 1) + weights)


def _along_paths(shape: Shape, layer: int, of_weight: bool) -> int:
    factors = of_weight + 2 * (shape.depth - layer) + 1 + _ends_in_slope(shape)
    return count_of(shape, layer) * (factors - 1)


def _deltas(shape: Shape, lowest: int) -> int:
    """For every δ from the output down to layer `lowest`."""
    output = shape.outputs if _ends_in_slope(shape) else 0
    return output + sum(n * (above + 1) for n, above in pairwise(shape.units[lowest - 1 :]))


def _ends_in_slope(shape: Shape) -> bool:
    """Whether an output's δ is f′·∂ℓ/∂a, and not computed in one piece."""
    return not (shape.is_fused or shape.activations[-1] == "softmax")


def paths(trace: Trace, ref: str, focus: int, limit: int = LIMIT) -> Paths:
    """All paths (at most `limit` written out) of `dW…`, `db…`, `dl/dW…` or `dl/db…`, for the focus example.

    Raises `RefError` for the ref of anything else.
    """
    name = parse(ref)
    if name.kind not in ("dW", "db", "dl/dW", "dl/db"):
        raise RefError(f"“{ref}” is no gradient of a weight or bias; paths belong to refs such as dW1[0,1].")
    check(name, trace.shape, trace.N)
    row = focus if name.row is None else name.row
    to = name.at[0]
    gradient = trace.delta[name.layer - 1].item(row, to)
    if len(name.at) == 2:
        gradient *= trace.A[name.layer - 1].item(row, name.at[1])
    written = islice(_walks(trace, name, row), max(limit, 0))
    return Paths(ref, gradient + 0.0, count_of(trace.shape, name.layer), tuple(written))


def _walks(trace: Trace, name: Ref, row: int) -> Iterator[NetworkPath]:
    layer, (to, *source) = name.layer, name.at
    start = tuple(activation(trace, layer - 1, k, row) for k in source)
    for above in product(*(range(n) for n in trace.shape.units[layer:])):
        units = (to, *above)
        factors = (*start, *_factors(trace, layer, units, row))
        yield NetworkPath(units, factors, prod(factor.value or 0.0 for factor in factors))


def _factors(trace: Trace, layer: int, units: tuple[int, ...], row: int) -> Iterator[Operand]:
    """f′ and w by turns from `layer` up to the output, and the output's own last factors."""
    for position, (j, above) in enumerate(pairwise(units), start=layer):
        yield slope(trace, position, j, row)
        yield weight(trace, position + 1, above, j)
    shape, output = trace.shape, units[-1]
    if _ends_in_slope(shape):
        yield slope(trace, shape.depth, output, row)
        yield gradient_of_activation(trace, shape.depth, output, row)
    else:
        yield delta(trace, shape.depth, output, row)
