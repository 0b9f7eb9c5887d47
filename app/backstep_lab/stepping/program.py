"""The program of one iteration: which operation is the n-th, found by arithmetic.

Ordinal → operation is a bisection over a handful of blocks and a `divmod`; the way back is one look-up, a
product and a sum. Nothing is ever listed operation by operation.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.blocks import OperationBlock, blocks_of
from backstep_lab.stepping.operations import MOMENTS, PHASES, Chain, Step, ref_of
from backstep_lab.stepping.refs import MEMORY, RATES, Ref, RefError, parse


class LayerOperations(NamedTuple):
    """Where a kind's operations of one layer are: at start + unit·width + term."""

    start: int
    width: int


class Program:
    """All operations of one iteration of a network of `shape` on a batch of `examples`.

    Make one with `Program.of(...)`, which keeps the recent ones.
    """

    def __init__(
        self, shape: Shape, examples: int, train_biases: bool, penalty: bool, memory: tuple[str, ...] = ()
    ) -> None:
        self.shape = shape
        self.examples = examples
        self.train_biases = train_biases
        self.chain = Chain(examples > 1, penalty, memory)
        self.blocks = blocks_of(shape, self.chain, train_biases)
        self.steps = self.blocks[-1].stop
        self.phases = {phase: _extent([b for b in self.blocks if b.phase == phase]) for phase in PHASES}
        self.starts = tuple(block.start for block in self.blocks)
        self._places = {
            (kind, block.layer): LayerOperations(block.start + offset, block.width)
            for block in self.blocks
            for kind, offset in zip(block.kinds, block.offsets, strict=True)
        }

    @staticmethod
    @lru_cache(maxsize=256)
    def of(
        shape: Shape, examples: int, train_biases: bool, penalty: bool, memory: tuple[str, ...] = ()
    ) -> Program:
        """The program for this shape, batch and training rule; `memory` is what the optimizer remembers."""
        return Program(shape, examples, train_biases, penalty, memory)

    def block_of(self, ordinal: int) -> OperationBlock:
        """The block that holds this operation."""
        return self.blocks[bisect_right(self.starts, ordinal) - 1]

    def at(self, ordinal: int) -> Step:
        """The operation that leads from `ordinal` operations done to `ordinal + 1`; 0 ≤ ordinal < steps."""
        if not 0 <= ordinal < self.steps:
            raise IndexError(f"operation {ordinal} asked for; this iteration has 0 to {self.steps - 1}")
        block = self.blocks[bisect_right(self.starts, ordinal) - 1]
        unit, rest = divmod(ordinal - block.start, block.width)
        part = bisect_right(block.offsets, rest) - 1
        return Step(block.kinds[part], block.layer, unit, rest - block.offsets[part])

    def ordinal(self, step: Step) -> int:
        """How many operations come before this one."""
        start, width = self._places[step.kind, step.layer]
        return start + step.unit * width + step.term

    def place(self, kind: str, layer: int) -> LayerOperations | None:
        """Where a kind's operations of this layer are; None when the program has none."""
        return self._places.get((kind, layer))

    def ref(self, step: Step) -> str:
        """The ref of the number that this operation makes."""
        return ref_of(step, self.shape.sizes[step.layer - 1] if step.layer else 0, self.chain)

    def phase_of(self, ordinal: int) -> str:
        """The phase of the operation at this ordinal."""
        return self.block_of(ordinal).phase

    def producing(self, ref: str | Ref) -> int | None:
        """The ordinal of the operation that makes this number; None when it is given (x, y, W, b, η …).

        For a number of another example (`@n`) it is the operation that makes the focus example's.
        Raises `RefError` when the iteration has no such number.
        """
        name = parse(ref, self.shape, self.examples) if isinstance(ref, str) else ref
        step = self._maker(name)
        if step is not None and (step.kind, step.layer) not in self._places:
            raise RefError(f"“{name}” has no place in a rule: δ is computed without it.")
        return None if step is None else self.ordinal(step)

    def _maker(self, ref: Ref) -> Step | None:
        kind, layer, index, _ = ref
        if kind in MEMORY:
            return self._remembering(ref)
        if kind in GIVEN or (kind == "b_next" and not self.train_biases):
            return None
        if kind in ("loss", "mean_loss", "example_loss"):
            return Step("loss" if kind == "example_loss" else self.chain.loss, 0, 0)
        if kind == "downstream":
            return Step("downstream_term", layer - 1, index[1], index[0])
        if kind in ("db", "b_next"):
            maker = "update" if kind == "b_next" else self.chain.bias_gradient
            return Step(
                maker, layer, index[0], 0 if maker == "bias_gradient" else self.shape.sizes[layer - 1]
            )
        return Step(self._kind_making(kind, layer), layer, *index)

    def _remembering(self, ref: Ref) -> Step | None:
        """What makes a number of the optimizer's memory. Raises `RefError` where there is none."""
        kind, layer, index, _ = ref
        if kind[0] not in self.chain.memory:
            raise RefError(f"“{ref}” belongs to another optimizer: this one remembers no {kind[0]}.")
        if not kind.endswith("_next") or (kind[1] == "b" and not self.train_biases):
            return None
        term = index[1] if kind[1] == "W" else self.shape.sizes[layer - 1]
        return Step(MOMENTS[kind[0]], layer, index[0], term)

    def _kind_making(self, kind: str, layer: int) -> str:
        if kind == "dL/da":
            return "loss_slope" if layer == self.shape.depth else "downstream_sum"
        if kind == "dW":
            return self.chain.weight_gradient
        return self.chain.mean_gradient if kind == "dmean/dW" else _MAKES[kind]

    def first_reader(self, ref: str | Ref) -> int:
        """The ordinal of the first operation that reads this given number (W, b, x, y or a rate)."""
        name = parse(ref, self.shape, self.examples) if isinstance(ref, str) else ref
        kind, layer, index, _ = name
        if kind in ("W", "b", "x", "y"):
            reader = {
                "W": lambda: Step("product", layer, *index),
                "b": lambda: Step("sum", layer, *index),
                "x": lambda: Step("product", 1, 0, *index),
                "y": lambda: Step("loss_term", 0, *index),
            }[kind]()
            return self.ordinal(reader)
        if kind == "learning_rate":
            return self.ordinal(Step("update", 1, 0))
        if kind in ("penalty", "l1", "l2") and self.chain.penalty:
            return self.ordinal(Step("batch_loss", 0, 0))
        raise RefError(f"“{name}” is not among the given numbers that an iteration of this network reads.")


GIVEN = frozenset(("x", "y", "W", "b", "penalty", *RATES))
_MAKES = {
    "product": "product",
    "z": "sum",
    "a": "activation",
    "loss_term": "loss_term",
    "f'": "slope",
    "delta": "delta",
    "dl/dW": "weight_gradient",
    "dl/db": "bias_gradient",
    "W_next": "update",
}


def _extent(blocks: list[OperationBlock]) -> tuple[int, int]:
    return blocks[0].start, blocks[-1].stop
