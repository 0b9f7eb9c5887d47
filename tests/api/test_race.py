"""Settings trained side by side from the same initial weights."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


def loss_after(client: TestClient, iterations: int, **training: Any) -> float:
    """The training loss that a session of its own has after so many iterations."""
    address = new(client, preset="xor", training=training)
    post(client, f"{address}/train", {"iterations": iterations + 1})
    (loss,) = (p["loss"] for p in client.get(address).json()["losses"]["train"] if p["i"] == iterations)
    return float(loss)


def test_racers_come_as_far_as_sessions_of_their_own(client: TestClient) -> None:
    address = new(client, preset="xor")
    before = client.get(address).json()
    variants = [{}, {"training": {"batch_size": 1}}]
    race = post(client, f"{address}/race", {"variants": variants, "iterations": 8})
    finals = [racer["places"][-1] for racer in race["racers"]]
    assert [final["iteration"] for final in finals] == [8, 8]
    assert [final["examples"] for final in finals] == [32, 8]
    assert [final["loss"] for final in finals] == [loss_after(client, 8), loss_after(client, 8, batch_size=1)]
    assert race["contours"] is None
    assert client.get(address).json() == before


def test_in_as_many_epochs_all_see_as_many_examples(client: TestClient) -> None:
    address = new(client, preset="xor")
    variants = [{"training": {"batch_size": size}} for size in ("all", 3, 1)]
    race = post(client, f"{address}/race", {"variants": variants, "epochs": 5})
    finals = [racer["places"][-1] for racer in race["racers"]]
    assert [final["examples"] for final in finals] == [20, 20, 20]
    assert [final["iteration"] for final in finals] == [5, 10, 20]


def test_two_weights_are_followed_over_the_contours(client: TestClient) -> None:
    address = new(client, preset="xor")
    weights = ["W1[0,0]", "W1[0,1]"]
    race = post(client, f"{address}/race", {"variants": [{}], "iterations": 3, "weights": weights})
    start = client.get(address).json()["parameters"]["W"][0][0]
    first, last = race["racers"][0]["places"][0], race["racers"][0]["places"][-1]
    assert [first["x"], first["y"]] == start
    contours = race["contours"]
    assert contours["xs"][0] < last["x"] < contours["xs"][-1]
    assert {len(row) for row in contours["loss"]} == {len(contours["xs"])}
    assert len(contours["loss"]) == len(contours["ys"])


def test_a_race_starts_from_the_initial_weights_wherever_the_session_stands(client: TestClient) -> None:
    address = new(client, preset="xor")
    call = {"variants": [{}], "iterations": 4}
    at_start = post(client, f"{address}/race", call)
    post(client, f"{address}/train", {"iterations": 20})
    assert post(client, f"{address}/race", call) == at_start


def test_a_racer_that_diverges_says_where(client: TestClient) -> None:
    address = new(client, preset="linear-by-hand")
    variants = [{"training": {"optimizer": {"learning_rate": 1000.0}}}]
    racer = post(client, f"{address}/race", {"variants": variants, "iterations": 500})["racers"][0]
    assert racer["diverged"]["iteration"] == racer["places"][-1]["iteration"]
    assert racer["diverged"]["iteration"] < 500


@pytest.mark.parametrize(
    ("call", "field", "word"),
    [
        ({"variants": [], "iterations": 1}, "variants", "at least 1"),
        ({"variants": [{}] * 5, "iterations": 1}, "variants", "at most 4"),
        ({"variants": [{}]}, "body", "either iterations or epochs"),
        ({"variants": [{}], "iterations": 1, "weights": ["W1[0,0]"]}, "body", "two different weights"),
        ({"variants": [{}], "iterations": 1, "weights": ["W1[0,0]", "W9[0,0]"]}, "weights", "layers here"),
        ({"variants": [{}], "iterations": 1, "weights": ["W1[0,0]", "z1[0]"]}, "weights", "no weight"),
        ({"variants": [{"training": {"batch_size": 1}}], "epochs": 10_000}, "epochs", "at most 10000"),
        ({"variants": [{"network": {"loss": "cross_entropy"}}], "epochs": 1}, "network", "needs softmax"),
    ],
)
def test_a_race_that_cannot_be_is_refused(
    client: TestClient, call: dict[str, Any], field: str, word: str
) -> None:
    address = new(client, preset="xor")
    assert word in problem(client.post(f"{address}/race", json=call), 422, "validation", field)["detail"]
