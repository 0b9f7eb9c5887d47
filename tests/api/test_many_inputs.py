"""784 inputs, as of a picture of 28 × 28 pixels, from a table to the last question; one more is refused."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem

COLUMNS = 784
LONG = [-(k + 1) / 7.7e3 for k in range(COLUMNS)]  # of some 20 characters each


def table(columns: int) -> str:
    """Four rows of so many numbers between 0 and 1, and two classes."""
    rows = [[(7 * k + 3 * row) % 10 / 10 for k in range(columns)] for row in range(4)]
    lines = [",".join([*map(str, row), "ab"[place % 2]]) for place, row in enumerate(rows)]
    return "\n".join([",".join([*(f"pixel{k}" for k in range(columns)), "digit"]), *lines])


@pytest.fixture
def address(client: TestClient) -> str:
    """A session of the table as it was proposed."""
    read = post(client, "/api/v1/table", {"text": table(COLUMNS)})
    assert (len(read["X"]), len(read["X"][0])) == (4, COLUMNS)
    network = {"inputs": COLUMNS, "layers": [{"units": 3, "activation": "tanh"}, {"units": 1}]}
    training = {"batch_size": "all", "optimizer": {"learning_rate": 0.5}}
    data = {"name": "custom", "X": read["X"], "Y": read["Y"]}
    return new(client, network=network, data=data, names=read["names"], training=training)


def test_a_table_of_784_columns_is_read_stepped_trained_asked_and_exported(
    client: TestClient, address: str
) -> None:
    whole = post(client, f"{address}/step", {"unit": "iteration"})
    assert whole["position"]["steps"] == whole["position"]["step"]
    summed = client.get(f"{address}/explain", params={"ref": "z1[2]"}).json()
    assert summed["operation"]["operands"][783]["ref"] == "W1[2,783]*x[783]"
    post(client, f"{address}/train", {"iterations": 200})
    session = client.get(address).json()
    assert session["spec"]["names"]["inputs"][783] == "pixel783"
    assert session["losses"]["iteration"][-1]["loss"] < 0.01
    assert len(client.get(f"{address}/predict", params={"x": [0.5] * COLUMNS}).json()["output"]) == 1
    assert client.get(f"{address}/boundary", params={"x": 783, "y": 0}).status_code == 200
    check = client.get(f"{address}/gradient-check", params={"ref": "dW1[0,783]"})
    assert check.status_code == 200, check.json()
    for name in ("numpy", "pytorch", "csv", "svg", "safetensors", "session"):
        answer = client.get(f"{address}/export/{name}")
        assert answer.status_code == 200, (name, answer.text[:200])


def test_a_point_of_784_long_numbers_goes_in_the_body(client: TestClient, address: str) -> None:
    assert sum(map(len, map(repr, LONG))) > 15_000
    problem(client.get(f"{address}/predict", params={"x": LONG}), 414, "address-too-long")
    answer = post(client, f"{address}/predict", {"x": LONG})
    assert answer["point"] == answer["inputs"] == LONG
    problem(client.post(f"{address}/predict", json={"x": [*LONG, 0.5]}), 422, "validation", "x")


@pytest.mark.parametrize(
    ("path", "query"),
    [("predict", {"x": [0.5] * (COLUMNS + 1)}), ("boundary", {"x": COLUMNS, "y": 0})],
)
def test_one_more_is_refused_by_every_question(
    client: TestClient, address: str, path: str, query: dict[str, Any]
) -> None:
    problem(client.get(f"{address}/{path}", params=query), 422, "validation")


def test_one_more_is_refused_of_a_table_of_a_network_and_of_names(client: TestClient, address: str) -> None:
    answer = problem(
        client.post("/api/v1/table", json={"text": table(COLUMNS + 1)}), 422, "validation", "columns"
    )
    assert answer["message"]["key"] == "problem-table-inputs"
    assert (answer["message"]["args"]["count"], answer["message"]["args"]["max"]) == (785, 784)
    names = {"inputs": [f"x{k}" for k in range(COLUMNS + 1)]}
    problem(client.patch(address, json={"names": names}), 422, "validation")
    network = {"inputs": COLUMNS + 1, "layers": [{"units": 1}]}
    made = client.post("/api/v1/sessions", json={"network": network})
    problem(made, 422, "validation", "network.inputs")
