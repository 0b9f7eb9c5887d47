"""What an iteration has made known so far: `known` as nested lists for the page, `changed` as refs.

What the cursor has not reached is None; nothing is ever filled in with 0 or with the last iteration's number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.trace import Trace
from backstep_lab.stepping.numbers import finite, made
from backstep_lab.stepping.program import Program

Numbers = list[float | None]
Matrix = list[Numbers]


@dataclass(frozen=True, slots=True)
class Values:
    """The numbers known so far, for the focus example; one entry per layer, layer 1 first."""

    x: Numbers  # [n₀]
    y: Numbers  # [n_L]
    z: list[Numbers]  # [n_out] per layer, as the next four
    a: list[Numbers]
    dL_da: list[Numbers]
    slope: list[Numbers]
    delta: list[Numbers]
    dW: list[Matrix]  # [n_out][n_in] per layer, the gradient of the batch
    db: list[Numbers]
    W_next: list[Matrix]
    b_next: list[Numbers]
    loss_terms: Numbers  # [n_L]
    example_loss: float | None
    data_loss: float | None
    penalty: float | None
    loss: float | None


def known(trace: Trace, program: Program, step: int, focus: int) -> Values:
    """What is known after `step` operations."""
    shape, chain = program.shape, program.chain
    reach = _Reach(program, step)
    layers = range(1, shape.depth + 1)
    final = reach.units(chain.loss, 0, 1) == 1
    return Values(
        x=_first(trace.X[focus], shape.inputs),
        y=_first(trace.Y[focus], shape.outputs),
        z=[_first(trace.Z[n - 1][focus], reach.units("sum", n)) for n in layers],
        a=[_first(trace.A[n][focus], reach.units("activation", n)) for n in layers],
        dL_da=[_first(trace.dL_dA[n - 1][focus], reach.gradients_of_activation(n)) for n in layers],
        slope=[_first(trace.slope[n - 1][focus], reach.units("slope", n)) for n in layers],
        delta=[_first(trace.delta[n - 1][focus], reach.units("delta", n)) for n in layers],
        dW=[_rows(trace.dW[n - 1], reach.edges(chain.weight_gradient, n)) for n in layers],
        db=[_first(trace.db[n - 1], reach.biases(chain.bias_gradient, n)) for n in layers],
        W_next=[_rows(trace.W_next[n - 1], reach.edges("update", n)) for n in layers],
        b_next=[_first(trace.b_next[n - 1], reach.biases("update", n)) for n in layers],
        loss_terms=_first(trace.loss_terms[focus], reach.units("loss_term", 0, shape.outputs)),
        example_loss=finite(trace.example_loss.item(focus)) if reach.units("loss", 0, 1) else None,
        data_loss=finite(trace.data_loss) if final else None,
        penalty=finite(trace.penalty) if final else None,
        loss=finite(trace.loss) if final else None,
    )


def refs_between(program: Program, start: int, stop: int) -> Iterator[str]:
    """The refs of the numbers that going from `start` to `stop` operations done makes known, in order.

    With the loss come its parts that have no operation of their own.
    """
    return (ref for ref, _ in _made_between(program, start, stop))


def changed(trace: Trace, program: Program, start: int, stop: int, focus: int) -> dict[str, float | None]:
    """What going from `start` to `stop` operations done makes known; all None where stop < start."""
    if stop < start:
        return dict.fromkeys(refs_between(program, stop, start))
    numbers: dict[str, float | None] = {}
    for ref, ordinal in _made_between(program, start, stop):
        if ref in _LOSSES:
            numbers[ref] = finite(_loss(trace, ref, focus))
        else:
            numbers[ref] = made(trace, program, program.at(ordinal), focus)
    return numbers


def _made_between(program: Program, start: int, stop: int) -> Iterator[tuple[str, int]]:
    for ordinal in range(start, stop):
        step = program.at(ordinal)
        ref = program.ref(step)
        if ref == "loss":
            if program.chain.single:
                yield "example_loss", ordinal
            yield "mean_loss", ordinal
            yield "penalty", ordinal
        yield ref, ordinal


_LOSSES = ("example_loss", "mean_loss", "penalty", "loss")


def _loss(trace: Trace, ref: str, focus: int) -> float:
    if ref == "example_loss":
        return trace.example_loss.item(focus)
    return {"mean_loss": trace.data_loss, "penalty": trace.penalty, "loss": trace.loss}[ref]


class _Reach:
    """How far `step` operations reach into each layer, by arithmetic."""

    def __init__(self, program: Program, step: int) -> None:
        self.program, self.step = program, step

    def units(self, kind: str, layer: int, count: int | None = None, term: int = 0) -> int:
        """How many units of the layer have done this operation (of their terms, the one numbered `term`)."""
        place = self.program.place(kind, layer)
        if place is None:
            return 0
        units = self.program.shape.units[layer - 1] if count is None else count
        reached = -((place.start + term - self.step) // place.width)  # rounded up
        return min(max(reached, 0), units)

    def gradients_of_activation(self, layer: int) -> int:
        """How many units have their ∂ℓ/∂a."""
        return self.units("loss_slope" if layer == self.program.shape.depth else "downstream_sum", layer)

    def biases(self, kind: str, layer: int) -> int:
        """How many units have done this operation for their bias."""
        if kind == "bias_gradient":
            return self.units(kind, layer)
        if kind == "update" and not self.program.train_biases:
            return 0
        return self.units(kind, layer, term=self.program.shape.sizes[layer - 1])

    def edges(self, kind: str, layer: int) -> tuple[int, int]:
        """How many units have done this operation for all their weights, and for how many the one after."""
        n_in, n_out = self.program.shape.sizes[layer - 1], self.program.shape.units[layer - 1]
        rows = self.units(kind, layer, term=n_in - 1)
        place = self.program.place(kind, layer)
        if place is None or rows == n_out:
            return rows, 0
        begun = self.step - (place.start + rows * place.width)
        return rows, min(max(begun, 0), n_in)


def _first(values: Array, count: int) -> Numbers:
    """The first `count` numbers, and None for the others."""
    numbers: Numbers = [finite(value) for value in values[:count].tolist()]
    return numbers + [None] * (len(values) - count)


def _rows(values: Array, reached: tuple[int, int]) -> Matrix:
    """The first rows whole, one in part, None in the others."""
    rows, part = reached
    n_out, n_in = values.shape
    matrix = [_first(row, n_in) for row in values[:rows]]
    if rows < n_out:
        matrix.append(_first(values[rows], part))
    return matrix + [[None] * n_in for _ in range(n_out - len(matrix))]
