"""Data previewed, and replaced in a session."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


def patched(client: TestClient, address: str, **parts: Any) -> dict[str, Any]:
    answer = client.patch(address, json=parts)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_other_data_of_the_same_size_keeps_every_weight(client: TestClient) -> None:
    address = new(client, preset="xor")
    post(client, f"{address}/step", {"unit": "iteration"})
    before = client.get(address).json()
    edited = patched(client, address, dataset={"name": "spiral", "samples": 40, "test_fraction": 0.25})
    assert edited["spec"]["data"]["name"] == "spiral"
    assert edited["parameters"] == before["parameters"]
    assert (edited["position"]["iteration"], edited["position"]["step"]) == (1, 0)
    assert (edited["position"]["examples"], edited["edits"]) == (30, 1)


def test_back_brings_the_old_data_and_network_back_to_the_bit(client: TestClient) -> None:
    address = new(client, preset="xor")
    post(client, f"{address}/step", {"count": 30})
    patched(client, address, focus=2)
    before = client.get(address).json()
    edited = patched(client, address, dataset={"name": "digits", "samples": 20})
    assert [len(row) for row in edited["parameters"]["W"][0]] == [64, 64]
    assert post(client, f"{address}/back")["snapshot"] == before | {"revision": edited["revision"] + 1}


def test_only_the_layers_that_do_not_fit_start_anew_from_the_seed(client: TestClient) -> None:
    layers = [{"units": 3, "activation": "tanh"}] * 3 + [{"units": 1}]
    address = new(client, network={"inputs": 2, "layers": layers, "loss": "binary_cross_entropy"})
    post(client, f"{address}/step", {"unit": "iteration"})
    before = client.get(address).json()["parameters"]
    edited = patched(client, address, dataset={"name": "iris"})
    after, network = edited["parameters"], edited["spec"]["network"]
    assert [layer["units"] for layer in network["layers"]] == [3, 3, 3, 3]
    assert (network["inputs"], network["loss"]) == (4, "cross_entropy")
    assert network["layers"][-1]["activation"] == "softmax"
    assert (after["W"][1:3], after["b"][1:3]) == (before["W"][1:3], before["b"][1:3])
    fresh = client.post("/api/v1/sessions", json={"network": network, "data": {"name": "iris"}}).json()
    assert (after["W"][0], after["W"][3]) == (
        fresh["parameters"]["W"][0],
        fresh["parameters"]["W"][3],
    )


def test_engineered_inputs_change_data_and_network_in_one_edit(client: TestClient) -> None:
    address = new(client, preset="xor")
    edited = patched(client, address, dataset={"features": ["x1", "x2", "x1*x2"]})
    assert edited["spec"]["network"]["inputs"] == 3
    assert edited["spec"]["data"] == {
        "name": "xor", "noise": 0.0, "seed": 0, "test_fraction": 0.0, "features": ["x1", "x2", "x1*x2"],
    }  # fmt: skip
    assert patched(client, address, focus=3)["values"]["x"] == [1, 1, 1]
    plain = patched(client, address, dataset={"features": []})
    assert plain["spec"]["network"]["inputs"] == 2


def test_values_in_place_of_classes_get_an_output_that_can_reach_them(client: TestClient) -> None:
    address = new(client, preset="xor")
    edited = patched(client, address, dataset={"name": "plane"})
    assert edited["spec"]["network"]["layers"][-1] == {"units": 1, "activation": "identity"}
    assert edited["spec"]["network"]["loss"] == "half_squared_error"


def test_a_network_asked_for_beside_the_data_is_taken_as_it_is(client: TestClient) -> None:
    address = new(client, preset="mazur")
    edited = patched(
        client,
        address,
        dataset={"name": "circle"},
        network={
            "layers": [{"units": 4, "activation": "tanh"}, {"units": 1}],
            "loss": "binary_cross_entropy",
        },
        training={"batch_size": 10},
    )
    assert [layer["units"] for layer in edited["spec"]["network"]["layers"]] == [4, 1]
    assert (edited["position"]["examples"], edited["edits"], edited["checks"]) == (10, 1, [])
    answer = client.patch(address, json={"dataset": {"name": "iris"}, "network": {"inputs": 3}})
    assert "the network has 3 inputs" in problem(answer, 422, "validation", "data.X")["detail"]


def test_training_goes_on_after_a_change_of_data_and_a_seek_comes_by_it(client: TestClient) -> None:
    address = new(client, preset="xor")
    post(client, f"{address}/train", {"iterations": 50})
    patched(client, address, dataset={"name": "moons", "samples": 10}, training={"batch_size": 3})
    post(client, f"{address}/train", {"iterations": 50})
    late = client.get(address).json()
    post(client, f"{address}/seek", {"iteration": 10, "step": 0})
    assert client.get(address).json()["position"]["examples"] == 4
    post(client, f"{address}/seek", {key: late["position"][key] for key in ("iteration", "step")})
    again = client.get(address).json()
    assert again["parameters"] == late["parameters"]


def test_a_preview_shows_points_before_features(client: TestClient) -> None:
    call = {"name": "circle", "samples": 8, "test_fraction": 0.25, "features": ["x1^2", "x2^2", "x1"]}
    body = client.post("/api/v1/datasets/preview", json=call).json()
    assert (body["inputs"], body["outputs"], body["train"], body["test"]) == (3, 1, 6, 2)
    assert [len(row) for row in body["X"]] == [2] * 6
    answer = client.post("/api/v1/datasets/preview", json={"name": "iris", "features": ["x1"]})
    assert "made of two inputs" in problem(answer, 422, "validation", "data.features")["detail"]


def test_a_preview_has_the_first_rows_as_given_and_as_the_network_sees_them(client: TestClient) -> None:
    X = [[10.0, 2.0], [30.0, 4.0], [20.0, 6.0], [12.0, 2.0], [14.0, 2.0], [16.0, 2.0]]
    call = {"X": X, "Y": [[0.0]] * 6, "scale": "minmax", "features": ["x2", "x1*x2"]}
    body = client.post("/api/v1/datasets/preview", json=call).json()
    assert body["given"] == X[:5]
    assert body["seen"][:3] == [[0.0, 0.0], [0.5, 0.5], [1.0, 0.5]]
    assert (len(body["seen"]), body["inputs"]) == (5, 2)


def test_a_session_can_come_by_so_many_data_sets_and_no_more(client: TestClient) -> None:
    address = new(client, preset="xor")
    X = [[float(k)] * 4 for k in range(10_000)]
    for _ in range(4):
        patched(client, address, dataset={"X": X, "Y": [[1.0]] * 10_000}, training={"batch_size": 1})
    answer = client.patch(address, json={"dataset": {"X": X, "Y": [[1.0]] * 10_000}})
    assert problem(answer, 422, "validation", "dataset")["message"]["key"] == "problem-too-many-datasets"


@pytest.mark.parametrize("part", ["dataset", "data"])
def test_locked_data_stay(client: TestClient, part: str) -> None:
    address = new(client, preset="xor", lock=["data"])
    body = {"dataset": {"dataset": {"name": "or"}}, "data": {"data": {"x[0]": 1.0}}}[part]
    assert client.patch(address, json=body).status_code in (403, 409, 423)


def test_a_race_and_a_rewind_keep_the_data_as_they_are_now(client: TestClient) -> None:
    address = new(client, preset="xor")
    patched(client, address, dataset={"name": "iris", "scale": "standard"})
    post(client, f"{address}/train", {"iterations": 3})
    race = post(client, f"{address}/race", {"variants": [{}, {"training": {"l2": 0.1}}], "iterations": 4})
    assert len(race["racers"]) == 2
    rewound = post(client, f"{address}/rewind")
    assert (rewound["spec"]["data"]["name"], rewound["spec"]["network"]["inputs"]) == ("iris", 4)
    assert client.get(f"{address}/examples").json()["train"] == 150
