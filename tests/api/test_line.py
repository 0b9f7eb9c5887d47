"""The line that a unit draws, and the examples on either side of it."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, problem


def test_a_perceptrons_line_and_who_stands_on_the_right_side(client: TestClient) -> None:
    address = new(client, preset="and-perceptron")
    answer = client.get(f"{address}/line", params={"ref": "a1[0]"}).json()
    assert (answer["w_x"], answer["w_y"], answer["b"]) == (1.0, 1.0, -0.5)
    assert [example["z"] for example in answer["examples"]] == [-0.5, 0.5, 0.5, 1.5]
    assert [example["kind"] for example in answer["examples"]] == [0, 0, 0, 1]
    assert [example["right"] for example in answer["examples"]] == [True, False, False, True]
    assert (answer["right"], answer["count"], answer["activation"]) == (2, 4, "step")


def test_another_line_is_tried_and_the_session_stays_as_it_is(client: TestClient) -> None:
    address = new(client, preset="and-perceptron")
    before = client.get(address).json()
    answer = client.get(f"{address}/line", params={"ref": "z1[0]", "b": -1.5}).json()
    assert (answer["w_x"], answer["b"], answer["right"]) == (1.0, -1.5, 4)
    assert client.get(address).json() == before


def test_a_hidden_units_line_has_no_right_side(client: TestClient) -> None:
    answer = client.get(f"{new(client, preset='xor')}/line", params={"ref": "a1[1]"}).json()
    assert (answer["right"], answer["examples"][0]["right"], answer["examples"][0]["target"]) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize(("preset", "ref"), [("xor", "a2[0]"), ("xor", "W1[0,0]"), ("deep", "a1[9]")])
def test_what_draws_no_line_is_refused(client: TestClient, preset: str, ref: str) -> None:
    answer = client.get(f"{new(client, preset=preset)}/line", params={"ref": ref})
    assert ref in problem(answer, 422, "validation", "ref")["detail"]


def test_a_line_needs_two_inputs(client: TestClient) -> None:
    answer = client.get(f"{new(client, preset='digits')}/line", params={"ref": "a1[0]"})
    assert "64 inputs" in problem(answer, 422, "validation", "ref")["detail"]
