"""Single parameters that the update leaves as they are."""

from typing import Any

import pytest

from backstep_lab.queries.gradient_check import check_gradients
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.layered import current_network
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.resolve import spec_of

LAST_BIAS_ONLY = ["W1[0,0]", "W1[1,0]", "b1[0]", "b1[1]", "W2[0,0]", "W2[0,1]"]
BODY: dict[str, Any] = {
    "network": {
        "inputs": 1,
        "layers": [{"units": 2, "activation": "softplus"}, {"units": 1, "activation": "identity"}],
        "parameters": {"W": [[[3.34], [-3.53]], [[-1.22, -2.30]]], "b": [[-1.43, 0.57], [0.0]]},
        "loss": "mean_squared_error",
        "reduction": "sum",
    },
    "data": {"X": [[0.0], [0.5], [1.0]], "Y": [[0.0], [1.0], [0.0]]},
    "training": {"optimizer": {"learning_rate": 0.1}, "batch_size": "all", "frozen": LAST_BIAS_ONLY},
}


def session(**training: Any) -> Session:
    return Session.new("s", spec_of({**BODY, "training": {**BODY["training"], **training}}))


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam", "adamw"])
def test_a_network_under_softplus_of_which_only_the_last_bias_is_trained(optimizer: str) -> None:
    begun = session(optimizer={"name": optimizer, "learning_rate": 0.1})
    trained = train(begun, 200, StopCriteria(), never_stop).session
    network = current_network(trained)
    assert [W.tolist() for W in network.W] == BODY["network"]["parameters"]["W"]
    assert network.b[0].tolist() == [-1.43, 0.57]
    assert network.b[1].item() == pytest.approx(2.607, abs=0.05)


def test_stepping_and_training_agree_and_a_frozen_parameter_has_an_operation_that_says_so() -> None:
    begun = session(optimizer={"name": "adam"})
    iteration = begun.at_iteration(3).current
    sentences = {
        operation.ref: operation.message.key
        for operation in (iteration.explain(n, 0) for n in range(iteration.steps))
        if operation.phase == "update"
    }
    assert sentences["W1_next[0,0]"] == "op-update-frozen"
    assert sentences["mW1_next[0,0]"] == "op-moment-frozen"
    assert sentences["b2_next[0]"] == "op-update-adam"


def test_only_trained_parameters_are_checked_and_only_they_decide_on_convergence() -> None:
    assert [check.ref for check in check_gradients(session(), None, never_stop).checks] == ["db2[0]"]
    stuck = session(frozen=[*LAST_BIAS_ONLY, "b2[0]"])
    assert stuck.at_step(stuck.current.steps).status == "converged"
    assert session().at_step(stuck.current.steps).status == "running"


def test_a_smaller_network_forgets_the_frozen_parameters_that_go() -> None:
    layers = [{"units": 1, "activation": "softplus"}, {"units": 1, "activation": "identity"}]
    smaller = patched(session(), {"network": {"layers": layers}}).end
    assert smaller.current.spec.model_dump()["training"]["frozen"] == ["W1[0,0]", "b1[0]", "W2[0,0]"]
    thawed = patched(smaller, {"training": {"frozen": []}}).end
    moved = current_network(train(thawed, 1, StopCriteria(), never_stop).session)
    assert moved.b[0].item() != -1.43


@pytest.mark.parametrize(
    ("ref", "key"), [("z1[0]", "problem-ref-no-weight"), ("W9[0,0]", "problem-ref"), ("x", "problem-ref")]
)
def test_only_weights_and_biases_of_the_network_can_be_frozen(ref: str, key: str) -> None:
    with pytest.raises(Invalid) as caught:
        Session.new("s", spec_of({**BODY, "training": {"frozen": [ref]}}))
    assert (caught.value.field, caught.value.key) == ("training.frozen", key)
