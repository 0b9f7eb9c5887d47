"""The gradient of the batch, example by example."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


def test_the_examples_parts_average_to_the_gradient(client: TestClient) -> None:
    address = new(client, preset="xor")
    assert client.get(f"{address}/batch", params={"ref": "W1[0,0]"}).json()["shares"] == []
    post(client, f"{address}/step", {"unit": "iteration"})
    for ref, gradient in (("W1[0,0]", ("dW", 0, 0, 0)), ("b2[0]", ("db", 1, 0))):
        answer = client.get(f"{address}/batch", params={"ref": ref}).json()
        wanted = client.get(address).json()["values"]
        for step in gradient:
            wanted = wanted[step]
        assert answer["gradient"] == wanted
        assert answer["reduced"] == sum(answer["shares"]) / 4 == pytest.approx(wanted, rel=1e-12)
        third = client.get(f"{address}/explain", params={"ref": f"dl/d{ref}@2"}).json()["value"]
        assert answer["shares"][2] == third


def test_a_penalty_is_distinguished(client: TestClient) -> None:
    address = new(client, preset="mazur", training={"l2": 0.5})
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/batch", params={"ref": "W1[0,0]"}).json()
    assert answer["penalty"] == pytest.approx(0.5 * 0.15, rel=1e-12)
    assert answer["gradient"] == pytest.approx(answer["reduced"] + answer["penalty"], rel=1e-12)


def test_the_examples_parts_add_up_where_the_batch_is_a_sum(client: TestClient) -> None:
    address = new(client, preset="xor", network={"batch_reduction": "sum"})
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/batch", params={"ref": "W1[0,0]"}).json()
    assert (answer["reduction"], len(answer["shares"])) == ("sum", 4)
    assert answer["reduced"] == sum(answer["shares"]) == pytest.approx(answer["gradient"], rel=1e-12)
