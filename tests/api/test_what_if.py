"""The forward pass of the shown example with one parameter changed."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


@pytest.mark.parametrize(("ref", "value"), [("W1[0,1]", 1.5), ("b2[1]", -2.0), ("W2[0,0]", 0.0)])
def test_it_is_the_pass_that_an_edit_brings_about(client: TestClient, ref: str, value: float) -> None:
    address = new(client)
    before = client.get(address).json()
    answered: dict[str, Any] = client.get(f"{address}/what-if", params={"ref": ref, "value": value}).json()
    assert client.get(address).json() == before
    client.patch(address, json={"revision": before["revision"], "parameters": {ref: value}})
    post(client, f"{address}/forward", {"unit": "pass"})
    post(client, f"{address}/step", {"unit": "pass"})
    values = client.get(address).json()["values"]
    assert [layer["z"] for layer in answered["layers"]] == [pytest.approx(z, rel=1e-14) for z in values["z"]]
    assert [layer["a"] for layer in answered["layers"]] == [pytest.approx(a, rel=1e-14) for a in values["a"]]
    assert answered["loss"] == pytest.approx(values["loss"], rel=1e-14)
    assert sum(answered["terms"]) == pytest.approx(values["loss"], rel=1e-14)


def test_it_is_of_the_example_that_is_shown(client: TestClient) -> None:
    address = new(client, preset="xor")
    asked: dict[str, str | int] = {"ref": "W1[0,0]", "value": 1}
    answered = [client.get(f"{address}/what-if", params=asked).json()["layers"][0]["z"][0]]
    for focus in (0, 3):
        revision = client.get(address).json()["revision"]
        client.patch(address, json={"revision": revision, "focus": focus})
        answered.append(client.get(f"{address}/what-if", params=asked).json()["layers"][0]["z"][0])
    session = client.get(address).json()
    W, b = session["parameters"]["W"][0][0], session["parameters"]["b"][0][0]
    assert answered[1:] == [pytest.approx(b), pytest.approx(1 + W[1] + b)]


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        ("W1[9,0]", 1),
        ("a1[0]", 1),
        ("W1[0,0]", "nan"),
        ("W1[0,0]", "inf"),
        ("W1[0,0]", 1e7),
        ("W1[0,0]", "x"),
        ("", 1),
    ],
)
def test_what_cannot_be_tried_is_refused(client: TestClient, ref: str, value: Any) -> None:
    answer = client.get(f"{new(client)}/what-if", params={"ref": ref, "value": value})
    assert answer.status_code == 422
    assert answer.json()["field"] in ("ref", "value")


GRAPH = {"graph": {"program": "q = x*y\nL = q + log(z)", "values": {"x": 3, "y": -4, "z": 2}}}


def test_of_a_graph_it_is_the_pass_that_an_edit_brings_about(client: TestClient) -> None:
    address = new(client, **GRAPH)
    before = client.get(address).json()
    answered = client.get(f"{address}/what-if", params={"ref": "x", "value": 0.7}).json()
    assert client.get(address).json() == before
    client.patch(address, json={"revision": before["revision"], "parameters": {"x": 0.7}})
    post(client, f"{address}/forward", {"unit": "pass"})
    values = client.get(address).json()["values"]
    refs = ("x", "y", "z", "q", "L:2.1", "L")
    assert answered == {"ref": "x", "value": 0.7, "values": {ref: values[ref] for ref in refs}}


def test_after_an_update_it_is_the_pass_of_the_next_iteration(client: TestClient) -> None:
    address = new(client, **GRAPH)
    post(client, f"{address}/step", {"unit": "iteration"})
    before = client.get(address).json()
    answered = client.get(f"{address}/what-if", params={"ref": "x", "value": 0.7}).json()["values"]
    client.patch(address, json={"revision": before["revision"], "parameters": {"x": 0.7}})
    post(client, f"{address}/forward", {"unit": "pass"})
    after = client.get(address).json()
    assert after["position"]["iteration"] == before["position"]["iteration"] + 1
    assert answered == {ref: after["values"][ref] for ref in answered}
    assert answered["y"] == before["values"]["y_next"] != before["values"]["y"]


def test_in_a_graph_what_is_undefined_and_what_comes_after_it_has_no_number(client: TestClient) -> None:
    answered = client.get(f"{new(client, **GRAPH)}/what-if", params={"ref": "z", "value": -1}).json()
    assert answered["values"] == {
        "x": 3.0, "y": -4.0, "z": -1.0, "q": -12.0, "L:2.1": None, "L": None
    }  # fmt: skip


@pytest.mark.parametrize(("ref", "value"), [("q", 1), ("v", 1), ("x", "nan"), ("x", 1e7), ("", 1)])
def test_in_a_graph_what_is_no_leaf_is_refused(client: TestClient, ref: str, value: Any) -> None:
    answer = client.get(f"{new(client, **GRAPH)}/what-if", params={"ref": ref, "value": value})
    assert answer.status_code == 422
    assert answer.json()["field"] in ("ref", "value")
