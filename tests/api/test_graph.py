"""Graphs over HTTP: sessions, what a program means, forward mode, and every wrong body with its sentence."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from backstep_lab.config import limits
from backstep_lab.i18n.catalogue import LANGUAGES, say
from tests.api.calling import SESSIONS, new, post, problem

PROGRAM = "q = x + y\nL = q*z"
VALUES = {"x": -2, "y": 5, "z": -4}
GRAPH = {"program": PROGRAM, "values": VALUES}


def graph(**fields: Any) -> dict[str, Any]:
    return {"graph": {**GRAPH, **fields}}


def program(text: str, **fields: Any) -> dict[str, Any]:
    return {"graph": {"program": text, **fields}}


def test_a_program_is_stepped_to_its_gradients(client: TestClient) -> None:
    address = new(client, **graph())
    state = client.get(address).json()
    assert state["values"]["x"] == -2
    assert state["values"]["L"] is None
    post(client, f"{address}/step", {"unit": "iteration"})
    after = client.get(address).json()
    assert {ref: after["values"][ref] for ref in ("L", "dL/dx", "dL/dy", "dL/dz")} == {
        "L": -12,
        "dL/dx": -4,
        "dL/dy": -4,
        "dL/dz": 3,
    }
    assert after["parameters"] == pytest.approx({"x": -1.6, "y": 5.4, "z": -4.3})
    back = post(client, f"{address}/back", {"unit": "line"})
    assert back["position"]["step"] < after["position"]["step"]


def test_a_graph_is_described_in_and_without_a_session(client: TestClient) -> None:
    inside = client.get(f"{new(client, **graph())}/graph").json()
    read = client.post("/api/v1/graph", json=GRAPH)
    assert read.status_code == 200
    assert read.json() == inside | {"needs": {}}
    needs = client.post("/api/v1/graph", json={"program": PROGRAM}).json()
    assert list(needs["needs"]) == ["x", "y", "z"]
    assert len(set(needs["needs"].values())) == 3
    assert client.post("/api/v1/graph", json=program("L = a*b")["graph"]).json()["trained"] == ["a", "b"]


def test_the_language_is_listed(client: TestClient) -> None:
    for lang in LANGUAGES:
        answer = client.get("/api/v1/functions", params={"lang": lang})
        assert answer.status_code == 200
        assert answer.json()


def test_forward_mode_is_asked_for_by_leaf(client: TestClient) -> None:
    address = new(client, **graph())
    found = client.get(f"{address}/forward-mode", params={"leaf": "x"}).json()
    assert (found["derivative"], found["target"]) == (-4.0, "L")
    problem(client.get(f"{address}/forward-mode", params={"leaf": "L"}), 422, "validation", "leaf")
    problem(client.get(f"{address}/same-function", params={"program": "L = ("}), 422, "validation", "program")
    problem(client.get(f"{new(client)}/forward-mode", params={"leaf": "x"}), 409, "conflict")


def test_a_session_of_a_network_is_opened_as_a_graph(client: TestClient) -> None:
    address = new(client, preset="mazur")
    body = client.get(f"{address}/as-graph").json()
    there = new(client, **body)
    post(client, f"{there}/step", {"unit": "iteration"})
    post(client, f"{address}/step", {"unit": "iteration"})
    network, opened = client.get(address).json(), client.get(there).json()
    assert opened["losses"]["iteration"][0]["loss"] == pytest.approx(
        network["losses"]["iteration"][0]["loss"]
    )
    for layer, (W, b) in enumerate(
        zip(*(network["parameters"][name] for name in "Wb"), strict=True), start=1
    ):
        for mine, theirs in zip(W, opened["parameters"][f"W{layer}"], strict=True):
            assert mine == pytest.approx(theirs, rel=1e-14)
        assert network["parameters_before"]["b"][layer - 1] == pytest.approx(b)


# body, field of the problem, what its sentence says
WRONG: list[tuple[dict[str, Any], str, str]] = [
    (program(""), "graph.program", "at least 1"),
    (program("x" * (limits.MAX_PROGRAM_BYTES + 1)), "graph.program", "at most 8192"),
    (program("α = 2\nL = α" + "+α" * 3000), "graph.program", "8,192"),
    (program("L = ("), "graph.program", "Line 1, column"),
    (program("L = x*y"), "graph.program", "no value"),
    (program("x = 2"), "graph.program", "given, not computed"),
    (program("x = [1, 2]\nL = 2*x"), "graph.program", "single number"),
    (program("x = 2\nL = foo(x)"), "graph.program", "foo"),
    (program("import os"), "graph.program", "Line 1"),
    (program("x = 1e400\nL = x*x"), "graph.program", "Line 1"),
    (program("x = 2\nL = __import__('os')"), "graph.program", "Line 2"),
    (program("x = 2\nL = x.__class__"), "graph.program", "Line 2"),
    (program("for t in range(100000000):\n  x = t\nL = 2*3"), "graph.program", "Line 1"),
    (program("x = ones(4000)\nL = sum(x @ stack([x, x]).T)"), "graph.program", "Line"),
    (program("L = x*x", values={"x": [1, 2, 3]}), "graph.program", "single number"),
    (program("x = [1, 2]\nL = x @ y", values={"y": [1, 2, 3]}), "graph.program", "2"),
    (program("L = sum(x)", values={"x": [[1, 2], [3]]}), "graph.program", "x"),
    (program("L = x*x", values={"x": "2"}), "graph.values.x", "number"),
    (program("L = x*x", values={"x": True}), "graph.values.x", "number"),
    (program("L = x*x", values={"x": None}), "graph.values.x", ""),
    (program("L = x*x", values={"x": 1e7}), "graph.values.x", "1000000"),
    (program("L = x*x", values={"x": {"y": 2}}), "graph.values.x", ""),
    (program("L = sum(x)", values={"x": [1.0] * (limits.MAX_GRAPH_NUMBERS + 1)}), "graph.values.x", "4000"),
    (program("L = sum(x)", values={"x": [2000 * [1.0]] * 3}), "graph.program", "4,000"),
    (program("L = sum(x)", values={"x": [[1], ["2"]]}), "graph.values.x[1][0]", "number"),
    (program("L = sum(x)", values={"x": []}), "graph.program", "empty"),
    (program("L = sum(x)", values={"x": [[[[[1.0]]]]]}), "graph.values.x[0][0][0][0]", "must be a number"),
    (program("L = x*x", values={f"x{i}": 1 for i in range(limits.MAX_LEAVES + 1)}), "graph.values", "256"),
    (program("L = x*x", values={"x" * 300: 1}), f"graph.values.{'x' * 80}.[key]", "200"),
    (program("L = x*x", values=[1, 2]), "graph.values", ""),
    (graph(target="q[0]"), "graph.target", "q[0]"),
    (graph(target="x"), "graph.target", "given"),
    (graph(target=""), "graph.target", "1"),
    (graph(target=3), "graph.target", "text"),
    (program("x = 2\ny = x*ones(2)\nL = sum(y)", target="y"), "graph.target", "single number"),
    (graph(train=["q"]), "graph.train", "q"),
    (graph(train="x"), "graph.train", "list"),
    (graph(train=["x"] * 300), "graph.train", "256"),
    (graph(seed=-1), "graph.seed", "0"),
    (graph(colour="red"), "graph.colour", "no field"),
    ({"graph": []}, "graph", ""),
    ({"graph": {}}, "graph", "missing"),
    ({**graph(), "training": {"optimizer": {"learning_rate": -1}}}, "training.optimizer.learning_rate", "0"),
    ({**graph(), "training": {"batch_size": 2}}, "training.batch_size", "no field"),
    ({**graph(), "network": {"inputs": 2, "layers": [{"units": 1}]}}, "graph", "no field"),
    ({**graph(), "data": {"name": "xor"}}, "data", "has no data"),
    ({**graph(), "preset": "mazur"}, "graph", ""),
]


@pytest.mark.parametrize(("body", "field", "says"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_body_is_refused_with_field_and_sentence(
    client: TestClient, body: dict[str, Any], field: str, says: str
) -> None:
    found = problem(client.post(SESSIONS, json=body), 422, "validation", field)
    assert says in found["detail"]
    for lang in LANGUAGES:
        sentence = say(lang, found["message"]["key"], **found["message"]["args"])
        assert sentence
        assert "{" not in sentence.replace("{}", "")
    if field == "graph.program" and "Line" in found["detail"]:
        assert (found["line"] >= 0, found["column"] >= 1) == (True, True)


@pytest.mark.parametrize(("body", "field", "says"), WRONG, ids=range(len(WRONG)))
def test_what_a_wrong_program_means_is_refused_too(
    client: TestClient, body: dict[str, Any], field: str, says: str
) -> None:
    answer = client.post("/api/v1/graph", json=body["graph"])
    assert answer.status_code in (200, 422)
    if answer.status_code == 422:
        assert problem(answer, 422, "validation")["detail"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_value_that_is_no_finite_number_is_refused(client: TestClient, number: str) -> None:
    for body in (f'{{"program": "L = x*x", "values": {{"x": {number}}}}}',):
        headers = {"content-type": "application/json"}
        whole = f'{{"graph": {body}}}'
        assert client.post(SESSIONS, content=whole, headers=headers).status_code == 422
        assert client.post("/api/v1/graph", content=body, headers=headers).status_code == 422
        address = new(client, **graph())
        edit = f'{{"parameters": {{"x": {number}}}}}'
        assert client.patch(address, content=edit, headers=headers).status_code == 422


@pytest.mark.parametrize(
    ("edit", "field"),
    [
        ({"parameters": {"q": 1.0}}, "parameters.q"),
        ({"parameters": {"W1[0,0]": 1.0}}, "parameters.W1[0,0]"),
        ({"parameters": {"x": "1"}}, "parameters.x"),
        ({"graph": {"program": "L = )"}}, "graph.program"),
        ({"graph": {"target": "nothing"}}, "graph.target"),
        ({"graph": {"train": ["L"]}}, "graph.train"),
        ({"graph": {"values": {"x": 1}}}, "graph.program"),
        ({"network": {"loss": "huber"}}, "network"),
        ({"dataset": {"name": "xor"}}, "dataset"),
        ({"data": {"x[0]": 1.0}}, "data.x[0]"),
        ({"focus": 1}, "focus"),
    ],
)
def test_a_wrong_edit_changes_nothing(client: TestClient, edit: dict[str, Any], field: str) -> None:
    address = new(client, **graph())
    post(client, f"{address}/step", {"unit": "pass"})
    before = client.get(address).content
    problem(client.patch(address, json=edit), 422, "validation", field)
    assert client.get(address).content == before


def test_a_graph_of_a_network_is_no_edit(client: TestClient) -> None:
    address = new(client)
    before = client.get(address).content
    problem(client.patch(address, json={"graph": {"program": "L = 2*3"}}), 409, "conflict")
    assert client.get(address).content == before


def test_an_undefined_number_is_named_and_can_be_stepped_back_from(client: TestClient) -> None:
    address = new(client, **program("x = 0\na = x + 1\nL = a/x"))
    post(client, f"{address}/step", {"unit": "pass"})
    found = problem(client.post(f"{address}/step", json={"unit": "term"}), 409, "undefined")
    assert "L cannot be computed" in found["detail"]
    assert client.get(f"{address}/divergence").json()["ref"] == "L"
    post(client, f"{address}/back", {"unit": "term"})
    assert client.patch(address, json={"parameters": {"x": 2.0}}).status_code == 200
    post(client, f"{address}/step", {"unit": "pass"})
    assert client.get(address).json()["values"]["L"] == 1.5


def test_a_session_of_a_program_is_trained(client: TestClient) -> None:
    address = new(client, **program("w = 3\nL = w*w"), training={"optimizer": {"learning_rate": 0.25}})
    found = post(client, f"{address}/train", {"iterations": 10})
    assert found["parameters"]["w"] == pytest.approx(3 * 0.5**10)


def test_a_link_of_a_program_opens_it_again(client: TestClient) -> None:
    address = new(client, **graph())
    post(client, f"{address}/step", {"unit": "line", "count": 2})
    state = client.get(f"{address}/link").json()["state"]
    again = client.get(new(client, state=state)).json()
    assert again["values"] == client.get(address).json()["values"]
    assert client.get("/embed", params={"state": state}).status_code == 200


@pytest.mark.parametrize("lock", ["network", "parameters", "training"])
def test_a_locked_part_of_a_graph_is_not_edited(client: TestClient, lock: str) -> None:
    edit = {
        "network": {"graph": {"target": "q"}},
        "parameters": {"parameters": {"x": 1.0}},
        "training": {"training": {"optimizer": {"learning_rate": 1.0}}},
    }[lock]
    problem(client.patch(new(client, **graph(), lock=[lock]), json=edit), 403, "locked")
