"""A gradient as the sum over its paths to the loss."""

from math import fsum

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


def test_the_paths_of_a_gradient_add_up_to_it(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    told = client.get(f"{address}/paths", params={"ref": "dW1[0,0]"}).json()
    assert (told["count"], [path["units"] for path in told["paths"]]) == (2, [[0, 0], [0, 1]])
    assert told["share_ref"] == "dW1[0,0]"
    assert told["sum"] == fsum(path["value"] for path in told["paths"])
    assert told["sum"] == pytest.approx(told["gradient"], rel=1e-12)
    assert told["multiplications"] == {"along_paths": 8, "by_backpropagation": 6}
    assert told["multiplications_of_all"] == {"along_paths": 54, "by_backpropagation": 16}


def test_in_a_batch_the_paths_add_up_to_the_examples_share(client: TestClient) -> None:
    address = new(client, preset="xor")
    post(client, f"{address}/step", {"unit": "iteration"})
    told = client.get(f"{address}/paths", params={"ref": "dW1[0,0]"}).json()
    share = client.get(f"{address}/explain", params={"ref": "dl/dW1[0,0]"}).json()["value"]
    assert (told["examples"], told["share_ref"], told["share"]) == (4, "dl/dW1[0,0]", share)
    assert told["sum"] == pytest.approx(share, rel=1e-12, abs=1e-18)
    assert told["gradient"] != share


def test_more_paths_than_wished_for_are_counted(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    told = client.get(f"{address}/paths", params={"ref": "dW1[0,0]", "limit": 1}).json()
    assert (told["count"], len(told["paths"]), told["sum"]) == (2, 1, None)
