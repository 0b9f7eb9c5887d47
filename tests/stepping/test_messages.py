"""Sentences about operations: complete in both languages, and true of the numbers that they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.functions.conventions import Conventions, Reduction
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD, Adam, AdamW, Optimizer
from backstep_lab.engine.schedules import Cosine
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate
from backstep_lab.exports.handouts.worked_solution import line_of, words_of
from backstep_lab.stepping.explain.operation import Operation, explain
from backstep_lab.stepping.program import Program
from tests.stepping.cases import Case, case, cases, read
from tests.stepping.claims import CLAIMS, LANGUAGES, Facts, claims_in
from tests.stepping.iterations import iterations
from tests.stepping.sentences import keys, marked, names, variants

BESIDE = {"layer", "unit", "value", "sign"}
EDGE = {"from", "from_layer"}
STEP = {"gradient", "learning_rate", "optimizer", "change"}
OLD = STEP | {"old"}
MEMORY = {"old", "gradient", "optimizer"}
LOSS = {"loss", "a", "y"}
SLOPE = LOSS | {"examples"}
KEYS: dict[str, set[str]] = {
    "op-product": EDGE | {"w", "a"},
    **{key: {"count", "bias"} for key in ("op-sum", "op-sum-rounding")},
    "op-activation": {"activation", "z"},
    "op-activation-softmax": {"activation", "z", "count"},
    **{f"op-loss-term{why}": LOSS for why in ("", "-nothing", "-unwanted")},
    **{key: {"loss", "count", "part"} for key in ("op-loss", "op-loss-mean")},
    "op-batch-loss": {"examples", "example_loss"},
    "op-batch-loss-sum": {"examples", "example_loss"},
    "op-batch-loss-sum-penalty": {"examples", "example_loss", "mean", "penalty"},
    **{
        f"op-{of}-loss-penalty": {"examples", "example_loss", "mean", "penalty"}
        for of in ("batch", "example")
    },
    "op-loss-slope": SLOPE,
    **{
        f"op-loss-slope-{why}": SLOPE
        for why in (
            "exact",
            "corner",
            "unwanted",
            "margin",
            "margin-corner",
            "underflow",
            "unbounded",
        )
    },
    "op-downstream-term": {"to", "to_layer", "w", "delta"},
    **{key: {"count", "examples"} for key in ("op-downstream-sum", "op-downstream-sum-rounding")},
    **{
        f"op-slope{why}": {"activation", "z", "a"}
        for why in ("", "-kink", "-step", "-zero", "-underflow", "-softmax", "-unused")
    },
    **{f"op-loss-term-rule{which}": {"a", "y", "z"} for which in ("", "-right")},
    **{f"op-delta-rule{which}": {"a", "y"} for which in ("", "-right")},
    "op-weight-gradient-rule": EDGE | {"delta", "a"},
    "op-delta": {"gradient", "slope", "examples"},
    **{key: {"activation", "loss", "a", "y", "count"} for key in ("op-delta-fused", "op-delta-fused-mean")},
    "op-delta-softmax": {"activation", "a", "gradient", "count"},
    **{f"op-weight-gradient{why}": EDGE | {"delta", "a"} for why in ("", "-unused", "-level", "-underflow")},
    "op-weight-gradient-share": EDGE | {"delta", "a", "example", "examples"},
    "op-bias-gradient": {"delta"},
    "op-bias-gradient-share": {"delta", "example", "examples"},
    **{
        f"op-batch-gradient{which}": {"share", "examples"}
        for which in ("", "-bias", "-rounding", "-sum", "-sum-bias", "-sum-rounding")
    },
    "op-penalty-gradient": EDGE | {"mean", "w", "added"},
    "op-update": EDGE | STEP | {"w"},
    "op-update-bias": STEP | {"b"},
    **{f"op-update-{why}": OLD | {"parameter"} for why in ("no-gradient", "no-rate", "underflow")},
    **{
        key: {"old", "gradient", "optimizer", "kept", "share"}
        for key in ("op-first-moment", "op-second-moment")
    },
    "op-sum-of-squares": MEMORY,
    **{f"op-update-{name}": OLD for name in ("momentum", "adagrad", "rmsprop")},
    "op-update-nesterov": OLD | {"kept"},
    "op-update-frozen": OLD | {"parameter"},
    "op-moment-frozen": set(),
    "op-update-undivided": OLD,
    "op-update-undivided-decay": OLD | {"decay"},
    "op-update-adam": OLD | {"m_hat", "v_hat", "began"},
    "op-update-adamw": OLD | {"m_hat", "v_hat", "began", "decay"},
}
WITHOUT_VALUE = {"op-loss-slope-unbounded"}
PRINTED = {"size", "direction"}  # made of value and change where a sentence is printed


def operations(of: Case) -> Iterator[Operation]:
    return (explain(of.trace, of.program, n, of.focus, of.rule) for n in range(of.program.steps))


@given(cases())
def test_a_sentence_gets_the_arguments_of_its_key_and_none_is_missing(case: Case) -> None:
    for operation in operations(case):
        _has_its_arguments(operation)


def _has_its_arguments(operation: Operation) -> None:
    message = operation.message
    beside = {"layer", "unit"} if message.key in WITHOUT_VALUE else BESIDE
    assert set(message.args) == KEYS[message.key] | beside, message.key
    assert None not in message.args.values()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_sentence_that_asks_for_nothing_else(language: str) -> None:
    assert keys(language) == set(KEYS)
    for key, args in KEYS.items():
        printed, chosen = names(language)[key]
        known = args | (BESIDE - {"value", "sign"} if key in WITHOUT_VALUE else BESIDE | PRINTED)
        assert (printed | set(chosen)) <= known, key


def unit(
    activation: str, loss: str, w: float, y: float, rule: UpdateRule | None = None, units: int = 1
) -> Case:
    """Units without hidden layers, x = 1 and b = 0, so that each z is w; every target is y."""
    network = Network.from_parameters(
        Shape(1, (units,), (activation,), loss), [[[w]] * units], [[0.0] * units]
    )
    return read(network, [[1.0]], [[y] * units], rule or UpdateRule(SGD(0.1)))


def row(weights: list[float], y: float) -> Case:
    """One linear unit over inputs of 1."""
    network = Network.from_parameters(
        Shape(len(weights), (1,), ("identity",), "half_squared_error"), [[weights]], [[0.0]]
    )
    return read(network, [[1.0] * len(weights)], [[y]], UpdateRule(SGD(0.1)))


def fan(weights: list[float]) -> Case:
    """One linear unit that passes 1 on to outputs whose error is 1 each."""
    shape = Shape(1, (1, len(weights)), ("identity", "identity"), "half_squared_error")
    network = Network.from_parameters(shape, [[[1.0]], [[w] for w in weights]], [[0.0], [0.0] * len(weights)])
    return read(network, [[1.0]], [[w - 1.0 for w in weights]], UpdateRule(SGD(0.1)))


def batch(targets: list[float], reduction: Reduction = "mean") -> Case:
    """A linear unit with weight 0 over inputs of 1: each example's gradient is minus its target."""
    conventions = Conventions(batch_reduction=reduction)
    shape = Shape(1, (1,), ("identity",), "half_squared_error", conventions)
    network = Network.from_parameters(shape, [[[0.0]]], [[0.0]])
    return read(network, [[1.0]] * len(targets), [[y] for y in targets], UpdateRule(SGD(0.1)))


def tiny() -> Case:
    """An error and an input of 1e−200 each, whose product float64 cannot hold."""
    network = Network.from_parameters(Shape(1, (1,), ("identity",), "half_squared_error"), [[[0.0]]], [[0.0]])
    return read(network, [[1e-200]], [[-1e-200]], UpdateRule(SGD(0.1)))


def without_gradient(optimizer: Optimizer) -> Case:
    """A linear unit on its target, whose optimizer remembers nothing."""
    network = Network.from_parameters(Shape(1, (1,), ("identity",), "half_squared_error"), [[[2.0]]], [[0.0]])
    rule = UpdateRule(optimizer)
    plan = TrainingPlan(rule, Batching(1), Data(np.array([[1.0]]), np.array([[2.0]])))
    trace, _ = iterate(plan, TrainingState.start(network, rule))
    return Case(trace, Program.of(network.shape, 1, True, False, optimizer.memory), rule, 0)


@cache
def special() -> tuple[Case, ...]:
    """Zeros, ones, corners, saturated numbers and numbers that are lost in rounding, one by one."""
    losses = ("half_squared_error", "mean_squared_error", "absolute_error", "huber", "hinge")
    bent = (
        "relu",
        "leaky_relu",
        "hard_sigmoid",
        "step",
        "elu",
        "gelu",
        "silu",
        "softplus",
        "tanh",
        "bipolar_sigmoid",
        "sigmoid",
    )
    return (
        *(
            unit("identity", loss, w, y)
            for loss in losses
            for w in (-1.5, 0.0, 0.5, 1.0, 2.0)
            for y in (-1.0, 1.0)
        ),
        *(
            unit(activation, "half_squared_error", z, 0.3)
            for activation in bent
            for z in (-800.0, -40.0, -3.0, -1.0, -0.0, 0.5, 3.0, 40.0, 800.0)
        ),
        *(
            unit("sigmoid", "binary_cross_entropy", z, y, units=n)
            for z in (-800.0, -40.0, 0.0, 40.0, 800.0)
            for y in (0.0, 0.5, 1.0)
            for n in (1, 2)
        ),
        *(
            unit("softmax", loss, 0.5, 1.0 / n, units=n)
            for loss in ("cross_entropy", "hinge")
            for n in (1, 2, 3)
        ),
        unit("softmax", "cross_entropy", 0.5, 0.0, units=2),
        unit("identity", "mean_squared_error", 5e-324, 0.0, units=4),
        row([0.1, 0.2, -0.3], 1.0),
        row([0.5, 0.25, -0.75], 1.0),
        fan([0.1, 0.2, -0.3]),
        fan([0.5, 0.5, -1.0]),
        batch([0.1, 0.2, -0.3]),
        batch([0.1, 0.2, -0.3], "sum"),
        batch([0.5, -0.5]),
        tiny(),
        unit("identity", "half_squared_error", 1.0, 0.5, UpdateRule(SGD(0.0))),
        unit("identity", "half_squared_error", 1.0, 0.5, UpdateRule(SGD(1e-17))),
        unit("identity", "half_squared_error", 1.0, 0.5, UpdateRule(SGD(0.1), 0.0, 0.1)),
        unit("identity", "half_squared_error", 1.0, 0.5, UpdateRule(SGD(0.1), train_biases=False)),
        unit("identity", "half_squared_error", 1.0, 0.5, UpdateRule(SGD(0.1), schedule=Cosine(1))),
        case(Shape(2, (2,), ("softmax",), "cross_entropy"), examples=70, focus=69),
        *(without_gradient(optimizer) for optimizer in (Adam(0.1, epsilon=0.0), AdamW(0.1, epsilon=0.0))),
    )


def test_every_claim_of_every_sentence_is_true_and_made_in_both_languages() -> None:
    reached = set()
    for one in (*iterations(), *special()):
        for operation in operations(one):
            _has_its_arguments(operation)
            _is_true(one, operation)
            reached.add(operation.message.key)
    assert reached == set(KEYS)


def _is_true(case: Case, operation: Operation) -> None:
    words = words_of(operation, "en")
    made = {language: claims_in(marked(operation, language, words), language) for language in LANGUAGES}
    english, chinese = (made[language] for language in LANGUAGES)
    assert english == chinese, operation.message
    for name in english:
        assert CLAIMS[name].holds(Facts(case, operation)), (name, operation)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_says_more_than_is_checked(language: str) -> None:
    made = set()
    for key in keys(language):
        for sentence in variants(key, language):
            made |= claims_in(sentence, language)
    assert made == set(CLAIMS)


@pytest.mark.parametrize(("examples", "title"), [(1, "Loss with penalty"), (2, "Loss of the batch")])
def test_the_loss_of_one_example_is_not_called_that_of_a_batch(examples: int, title: str) -> None:
    of = case(Shape(1, (1,), ("tanh",), "half_squared_error"), examples, UpdateRule(SGD(0.1), 0.0, 0.1))
    titles = {operation.kind: line_of(operation, "en").title for operation in operations(of)}
    assert titles["batch_loss"] == title


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_printed_with_all_its_numbers(language: str) -> None:
    for one in special():
        for operation in operations(one):
            sentence = line_of(operation, language).sentence
            assert "{" not in sentence, sentence
            assert sentence[-1] in ".。", sentence
