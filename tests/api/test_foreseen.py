"""Steps that are foreseen are the steps that are then made."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from backstep_lab.config import limits
from backstep_lab.wire.models import ForeseenMoment
from tests.api.calling import new, post

UNITS = ["term", "neuron", "layer", "pass", "iteration"]
NOTHING = {"on": [], "back": [], "boundary": False}
WAYS = {"on": "step", "back": "back"}


def ask(client: TestClient, address: str, unit: str, iteration: int, step: int) -> dict[str, Any]:
    answer = client.get(f"{address}/foreseen", params={"unit": unit, "iteration": iteration, "step": step})
    assert answer.status_code == 200, answer.text
    foreseen: dict[str, Any] = answer.json()
    return foreseen


def comparable(moment: dict[str, Any]) -> dict[str, Any]:
    """Without what counts changes, and what the session has been furthest."""
    foreseen = {name: value for name, value in moment.items() if name in ForeseenMoment.model_fields}
    if foreseen["snapshot"] is not None:
        foreseen["snapshot"] = {**foreseen["snapshot"], "revision": 0, "furthest": 0}
    return foreseen


@pytest.mark.parametrize("preset", ["mazur", "xor"])
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("start", [(0, 0), (0, 7), (1, 3), (2, 0)])
def test_each_is_the_answer_to_its_step(
    client: TestClient, preset: str, unit: str, way: str, start: tuple[int, int]
) -> None:
    address = new(client, preset=preset)
    session = post(client, f"{address}/seek", {"iteration": start[0], "step": start[1]})
    foreseen = ask(client, address, unit, *start)[way]
    assert foreseen or (way == "back" and start == (0, 0))
    for moment in foreseen:
        answer = post(client, f"{address}/{WAYS[way]}", {"unit": unit, "revision": session["revision"]})
        assert comparable(moment) == comparable(answer)
        session = answer


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("start", [(0, 0), (0, 7), (0, 19), (1, 0), (1, 3), (0, 55)])
def test_it_says_whether_a_step_back_from_the_next_moment_leads_here(
    client: TestClient, unit: str, start: tuple[int, int]
) -> None:
    address = new(client)
    here = post(client, f"{address}/seek", {"iteration": start[0], "step": start[1]})["position"]
    post(client, f"{address}/step", {"unit": unit})
    again = post(client, f"{address}/back", {"unit": unit})["position"]
    assert ask(client, address, unit, *start)["boundary"] == (again == here)


def test_a_moment_may_be_ahead_of_the_session(client: TestClient) -> None:
    address = new(client)
    foreseen = ask(client, address, "neuron", 0, 12)
    before = client.get(address).json()
    post(client, f"{address}/seek", {"iteration": 0, "step": 12})
    assert ask(client, address, "neuron", 0, 12) == foreseen
    assert before["position"]["step"] == 0
    assert len(foreseen["on"]) == limits.FORESEEN_STEPS


@pytest.mark.parametrize("unit", UNITS)
def test_nothing_is_reported_where_upcoming_numbers_are_hidden(client: TestClient, unit: str) -> None:
    address = new(client, preset="mazur", reveal_upcoming=False)
    post(client, f"{address}/step", {"unit": "layer"})
    assert ask(client, address, unit, 0, 3) == NOTHING
    assert ask(client, address, unit, 1, 0) == NOTHING


def test_nothing_is_reported_of_a_large_network(client: TestClient) -> None:
    layers = [{"units": 40, "activation": "tanh"}, {"units": 40, "activation": "tanh"}]
    address = new(client, network={"inputs": 2, "layers": [*layers, {"units": 1, "activation": "sigmoid"}]})
    assert ask(client, address, "neuron", 0, 0) == NOTHING


def test_it_goes_back_to_the_newest_edit_and_no_further(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/seek", {"iteration": 0, "step": 8})
    edited = client.patch(address, json={"parameters": {"W2[0,0]": 0.25}}).json()
    at = edited["position"]["step"]
    assert ask(client, address, "term", 0, at)["back"] == []
    assert [moment["position"]["step"] for moment in ask(client, address, "term", 0, at + 2)["back"]] == [
        at + 1,
        at,
    ]


def test_it_ends_where_training_diverges(client: TestClient) -> None:
    training = {"optimizer": {"name": "sgd", "learning_rate": 1e6}}
    address = new(client, preset="linear-by-hand", training=training)
    end = post(client, f"{address}/train", {"iterations": 1000})
    assert end["state"] == "diverged"
    last = end["position"]["iteration"]
    foreseen = ask(client, address, "iteration", last - 1, 0)["on"]
    assert [moment["state"] for moment in foreseen] == ["running", "diverged"]
    assert ask(client, address, "term", last, end["position"]["step"])["on"] == []


@pytest.mark.parametrize(
    "asked",
    [
        {"unit": "epoch", "iteration": 0, "step": 0},
        {"unit": "term", "iteration": -1, "step": 0},
        {"unit": "term", "iteration": 0, "step": 56},
        {"unit": "term", "iteration": 10**7, "step": 0},
        {"unit": "term", "iteration": 0},
    ],
)
def test_no_such_moment_is_refused_with_a_sentence(client: TestClient, asked: dict[str, Any]) -> None:
    answer = client.get(f"{new(client)}/foreseen", params=asked)
    assert answer.status_code == 422
    assert answer.json()["detail"]
