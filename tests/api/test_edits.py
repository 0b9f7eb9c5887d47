"""Edits: what they change, what they make stale, and how they are taken back."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


def test_an_edited_weight_makes_stale_what_was_made_of_it(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/forward")
    edited = client.patch(address, json={"parameters": {"W2[1,1]": 0.6}}).json()
    assert edited["position"]["step"] == 13
    assert edited["parameters"]["W"][1] == [[0.4, 0.45], [0.5, 0.6]]
    assert edited["stale"] == [
        "W2[1,1]*a1[1]",
        "z2[1]",
        "a2[1]",
        "loss[0]",
        "loss[1]",
        "example_loss",
        "mean_loss",
        "penalty",
        "loss",
    ]
    assert edited["values"]["a"][1] == [pytest.approx(0.7513650695523157, abs=0), None]
    assert edited["edits"] == 1


def test_back_takes_an_edit_back(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"count": 30})
    before = client.get(address).json()
    client.patch(address, json={"data": {"x[0]": 0.5}, "parameters": {"b1[0]": 0.2}})
    back = post(client, f"{address}/back")
    assert back["snapshot"] == before | {"revision": 3}


def test_an_input_is_edited_for_the_example_in_focus(client: TestClient) -> None:
    address = new(client, preset="xor")
    client.patch(address, json={"focus": 2})
    edited = client.patch(address, json={"data": {"x[0]": 0.5, "y[0]": 0.25}}).json()
    assert (edited["values"]["x"][0], edited["values"]["y"]) == (0.5, [0.25])
    other = client.patch(address, json={"focus": 0}).json()
    assert other["values"]["x"] == [0.0, 0.0]


def test_a_new_learning_rate_leaves_all_gradients_as_they_are(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"count": 50})
    edited = client.patch(address, json={"training": {"optimizer": {"learning_rate": 0.1}}}).json()
    assert edited["position"]["step"] == 47
    assert edited["spec"]["training"]["optimizer"] == {"name": "sgd", "learning_rate": 0.1}
    assert edited["values"]["dW"][1][0][0] is not None


def test_a_new_shape_starts_the_parameters_anew(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"count": 50})
    layers = [{"units": 3, "activation": "tanh"}, {"units": 2, "activation": "sigmoid"}]
    edited = client.patch(address, json={"network": {"layers": layers}}).json()
    assert [len(W) for W in edited["parameters"]["W"]] == [3, 2]
    assert edited["position"]["step"] == 0
    assert edited["checks"] == []


def test_another_activation_keeps_the_weights(client: TestClient) -> None:
    address = new(client)
    layers = [{"units": 2, "activation": "tanh"}, {"units": 2, "activation": "sigmoid"}]
    edited = client.patch(address, json={"network": {"layers": layers}}).json()
    assert edited["parameters"]["W"][0] == [[0.15, 0.2], [0.25, 0.3]]


@pytest.mark.parametrize(
    ("edit", "field", "word"),
    [
        ({"parameters": {"W3[0,0]": 0.1}}, "parameters.W3[0,0]", "layers here go from 1 to 2"),
        ({"parameters": {"W1[2,0]": 0.1}}, "parameters.W1[2,0]", "0 to 1"),
        ({"parameters": {"a1[0]": 0.1}}, "parameters.a1[0]", "only W and b"),
        ({"parameters": {"nonsense": 0.1}}, "parameters.nonsense", "names no number"),
        ({"parameters": {"W1[0,0]": 1e7}}, "parameters.W1[0,0]", "-1000000 to 1000000"),
        ({"parameters": {}}, "parameters", "at least 1"),
        ({"data": {"x[9]": 0.1}}, "data.x[9]", "0 to 1"),
        ({"data": {"W1[0,0]": 0.1}}, "data.W1[0,0]", "only x and y"),
        ({"focus": 1}, "focus", "0 to 0"),
        (
            {"training": {"optimizer": {"learning_rate": -1}}},
            "training.optimizer.learning_rate",
            "0 to 1000000",
        ),
        ({"training": {"batch_size": 0}}, "training.batch_size", "1 to 10000"),
        ({"network": {"inputs": 3}}, "data.X", "the network has 3 inputs"),
        ({"network": {"loss": "cross_entropy"}}, "network", "needs softmax"),
        ({"nonsense": 1}, "nonsense", "no field nonsense"),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(
    client: TestClient, edit: dict[str, Any], field: str, word: str
) -> None:
    address = new(client)
    post(client, f"{address}/step", {"count": 20})
    before = client.get(address).json()
    body = problem(client.patch(address, json=edit), 422, "validation", field)
    assert word in body["detail"]
    assert client.get(address).json() == before


def test_an_empty_edit_changes_nothing(client: TestClient) -> None:
    address = new(client)
    assert client.patch(address, json={}).json()["revision"] == 0


@pytest.mark.parametrize(
    ("network", "field", "key"),
    [
        ({"loss": "cross_entropy", "reduction": "mean"}, "network.reduction", "problem-one-reduction"),
        ({"huber_delta": 0.5}, "network.huber_delta", "problem-no-huber"),
        (
            {"layers": [{"units": 2, "activation": "tanh", "alpha": 0.5}]},
            "network.layers[0]",
            "problem-no-alpha",
        ),
        (
            {"layers": [{"units": 2, "activation": "elu", "alpha": 2}]},
            "network.layers[0].alpha",
            "problem-out-of-range",
        ),
    ],
)
def test_a_convention_that_would_have_no_effect_is_refused(
    client: TestClient, network: dict[str, Any], field: str, key: str
) -> None:
    layers = [{"units": 2, "activation": "softmax" if "loss" in network else "sigmoid"}]
    body = {"network": {"inputs": 2, "layers": layers, **network}}
    answer = client.post("/api/v1/sessions", json=body)
    assert answer.status_code == 422
    assert (answer.json()["field"], answer.json()["message"]["key"]) == (field, key)


def test_conventions_go_with_their_loss_and_stay_with_other_edits(client: TestClient) -> None:
    address = new(client, preset="mazur", network={"reduction": "mean"})
    assert (
        client.patch(address, json={"network": {"seed": 5}}).json()["spec"]["network"]["reduction"] == "mean"
    )
    edited = client.patch(address, json={"network": {"loss": "absolute_error"}}).json()
    assert "reduction" not in edited["spec"]["network"]
    rewound = client.post(f"{address}/rewind", json={}).json()
    assert rewound["spec"]["network"]["loss"] == "absolute_error"
