"""A learner answers before a number is shown; the answers themselves change nothing."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import SESSIONS, new, post, problem


def test_the_next_operation_is_asked_and_answered(client: TestClient) -> None:
    address = new(client)
    asked = client.get(f"{address}/question").json()
    assert (asked["ref"], asked["asks"], asked["formula"]) == (
        "W1[0,0]*x[0]",
        ["number", "sign"],
        "#{0}\\,#{1}",
    )
    assert post(client, f"{address}/answer", {"text": "0,15×0,05"}) == {
        "ref": "W1[0,0]*x[0]",
        "ask": "number",
        "later": 0,
        "given": "0,15×0,05",
        "number": 0.0075,
        "correct": True,
        "misconception": None,
        "answer": None,
        "value": 0.0075,
    }
    wrong = post(client, f"{address}/answer", {"text": "0.2"})
    assert (wrong["correct"], wrong["misconception"], wrong["value"]) == (False, "added", None)
    assert client.get(address).json()["position"]["step"] == 0


def test_a_question_can_be_about_any_later_number(client: TestClient) -> None:
    address = new(client)
    params: dict[str, Any] = {"ref": "dW2[0,0]", "ask": "which", "among": ["dW2[0,0]", "dW1[0,0]"]}
    assert client.get(f"{address}/question", params=params).json()["among"] == ["dW2[0,0]", "dW1[0,0]"]
    later = client.get(f"{address}/question", params={"ref": "loss", "ask": "compare", "later": 1}).json()
    assert (later["later"], later["other"]) == (1, {"ref": "loss", "value": None})
    assert post(client, f"{address}/answer", {"ref": "loss", "later": 1, "text": "0.291"})["correct"]


def test_a_session_that_does_not_reveal_upcoming_operations_answers_without_them(client: TestClient) -> None:
    made = client.post(SESSIONS, json={"preset": "mazur", "reveal_upcoming": False})
    assert (made.json()["ahead"], made.json()["spec"]["reveal_upcoming"]) == ([], False)
    address = f"{SESSIONS}/{made.json()['id']}"
    step = post(client, f"{address}/step", {})
    assert (step["ahead"], step["next"]["ref"]) == ([], "W1[0,1]*x[1]")
    assert client.get(address).json()["ahead"] == []


def test_reveal_upcoming_is_part_of_a_link_and_can_be_given_beside_it(client: TestClient) -> None:
    address = new(client, preset="mazur", reveal_upcoming=False, at={"iteration": 0, "step": 3})
    state = client.get(f"{address}/link").json()["state"]
    opened = client.post(SESSIONS, json={"state": state}).json()
    assert (opened["ahead"], opened["position"]["step"]) == ([], 3)
    revealed = client.post(SESSIONS, json={"state": state, "reveal_upcoming": True}).json()
    assert revealed["ahead"][0]["ref"] == "a1[0]"


# A link of an older version: mazur, three operations done, `ahead` false.
LINK_WITH_AHEAD = (
    "1m8LAzHCUqXoSUzs4NtuGRmyetj9sDAan7U_OBIFZQKELkPA6bX8ZIgdSdhMie9r-zhkQODsJHiOn7R9C5EAp47T9tTQwgDOAQo9hVkAZ4O"
    "TThp58TtuvhNmxE2pgJEi0peqh-zqR6tP279eJgJhkJbEOEpLYimJQ3JbmpDaCVa5IBhYjwDxdQnHSA0ZbcvaEpYkZqYkph0hNhxMgqXACOA"
    "1OwJYCAQ"
)


def test_a_link_and_a_body_with_the_former_name_of_reveal_upcoming_are_read(client: TestClient) -> None:
    for body in ({"state": LINK_WITH_AHEAD}, {"preset": "mazur", "ahead": False}):
        opened = client.post(SESSIONS, json=body).json()
        assert (opened["ahead"], opened["spec"]["reveal_upcoming"]) == ([], False)
        assert "ahead" not in opened["spec"]
    revealed = client.post(SESSIONS, json={"state": LINK_WITH_AHEAD, "ahead": True}).json()
    assert (revealed["position"]["step"], revealed["ahead"][0]["ref"]) == (3, "a1[0]")
    refused = client.post(SESSIONS, json={"preset": "mazur", "ahead": False, "reveal_upcoming": True})
    assert (refused.status_code, refused.json()["field"]) == (422, "ahead")


def test_a_session_file_with_the_former_name_of_reveal_upcoming_is_read(client: TestClient) -> None:
    file = client.get(f"{new(client, preset='mazur')}/export/session").json()
    file["spec"]["ahead"] = False
    opened = client.post(f"{SESSIONS}/import", json=file).json()
    assert (opened["ahead"], opened["spec"]["reveal_upcoming"]) == ([], False)
    exported = client.get(f"{SESSIONS}/{opened['id']}/export/session").json()
    assert (exported["spec"]["reveal_upcoming"], "ahead" in exported["spec"]) == (False, False)


def test_a_link_is_as_short_as_ever_where_nothing_is_predicted(client: TestClient) -> None:
    links = [
        client.get(f"{new(client, preset='mazur', **more)}/link").json()["state"]
        for more in ({}, {"reveal_upcoming": True}, {"reveal_upcoming": False})
    ]
    assert links[0] == links[1] != links[2]


def test_a_page_in_predict_mode_has_no_upcoming_operations(client: TestClient) -> None:
    page = client.get("/p/mazur", params={"predict": 1}).text
    assert '"begin":{"preset":"mazur","reveal_upcoming":false}' in page
    assert '"ahead":[]' in page
    assert '"ahead":[]' not in client.get("/p/mazur").text


def test_what_cannot_be_compared_or_has_diverged_is_refused(client: TestClient) -> None:
    body = {
        "network": {
            "inputs": 1,
            "layers": [{"units": 1, "activation": "identity"}],
            "parameters": {"W": [[[1e6]]], "b": [[0.0]]},
        },
        "data": {"X": [[1e6]], "Y": [[0.0]]},
        "training": {"optimizer": {"learning_rate": 1e6}},
    }
    address = new(client, **body)
    for _ in range(60):
        if client.post(f"{address}/step", json={"unit": "iteration"}).status_code == 409:
            break
    client.post(f"{address}/seek", json={"iteration": client.get(address).json()["furthest"], "step": None})
    problem(client.get(f"{address}/question"), 409, "diverged")
    problem(client.post(f"{address}/answer", json={"text": "1"}), 409, "diverged")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"text": "__import__('os').system('true')"}, "text"),
        ({"text": "9**9**9"}, "text"),
        ({"text": "(" * 199}, "text"),
        ({"text": "1" * 201}, "text"),
        ({"text": 1}, "text"),
        ({"text": "1", "ask": "guess"}, "ask"),
        ({"text": "1", "digits": 7}, "digits"),
        ({"text": "1", "later": 2}, "later"),
        ({"text": "1", "among": ["z1[0]"], "ask": "which"}, "among"),
        ({"text": "1", "among": ["z1[0]"] * 17, "ask": "which"}, "among"),
        ({"text": "1", "ref": "W1[0,0]"}, "ref"),
        ({"text": "1", "ref": "W1[9,9]*x[0]"}, "ref"),
        ({"text": "1", "ref": "\x00"}, "ref"),
        ({"text": "larger", "ask": "compare", "other": "nothing"}, "other"),
        ({"text": "1", "value": 1}, "value"),
    ],
)
def test_a_hostile_answer_is_refused_in_a_sentence(
    client: TestClient, body: dict[str, Any], field: str
) -> None:
    answer = problem(client.post(f"{new(client)}/answer", json=body), 422, "validation", field)
    assert len(answer["detail"]) < 400


def test_a_question_that_cannot_be_is_refused(client: TestClient) -> None:
    address = new(client)
    for name, value in (("ask", "guess"), ("later", "2"), ("ref", "x" * 81), ("among", "z1[0]")):
        problem(client.get(f"{address}/question", params={name: value}), 422, "validation")
    problem(client.get(f"{SESSIONS}/nobody/question"), 404, "not-found")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ln(0)", "problem-answer-logarithm"),
        ("1/0", "problem-answer-division"),
        ("sqrt(-1)", "problem-answer-root"),
        ("(-1)^0.5", "problem-answer-power"),
        ("10^400", "problem-answer-overflow"),
    ],
)
def test_an_answer_without_a_value_is_reported_why(client: TestClient, text: str, key: str) -> None:
    answer = problem(client.post(f"{new(client)}/answer", json={"text": text}), 422, "validation", "text")
    assert answer["message"]["key"] == key


@pytest.mark.parametrize("later", [0, 1])
@pytest.mark.parametrize("other", ["vb1_next[0]", "mW1[0,0]"])
def test_a_number_that_the_optimizer_does_not_keep_is_refused_as_the_other(
    client: TestClient, other: str, later: int
) -> None:
    answer = client.get(f"{new(client)}/question", params={"ask": "compare", "later": later, "other": other})
    assert "this one remembers no" in problem(answer, 422, "validation", "other")["detail"]
