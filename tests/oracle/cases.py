"""Random networks with their examples and their rule, each from a number alone.

Everything is drawn from `random.Random.random()`, whose sequence Python promises to keep, so that a case
is the same network on every machine and with every version of numpy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

import numpy as np
from numpy.typing import NDArray

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.conventions import ALPHAS, ONE_REDUCTION, Conventions, Reduction
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.functions.output_losses import HUBER_DELTA
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate

Array = NDArray[np.float64]
COUNT = 300
LARGEST_BATCH, DEEPEST, WIDEST = 64, 5, 8
SLOPED = [name for name in ACTIVATIONS if name not in ("step", "softmax")]
HIDDEN = [*SLOPED, *SLOPED, "step"]  # below a step every gradient is 0: seldom is enough


@dataclass(frozen=True, eq=False)
class Case:
    """A network, a batch and a rule; the arrays are plain numpy, as a stranger wants them."""

    number: int
    shape: Shape
    W: tuple[Array, ...]
    b: tuple[Array, ...]
    X: Array
    Y: Array
    rule: UpdateRule

    @cached_property
    def trace(self) -> Trace:
        """Our own iteration."""
        network = Network.from_parameters(self.shape, self.W, self.b)
        plan = TrainingPlan(self.rule, Batching(len(self.X)), Data(self.X, self.Y))
        return iterate(plan, TrainingState.start(network, self.rule))[0]

    @property
    def figures(self) -> dict[str, Array]:
        """Our numbers, named layer by layer; the same names as the stranger's."""
        trace, named = (
            self.trace,
            {"loss": np.array([self.trace.loss]), "example_loss": self.trace.example_loss},
        )
        quantities = {"z": trace.Z, "a": trace.A[1:], "delta": trace.delta, "dW": trace.dW, "db": trace.db}
        quantities |= {"W_next": trace.W_next, "b_next": trace.b_next}
        for name, arrays in quantities.items():
            named |= {f"{name}{layer}": array for layer, array in enumerate(arrays, start=1)}
        return named


def case(number: int) -> Case:
    """The case of this number."""
    draw = Draw(number)
    depth = draw.whole(1, DEEPEST)
    sizes = [draw.whole(1, WIDEST) for _ in range(depth + 1)]
    loss = draw.one_of([name for name, one in LOSSES.items() if not one.is_rule])
    last = LOSSES[loss].needs or draw.one_of(list(ACTIVATIONS))
    activations = [draw.one_of(HIDDEN) for _ in range(depth - 1)] + [last]
    shape = Shape(sizes[0], tuple(sizes[1:]), tuple(activations), loss)
    N = draw.whole(1, LARGEST_BATCH) if draw.chance(0.7) else 1
    return Case(
        number=number,
        shape=shape,
        W=tuple(draw.array(n_out, n_in) * (1.5 / n_in**0.5) for n_in, n_out in shape.pairs),
        b=tuple(draw.array(n_out) for n_out in shape.units),
        X=2.0 * draw.array(N, sizes[0]),
        Y=targets(draw, shape, N),
        rule=UpdateRule(
            SGD(draw.between(0.01, 1.0)),
            l1=draw.between(0.0, 0.1) if draw.chance(0.25) else 0.0,
            l2=draw.between(0.0, 0.5) if draw.chance(0.25) else 0.0,
            train_biases=draw.chance(0.8),
        ),
    )


def chosen(number: int) -> Case:
    """The case of this number under conventions that are drawn too, as far as its functions have them."""
    draw, one = Draw(COUNT + number), case(number)
    reductions: list[Reduction | None] = [None, "sum", "mean"]
    conventions = Conventions(
        None if one.shape.loss in ONE_REDUCTION else reductions[draw.whole(0, 2)],
        draw.between(0.05, 1.5) if one.shape.loss == "huber" else HUBER_DELTA,
        tuple(draw.between(0.01, 1.0) if name in ALPHAS else None for name in one.shape.activations),
        "sum" if draw.chance(0.5) else "mean",
    )
    return replace(one, shape=replace(one.shape, conventions=conventions))


def by_rule(number: int) -> Case:
    """The case of this number as one layer under the perceptron's rule."""
    draw, one = Draw(2 * COUNT + number), case(number)
    conventions = Conventions(batch_reduction="sum" if draw.chance(0.5) else "mean")
    shape = Shape(one.shape.inputs, one.shape.units[:1], ("step",), "perceptron", conventions)
    Y = targets(draw, shape, len(one.X))
    return replace(one, shape=shape, W=one.W[:1], b=one.b[:1], Y=Y)


def targets(draw: "Draw", shape: Shape, N: int) -> Array:
    """Any numbers for distances, signs for the hinge; for cross-entropies probabilities or distributions."""
    Y = draw.array(N, shape.outputs)
    if shape.loss == "hinge":
        return np.where(Y > 0, 1.0, -1.0)
    if shape.loss == "perceptron":
        return np.where(Y > 0, 1.0, 0.0)
    if shape.loss == "binary_cross_entropy":
        return np.where(Y > 0, 1.0, 0.0) if draw.chance(0.5) else 0.5 * (Y + 1.0)
    if shape.loss != "cross_entropy":
        return Y
    if draw.chance(0.5):
        return np.where(Y.max(axis=1, keepdims=True) == Y, 1.0, 0.0)
    positive = np.exp(Y)
    distribution: Array = positive / positive.sum(axis=1, keepdims=True)
    return distribution


class Draw:
    """Draws for one case."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self._random()

    def whole(self, low: int, high: int) -> int:
        return low + int(self._random() * (high - low + 1))

    def chance(self, probability: float) -> bool:
        return self._random() < probability

    def one_of(self, names: Sequence[str]) -> str:
        return names[self.whole(0, len(names) - 1)]

    def array(self, *shape: int) -> Array:
        """Uniform numbers of (−1, 1)."""
        count = int(np.prod(shape))
        return np.array([self.between(-1.0, 1.0) for _ in range(count)]).reshape(shape)
