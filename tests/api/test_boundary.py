"""Heat maps of neurons over the inputs."""

from base64 import b64decode
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from backstep_lab.queries.boundary.rounding import shades, significant
from backstep_lab.wire.json_encoder import json_bytes
from tests.api.calling import new, post, problem

SINE = {
    "network": {
        "inputs": 1,
        "layers": [{"units": 3, "activation": "tanh"}, {"units": 1, "activation": "identity"}],
    },
    "data": {"name": "sine", "samples": 40, "test_fraction": 0.25},
}


IRIS = {
    "network": {"inputs": 4, "layers": [{"units": 3, "activation": "softmax"}]},
    "data": {"name": "iris", "test_fraction": 0.2},
}


FEATURES = {
    "network": {"inputs": 2, "layers": [{"units": 1, "activation": "sigmoid"}]},
    "data": {"name": "circle", "samples": 20, "features": ["x1^2", "x1*x2"]},
}


def predicted(client: TestClient, address: str, *point: float) -> dict[str, Any]:
    answer: dict[str, Any] = client.get(f"{address}/predict", params={"x": list(point)}).json()
    return answer


def test_a_map_has_the_predictions_of_its_points(client: TestClient) -> None:
    address = new(client, preset="xor")
    params: dict[str, Any] = {"resolution": 3, "unit": ["a2[0]", "z1[1]"]}
    answer = client.get(f"{address}/boundary", params=params).json()
    assert (answer["x"], answer["y"]) == (
        {"input": 0, "low": -0.2, "high": 1.2},
        {"input": 1, "low": -0.2, "high": 1.2},
    )
    output, sum = answer["maps"]
    assert (output["ref"], output["level"], sum["ref"], sum["level"]) == ("a2[0]", 0.5, "z1[1]", 0.0)
    for row, y in enumerate((-0.2, 0.5, 1.2)):
        for column, x in enumerate((-0.2, 0.5, 1.2)):
            layers = predicted(client, address, x, y)["layers"]
            assert output["values"][row][column] == pytest.approx(layers[1]["a"][0], rel=1e-4)
            assert sum["values"][row][column] == pytest.approx(layers[0]["z"][1], rel=1e-4)


def test_the_examples_are_given_with_their_classes(client: TestClient) -> None:
    address = new(client, preset="xor")
    answer = client.get(f"{address}/boundary", params={"resolution": 2}).json()
    assert answer["train"] == {
        "x": [0, 0, 1, 1],
        "y": [0, 1, 0, 1],
        "classes": [0, 1, 1, 0],
        "targets": [0, 1, 1, 0],
    }
    assert (answer["point"], answer["classes"], answer["threshold"]) == ([0, 1], 2, 0.5)
    without = client.get(f"{address}/boundary", params={"resolution": 2, "points": False}).json()
    assert (without["train"], without["test"]) == (None, None)


@pytest.mark.parametrize(
    ("spec", "unit"), [({"preset": "xor"}, "a1[1]"), (IRIS, "class")], ids=["neuron", "class"]
)
def test_as_shades_a_map_is_as_fine_as_bytes_and_at_most_half_as_long(
    client: TestClient, spec: dict[str, Any], unit: str
) -> None:
    address = f"{new(client, **spec)}/boundary?unit={unit}&resolution=60&points=false"
    exact, short = client.get(address), client.get(f"{address}&shades=true")
    (one,), (other,) = exact.json()["maps"], short.json()["maps"]
    assert (one["shades"], other["values"]) == (None, None)
    assert {**other, "values": one["values"], "shades": None} == one
    shades = np.frombuffer(b64decode(other["shades"]), dtype=np.uint8).reshape(60, 60)
    span = other["high"] - other["low"]
    assert np.abs(other["low"] + shades / 255 * span - np.array(one["values"])).max() <= span / 500
    assert 2 * len(short.content) < len(exact.content)


def test_shades_of_numbers_that_overflow_are_those_of_the_smallest() -> None:
    values = np.array([[np.nan, 1.0], [np.inf, 3.0]])
    assert list(b64decode(shades(values, 1.0, 3.0))) == [0, 0, 0, 255]
    assert list(b64decode(shades(np.full((1, 2), np.nan), 0.0, 0.0))) == [0, 0]
    assert list(b64decode(shades(np.array([[2.5, 2.5]]), 2.5, 2.5))) == [0, 0]


def test_after_an_update_the_map_is_that_of_the_new_parameters(client: TestClient) -> None:
    address = new(client, preset="xor")
    before = client.get(f"{address}/boundary", params={"resolution": 2}).json()
    post(client, f"{address}/step", {"unit": "iteration"})
    after = client.get(f"{address}/boundary", params={"resolution": 2}).json()
    assert (before["updated"], after["updated"]) == (False, True)
    assert before["maps"] != after["maps"]
    post(client, f"{address}/step", {"unit": "term"})
    assert client.get(f"{address}/boundary", params={"resolution": 2}).json()["maps"] == after["maps"]


def test_one_input_has_a_curve(client: TestClient) -> None:
    answer = client.get(f"{new(client, **SINE)}/boundary", params={"resolution": 5}).json()
    assert answer["y"] is None
    assert answer["train"]["y"] is None
    assert (answer["classes"], answer["maps"][0]["level"]) == (None, None)
    assert [len(row) for row in answer["maps"][0]["values"]] == [5]
    assert (len(answer["train"]["x"]), len(answer["test"]["x"])) == (30, 10)


def test_of_more_inputs_two_move_and_the_others_stay_where_the_focus_example_has_them(
    client: TestClient,
) -> None:
    address = new(client, **IRIS)
    params: dict[str, Any] = {"resolution": 2, "x": 3, "y": 1, "unit": "class"}
    answer = client.get(f"{address}/boundary", params=params).json()
    point = answer["point"]
    assert answer["held"] == [{"input": 0, "value": point[0]}, {"input": 2, "value": point[2]}]
    corner = [point[0], answer["y"]["low"], point[2], answer["x"]["high"]]
    assert answer["maps"][0]["values"][0][1] == predicted(client, address, *corner)["decided"]


def test_left_open_the_axes_are_the_inputs_that_vary_most(client: TestClient) -> None:
    address = new(client, **IRIS)
    axes = []
    for params in ({}, {"x": 1}, {"y": 2}, {"x": 3, "y": 0}):
        answer = client.get(f"{address}/boundary", params={"resolution": 2, **params}).json()
        axes.append((answer["x"]["input"], answer["y"]["input"]))
    # sepal length and width, petal length and width vary by 0.83, 0.44, 1.76 and 0.76 cm
    assert axes == [(0, 2), (1, 2), (0, 2), (3, 0)]


def test_engineered_inputs_are_made_of_the_planes_points(client: TestClient) -> None:
    address = new(client, **FEATURES)
    assert predicted(client, address, 2.0, 3.0)["inputs"] == [4.0, 6.0]
    answer = client.get(f"{address}/boundary", params={"resolution": 2}).json()
    low = predicted(client, address, answer["x"]["low"], answer["y"]["low"])
    assert answer["maps"][0]["values"][0][0] == pytest.approx(low["output"][0], rel=1e-4)
    assert answer["inputs"] == 2
    assert len(answer["train"]["x"]) == 20


@pytest.mark.parametrize(
    ("field", "params"),
    [
        ("x", {"x": 2}),
        ("y", {"x": 1, "y": 1}),
        ("unit", {"unit": "W1[0,0]"}),
        ("unit", {"unit": "a3[0]"}),
        ("resolution", {"resolution": 201, "unit": ["a1[0]"] * 7}),
        ("resolution", {"resolution": 1}),
        ("resolution", {"resolution": 202}),
    ],
)
def test_what_is_not_there_or_too_much_is_refused(
    client: TestClient, field: str, params: dict[str, Any]
) -> None:
    problem(client.get(f"{new(client, preset='xor')}/boundary", params=params), 422, "validation", field)


def test_a_map_tells_five_figures_and_no_number_where_there_is_none() -> None:
    values = np.array([1 / 3, -123456.7, 0.0, 2e-10 / 3, 9.99999, 1e20 / 3, np.inf])
    answer = json_bytes(significant(values).tolist())
    assert answer == b"[0.33333,-123460.0,0.0,6.6667e-11,10.0,3.3333e+19,null]"
