"""Random iterations to read: small networks of every kind, with every option of the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from hypothesis import strategies as st

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.conventions import ALPHAS, ONE_REDUCTION, Conventions, Reduction
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.functions.output_losses import HUBER_DELTA
from backstep_lab.engine.memory.arrays import frozen
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import OPTIMIZERS, SGD, Momentum
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate
from backstep_lab.stepping.program import Program

HIDDEN = tuple(name for name, function in ACTIVATIONS.items() if not function.is_softmax)
FREE = tuple(name for name, loss in LOSSES.items() if loss.needs is None)
OUTPUTS = (
    *product((*HIDDEN, "softmax"), FREE),
    ("sigmoid", "binary_cross_entropy"),
    ("softmax", "cross_entropy"),
    ("step", "perceptron"),
)

Chosen = tuple[float | None, Reduction | None, float, Reduction]  # α, over the outputs, δ, over the batch
NONE_CHOSEN: Chosen = (None, None, HUBER_DELTA, "mean")


@dataclass(frozen=True)
class Case:
    """An iteration with the program that reads it."""

    trace: Trace
    program: Program
    rule: UpdateRule
    focus: int

    @property
    def shape(self) -> Shape:
        return self.program.shape


def shapes(most: int = 4) -> st.SearchStrategy[Shape]:
    chosen = st.tuples(
        st.sampled_from([None, 0.25, 1.0, 0.0003]),
        st.sampled_from([None, "sum", "mean"]),
        st.sampled_from([HUBER_DELTA, 0.5, 0.02]),
        st.sampled_from(["sum", "mean"]),
    )
    hidden = st.lists(_layers(most), max_size=2)
    return st.builds(_shape, st.integers(1, most), hidden, _outputs(most), st.just(NONE_CHOSEN) | chosen)


def _layers(most: int) -> st.SearchStrategy[tuple[int, str]]:
    return st.tuples(st.integers(1, most), st.sampled_from(HIDDEN))


def _outputs(most: int) -> st.SearchStrategy[tuple[int, tuple[str, str]]]:
    return st.tuples(st.integers(1, most), st.sampled_from(OUTPUTS))


def _conventions(activations: tuple[str, ...], loss: str, chosen: Chosen) -> Conventions:
    """What is chosen, as far as these functions have it."""
    alpha, reduction, delta, batch_reduction = chosen
    return Conventions(
        None if loss in ONE_REDUCTION else reduction,
        delta if loss == "huber" else HUBER_DELTA,
        tuple(alpha if name in ALPHAS else None for name in activations),
        batch_reduction,
    )


def _shape(
    inputs: int, hidden: list[tuple[int, str]], output: tuple[int, tuple[str, str]], chosen: Chosen
) -> Shape:
    n_L, (activation, loss) = output
    hidden = [] if LOSSES[loss].is_rule else hidden
    units = (*(n for n, _ in hidden), n_L)
    activations = (*(name for _, name in hidden), activation)
    return Shape(inputs, units, activations, loss, _conventions(activations, loss, chosen))


PENALTIES = ((0.0, 0.0), (0.01, 0.0), (0.0, 0.02), (0.01, 0.02))


def programs(most: int = 4) -> st.SearchStrategy[Program]:
    return st.builds(Program.of, shapes(most), st.integers(1, 3), st.booleans(), st.booleans())


@st.composite
def cases(draw: st.DrawFn) -> Case:
    shape, examples = draw(shapes()), draw(st.integers(1, 4))
    l1, l2 = draw(st.sampled_from(PENALTIES))
    kind = draw(st.sampled_from([*OPTIMIZERS, "sgd", "sgd"]))
    optimizer = OPTIMIZERS[kind](0.3)
    if isinstance(optimizer, Momentum) and draw(st.booleans()):
        optimizer = replace(optimizer, dampening=0.4)
    if hasattr(optimizer, "epsilon") and draw(st.booleans()):
        optimizer = replace(optimizer, epsilon=0.0)  # type: ignore[call-arg]
    rule = UpdateRule(optimizer, l1, l2, draw(st.booleans()))
    if draw(st.booleans()):
        rule = replace(rule, frozen=(shape.parameter_count - 1,))
    scale = draw(st.sampled_from((0.5, 2.0, 20.0)))
    return case(shape, examples, rule, draw(st.integers(0, examples - 1)), draw(st.integers(0, 999)), scale)


def case(
    shape: Shape,
    examples: int = 1,
    rule: UpdateRule | None = None,
    focus: int = 0,
    seed: int = 0,
    scale: float = 1.0,
) -> Case:
    """An iteration from normal parameters times `scale`; targets between 0 and 1, rows adding up to 1."""
    rng = np.random.default_rng(seed)
    network = Network(shape, frozen(scale * rng.standard_normal(shape.parameter_count)))
    targets = rng.random((examples, shape.outputs)) + 0.01
    X, Y = rng.standard_normal((examples, shape.inputs)), targets / targets.sum(axis=1, keepdims=True)
    return read(network, X.tolist(), Y.tolist(), rule or UpdateRule(SGD(0.3)), focus)


def read(
    network: Network, X: list[list[float]], Y: list[list[float]], rule: UpdateRule, focus: int = 0
) -> Case:
    """The iteration of this network over these examples as one batch."""
    plan = TrainingPlan(rule, Batching(len(X)), Data(frozen(X), frozen(Y)))
    memory = np.random.default_rng(1).random(len(rule.optimizer.memory) * network.shape.parameter_count)
    trace, _ = iterate(
        plan, replace(TrainingState.start(network, rule), optimizer_state=frozen(memory), optimizer_step=2)
    )
    assert trace.overflow is None, f"the case overflows at {trace.overflow}"
    program = Program.of(network.shape, len(X), rule.train_biases, rule.has_penalty, rule.optimizer.memory)
    return Case(trace, program, rule, focus)


def mazur() -> Case:
    """Matt Mazur, "A Step by Step Backpropagation Example", 2015."""
    shape = Shape(2, (2, 2), ("sigmoid", "sigmoid"), "half_squared_error")
    weights = [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]]
    network = Network.from_parameters(shape, weights, [[0.35, 0.35], [0.60, 0.60]])
    return read(network, [[0.05, 0.10]], [[0.01, 0.99]], UpdateRule(SGD(0.5), train_biases=False))
