"""Explanations: how a number is made, without telling what is not computed yet."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


def test_a_computed_number_is_explained_with_its_numbers(client: TestClient) -> None:
    address = new(client)
    done = post(client, f"{address}/step", {"count": 3})["operation"]
    answer = client.get(f"{address}/explain", params={"ref": "z1[0]"}).json()
    assert answer == {
        "ref": "z1[0]",
        "value": 0.3775,
        "reached": True,
        "given": False,
        "iteration": 0,
        "operation": done,
    }


def test_a_number_not_computed_yet_is_explained_without_its_value(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"count": 3})
    answer = client.get(f"{address}/explain", params={"ref": "a1[0]"}).json()
    assert (answer["value"], answer["reached"]) == (None, False)
    operation = answer["operation"]
    assert operation["value"] is None
    symbol = "<msubsup><mi>z</mi><mn>1</mn><mn>1</mn></msubsup>"
    operand = {"ref": "z1[0]", "value": 0.3775, "symbol": "z^{1}_{1}", "symbol_mathml": symbol}
    assert operation["operands"] == [operand]
    assert operation["formula"]["numbers"] is None
    assert "value" not in operation["message"]["args"]


def test_explaining_changes_nothing(client: TestClient) -> None:
    address = new(client)
    before = client.get(address).json()
    for ref in ("dW1[0,0]", "loss", "W1_next[0,0]", "x[0]"):
        client.get(f"{address}/explain", params={"ref": ref})
    assert client.get(address).json() == before


@pytest.mark.parametrize(
    ("ref", "value"), [("x[1]", 0.1), ("y[0]", 0.01), ("W2[0,1]", 0.45), ("learning_rate", 0.5)]
)
def test_a_given_number_has_no_operation(client: TestClient, ref: str, value: float) -> None:
    answer = client.get(f"{new(client)}/explain", params={"ref": ref}).json()
    assert (answer["value"], answer["given"], answer["operation"]) == (value, True, None)


def test_a_weight_of_a_later_iteration_was_made_by_the_update_before(client: TestClient) -> None:
    address = new(client)
    updated = post(client, f"{address}/step", {"unit": "iteration"})["snapshot"]["parameters"]["W"][0][0][0]
    post(client, f"{address}/step")
    answer = client.get(f"{address}/explain", params={"ref": "W1[0,0]"}).json()
    assert (answer["value"], answer["given"], answer["iteration"]) == (updated, False, 0)
    assert answer["operation"]["ref"] == "W1_next[0,0]"


@pytest.mark.parametrize("iterations", [1, 2])
@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_a_ref_names_one_number_until_the_next_iteration_begins(
    client: TestClient, iterations: int, optimizer: str
) -> None:
    address = new(client)
    client.patch(address, json={"training": {"optimizer": {"name": optimizer, "learning_rate": 0.5}}})
    for _ in range(iterations):
        answer = post(client, f"{address}/step", {"unit": "iteration"})
    session, step = answer["snapshot"], answer["operations"]
    shown = {o["ref"]: o["value"] for one in step for o in one["operands"]}
    shown |= {one["ref"]: one["value"] for one in step}
    assert {"W2[0,0]", "W2_next[0,0]"} <= shown.keys()
    for ref, value in shown.items():
        body = client.get(f"{address}/explain", params={"ref": ref}).json()
        assert body["value"] == value, ref
        made = body["operation"]
        assert made is None or made["value"] == value, ref
    assert session["parameters_before"]["W"][1][0][0] == shown["W2[0,0]"] != shown["W2_next[0,0]"]
    assert session["parameters"]["W"][1][0][0] == shown["W2_next[0,0]"]
    later = post(client, f"{address}/step")["snapshot"]
    assert later["parameters_before"] is None
    assert (
        client.get(f"{address}/explain", params={"ref": "W2[0,0]"}).json()["value"] == shown["W2_next[0,0]"]
    )


def test_an_edited_weight_is_given(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    client.patch(address, json={"parameters": {"W1[0,0]": 0.9}})
    answer = client.get(f"{address}/explain", params={"ref": "W1[0,0]"}).json()
    assert (answer["value"], answer["given"], answer["operation"]) == (0.9, True, None)
    assert client.get(f"{address}/explain", params={"ref": "W1[0,1]"}).json()["given"] is False


def test_a_number_of_another_example_is_reported(client: TestClient) -> None:
    address = new(client, preset="xor")
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/explain", params={"ref": "example_loss@3"}).json()
    assert answer["reached"]
    assert answer["value"] > 0


def test_a_number_of_another_example_is_explained_by_that_examples_operation(client: TestClient) -> None:
    address = new(
        client,
        network={"inputs": 1, "layers": [{"units": 1}], "parameters": {"W": [[[2.0]]], "b": [[0.0]]}},
        data={"name": "custom", "X": [[1.0], [3.0]], "Y": [[0.0], [1.0]]},
        training={"batch_size": 2},
    )
    post(client, f"{address}/step", {"unit": "pass"})
    for row, z in ((0, 2.0), (1, 6.0)):
        explained = client.get(f"{address}/explain", params={"ref": f"z1[0]@{row}"}).json()
        assert explained["value"] == explained["operation"]["value"] == z
        loss = client.get(f"{address}/explain", params={"ref": f"example_loss@{row}"}).json()
        assert loss["value"] == loss["operation"]["value"]
