"""The order of an iteration's operations, as a handful of blocks.

A block is a run of units of one layer in one phase, each with a group of `width` operations, in the same
order for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.operations import BACKWARD, FORWARD, LOSS, MOMENTS, UPDATE, Chain


class OperationBlock(NamedTuple):
    """A run of `units` groups of `width` operations each, in [start, stop)."""

    start: int
    stop: int
    phase: str
    layer: int
    width: int
    kinds: tuple[str, ...]
    offsets: tuple[int, ...]  # where each kind begins within a group


def blocks_of(shape: Shape, chain: Chain, train_biases: bool) -> tuple[OperationBlock, ...]:
    """All blocks of an iteration, in order."""
    return tuple(_laid_out(_blocks(shape, chain, train_biases)))


Parts = tuple[tuple[str, int], ...]  # (kind, how many), in order, of one unit's group
Plan = tuple[str, int, int, Parts]  # phase, layer, units, parts


def _blocks(shape: Shape, chain: Chain, train_biases: bool) -> Iterator[Plan]:
    layers = list(zip(range(1, shape.depth + 1), shape.sizes, shape.units, shape.activations, strict=False))
    for layer, n_in, n_out, activation in layers:
        yield from _layer(
            FORWARD, layer, n_out, activation, (("product", n_in), ("sum", 1)), (("activation", 1),)
        )
    yield LOSS, 0, shape.outputs, (("loss_term", 1),)
    yield LOSS, 0, 1, (("loss", 1),) if chain.single else (("loss", 1), ("batch_loss", 1))
    for layer, n_in, n_out, activation in reversed(layers):
        if layer == shape.depth:
            above: Parts = () if shape.loss_function.is_rule else (("loss_slope", 1),)
        else:
            above = (("downstream_term", shape.sizes[layer + 1]), ("downstream_sum", 1))
        yield from _layer(BACKWARD, layer, n_out, activation, above, _gradients(shape, n_in, chain))
    for layer, n_in, n_out, _ in layers:
        terms = n_in + train_biases
        moments = tuple((MOMENTS[name], terms) for name in chain.memory)
        yield UPDATE, layer, n_out, (*moments, ("update", terms))


def _layer(phase: str, layer: int, units: int, activation: str, first: Parts, then: Parts) -> Iterator[Plan]:
    """One layer's blocks: softmax needs every unit's first part before any unit's second."""
    if activation == "softmax":
        yield phase, layer, units, first
        yield phase, layer, units, then
    else:
        yield phase, layer, units, first + then


def _gradients(shape: Shape, n_in: int, chain: Chain) -> Parts:
    parts: Parts = () if shape.loss_function.is_rule else (("slope", 1),)
    parts += (("delta", 1), ("weight_gradient", n_in), ("bias_gradient", 1))
    if chain.batch:
        parts += (("batch_gradient", n_in + 1),)
    return parts + ((("penalty_gradient", n_in),) if chain.penalty else ())


def _laid_out(plans: Iterator[Plan]) -> Iterator[OperationBlock]:
    start = 0
    for phase, layer, units, parts in plans:
        kinds, counts = zip(*parts, strict=True)
        *offsets, width = accumulate(counts, initial=0)
        stop = start + units * width
        yield OperationBlock(start, stop, phase, layer, width, kinds, tuple(offsets))
        start = stop
