"""Stepping: forward, backward, update, step, back, seek."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from backstep_lab.api.json_response import PACKED_BYTES
from tests.api.calling import new, post, problem
from tests.api.raw import HOST, ask


def test_a_term_is_one_operation(client: TestClient) -> None:
    answer = post(client, f"{new(client)}/step")
    assert answer["changed"] == {"W1[0,0]*x[0]": 0.0075}
    assert [operation["ref"] for operation in answer["operations"]] == ["W1[0,0]*x[0]"]
    assert answer["operation"] == answer["operations"][-1]
    assert answer["next"]["ref"] == "W1[0,1]*x[1]"
    assert (answer["revision"], answer["position"]["step"], answer["snapshot"]) == (1, 1, None)


def test_a_body_may_come_in_pieces(client: TestClient) -> None:
    target, headers = f"{new(client)}/step".encode(), (*HOST, (b"content-type", b"application/json"))
    whole = ask(client, "POST", target, headers, b'{"unit": "neuron"}', pieces=3)
    assert (whole.status, json.loads(whole.body)["operation"]["ref"]) == (200, "a1[0]")
    refused = ask(client, "POST", target, headers, b'{"unit": "neurons"}', pieces=3)
    assert (refused.status, json.loads(refused.body)["field"]) == (422, "unit")


def test_what_is_ahead_is_what_comes(client: TestClient) -> None:
    address = new(client)
    ahead = post(client, f"{address}/step")["ahead"]
    comes = [post(client, f"{address}/step")["operation"] for _ in range(8)]
    assert ahead == comes


def test_an_iteration_shows_each_number_once(client: TestClient) -> None:
    address = new(client)
    refs: list[str] = []
    for _ in range(55):
        refs += [operation["ref"] for operation in post(client, f"{address}/step")["operations"]]
    assert len(refs) == len(set(refs)) == 55


def test_the_end_of_an_iteration_stays_in_sight(client: TestClient) -> None:
    address = new(client)
    answer = post(client, f"{address}/step", {"unit": "iteration"})
    assert answer["position"]["step"] == 55
    assert answer["parameters_changed"]
    snapshot = answer["snapshot"]
    assert snapshot["parameters"]["W"] == snapshot["values"]["W_next"]
    assert snapshot == client.get(address).json()
    on = post(client, f"{address}/step")
    assert (on["position"]["iteration"], on["position"]["step"]) == (1, 1)
    assert on["snapshot"]["values"]["z"] == [[None, None], [None, None]]


def test_a_step_answers_what_reading_would(client: TestClient) -> None:
    address = new(client, preset="xor")
    for unit in ("term", "neuron", "layer", "pass", "iteration", "epoch"):
        answer = post(client, f"{address}/step", {"unit": unit})
        session = client.get(address).json()
        for name in ("revision", "position", "operation", "next", "ahead", "state", "divergence"):
            assert answer[name] == session[name], name


def test_back_makes_numbers_unknown_again(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "neuron"})
    answer = post(client, f"{address}/back")
    assert answer["changed"] == {"a1[0]": None}
    assert answer["operations"] == []
    assert answer["operation"]["ref"] == "z1[0]"


def test_back_crosses_into_the_iteration_before(client: TestClient) -> None:
    address = new(client)
    complete = post(client, f"{address}/step", {"unit": "iteration"})["snapshot"]
    post(client, f"{address}/step")
    answer = post(client, f"{address}/back")
    assert answer["snapshot"] == complete | {"revision": 3}


def test_back_at_the_very_start_finds_nothing(client: TestClient) -> None:
    problem(client.post(f"{new(client)}/back", json={}), 409, "nothing-behind")


def test_back_by_many_stops_at_the_start(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"count": 5})
    assert post(client, f"{address}/back", {"count": 9})["position"]["step"] == 0


def test_the_three_phases_make_an_iteration(client: TestClient) -> None:
    address = new(client)
    steps = [
        post(client, f"{address}/{phase}")["position"]["step"] for phase in ("forward", "backward", "update")
    ]
    assert steps == [19, 47, 55]
    assert post(client, f"{address}/forward", {"unit": "neuron"})["position"]["iteration"] == 1


def test_backward_before_the_forward_pass_is_done_is_refused(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/forward", {"unit": "layer"})
    before = client.get(address).json()
    body = problem(client.post(f"{address}/backward", json={}), 409, "out-of-turn")
    assert body["next"] == {"kind": "product", "ref": "W2[0,0]*a1[0]", "phase": "forward"}
    assert "W2[0,0]*a1[0]" in body["detail"]
    assert client.get(address).json() == before


def test_seek_reaches_any_moment(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration", "count": 3})
    moments = [(1, 20), (0, 0), (7, 55), (2, 1)]
    for iteration, step in moments:
        answer = post(client, f"{address}/seek", {"iteration": iteration, "step": step})
        assert (answer["position"]["iteration"], answer["position"]["step"]) == (iteration, step)
    problem(client.post(f"{address}/seek", json={"iteration": 0, "step": 56}), 422, "validation", "step")
    problem(client.post(f"{address}/seek", json={"iteration": 20_000}), 422, "validation", "iteration")


def test_a_stale_revision_changes_nothing(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"revision": 0})
    for call in ("step", "back", "forward", "seek", "train", "reset"):
        body = {
            "revision": 0,
            **({"iteration": 0} if call == "seek" else {"iterations": 1} if call == "train" else {}),
        }
        answer = problem(client.post(f"{address}/{call}", json=body), 409, "stale-revision")
        assert answer["revision"] == 1
    problem(client.patch(address, json={"revision": 0, "focus": 0}), 409, "stale-revision")
    assert client.get(address).json()["revision"] == 1


def test_at_most_sixty_four_operations_are_given(client: TestClient) -> None:
    address = new(client, preset="deep")
    answer = post(client, f"{address}/step", {"unit": "pass", "count": 3})
    assert len(answer["operations"]) == 64
    assert answer["operations"][-1]["ordinal"] == answer["position"]["step"]


def test_a_diverged_session_says_where_and_goes_no_further(client: TestClient) -> None:
    network = {
        "inputs": 2,
        "layers": [{"units": 2, "activation": "relu"}, {"units": 1, "activation": "identity"}],
    }
    training = {"optimizer": {"learning_rate": 1e6}, "batch_size": "all"}
    address = new(client, network=network, data={"name": "xor"}, training=training)
    session = post(client, f"{address}/train", {"iterations": 1000})
    assert session["state"] == "diverged"
    assert session["ran"]["stopped"] == "diverged"
    assert session["next"] is None
    assert session["divergence"]["iteration"] == session["position"]["iteration"]
    assert "NaN" not in client.get(address).text
    body = problem(client.post(f"{address}/step", json={}), 409, "diverged")
    assert str(session["divergence"]["iteration"]) in body["detail"]
    assert post(client, f"{address}/back", {"unit": "iteration"})["state"] == "running"


def test_a_seek_without_a_step_shows_an_iteration_whole(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/seek", {"iteration": 3, "step": None})
    position = client.get(address).json()["position"]
    assert (position["iteration"], position["step"], position["steps"]) == (3, 55, 55)


MOVES: list[tuple[str, dict[str, Any]]] = [
    *[("step", {"unit": "term"})] * 12,
    ("step", {"unit": "layer"}),
    *[("back", {"unit": "term"})] * 3,
    ("forward", {"unit": "pass"}),
    ("back", {"unit": "neuron"}),
    ("step", {"unit": "pass"}),
    ("backward", {"unit": "layer"}),
    ("seek", {"iteration": 0, "step": 2}),
    ("step", {"unit": "term", "count": 4}),
    ("step", {"unit": "iteration"}),
    ("back", {"unit": "term"}),
    ("step", {"unit": "iteration", "count": 2}),
    ("step", {"unit": "term"}),
    ("back", {"unit": "term"}),
]


IN_A_GRAPH: list[tuple[str, dict[str, Any]]] = [
    *[("step", {"unit": "term"})] * 6,
    ("back", {"unit": "line"}),
    ("step", {"unit": "pass"}),
    ("back", {"unit": "term"}),
    ("seek", {"iteration": 0, "step": 2}),
    ("step", {"unit": "iteration", "count": 2}),
    ("step", {"unit": "term"}),
]


def _held(session: dict[str, Any]) -> dict[int, Any]:
    """By ordinal, the operations that a session or an answer has."""
    last = [session["operation"]] if session["operation"] else []
    return {operation["ordinal"]: operation for operation in [*last, *session["ahead"]]}


@pytest.mark.parametrize(
    ("preset", "moves"),
    [("mazur", MOVES), ("xor", MOVES), ("digits", MOVES), ("micrograd-expression", IN_A_GRAPH)],
)
def test_what_is_known_and_what_is_answered_are_the_whole_answer(
    client: TestClient, preset: str, moves: list[tuple[str, dict[str, Any]]]
) -> None:
    address, twin = new(client, preset=preset), new(client, preset=preset)
    session = client.get(address).json()
    for path, body in moves:
        held, revision = _held(session), session["revision"]
        known = {"first": min(held), "last": max(held)} if held else None
        answer = post(client, f"{address}/{path}", {**body, "revision": revision, "known": known})
        whole = post(client, f"{twin}/{path}", body)
        assert answer["operations"] == []
        if answer["snapshot"]:
            assert (answer["operation"], answer["ahead"]) == (None, [])
            answer["snapshot"]["id"] = whole["snapshot"]["id"]
        elif held:
            new_ones = _held(answer)
            assert not new_ones.keys() & held.keys()
            step = answer["position"]["step"]
            held |= new_ones
            answer["operation"] = held.get(step)
            answer["ahead"] = [held[next] for next in range(step + 1, step + 1 + len(whole["ahead"]))]
        ours = {"id": whole["id"], "operations": whole["operations"]}
        if answer["snapshot"]:
            ours |= {"operation": whole["operation"], "ahead": whole["ahead"]}
        assert answer | ours == whole
        session = client.get(address).json()


@pytest.mark.parametrize("preset", ["mazur", "xor", "digits"])
def test_a_term_is_answered_in_two_kilobytes_where_the_rest_is_known(client: TestClient, preset: str) -> None:
    address = new(client, preset=preset)
    sizes = []
    for step in range(24):
        body = {"revision": step, "known": {"first": max(step, 1), "last": step + 8}}
        sizes.append(int(client.post(f"{address}/step", json=body).headers["content-length"]))
    assert max(sizes) <= 2048, sizes


def test_a_far_seek_is_made_in_another_process_for_a_client_that_has_operations(client: TestClient) -> None:
    address = new(client, preset="digits")
    body = {"revision": 0, "iteration": 3000, "known": {"first": 1, "last": 8}}
    answer = client.post(f"{address}/seek", json=body)
    assert answer.status_code == 200, answer.text
    assert answer.json()["operations"] == []


def test_only_long_answers_are_packed_and_only_for_who_takes_that(client: TestClient) -> None:
    def encodings(accepted: str) -> list[tuple[bool, str | None]]:
        address = new(client, preset="xor")
        answers = [
            client.post(f"{address}/step", json={}, headers={"Accept-Encoding": accepted}) for _ in range(3)
        ]
        return [
            (len(answer.content) >= PACKED_BYTES, answer.headers.get("content-encoding"))
            for answer in answers
        ]

    assert {is_long for is_long, _ in encodings("gzip")} == {True}
    assert {encoding for _, encoding in encodings("gzip")} == {"gzip"}
    assert {encoding for _, encoding in encodings("identity")} == {None}
    known = {"revision": 0, "known": {"first": 1, "last": 40}}
    assert "content-encoding" not in client.post(f"{new(client)}/step", json=known).headers


def test_operations_that_are_known_are_numbered_in_order_and_belong_to_a_revision(client: TestClient) -> None:
    address = new(client)
    for known, field in (
        ({"first": 3, "last": 2}, "known"),
        ({"first": 0, "last": 2}, "known.first"),
        ({"first": 1}, "known.last"),
    ):
        body = {"revision": 0, "known": known}
        problem(client.post(f"{address}/step", json=body), 422, "validation", field)
    alone = client.post(f"{address}/step", json={"known": {"first": 1, "last": 8}})
    message = problem(alone, 422, "validation")["message"]
    assert message["key"] == "problem-known-without-revision"
    assert client.get(address).json()["revision"] == 0
