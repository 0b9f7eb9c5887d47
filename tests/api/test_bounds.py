"""Every bound on a request, from both sides, each said with field, value and what is allowed."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from backstep_lab.config import limits
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from tests.api.calling import SESSIONS, new, problem
from tests.client import Client


def network(**parts: Any) -> dict[str, Any]:
    return {"network": {"inputs": 2, "layers": [{"units": 1}], **parts}}


def custom(X: Any, Y: Any, **network_parts: Any) -> dict[str, Any]:
    return {**network(**network_parts), "data": {"name": "custom", "X": X, "Y": Y}}


def layers(*units: int) -> list[dict[str, int]]:
    return [{"units": n} for n in units]


WRONG: list[tuple[dict[str, Any], str, str]] = [
    (network(inputs=0), "network.inputs", "from 1 to 784"),
    (network(inputs=785), "network.inputs", "from 1 to 784"),
    (network(inputs="2"), "network.inputs", "“2”; it must be a whole number"),
    (network(inputs=2.5), "network.inputs", "2.5; it must be a whole number"),
    (network(inputs=True), "network.inputs", "true; it must be a whole number"),
    (network(inputs=10**400), "network.inputs", "more than 40 digits"),
    (network(layers=[]), "network.layers", "0 entries; it must have at least 1"),
    (network(layers=layers(*[1] * 11)), "network.layers", "11 entries; it must have at most 10"),
    (network(layers=layers(0)), "network.layers[0].units", "from 1 to 128"),
    (network(layers=layers(129)), "network.layers[0].units", "from 1 to 128"),
    (network(inputs=128, layers=layers(128, 128)), "network.layers", "from 1 to 20000"),
    (
        network(inputs=784, layers=layers(26)),
        "network.layers",
        "20410 parameters; it must be from 1 to 20000",
    ),
    (network(layers=[{"units": 1, "activation": "sine"}]), "network.layers[0].activation", "sigmoid"),
    (network(layers=[{"units": 1, "colour": "red"}]), "network.layers[0].colour", "no field"),
    (network(layers={"units": 1}), "network.layers", "an object; it must be a list"),
    (network(loss="focal"), "network.loss", "cross_entropy"),
    (network(loss="hinge"), "data.Y", "every target is -1 or 1"),
    (
        network(loss="binary_cross_entropy", layers=[{"units": 1, "activation": "tanh"}]),
        "network",
        "needs sigmoid",
    ),
    (network(seed=-1), "network.seed", "from 0 to 4294967295"),
    (network(initializer="ones"), "network.initializer", "zeros"),
    (network(parameters={"W": [[[1.0]]], "b": [[0.0]]}), "network.parameters", "(1, 1)"),
    (network(parameters={"W": [[[1.0, 2e6]]], "b": [[0.0]]}), "network.parameters.W[0][0][1]", "1000000"),
    ({"network": {"layers": [{"units": 1}]}}, "network.inputs", "missing"),
    (custom([[1.0, 2.0]], [[0.0, 1.0]]), "data.Y", "the network has 1 outputs"),
    (custom([[1.0]], [[0.0]]), "data.X", "the network has 2 inputs"),
    (custom([[1.0, 2.0]], [[0.0], [1.0]]), "data.Y", "2 rows, X has 1"),
    (custom([[1.0, 2.0], [1.0]], [[0.0], [1.0]]), "data.X", "one length"),
    (custom([[0.5] * 785], [[1.0]], inputs=784), "data.X[0]", "785 entries; it must have at most 784"),
    (custom([], []), "data.X", "0 entries; it must have at least 1"),
    (custom([[0.0] * 128] * 400, [[1.0]] * 400, inputs=128), "data.X", "from 2 to 50000"),
    (custom([[1.0, 2.0]], [[3.0]], loss="binary_cross_entropy"), "data.Y", "from 0 to 1"),
    ({**network(), "data": {"name": "rings"}}, "data.name", "spiral"),
    ({**network(), "data": {"name": "xor", "X": [[1.0, 1.0]]}}, "data", "belong to custom"),
    ({**network(), "data": {"name": "custom"}}, "data", "needs both X and Y"),
    ({**network(), "data": {"name": "spiral", "samples": 10_001}}, "data.samples", "from 1 to 10000"),
    ({**network(), "data": {"name": "spiral", "noise": 2.5}}, "data.noise", "from 0 to 2"),
    ({**network(), "data": {"name": "spiral", "test_fraction": 0.95}}, "data.test_fraction", "from 0 to 0.9"),
    ({**network(), "data": {"name": "xor", "classes": 2}}, "data.classes", "no option 'classes'"),
    ({**network(), "training": {"optimizer": {"name": "magic"}}}, "training.optimizer.name", "sgd"),
    (
        {**network(), "training": {"optimizer": {"learning_rate": 1e7}}},
        "training.optimizer.learning_rate",
        "1000000",
    ),
    ({**network(), "training": {"batch_size": "some"}}, "training.batch_size", "whole number"),
    ({**network(), "training": {"l1": -0.1}}, "training.l1", "from 0 to 1000"),
    ({**network(), "training": {"l2": 1e4}}, "training.l2", "from 0 to 1000"),
    ({**network(), "training": {"shuffle": 1}}, "training.shuffle", "true or false"),
    (
        {
            "network": {"inputs": 2, "layers": layers(100, 1)},
            "data": {"name": "spiral", "samples": 10_000},
            "training": {"batch_size": "all"},
        },
        "training.batch_size",
        "at most 500000",
    ),
    ({"preset": "x" * 65}, "preset", "65 characters"),
    ({"preset": 5}, "preset", "must be a text"),
]


@pytest.mark.parametrize(
    ("body", "field", "word"), WRONG, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_wrong_value_is_reported_with_its_field_and_range(
    client: TestClient, body: dict[str, Any], field: str, word: str
) -> None:
    answer = problem(client.post(SESSIONS, json=body), 422, "validation", field)
    assert word in answer["detail"]


@pytest.mark.parametrize(
    "body",
    [
        network(inputs=128, layers=layers(128, 1)),
        network(inputs=784, layers=layers(25)),
        custom([[0.5] * 784] * 63, [[1.0]] * 63, inputs=784),
        network(layers=layers(*[1] * 10)),
        custom([[1e6, -1e6]], [[0.0]]),
        {**network(), "training": {"optimizer": {"learning_rate": 1e6}, "l1": 1000, "batch_size": 10_000}},
        {**network(), "data": {"name": "spiral", "samples": 10_000, "noise": 2.0, "test_fraction": 0.9}},
    ],
)
def test_the_bound_itself_is_allowed(client: TestClient, body: dict[str, Any]) -> None:
    assert client.post(SESSIONS, json=body).status_code == 201


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_a_number_that_is_not_finite_is_refused(client: TestClient, number: str) -> None:
    body = '{"network": {"inputs": 1, "layers": [{"units": 1}]}, "data": {"X": [[NUMBER]], "Y": [[0]]}}'
    text = body.replace("NUMBER", number)
    answer = client.post(SESSIONS, content=text, headers={"Content-Type": "application/json"})
    assert "finite" in problem(answer, 422, "validation", "data.X[0][0]")["detail"]


@pytest.mark.parametrize(
    "text", ["", "{", "[1,", "null", "[]", '"mazur"', "{}{}", '{"a":' * 5000, "9" * 5000]
)
def test_a_body_that_is_no_object_is_refused(client: TestClient, text: str) -> None:
    problem(
        client.post(SESSIONS, content=text, headers={"Content-Type": "application/json"}), 422, "validation"
    )


def test_a_body_of_another_kind_is_refused(client: TestClient) -> None:
    problem(client.post(SESSIONS, content=b"preset=mazur"), 422, "validation")


CALLS: list[tuple[str, dict[str, Any], str, str]] = [
    ("step", {"unit": "leap"}, "unit", "term, neuron"),
    ("step", {"count": 0}, "count", "from 1 to 10000"),
    ("step", {"count": 10_001}, "count", "from 1 to 10000"),
    ("step", {"unit": "epoch", "count": 10_000, "x": 1}, "x", "no field"),
    ("step", {"revision": -1}, "revision", "0"),
    ("back", {"count": -1}, "count", "from 1 to 10000"),
    ("forward", {"unit": "iteration"}, "unit", "term, neuron, layer, element, line, group, pass"),
    ("seek", {}, "iteration", "missing"),
    ("seek", {"iteration": limits.MAX_ITERATION + 1}, "iteration", "from 0 to 1000000"),
    ("seek", {"iteration": limits.MAX_AHEAD + 1}, "iteration", "at most 10000"),
    ("seek", {"iteration": 0, "step": -1}, "step", "0"),
    ("train", {}, "body", "either iterations or epochs"),
    ("train", {"iterations": 1, "epochs": 1}, "body", "either iterations or epochs"),
    ("train", {"iterations": 0}, "iterations", "from 1 to 1000000"),
    ("train", {"iterations": 1_000_001}, "iterations", "from 1 to 1000000"),
    ("train", {"iterations": 1, "until": {"loss": -1}}, "until.loss", "from 0 to 1000000"),
]


@pytest.mark.parametrize(("call", "body", "field", "word"), CALLS)
def test_a_wrong_call_leaves_the_session_as_it_was(
    client: TestClient, call: str, body: dict[str, Any], field: str, word: str
) -> None:
    address = new(client)
    answer = problem(client.post(f"{address}/{call}", json=body), 422, "validation", field)
    assert word in answer["detail"]
    assert client.get(address).json()["revision"] == 0


def test_more_epochs_than_one_call_may_run_are_refused(client: TestClient) -> None:
    address = new(
        client, network={"inputs": 2, "layers": [{"units": 1}]}, data={"name": "spiral", "samples": 1000}
    )
    problem(client.post(f"{address}/train", json={"epochs": 1001}), 422, "validation", "epochs")
    problem(client.post(f"{address}/step", json={"unit": "epoch", "count": 11}), 422, "validation", "count")


@pytest.mark.parametrize("ref", ["W9[0,0]", "W1[5,0]", "a1", "", "x" * 81, "loss[7]", "a1[0]@1", "a1[0]@x"])
def test_a_ref_that_names_no_number_is_refused(client: TestClient, ref: str) -> None:
    problem(client.get(f"{new(client)}/explain", params={"ref": ref}), 422, "validation", "ref")


@pytest.mark.parametrize("id", ["nobody", "x" * 65, "a b", "%00", "..%2f"])
def test_an_id_that_nobody_has_is_no_surprise(client: TestClient, id: str) -> None:
    answer = client.get(f"{SESSIONS}/{id}")
    assert answer.status_code in (404, 422)
    assert answer.json()["status"] == answer.status_code


def test_too_many_edits_are_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_EDITS", 2)
    address = new(client)
    for weight in (0.1, 0.2):
        assert client.patch(address, json={"parameters": {"W1[0,0]": weight}}).status_code == 200
    problem(client.patch(address, json={"parameters": {"W1[0,0]": 0.3}}), 422, "validation")


def test_a_body_beyond_the_limit_is_refused() -> None:
    with Client(create_app(Settings(store="memory:", max_body_bytes=2000))) as client:
        body = json.dumps({"preset": "mazur", "x": "y" * 2000})
        answer = problem(
            client.post(SESSIONS, content=body, headers={"Content-Type": "application/json"}),
            413,
            "too-large",
        )
        assert "2000 bytes" in answer["detail"]

        def parts() -> Any:
            yield from (body[i : i + 500].encode() for i in range(0, len(body), 500))

        problem(
            client.post(SESSIONS, content=parts(), headers={"Content-Type": "application/json"}),
            413,
            "too-large",
        )
        assert client.post(SESSIONS, json={"preset": "mazur"}).status_code == 201


def test_the_limits_are_given(client: TestClient) -> None:
    answer = client.get("/api/v1/limits").json()
    assert answer["layers"] == limits.MAX_LAYERS
    assert answer["body_bytes"] == Settings(store="memory:").max_body_bytes
    assert all(value > 0 for value in answer.values())
