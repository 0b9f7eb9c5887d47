"""Each misconception is called by its name. Mazur's numbers, unless another network is needed."""

from typing import Any

import pytest

from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import spec_of
from tests.quiz.asking import answered
from tests.sessions.building import mazur

HAND: dict[str, Any] = {
    "network": {
        "inputs": 1,
        "layers": [{"units": 1, "activation": "tanh"}, {"units": 1, "activation": "sigmoid"}],
        "loss": "binary_cross_entropy",
        "parameters": {"W": [[[0.5]], [[-2.0]]], "b": [[0.25], [1.0]]},
    },
    "data": {"X": [[1.0], [3.0]], "Y": [[1.0], [0.0]]},
    "training": {"optimizer": {"learning_rate": 0.5}, "batch_size": 2},
}


def hand(**parts: Any) -> Session:
    """A 1-1-1 network with two examples in its batch."""
    network = {**HAND["network"], **parts.pop("network", {})}
    return Session.new("hand", spec_of({**HAND, "network": network, **parts}))


@pytest.mark.parametrize(
    ("ref", "text", "misconception"),
    [
        ("W1[0,0]*x[0]", "0.15+0.05", "added"),
        ("W1[0,0]*x[0]", "-0.0075", "sign"),
        ("W1[0,0]*x[0]", "0.075", "decimal"),
        ("W1[0,1]*x[1]", "0.25*0.1", "turned-edge"),
        ("W2[0,0]*a1[0]", "0.4*0.3775", "z-for-a"),
        ("z1[0]", "0.0275", "forgot-bias"),
        ("z1[0]", "0.593", "a-for-z"),
        ("z1[0]", "0.05+0.1+0.35", "forgot-weights"),
        ("a1[0]", "0.3775", "z-for-a"),
        ("a1[0]", "0.241", "slope-for-a"),
        ("a1[0]", "1/(1+e^0.3775)", "forgot-minus"),
        ("loss[0]", "(0.01-0.75137)^2", "forgot-half"),
        ("loss[0]", "0.7414", "forgot-square"),
        ("loss", "0.5967", "forgot-half"),
        ("loss", "0.2748", "one-term"),
        ("loss", "0.149", "mean-for-sum"),
        ("dL/da2[0]", "0.01-0.75137", "sign"),
        ("dL/da2[0]", "0.2748", "loss-for-slope"),
        ("dL/da2[0]", "0.3707", "half-too-many"),
        ("f'(z2[0])", "0.7514", "a-for-slope"),
        ("f'(z2[0])", "1-0.7514", "forgot-factor"),
        ("f'(z2[0])", "1.106*(1-1.106)", "z-for-a"),
        ("delta2[0]", "0.7414", "forgot-slope"),
        ("delta2[0]", "0.1868", "slope-only"),
        ("delta2[0]", "0.7414*0.7514", "a-for-slope"),
        ("delta2[0]", "0.7414+0.1868", "added"),
        ("dW2[0,0]", "0.7414*0.5933", "forgot-slope"),
        ("dW2[0,0]", "0.1385", "forgot-a"),
        ("dW2[0,0]", "0.1385*0.3775", "z-for-a"),
        ("dW2[0,0]", "0.1385*0.7514", "own-a"),
        ("dW2[1,0]", "-0.0381*0.5", "weight-for-a"),
        ("db2[0]", "0.7414", "forgot-slope"),
        ("db2[0]", "0.1385*0.6", "times-bias"),
        ("W2[0,0]*delta2[0]", "0.3589*0.1385", "updated-weight"),
        ("W2[0,0]*delta2[0]", "0.4*0.7514", "a-for-delta"),
        ("dL/da1[0]", "0.3589*0.1385-0.5113*0.0381", "updated-weight"),
        ("dL/da1[0]", "0.1385-0.0381", "forgot-weights"),
        ("dL/da1[0]", "0.0554", "one-term"),
        ("delta1[0]", "(0.3589*0.1385-0.5113*0.0381)*0.2413", "updated-weight"),
        ("W2_next[0,0]", "0.4+0.5*0.0822", "uphill"),
        ("W2_next[0,0]", "0.4-0.0822", "forgot-rate"),
        ("W2_next[0,0]", "0.0822", "gradient-for-weight"),
        ("W2_next[0,0]", "-0.0411", "change-only"),
        ("W2_next[0,0]", "0.4", "unchanged"),
        ("W1_next[0,0]", "0.15", "unchanged"),
    ],
)
def test_a_misconception_in_mazurs_network_is_recognised(ref: str, text: str, misconception: str) -> None:
    verdict = answered(mazur(), ref, text)
    assert (verdict.correct, verdict.misconception) == (False, misconception)


@pytest.mark.parametrize(
    ("ref", "misconception"),
    [
        ("loss[0]", "log-ten"),
        ("loss", "forgot-mean"),
        ("loss", "own-example"),
        ("f'(z1[0])", "forgot-square"),
        ("f'(z1[0])", "z-for-a"),
        ("delta2[0]", "slope-again"),
        ("dW1[0,0]", "forgot-mean"),
        ("db2[0]", "own-example"),
    ],
)
def test_a_misconception_in_a_batch_with_cross_entropy_is_recognised(ref: str, misconception: str) -> None:
    trace = layered(hand()).trace
    a1, a2 = trace.A[1].item(0, 0), trace.A[2].item(0, 0)
    numbers = {
        "log-ten": trace.loss_terms.item(0, 0) / 2.302585092994046,
        "own-example": trace.example_loss.item(0) if ref == "loss" else a2 - 1.0,
        "forgot-square": 1.0 - a1,
        "z-for-a": 1.0 - 0.75**2,
        "slope-again": (a2 - 1.0) * a2 * (1.0 - a2),
        "forgot-mean": 2.0 * (trace.loss if ref == "loss" else trace.dW[0].item(0, 0)),
    }
    verdict = answered(hand(), ref, repr(numbers[misconception]), digits=4)
    assert (verdict.correct, verdict.misconception) == (False, misconception)


def test_a_mean_is_recognised_where_the_batch_is_added_up() -> None:
    added_up = hand(network={"batch_reduction": "sum"})
    trace = layered(added_up).trace
    for ref, number in (("loss", trace.loss), ("dW1[0,0]", trace.dW[0].item(0, 0))):
        verdict = answered(added_up, ref, repr(number / trace.N), digits=4)
        assert (verdict.correct, verdict.misconception) == (False, "mean-for-sum")


def test_misconceptions_of_a_mean_of_squares_of_softmax_of_penalties_and_of_memory_are_recognised() -> None:
    network = {"loss": "mean_squared_error"}
    squares = hand(network=network)
    trace = layered(squares).trace
    assert (
        answered(squares, "loss[0]", repr(trace.loss_terms.item(0, 0) / 2), digits=4).misconception
        == "half-too-many"
    )
    assert (
        answered(squares, "dL/da2[0]", repr(trace.dL_dA[1].item(0, 0) / 2), digits=4).misconception
        == "forgot-two"
    )
    penalised = hand(training={**HAND["training"], "l2": 0.5})
    trace = layered(penalised).trace
    mean, added = trace.dW_data[0].item(0, 0), 0.5 * 0.5
    assert answered(penalised, "dW1[0,0]", repr(mean), digits=4).misconception == "forgot-penalty"
    assert answered(penalised, "dW1[0,0]", repr(mean - added), digits=4).misconception == "penalty-minus"
    assert answered(penalised, "loss", repr(trace.data_loss), digits=4).misconception == "forgot-penalty"
    adam = hand(training={"optimizer": {"name": "adam", "learning_rate": 0.5}})
    trace = layered(adam).trace
    gradient = trace.dW[0].item(0, 0)
    assert answered(adam, "mW1_next[0,0]", repr(gradient), digits=4).misconception == "gradient-alone"
    assert answered(adam, "vW1_next[0,0]", repr(gradient**2), digits=4).misconception == "gradient-alone"
    plain = repr(0.5 - 0.5 * gradient)
    assert answered(adam, "W1_next[0,0]", plain, digits=4).misconception == "plain-descent"


def test_a_softmax_that_was_not_normalised_is_recognised() -> None:
    body = {
        "network": {
            "inputs": 1,
            "layers": [{"units": 2, "activation": "softmax"}],
            "parameters": {"W": [[[1.0], [0.5]]], "b": [[0.0, 0.0]]},
        },
        "data": {"X": [[1.0]], "Y": [[1.0, 0.0]]},
    }
    session = Session.new("softmax", spec_of(body))
    assert answered(session, "a1[0]", "exp(1)/(exp(1)+exp(0.5))").correct
    assert answered(session, "a1[0]", "exp(1)").misconception == "not-normalised"


def test_a_number_from_nowhere_has_no_misconception() -> None:
    assert answered(mazur(), "z1[0]", "17").misconception is None


def test_a_misconception_that_comes_to_the_same_number_is_not_named() -> None:
    verdict = answered(mazur(), "db2[0]", "0.1385")
    assert (verdict.correct, verdict.misconception) == (True, None)


def test_every_operation_of_every_kind_has_its_misconceptions() -> None:
    for session in (mazur(), hand(training={"optimizer": {"name": "adam"}, "l1": 0.1, "batch_size": 2})):
        program = layered(session).program
        for ordinal in range(program.steps):
            assert answered(session, program.ref(program.at(ordinal)), "12345.678").misconception is None
