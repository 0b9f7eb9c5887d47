"""Random networks and plans for hypothesis: shapes are drawn, so that they shrink; numbers come of a seed."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import OPTIMIZERS, SGD
from backstep_lab.engine.schedules import CONSTANT, Cosine, Exponential, StepDown
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule

SMOOTH = ("identity", "sigmoid", "tanh", "bipolar_sigmoid", "gelu", "silu", "softplus")
KINKED = ("relu", "leaky_relu", "elu", "hard_sigmoid", "step")
HIDDEN = (*SMOOTH, *KINKED)
SMOOTH_LOSSES = tuple(name for name, loss in LOSSES.items() if loss.piece is None and not loss.is_rule)

seeds = st.integers(0, 2**32 - 1)


@dataclass(frozen=True)
class Start:
    """A plan and the state to start from."""

    plan: TrainingPlan
    state: TrainingState

    def __repr__(self) -> str:
        plan = self.plan
        return f"{self.state.network.shape}, {len(plan.data.X)} examples, {plan.batching}, {plan.rule}"


@st.composite
def shapes(
    draw: st.DrawFn, hidden: tuple[str, ...] = HIDDEN, losses: tuple[str, ...] = tuple(LOSSES)
) -> Shape:
    """Up to three layers of up to four units, with any loss that fits."""
    loss = draw(st.sampled_from(losses))
    depth = 1 if LOSSES[loss].is_rule else 3
    units = draw(st.lists(st.integers(1, 4), min_size=1, max_size=depth))
    last = LOSSES[loss].needs or draw(st.sampled_from((*hidden, "softmax")))
    activations = (*(draw(st.sampled_from(hidden)) for _ in units[1:]), last)
    return Shape(draw(st.integers(1, 4)), tuple(units), activations, loss)


def network(shape: Shape, rng: np.random.Generator) -> Network:
    """Parameters of a size at which nothing saturates, none of them 0."""
    W = [rng.uniform(0.05, 1.0, (n, m)) * rng.choice([-1.0, 1.0], (n, m)) for m, n in shape.pairs]
    return Network.from_parameters(shape, W, [rng.uniform(-0.5, 0.5, n) for n in shape.units])


def examples(shape: Shape, count: int, rng: np.random.Generator) -> Data:
    """Inputs of (−1, 1), and targets that the loss allows; for cross-entropy not always distributions."""
    Y = rng.uniform(0.0, 1.0, (count, shape.outputs))
    if shape.loss == "cross_entropy" and rng.random() < 0.5:
        Y = Y / Y.sum(axis=1, keepdims=True)
    return Data(rng.uniform(-1.0, 1.0, (count, shape.inputs)), Y)


rules = st.builds(
    UpdateRule,
    st.builds(
        lambda kind, rate: kind(rate),
        st.sampled_from([SGD, SGD, *OPTIMIZERS.values()]),
        st.sampled_from([0.01, 0.1, 0.5]),
    ),
    l1=st.sampled_from([0.0, 0.0, 0.01]),
    l2=st.sampled_from([0.0, 0.0, 0.1]),
    train_biases=st.booleans(),
    schedule=st.sampled_from([CONSTANT, CONSTANT, StepDown(2, 0.5), Exponential(0.9), Cosine(4)]),
)


@st.composite
def starts(
    draw: st.DrawFn, hidden: tuple[str, ...] = HIDDEN, losses: tuple[str, ...] = tuple(LOSSES)
) -> Start:
    """Any plan: batches of any size, the last one often partial, shuffled or not, any rule."""
    shape, rng = draw(shapes(hidden, losses)), np.random.default_rng(draw(seeds))
    count = draw(st.integers(1, 9))
    batching = Batching(draw(st.integers(1, 10)), draw(st.booleans()), draw(st.integers(0, 3)))
    rule = draw(rules)
    return Start(
        TrainingPlan(rule, batching, examples(shape, count, rng)),
        TrainingState.start(network(shape, rng), rule),
    )
