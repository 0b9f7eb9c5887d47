"""The kinds of operation that an iteration is read in, and the name of the number that each one makes.

An operation has a place: `Step(kind, layer, unit, term)`. Layers count from 1 (0 for the loss), units and
terms from 0. The term counts the edges of a unit: incoming ones for `product`, `weight_gradient`,
`batch_gradient`, `penalty_gradient`, `first_moment`, `second_moment` and `update` (where the term after the
last weight is the bias), outgoing ones for `downstream_term`.
"""

from __future__ import annotations

from typing import NamedTuple

FORWARD, LOSS, BACKWARD, UPDATE = PHASES = ("forward", "loss", "backward", "update")

PHASE = {
    "product": FORWARD,
    "sum": FORWARD,
    "activation": FORWARD,
    "loss_term": LOSS,
    "loss": LOSS,
    "batch_loss": LOSS,
    "loss_slope": BACKWARD,
    "downstream_term": BACKWARD,
    "downstream_sum": BACKWARD,
    "slope": BACKWARD,
    "delta": BACKWARD,
    "weight_gradient": BACKWARD,
    "bias_gradient": BACKWARD,
    "batch_gradient": BACKWARD,
    "penalty_gradient": BACKWARD,
    "first_moment": UPDATE,
    "second_moment": UPDATE,
    "update": UPDATE,
}
MOMENTS = {"m": "first_moment", "v": "second_moment"}  # what makes the optimizer's memory, by its name


class Step(NamedTuple):
    """One operation's place in the program of an iteration."""

    kind: str
    layer: int
    unit: int
    term: int = 0


class Chain(NamedTuple):
    """What follows the focus example's own numbers: a mean over several examples, a penalty, both or neither.

    The last operation of a chain carries the plain name (`loss`, `dW…`, `db…`). `memory` names what the
    optimizer remembers of each parameter; it is made anew before the parameter is.
    """

    batch: bool
    penalty: bool
    memory: tuple[str, ...] = ()

    @property
    def single(self) -> bool:
        """Whether the focus example's loss and gradient already are the whole loss and gradient."""
        return not (self.batch or self.penalty)

    @property
    def loss(self) -> str:
        """The kind of operation that makes the loss L."""
        return "loss" if self.single else "batch_loss"

    @property
    def mean_gradient(self) -> str:
        """The kind of operation that makes a weight's mean gradient before a penalty."""
        return "batch_gradient" if self.batch else "weight_gradient"

    @property
    def weight_gradient(self) -> str:
        """The kind of operation that makes a weight's gradient ∂L/∂w."""
        return "penalty_gradient" if self.penalty else self.mean_gradient

    @property
    def bias_gradient(self) -> str:
        """The kind of operation that makes a bias's gradient ∂L/∂b."""
        return "batch_gradient" if self.batch else "bias_gradient"


def ref_of(step: Step, n_in: int, chain: Chain) -> str:
    """The ref of the number that `step` makes; `n_in` is the number of units below the step's layer."""
    kind, layer, j, k = step
    if kind == "product":
        return f"W{layer}[{j},{k}]*a{layer - 1}[{k}]" if layer > 1 else f"W1[{j},{k}]*x[{k}]"
    if kind == "downstream_term":
        return f"W{layer + 1}[{k},{j}]*delta{layer + 1}[{k}]"
    if kind in _OF_UNIT:
        before, after = _OF_UNIT[kind]
        return f"{before}{layer}[{j}{after}"
    if kind == "loss_term":
        return f"loss[{j}]"
    if kind in ("loss", "batch_loss"):
        return "loss" if kind == chain.loss else "example_loss"
    return _parameter_ref(step, n_in, chain)


_OF_UNIT = {
    "sum": ("z", "]"),
    "activation": ("a", "]"),
    "loss_slope": ("dL/da", "]"),
    "downstream_sum": ("dL/da", "]"),
    "slope": ("f'(z", "])"),
    "delta": ("delta", "]"),
}


_OF_PARAMETER = {"first_moment": "m", "second_moment": "v", "update": ""}


def _parameter_ref(step: Step, n_in: int, chain: Chain) -> str:
    kind, layer, j, k = step
    if kind == "bias_gradient":
        return f"dl/db{layer}[{j}]" if chain.batch else f"db{layer}[{j}]"
    if kind in _OF_PARAMETER:
        name = _OF_PARAMETER[kind]
        return f"{name}b{layer}_next[{j}]" if k == n_in else f"{name}W{layer}_next[{j},{k}]"
    if kind == "batch_gradient" and k == n_in:
        return f"db{layer}[{j}]"
    if kind == chain.weight_gradient:
        return f"dW{layer}[{j},{k}]"
    return f"dl/dW{layer}[{j},{k}]" if kind == "weight_gradient" else f"dmean/dW{layer}[{j},{k}]"
