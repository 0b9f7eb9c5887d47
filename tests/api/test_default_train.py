"""Which leaves are trained where a request does not say."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post

VALUES = {"x": 3, "y": -4, "z": 2, "w": -1}
EXPRESSION = {"program": "2*(x*y + max(z, w))", "values": VALUES}
NEURON = {"program": "L = (w*x + b - y)²", "values": {"w": 2, "x": -2, "b": 8, "y": 2}}


def trained(client: TestClient, address: str) -> list[str]:
    """The leaves that an iteration updates."""
    post(client, f"{address}/step", {"unit": "iteration"})
    values = client.get(address).json()["values"]
    return [ref.removesuffix("_next") for ref in values if ref.endswith("_next")]


@pytest.mark.parametrize(
    ("graph", "leaves"),
    [
        (EXPRESSION, ["x", "y", "z", "w"]),
        (NEURON, ["w", "b"]),
        ({**EXPRESSION, "train": ["y"]}, ["y"]),
        ({**EXPRESSION, "train": None}, ["w"]),
        ({**EXPRESSION, "train": []}, []),
    ],
)
def test_all_leaves_of_a_free_expression_and_the_parameters_of_a_neuron(
    client: TestClient, graph: dict[str, Any], leaves: list[str]
) -> None:
    assert sorted(trained(client, new(client, graph=graph))) == sorted(leaves)


def test_the_choice_is_written_into_the_spec(client: TestClient) -> None:
    chosen = [client.get(new(client, graph=graph)).json()["spec"] for graph in (EXPRESSION, NEURON)]
    assert [spec["graph"].get("train") for spec in chosen] == [["x", "y", "z", "w"], None]


def test_an_edit_that_brings_another_program_chooses_anew(client: TestClient) -> None:
    address = new(client, graph=NEURON)
    for graph, train in ((EXPRESSION, ["x", "y", "z", "w"]), (NEURON, None)):
        revision = client.get(address).json()["revision"]
        answer = client.patch(address, json={"revision": revision, "graph": graph})
        assert answer.status_code == 200, answer.text
        assert client.get(address).json()["spec"]["graph"].get("train") == train


def test_a_link_to_a_spec_without_a_choice_keeps_its_numbers(client: TestClient) -> None:
    address = new(client, graph={**EXPRESSION, "train": None})
    post(client, f"{address}/step", {"unit": "iteration"})
    before = client.get(address).json()
    state = client.get(f"{address}/link").json()["state"]
    again = client.get(new(client, state=state)).json()
    assert again["values"] == before["values"]
    assert "train" not in again["spec"]["graph"]


def test_a_file_of_a_spec_without_a_choice_keeps_its_numbers(client: TestClient) -> None:
    address = new(client, graph={**EXPRESSION, "train": None})
    post(client, f"{address}/step", {"unit": "iteration"})
    file = client.get(f"{address}/export/session").json()
    again = client.post("/api/v1/sessions/import", json=file).json()
    assert again["values"] == client.get(address).json()["values"]
