"""A gradient as the sum over its paths to the loss."""

from math import fsum

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


def test_the_paths_of_a_gradient_add_up_to_it(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/paths", params={"ref": "dW1[0,0]"}).json()
    assert (answer["count"], [path["units"] for path in answer["paths"]]) == (2, [[0, 0], [0, 1]])
    assert answer["share_ref"] == "dW1[0,0]"
    assert answer["sum"] == fsum(path["value"] for path in answer["paths"])
    assert answer["sum"] == pytest.approx(answer["gradient"], rel=1e-12)
    assert answer["multiplications"] == {"along_paths": 8, "by_backpropagation": 6}
    assert answer["multiplications_of_all"] == {"along_paths": 54, "by_backpropagation": 16}


def test_in_a_batch_the_paths_add_up_to_the_examples_share(client: TestClient) -> None:
    address = new(client, preset="xor")
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/paths", params={"ref": "dW1[0,0]"}).json()
    share = client.get(f"{address}/explain", params={"ref": "dl/dW1[0,0]"}).json()["value"]
    assert (answer["examples"], answer["share_ref"], answer["share"]) == (4, "dl/dW1[0,0]", share)
    assert answer["sum"] == pytest.approx(share, rel=1e-12, abs=1e-18)
    assert answer["gradient"] != share


def test_more_paths_than_wished_for_are_counted(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/paths", params={"ref": "dW1[0,0]", "limit": 1}).json()
    assert (answer["count"], len(answer["paths"]), answer["sum"]) == (2, 1, None)
