"""Where a number is made, with what lies around it: what one may take for something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backstep_lab.engine.network import Shape
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.sessions.layered import layered

if TYPE_CHECKING:
    from backstep_lab.quiz.target import QuizTarget

Misconception = tuple[str, float]


@dataclass(frozen=True, slots=True)
class OperationContext:
    """An operation's place in its iteration: unit j of a layer, term k, row n of the batch."""

    trace: Trace
    rule: UpdateRule
    layer: int
    j: int
    k: int
    n: int

    @classmethod
    def of(cls, about: QuizTarget) -> OperationContext:
        """The place of what is asked for."""
        current = layered(about.there)
        _, layer, j, k = current.program.at(about.ordinal)
        return cls(current.trace, current.setup.plan.rule, layer, j, k, about.focus)

    @property
    def shape(self) -> Shape:
        """The network's shape."""
        return self.trace.shape

    @property
    def is_output(self) -> bool:
        """Whether the layer is the last one."""
        return self.layer == self.shape.depth

    @property
    def is_bias(self) -> bool:
        """Whether the term is the bias, which comes after the weights."""
        return self.k == self.shape.sizes[self.layer - 1]

    @property
    def activation(self) -> str:
        """The layer's activation function."""
        return self.shape.activations[self.layer - 1]

    @property
    def w(self) -> float:
        """The weight of the edge from unit k below."""
        return self.trace.W[self.layer - 1].item(self.j, self.k)

    @property
    def b(self) -> float:
        """The unit's bias."""
        return self.trace.b[self.layer - 1].item(self.j)

    @property
    def z(self) -> float:
        """The unit's weighted sum."""
        return self.trace.Z[self.layer - 1].item(self.n, self.j)

    @property
    def a(self) -> float:
        """The unit's activation."""
        return self.trace.A[self.layer].item(self.n, self.j)

    @property
    def a_below(self) -> float:
        """The activation, or input, at the lower end of the edge."""
        return self.trace.A[self.layer - 1].item(self.n, self.k)

    @property
    def z_below(self) -> float | None:
        """The weighted sum there; None for an input."""
        return self.trace.Z[self.layer - 2].item(self.n, self.k) if self.layer > 1 else None

    @property
    def back(self) -> float:
        """∂ℓ/∂a of the unit."""
        return self.trace.dL_dA[self.layer - 1].item(self.n, self.j)

    @property
    def slope(self) -> float:
        """f′(z) of the unit."""
        return self.trace.slope[self.layer - 1].item(self.n, self.j)

    @property
    def delta(self) -> float:
        """δ of the unit."""
        return self.trace.delta[self.layer - 1].item(self.n, self.j)

    @property
    def old(self) -> float:
        """The weight or bias before its update."""
        return self.b if self.is_bias else self.w

    @property
    def new(self) -> float:
        """The same after it."""
        after = self.trace.b_next if self.is_bias else self.trace.W_next
        return after[self.layer - 1].item(*((self.j,) if self.is_bias else (self.j, self.k)))

    @property
    def gradient(self) -> float:
        """Its gradient."""
        if self.is_bias:
            return self.trace.db[self.layer - 1].item(self.j)
        return self.trace.dW[self.layer - 1].item(self.j, self.k)

    def back_by_new_weights(self) -> float:
        """What would come back to the unit over its outgoing edges, were their weights updated already."""
        above = self.trace.delta[self.layer][self.n]
        return float(self.trace.W_next[self.layer][:, self.j] @ above)
