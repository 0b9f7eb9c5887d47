"""Every question and every file of sessions in all kinds of states: answered or refused, and always JSON."""

import json
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from fastapi.testclient import TestClient

from backstep_lab.exports.formats import FORMATS
from backstep_lab.i18n.catalogue import LANGUAGES
from tests.api.calling import new, post

ONE_UNIT = {"inputs": 1, "layers": [{"units": 1, "activation": "identity"}]}
LARGEST = {"W": [[[1e6]]], "b": [[-1e6]]}
DIVERGING: dict[str, Any] = {
    "network": {**ONE_UNIT, "parameters": LARGEST},
    "data": {"X": [[1e6], [-1e6]], "Y": [[-1e6], [1e6]]},
    "training": {"optimizer": {"name": "sgd", "learning_rate": 1e6}, "batch_size": "all"},
}
SMALLEST: dict[str, Any] = {
    "network": {**ONE_UNIT, "parameters": {"W": [[[5e-324]]], "b": [[0.0]]}},
    "data": {"X": [[0.0]], "Y": [[0.0]]},
    "training": {"optimizer": {"name": "adam", "learning_rate": 0.0}, "l1": 1000, "l2": 1000},
}
SPIRAL: dict[str, Any] = {
    "network": {
        "inputs": 2,
        "layers": [{"units": 3, "activation": "relu"}, {"units": 2, "activation": "softmax"}],
    },
    "data": {"name": "spiral", "samples": 20, "test_fraction": 0.5, "targets": "one_hot"},
    "training": {"batch_size": 4, "shuffle": True, "l2": 0.01},
}
GRAPH: dict[str, Any] = {
    "graph": {"program": "W = [[1, -2], [0, 3]]\nx = [0.5, -1]\na = relu(W @ x)\nL = sum(a**2) + x[0]"}
}
UNDEFINED = {"graph": {"program": "x = 0\na = x + 1\nL = sqrt(x) + a/(a - 1)**2"}}
LARGE = {"graph": {"program": "x = 1e6\na = x**50\nL = a*a/a"}, "training": {"optimizer": {"name": "adam"}}}
STATES: dict[str, tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]] = {
    "at the start": ({"preset": "mazur"}, []),
    "in the backward pass": ({"preset": "xor"}, [("step", {"unit": "pass"}), ("step", {"unit": "layer"})]),
    "at the end of an iteration": ({"preset": "cs231n-neuron"}, [("step", {"unit": "iteration"})]),
    "trained": (SPIRAL, [("train", {"iterations": 30}), ("step", {"unit": "layer"})]),
    "diverged": (DIVERGING, [("train", {"iterations": 100})]),
    "with the smallest numbers": (SMALLEST, [("train", {"iterations": 3})]),
    "a unit that jumps": ({"preset": "and-perceptron"}, [("train", {"epochs": 1})]),
    "a graph at the start": (GRAPH, []),
    "a graph in the backward pass": (GRAPH, [("step", {"unit": "pass"}), ("step", {"unit": "line"})]),
    "a graph, trained": (GRAPH, [("train", {"iterations": 30}), ("step", {"unit": "group"})]),
    "a graph with an undefined number": (UNDEFINED, [("step", {"unit": "pass"})]),
    "a graph with a number that is too large": (LARGE, [("step", {"unit": "pass"})]),
}
REFS = (
    "x[0]",
    "W1[0,0]",
    "b1[0]",
    "z1[0]",
    "a1[0]",
    "loss",
    "batch_loss",
    "delta1[0]",
    "dW1[0,0]",
    "db1[0]",
    "f'(z1[0])",
    "W1[0,0]*x[0]",
    "W1_next[0,0]",
    "a1[0]@1",
    "W9[9,9]",
    "nonsense",
    "x",
    "L",
    "W[0,1]",
    "L:4.1",
    "C:4.1",
    "dL/dW[0,1]",
    "dL/dx[0]<-L",
    "W_next[0,1]",
    "m:x",
    "optimizer.t",
)
WITH_REF = (
    "explain",
    "paths",
    "loss-slice",
    "batch",
    "activation",
    "line",
    "sums",
    "gradient-check",
    "question",
)
PLAIN = (
    "",
    "/link",
    "/metrics",
    "/divergence",
    "/saturation",
    "/gradient-check",
    "/question",
    "/examples?set=train&limit=3",
    "/examples?set=test&offset=10000",
    "/boundary?resolution=3",
    "/neuron-maps?resolution=3",
    "/boundary?resolution=3&unit=class&unit=z1[0]&x=0",
    "/predict?x=1",
    "/predict?x=-1000000&x=1000000",
    "/predict?x=5e-324&x=0",
    "/what-if?ref=W1[0,0]&value=-1000000",
    "/what-if?ref=b1[0]&value=5e-324",
    "/order?iterations=3",
    "/foreseen?unit=layer&iteration=0&step=1",
    "/foreseen?unit=iteration&iteration=1&step=0",
    "/foreseen?unit=term&iteration=1000000&step=3",
    "/landscape?x=W1[0,0]&y=b1[0]&resolution=3&span=1000",
    "/landscape?x=W1[0,0]&y=b1[0]&resolution=3&span=1e-300",
    "/loss-slice?ref=W1[0,0]&span=1e-300",
    "/activation?ref=a1[0]&z=1000000",
    "/line?ref=a1[0]&w_x=0&w_y=0&b=0",
    "/graph",
    "/as-graph",
    "/forward-mode?leaf=x",
    "/same-function?program=x=1e6;L=exp(x)",
    "/same-function?program=L=(",
    "/forward-mode?leaf=dL/dW[0,1]",
    "/foreseen?unit=group&iteration=0&step=1",
    "/landscape?x=W[0,0]&y=x[0]&resolution=3&span=1e-300",
    "/landscape?x=W[0,0]&y=x[0]&resolution=3&span=1000",
    "/loss-slice?ref=W[0,0]&span=1e-300",
)
ANSWERS = ("0", "1e308", "-1e308", "5e-324", "ln(0)", "+", "larger", "W1[0,0]")


@pytest.fixture(params=sorted(STATES))
def address(client: TestClient, request: pytest.FixtureRequest) -> str:
    """A session in one of the states."""
    body, calls = STATES[request.param]
    address = new(client, **body)
    for call, given in calls:
        post(client, f"{address}/{call}", given)
    return address


def sound(client: TestClient, path: str, method: str = "GET", **given: Any) -> bytes:
    """The body of an answer that is no mistake of ours, and JSON without NaN where it says so."""
    answer = client.request(method, path, **given)
    assert answer.status_code < 500, (path, given, answer.text)
    if answer.headers["content-type"].endswith("json"):
        json.loads(answer.content, parse_constant=_not_json)
    return answer.content


def _not_json(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def questions() -> Iterator[str]:
    yield from PLAIN
    for question, ref in product(WITH_REF, REFS):
        yield f"/{question}?ref={ref.replace('+', '%2B')}"


def test_every_question_is_answered_or_refused(client: TestClient, address: str) -> None:
    for question in questions():
        sound(client, address + question)


def test_every_answer_is_judged_or_refused(client: TestClient, address: str) -> None:
    for ask, text, ref in product(
        ("number", "sign", "compare", "which"), ANSWERS, (None, "W1_next[0,0]", "loss", "L", "dL/dx[0]")
    ):
        for later in (0, 1):
            call = {"ask": ask, "text": text, "later": later, **({"ref": ref} if ref else {})}
            sound(client, f"{address}/answer", "POST", json=call)


def test_every_file_is_made_or_refused(client: TestClient, address: str) -> None:
    for kind, lang in product((*FORMATS, "html"), (*LANGUAGES, "xx", "")):
        sound(client, f"{address}/export/{kind}?lang={lang}")


def test_every_page_and_picture_of_that_moment_is_there(client: TestClient, address: str) -> None:
    state = client.get(f"{address}/link").json()["state"]
    for path, lang in product(("/", "/embed", "/picture.svg", "/picture.png"), LANGUAGES):
        assert client.get(path, params={"state": state, "lang": lang}).status_code == 200
    answer = client.get("/oembed", params={"url": f"http://testserver/?state={state}"})
    assert answer.status_code == 200
    assert f"state={state}" in answer.json()["html"]
