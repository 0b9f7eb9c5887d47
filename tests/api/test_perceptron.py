"""The perceptron's rule over the API: stepped by its own operations, and refused where it has no meaning."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem

STEP = {"units": 1, "activation": "step"}


@pytest.mark.parametrize(
    ("network", "key"),
    [
        ({"layers": [{"units": 2, "activation": "tanh"}, STEP]}, "problem-single-layer"),
        ({"layers": [STEP, STEP]}, "problem-single-layer"),
        ({"layers": [{"units": 1, "activation": "sigmoid"}]}, "problem-loss-needs"),
        ({"layers": [STEP], "reduction": "mean"}, "problem-one-reduction"),
    ],
)
def test_it_is_refused_for_anything_but_one_layer_of_step_units(
    client: TestClient, network: dict[str, Any], key: str
) -> None:
    body = {"network": {"inputs": 2, "loss": "perceptron", **network}, "data": {"name": "and"}}
    body = problem(client.post("/api/v1/sessions", json=body), 422, "validation")
    assert body["message"]["key"] == key
    address = new(client, preset="perceptron-rule")
    again = problem(
        client.patch(address, json={"network": {"loss": "perceptron", **network}}), 422, "validation"
    )
    assert again["message"]["key"] == key


def test_targets_are_0_or_1(client: TestClient) -> None:
    data = {"name": "custom", "X": [[1, 2]], "Y": [[0.5]]}
    network = {"inputs": 2, "layers": [STEP], "loss": "perceptron"}
    answer = client.post("/api/v1/sessions", json={"network": network, "data": data})
    assert problem(answer, 422, "validation", "data.Y")["message"]["key"] == "problem-two-targets"


def test_its_steps_are_its_own_without_any_slope(client: TestClient) -> None:
    address = new(client, preset="perceptron-rule", at={"iteration": 3})
    operations = post(client, f"{address}/step", {"unit": "iteration"})["operations"]
    assert [operation["kind"] for operation in operations] == [
        *("product", "product", "sum", "activation", "loss_term", "loss"),
        *("delta", "weight_gradient", "weight_gradient", "bias_gradient", "update", "update", "update"),
    ]
    formulas = {o["ref"]: (o["formula"]["symbols"], o["formula"]["numbers"], o["value"]) for o in operations}
    assert formulas["loss[0]"][0] == r"\left(a^{1}_{1} - y_{1}\right)z^{1}_{1}"
    assert formulas["delta1[0]"][1:] == ("0 - 1", -1.0)
    assert formulas["W1_next[0,0]"][1:] == (r"0 - 1 \cdot (-1)", 1.0)
    assert formulas["b1_next[0]"][2] == 1.0
    values = client.get(address).json()["values"]
    assert (values["dL_da"], values["slope"], values["delta"]) == ([[None]], [[None]], [[-1.0]])
    answer = client.get(f"{address}/explain", params={"ref": "f'(z1[0])"})
    assert problem(answer, 422, "validation", "ref")["message"]["key"] == "problem-ref"


def test_it_stops_changing_in_iteration_18_and_the_check_agrees_where_no_sum_is_0(client: TestClient) -> None:
    address = new(client, preset="perceptron-rule")
    post(client, f"{address}/train", {"epochs": 6})
    session = client.get(address).json()
    assert (session["parameters"]["W"], session["parameters"]["b"]) == ([[[2.0, 1.0]]], [[-2.0]])
    client.patch(address, json={"parameters": {"b1[0]": 0.5}})
    post(client, f"{address}/step", {"unit": "iteration"})
    checks = client.get(f"{address}/gradient-check").json()
    assert (checks["agree"], checks["differ"], checks["kinks"]) == (3, 0, 0)
