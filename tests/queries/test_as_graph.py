"""A layered network as a program: the same iteration, number by number."""

import math
from typing import Any

import numpy as np
import pytest

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.jobs.problem_fields import fields_of, problem_of
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.queries.as_graph import as_graph
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.navigation import advance
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid, NoProgram

X = [[0.5, -1.0], [1.5, 0.25], [-0.75, 2.0]]
NEEDS = {"binary_cross_entropy": "sigmoid", "cross_entropy": "softmax"}


def network(
    activation: str, loss: str, examples: int, conventions: dict[str, Any] | None = None, **training: Any
) -> Session:
    """A network of two layers, two iterations on."""
    output = NEEDS.get(loss, "softmax" if activation == "softmax" else "identity")
    hidden = "tanh" if activation == "softmax" else activation
    no = -1.0 if loss == "hinge" else 0.0
    body = {
        "network": {
            "inputs": 2,
            "layers": [{"units": 3, "activation": hidden}, {"units": 2, "activation": output}],
            "loss": loss,
            "seed": 4,
            **(conventions or {}),
        },
        "data": {"name": "custom", "X": X[:examples], "Y": [[1.0, no], [no, 1.0], [1.0, no]][:examples]},
        "training": {"batch_size": "all", "optimizer": {"learning_rate": 0.1}, **training},
    }
    return open_bookmark("", parse_create(body)).at_iteration(2)


def opened(session: Session) -> GraphIteration:
    """The graph that a network is opened as."""
    body = as_graph(session).model_dump(exclude_none=True)
    current = open_bookmark("", parse_create(body)).current
    assert isinstance(current, GraphIteration)
    return current


def assert_same(session: Session) -> None:
    """Loss and parameters after the update are those of the network."""
    current, graph = session.current, opened(session)
    assert graph.loss == pytest.approx(current.loss, rel=1e-12)
    ours, theirs = graph.parameters(True), current.parameters(True)
    for layer, (W, b) in enumerate(zip(theirs["W"], theirs["b"], strict=True), start=1):
        np.testing.assert_allclose(ours[f"W{layer}"], W, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(ours[f"b{layer}"], b, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("examples", [1, 3])
@pytest.mark.parametrize("activation", sorted(set(ACTIVATIONS) - {"step"}))
def test_an_iteration_with_any_activation_is_the_same(activation: str, examples: int) -> None:
    assert_same(network(activation, "mean_squared_error", examples))


@pytest.mark.parametrize("examples", [1, 3])
@pytest.mark.parametrize("loss", sorted(set(LOSSES) - {"perceptron"}))
def test_an_iteration_with_any_loss_is_the_same(loss: str, examples: int) -> None:
    assert_same(network("tanh", loss, examples))


@pytest.mark.parametrize("reduction", ["sum", "mean"])
@pytest.mark.parametrize("examples", [1, 3])
def test_an_iteration_with_a_sum_over_the_batch_is_the_same(examples: int, reduction: str) -> None:
    conventions = {"reduction": reduction, "batch_reduction": "sum"}
    assert_same(network("tanh", "mean_squared_error", examples, conventions))


@pytest.mark.parametrize("examples", [1, 3])
def test_penalties_and_frozen_biases_are_the_same(examples: int) -> None:
    assert_same(network("tanh", "half_squared_error", examples, l1=0.01, l2=0.1, train_biases=False))


def test_what_has_no_derivative_is_no_program_and_says_so_from_any_process() -> None:
    with pytest.raises(NoProgram, match="step") as error:
        as_graph(network("step", "mean_squared_error", 1))
    again = problem_of(fields_of(error.value))
    assert isinstance(again, NoProgram)
    assert again.detail == error.value.detail


def test_numbers_that_are_too_large_for_leaves_are_named() -> None:
    body = {
        "network": {"inputs": 1, "layers": [{"units": 1, "activation": "identity"}]},
        "data": {"name": "custom", "X": [[1e6]], "Y": [[0.0]]},
        "training": {"optimizer": {"learning_rate": 1e6}},
    }
    session = advance(open_bookmark("", parse_create(body)), "iteration", 2).end
    assert all(map(math.isfinite, session.current.theta(False)))
    with pytest.raises(Invalid, match="must be from -1000000 to 1000000") as error:
        as_graph(session)
    assert error.value.field.startswith("graph.values.")
