"""A second opinion on every gradient, which knows nothing of back-propagation: differences of the loss.

∂L/∂θ ≈ (L(θ + ε) − L(θ − ε)) / 2ε, the central difference, for one parameter at a time. Its own error is
about ε²/6 · L‴ (the curve between the two points) plus rounding/ε (Press et al., *Numerical Recipes*, 3rd
ed., section 5.7). Comparing it with back-propagation, by the relative error |a − n| / max(|a|, |n|), and
leaving out what straddles a kink, is the practice of Stanford's CS231n ("Gradient checks"); see also
Goodfellow, Bengio & Courville 2016, section 11.5.

Only the forward pass is asked. Moving W[j, k] of a layer by ±ε moves z_j of that layer by ±ε·a_k and nothing
before it; the sums of the next layer move by its weights times the change of a_j. Many such moves stand side
by side as columns and go through the rest of the network together.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.memory.arrays import Array, quiet
from backstep_lab.engine.memory.workspace import weight_mask
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule

EPSILON = 1e-5
TOLERANCE = 1e-6  # relative error at which two float64 derivatives, one of them by difference, are the same
ROUNDINGS = 16 * float(np.finfo(np.float64).eps)  # of one number on its way through a network
NUMBERS_AT_ONCE = 500_000  # in one layer of all moves together: 4 MB

_SIGNS = np.array([[1.0], [-1.0]])  # (2, 1): one move up, one down

Places = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """Back-propagated gradients beside differences of the loss; one entry, (P,), per place asked for.

    `places` count in the flat vector θ of parameters. `error` is |a − n| / max(|a|, |n|, what rounding alone
    makes). `is_kink`: the difference straddles a kink, where there is no slope to compare with. `agrees`: the
    two differ by no more than the difference's own error; never true at a kink.
    """

    places: Places
    gradient: Array
    difference: Array
    error: Array
    is_kink: Flags
    agrees: Flags


def portions(trace: Trace, places: Places) -> Iterator[Places]:
    """The places in portions that take a few milliseconds each, none across two layers."""
    shape = trace.shape
    size = max(1, NUMBERS_AT_ONCE // (2 * trace.N * max(shape.units)))
    for block in shape.blocks:
        inside = places[(block.start <= places) & (places < block.stop)]
        for start in range(0, len(inside), size):
            yield inside[start : start + size]


def gradient_check(trace: Trace, rule: UpdateRule, places: Places) -> GradientCheck:
    """The gradients at these places of one layer, checked; reads the trace and changes nothing."""
    gradient = trace.gradient[places]
    with quiet():
        difference, is_kink = _differences(trace, rule, places, EPSILON)
        noise = ROUNDINGS * _scale(trace) / EPSILON
        apart = np.abs(gradient - difference)
        size = np.maximum(np.abs(gradient), np.abs(difference))
        agrees = ~is_kink & (apart <= TOLERANCE * size + noise)
        doubtful = ~is_kink & ~agrees
        if doubtful.any():
            wide, has_kink = _differences(trace, rule, places[doubtful], 2 * EPSILON)
            # The difference's error grows with ε²: over twice the way it is four times as large.
            bent = np.abs(wide - difference[doubtful]) + TOLERANCE * size[doubtful] + noise
            agrees[doubtful] = ~has_kink & (apart[doubtful] <= bent)
        error = apart / np.maximum(size, noise)
    return GradientCheck(places, gradient, difference, error, is_kink, agrees)


def _differences(trace: Trace, rule: UpdateRule, places: Places, epsilon: float) -> tuple[Array, Flags]:
    """Central differences of L (penalty included) at these places of one layer, and which straddle a kink."""
    shape, N = trace.shape, trace.N
    layer = next(i for i, block in enumerate(shape.blocks) if places[0] < block.stop)
    n_in, _ = shape.pairs[layer]
    j, k = np.divmod(places - shape.blocks[layer].start, n_in + 1)
    below = np.vstack([trace.A[layer].T, np.ones(N)])  # (n_in + 1, N), the ones for the bias
    z = trace.Z[layer].T[j][:, None, :] + epsilon * _SIGNS * below[k][:, None, :]  # (P, 2, N)
    if layer + 1 == shape.depth:
        losses, is_kink = _losses(trace, layer, _replaced(trace.Z[layer].T, j, z))
    else:
        function, a = shape.functions[layer], np.empty_like(z)
        function.value(z, a)
        change = a - trace.A[layer + 1].T[j][:, None, :]  # (P, 2, N)
        sums = trace.Z[layer + 1].T[:, None, None, :] + trace.W[layer + 1][:, j, None, None] * change
        losses, is_kink = _losses(trace, layer + 1, sums)
        if function.kinks:
            piece = function.piece(z)
            is_kink |= (piece[:, 0] != piece[:, 1]).any(axis=1)
    per_example = losses[:, 0] - losses[:, 1]  # (P, N)
    difference = per_example.sum(axis=-1) / shape.loss_function.batch_divisor(N) / (2 * epsilon)
    penalty, has_corner = _penalty_differences(trace, rule, places, epsilon)
    return difference + penalty, is_kink | has_corner


def _replaced(Z: Array, j: Places, z: Array) -> Array:
    """Sums Z (n, N) once for each move, with the one of unit j moved: (n, P, 2, N)."""
    moved = np.repeat(Z[:, None, None, :], len(j), axis=1).repeat(2, axis=2)
    moved[j, np.arange(len(j))] = z
    return moved


def _losses(trace: Trace, layer: int, moved: Array) -> tuple[Array, Flags]:
    """The examples' losses, (P, 2, N), after sums (n_out, P, 2, N) of a layer (from 0); which hold a kink."""
    shape = trace.shape
    _, P, sides, N = moved.shape
    Z = A = moved.reshape(len(moved), -1)
    is_kink = np.zeros(P, dtype=np.bool_)
    for above, function in enumerate(shape.functions[layer:], start=layer):
        if above > layer:
            Z = trace.W[above] @ A + trace.b[above][:, None]
        A = np.empty_like(Z)
        function.value(Z, A)
        if function.kinks:
            is_kink |= _apart(function.piece(Z), (P, sides, N))
    terms, Y = np.empty_like(A), np.tile(trace.Y.T, P * sides)
    shape.loss_function.terms(Z, A, Y, terms)
    if shape.loss_function.piece is not None:
        is_kink |= _apart(shape.loss_function.piece(A, Y), (P, sides, N))
    losses = np.empty(P * sides * N)
    shape.loss_function.reduce(terms, losses)
    return losses.reshape(P, sides, N), is_kink


def _apart(piece: NDArray[np.intp], moves: tuple[int, int, int]) -> Flags:
    """For each move, (P,), whether its two sides lie on different pieces of a function anywhere."""
    both = piece.reshape(-1, *moves)
    found: Flags = (both[:, :, 0] != both[:, :, 1]).any(axis=(0, 2))
    return found


def _penalty_differences(
    trace: Trace, rule: UpdateRule, places: Places, epsilon: float
) -> tuple[Array, Flags]:
    """The same of the penalty: of its terms only the moved weight's own differs."""
    w = trace.network.theta[places]
    up, down = w + epsilon, w - epsilon
    terms = rule.l1 * (np.abs(up) - np.abs(down)) + 0.5 * rule.l2 * (up * up - down * down)
    is_weight = weight_mask(trace.shape)[places]
    has_corner: Flags = is_weight & (rule.l1 > 0.0) & (np.abs(w) < epsilon)
    return np.where(is_weight, terms / (2 * epsilon), 0.0), has_corner


def _scale(trace: Trace) -> float:
    """How far the loss moves when every number on the way moves by its own size: what rounding goes by."""
    per_example = np.abs(trace.example_loss)
    for Z, delta in zip(trace.Z, trace.delta, strict=True):
        per_example = per_example + np.abs(delta * Z).sum(axis=1)
    layers = len(trace.Z) - trace.shape.is_fused
    for A, dL_dA in zip(trace.A[1 : layers + 1], trace.dL_dA[:layers], strict=True):
        per_example += np.abs(dL_dA * A).sum(axis=1)
    if trace.shape.is_fused:
        per_example += 1.0 + np.abs(trace.Z[-1]).sum(axis=1)  # inside a logarithm
    return float(per_example.sum()) / trace.shape.loss_function.batch_divisor(trace.N) + trace.penalty
