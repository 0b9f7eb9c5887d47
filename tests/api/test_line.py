"""The line that a unit draws, and the examples on either side of it."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, problem


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
