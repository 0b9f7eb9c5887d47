"""Every question there is, asked in the middle of stepping: the session goes on as if nobody had asked."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SESSION = "/api/v1/sessions/{id}"
ASKED: dict[str, str] = {
    "": "",
    "/link": "",
    "/explain": "?ref=dW1[0,0]",
    "/foreseen": "?unit=layer&iteration=0&step=0",
    "/gradient-check": "",
    "/paths": "?ref=dW1[0,0]",
    "/examples": "",
    "/divergence": "",
    "/saturation": "",
    "/order": "?iterations=3",
    "/loss-slice": "?ref=W1[0,0]",
    "/landscape": "?x=W1[0,0]&y=W1[0,1]&resolution=5",
    "/batch": "?ref=dW1[0,0]",
    "/activation": "?ref=z1[0]",
    "/boundary": "?resolution=5",
    "/neuron-maps": "?resolution=5",
    "/predict": "?x=0.25&x=-1",
    "/what-if": "?ref=W1[0,0]&value=0.25",
    "/metrics": "",
    "/sums": "?ref=a1[0]",
    "/line": "?ref=a1[0]",
    "/question": "?ref=loss&later=1&ask=compare",
    "/as-graph": "",
    "/graph": "",
    "/forward-mode": "?leaf=w",
    "/same-function": "?program=L=w*w",
}
GRAPH = "w = 0.5\nx = [1, -2]\nfor t in range(2):\n    h[t] = tanh(w*x[t])\nL = sum(h*h) + w"
GRAPH_ASKED = {
    **ASKED,
    "/explain": "?ref=dL/dw",
    "/foreseen": "?unit=line&iteration=0&step=0",
    "/paths": "?ref=dL/dw",
    "/loss-slice": "?ref=w",
    "/landscape": "?x=w&y=x[1]&resolution=5",
    "/question": "?ref=L&later=1&ask=compare",
}
RACE = {"variants": [{}, {"training": {"optimizer": {"name": "adam"}}}], "epochs": 2}
UNITS = ["term", "neuron", "layer", "pass", "iteration"]
GRAPH_UNITS = ["term", "element", "line", "group", "pass", "iteration"]


def questions(client: TestClient) -> set[str]:
    """Every address below a session that is only read."""
    paths: dict[str, Any] = client.get("/openapi.json").json()["paths"]
    return {
        path.removeprefix(SESSION)
        for path, ways in paths.items()
        if path.startswith(SESSION) and "get" in ways
    }


def test_every_question_is_asked_below(client: TestClient) -> None:
    assert {q for q in questions(client) if not q.startswith("/export")} == set(ASKED)


def ask_everything(client: TestClient, id: str, asked: dict[str, str]) -> None:
    """Whatever the answer: a question may be refused, as a divergence is where there is none."""
    for path, query in asked.items():
        assert client.get(f"/api/v1/sessions/{id}{path}{query}").status_code < 500
    assert client.post(f"/api/v1/sessions/{id}/race", json=RACE).status_code < 500
    assert client.post(f"/api/v1/sessions/{id}/predict", json={"x": [0.25, -1]}).status_code < 500
    assert client.post(f"/api/v1/sessions/{id}/answer", json={"text": "1/3"}).status_code < 500


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=st.lists(st.sampled_from(UNITS), min_size=1, max_size=4))
def test_a_session_that_was_asked_everything_goes_on_like_one_that_was_not(
    client: TestClient, optimizer: str, walk: list[str]
) -> None:
    body = {"preset": "xor", "training": {"optimizer": {"name": optimizer, "learning_rate": 0.1}, "l2": 0.01}}
    goes_on_the_same(client, body, walk, ASKED)


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=st.lists(st.sampled_from(GRAPH_UNITS), min_size=1, max_size=4))
def test_so_does_a_session_of_a_program(client: TestClient, optimizer: str, walk: list[str]) -> None:
    training = {"optimizer": {"name": optimizer, "learning_rate": 0.1}}
    goes_on_the_same(client, {"graph": {"program": GRAPH}, "training": training}, walk, GRAPH_ASKED)


def goes_on_the_same(
    client: TestClient, body: dict[str, Any], walk: list[str], questions: dict[str, str]
) -> None:
    asked, quiet = (client.post("/api/v1/sessions", json=body).json()["id"] for _ in range(2))
    for unit in walk:
        for id in (asked, quiet):
            client.post(f"/api/v1/sessions/{id}/step", json={"unit": unit})
        before = client.get(f"/api/v1/sessions/{asked}").content
        ask_everything(client, asked, questions)
        assert client.get(f"/api/v1/sessions/{asked}").content == before
    ends = [client.get(f"/api/v1/sessions/{id}").json() | {"id": ""} for id in (asked, quiet)]
    assert ends[0] == ends[1]
