"""Training through the API: at once, or with events on the way."""

import json
from statistics import median
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    """(name, data) of each server-sent event."""
    found = []
    for block in text.strip().split("\n\n"):
        name, data = block.split("\n")
        found.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found


def test_ten_thousand_iterations_of_mazur_end_where_mathematics_says(client: TestClient) -> None:
    address = new(client)
    session = post(client, f"{address}/train", {"iterations": 10_000})
    assert session["position"]["iteration"] == 9_999
    assert session["ran"] == {"iterations": 10_000, "stopped": "completed"}
    after = post(client, f"{address}/forward")["snapshot"]["values"]
    assert f"{after['loss']:.6e}" == "3.510188e-05"
    assert [f"{a:.10f}" for a in after["a"][1]] == ["0.0159136204", "0.9840642735"]


def test_training_one_iteration_is_stepping_through_it(client: TestClient) -> None:
    stepped, trained = new(client), new(client)
    for _ in range(55):
        post(client, f"{stepped}/step")
    post(client, f"{trained}/train", {"iterations": 1})
    walked, ran = client.get(stepped).json(), client.get(trained).json()
    assert walked | {"id": "", "revision": 0} == ran | {"id": "", "revision": 0}


def test_training_in_an_iteration_under_way_completes_it_first(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"count": 30})
    session = post(client, f"{address}/train", {"iterations": 2})
    assert (session["position"]["iteration"], session["position"]["step"]) == (1, 55)


def test_epochs_are_counted_from_where_the_epoch_stands(client: TestClient) -> None:
    address = new(client, preset="deep")  # 80 examples in batches of 10: eight iterations an epoch
    post(client, f"{address}/step", {"unit": "iteration", "count": 3})
    assert post(client, f"{address}/train", {"epochs": 1})["position"]["iteration"] == 7
    assert post(client, f"{address}/train", {"epochs": 2})["position"]["iteration"] == 23


def test_training_stops_at_a_target_loss(client: TestClient) -> None:
    address = new(client)
    session = post(client, f"{address}/train", {"iterations": 10_000, "until": {"loss": 0.01}})
    assert session["ran"]["stopped"] == "target"
    assert session["values"]["loss"] <= 0.01
    assert session["losses"]["iteration"][-1]["loss"] == session["values"]["loss"]


def test_loss_curves_are_thinned_and_the_same_by_any_road(client: TestClient) -> None:
    far, near = new(client, preset="softmax"), new(client, preset="softmax")
    post(client, f"{far}/train", {"iterations": 3000})
    post(client, f"{far}/seek", {"iteration": 700, "step": 0})
    post(client, f"{near}/step", {"unit": "iteration", "count": 700})
    post(client, f"{near}/seek", {"iteration": 700, "step": 0})
    curves = [client.get(address).json()["losses"] for address in (far, near)]
    assert curves[0] == curves[1]
    assert 256 <= len(curves[0]["iteration"]) <= 512
    assert 32 <= len(curves[0]["test"]) <= 64


def test_progress_is_reported_on_the_way(client: TestClient) -> None:
    address = new(client, preset="deep")
    answer = client.post(
        f"{address}/train", json={"iterations": 8000}, headers={"Accept": "text/event-stream"}
    )
    assert answer.headers["content-type"].startswith("text/event-stream")
    body = events(answer.text)
    assert [name for name, _ in body] == ["progress"] * (len(body) - 1) + ["done"]
    done = [data["done"] for name, data in body if name == "progress"]
    assert done == sorted(done)
    assert done[-1] == 8000
    assert body[-1][1]["ran"] == {"iterations": 8000, "stopped": "completed"}
    assert {name: value for name, value in body[-1][1].items() if name != "ran"} == client.get(address).json()


def test_a_refused_training_has_no_events(client: TestClient) -> None:
    address = new(client)
    answer = client.post(
        f"{address}/train", json={"iterations": 1, "revision": 9}, headers={"Accept": "text/event-stream"}
    )
    problem(answer, 409, "stale-revision")


def test_time_ends_a_training_that_takes_too_long(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client.app.state.service.processes, "seconds", 0.2)  # type: ignore[attr-defined]
    address = new(client)
    session = post(client, f"{address}/train", {"iterations": 100_000})
    assert session["ran"]["stopped"] == "time"
    assert 0 < session["ran"]["iterations"] == session["position"]["iteration"] + 1 < 100_000


def test_training_until_stopped_goes_on_until_the_time_of_one_call_is_used_up(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client.app.state.service.processes, "seconds", 0.1)  # type: ignore[attr-defined]
    address = new(client)
    first = post(client, f"{address}/train", {"until_stopped": True})
    second = post(client, f"{address}/train", {"until_stopped": True})
    assert (first["ran"]["stopped"], second["ran"]["stopped"]) == ("time", "time")
    assert second["position"]["iteration"] + 1 == first["ran"]["iterations"] + second["ran"]["iterations"]


@pytest.mark.parametrize("body", [{}, {"iterations": 1, "epochs": 1}, {"until_stopped": True, "epochs": 1}])
def test_training_wants_to_know_how_long(client: TestClient, body: dict[str, Any]) -> None:
    detail = problem(client.post(f"{new(client)}/train", json=body), 422, "validation")["detail"]
    assert "give either iterations or epochs, or true as until_stopped" in detail


@pytest.mark.parametrize("pace", [0, 0.01, 2e6, "fast"])
def test_a_pace_out_of_range_is_refused(client: TestClient, pace: Any) -> None:
    body = {"iterations": 1, "iterations_per_second": pace}
    problem(client.post(f"{new(client)}/train", json=body), 422, "validation", "iterations_per_second")


def test_training_stops_at_an_accuracy(client: TestClient) -> None:
    address = new(client, preset="xor")
    session = post(client, f"{address}/train", {"epochs": 20_000, "until": {"accuracy": 1}})
    assert session["ran"]["stopped"] == "accuracy"
    assert session["furthest"] == session["position"]["iteration"] == session["ran"]["iterations"] - 1


def test_an_accuracy_above_one_is_refused(client: TestClient) -> None:
    answer = client.post(f"{new(client)}/train", json={"iterations": 1, "until": {"accuracy": 2}})
    assert "it must be from 0 to 1" in problem(answer, 422, "validation", "until.accuracy")["detail"]


def merged(answered: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """The curves of a run, put together from its events."""
    known: dict[str, dict[str, list[dict[str, Any]]]] = {"losses": {}, "accuracies": {}}
    for name, event in answered:
        if name != "progress":
            continue
        since = event["curves"]["since"]
        for kind, curves in known.items():
            for curve, more in event["curves"][kind].items():
                kept = [p for p in curves.get(curve, []) if p["i"] <= since and p["i"] % more["every"] == 0]
                curves[curve] = kept + more["points"]
    return known


def test_progress_tells_what_is_new_and_all_of_it_together(client: TestClient) -> None:
    address = new(client, preset="deep")
    answer = client.post(
        f"{address}/train", json={"iterations": 8_000}, headers={"Accept": "text/event-stream"}
    )
    answered = events(answer.text)
    *_, (_, progress), (_, done) = answered
    assert len(answered) > 3
    assert progress["examples"] == 80_000
    assert {kind: done[kind] for kind in ("losses", "accuracies")} == merged(answered)
    assert progress["parameters"] == done["parameters_before"]
    assert progress["values"] == {name: done["values"][name] for name in progress["values"]}
    for field in ("revision", "position", "edits", "furthest", "state"):
        assert progress[field] == done[field]
    specs = [event["spec"] for name, event in answered if name == "progress"]
    assert (specs[0], specs[1:]) == (done["spec"], [None] * (len(specs) - 1))


def test_an_event_is_a_small_part_of_the_session(client: TestClient) -> None:
    address = new(client, preset="deep")
    answer = client.post(
        f"{address}/train", json={"iterations": 8_000}, headers={"Accept": "text/event-stream"}
    )
    *progress, done = answer.text.strip().split("\n\n")
    assert (
        median(map(len, progress)) < len(done) / 3
    )  # the busier the machine, the fewer and larger the events


def test_stopping_takes_the_session_over_and_leaves_it_where_it_stands(client: TestClient) -> None:
    address = new(client)
    before = post(client, f"{address}/train", {"iterations": 20})
    after = post(client, f"{address}/stop")
    assert after["revision"] == before["revision"] + 1
    assert after["position"] == before["position"]
    assert after["parameters"] == before["parameters"]


def test_what_was_reached_stays_known_when_one_goes_back(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/train", {"iterations": 500})
    post(client, f"{address}/seek", {"iteration": 3, "step": 0})
    assert client.get(address).json()["furthest"] == 499
    edited = client.patch(address, json={"parameters": {"W1[0,0]": 0.5}}).json()
    assert edited["furthest"] == 3
