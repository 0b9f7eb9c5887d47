"""Questions about one unit: its line among the examples, its two sums, its function at any z."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem

RELU: dict[str, Any] = {
    "network": {"inputs": 2, "layers": [{"units": 1, "activation": "relu"}]},
    "data": {"name": "and"},
}


def test_a_perceptrons_line_and_who_stands_on_the_right_side(client: TestClient) -> None:
    address = new(client, preset="and-perceptron")
    told = client.get(f"{address}/line", params={"ref": "a1[0]"}).json()
    assert (told["w_x"], told["w_y"], told["b"]) == (1.0, 1.0, -0.5)
    assert [example["z"] for example in told["examples"]] == [-0.5, 0.5, 0.5, 1.5]
    assert [example["kind"] for example in told["examples"]] == [0, 0, 0, 1]
    assert [example["right"] for example in told["examples"]] == [True, False, False, True]
    assert (told["right"], told["count"], told["activation"]) == (2, 4, "step")


def test_another_line_is_tried_and_the_session_stays_as_it_is(client: TestClient) -> None:
    address = new(client, preset="and-perceptron")
    before = client.get(address).json()
    told = client.get(f"{address}/line", params={"ref": "z1[0]", "b": -1.5}).json()
    assert (told["w_x"], told["b"], told["right"]) == (1.0, -1.5, 4)
    assert client.get(address).json() == before


def test_a_hidden_units_line_has_no_right_side(client: TestClient) -> None:
    told = client.get(f"{new(client, preset='xor')}/line", params={"ref": "a1[1]"}).json()
    assert (told["right"], told["examples"][0]["right"], told["examples"][0]["target"]) == (None, None, None)


@pytest.mark.parametrize(("preset", "ref"), [("xor", "a2[0]"), ("xor", "W1[0,0]"), ("deep", "a1[9]")])
def test_what_draws_no_line_is_refused(client: TestClient, preset: str, ref: str) -> None:
    answer = client.get(f"{new(client, preset=preset)}/line", params={"ref": ref})
    assert ref in problem(answer, 422, "validation", "ref")["detail"]


def test_a_line_needs_two_inputs(client: TestClient) -> None:
    answer = client.get(f"{new(client, preset='digits')}/line", params={"ref": "a1[0]"})
    assert "64 inputs" in problem(answer, 422, "validation", "ref")["detail"]


def test_a_plain_sum_stands_beside_the_weighted_one(client: TestClient) -> None:
    told = client.get(f"{new(client)}/sums", params={"ref": "a1[0]"}).json()
    assert [(term["input"], term["x"], term["w"]) for term in told["terms"]] == [
        ("x[0]", 0.05, 0.15),
        ("x[1]", 0.1, 0.2),
    ]
    assert (told["bias"], told["b"], told["bias_alone"]) == ("b1[0]", 0.35, False)
    assert told["plain"] == pytest.approx(0.15, rel=1e-15)
    assert told["weighted"] == pytest.approx(0.3775, rel=1e-15)


def test_the_sums_of_an_upper_layer_wait_for_its_inputs(client: TestClient) -> None:
    address = new(client)
    told = client.get(f"{address}/sums", params={"ref": "a2[0]"}).json()
    assert (told["plain"], told["weighted"], told["bias_alone"], told["terms"][0]["x"]) == (None,) * 4
    post(client, f"{address}/forward", {"unit": "pass"})
    told = client.get(f"{address}/sums", params={"ref": "a2[0]"}).json()
    values = client.get(address).json()["values"]
    assert told["terms"][1]["x"] == values["a"][0][1]
    assert told["weighted"] == pytest.approx(values["z"][1][0], rel=1e-15)


def test_with_all_weights_zero_the_bias_is_alone(client: TestClient) -> None:
    address = new(client)
    edit = {"parameters": {"W1[0,0]": 0, "W1[0,1]": 0}}
    assert client.patch(address, json=edit).status_code == 200
    told = client.get(f"{address}/sums", params={"ref": "a1[0]"}).json()
    assert (told["weighted"], told["b"], told["bias_alone"]) == (0.35, 0.35, True)


def test_a_function_is_told_at_any_z(client: TestClient) -> None:
    address = new(client)
    told = client.get(f"{address}/activation", params={"ref": "a1[0]", "z": 0}).json()["at"]
    assert told == {"z": 0.0, "a": 0.5, "slope": 0.25, "kink": False}
    assert client.get(f"{address}/activation", params={"ref": "a1[0]"}).json()["at"] is None


def test_at_a_kink_the_slope_is_the_one_from_the_left(client: TestClient) -> None:
    told = client.get(f"{new(client, **RELU)}/activation", params={"ref": "a1[0]", "z": 0}).json()["at"]
    assert told == {"z": 0.0, "a": 0.0, "slope": 0.0, "kink": True}


def test_a_z_beyond_sense_is_refused(client: TestClient) -> None:
    answer = client.get(f"{new(client)}/activation", params={"ref": "a1[0]", "z": 1e7})
    assert answer.status_code == 422
