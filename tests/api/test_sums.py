"""A plain sum of a unit's inputs beside the weighted one."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


def test_a_plain_sum_stands_beside_the_weighted_one(client: TestClient) -> None:
    answer = client.get(f"{new(client)}/sums", params={"ref": "a1[0]"}).json()
    assert [(term["input"], term["x"], term["w"]) for term in answer["terms"]] == [
        ("x[0]", 0.05, 0.15),
        ("x[1]", 0.1, 0.2),
    ]
    assert (answer["bias"], answer["b"], answer["bias_alone"]) == ("b1[0]", 0.35, False)
    assert answer["plain"] == pytest.approx(0.15, rel=1e-15)
    assert answer["weighted"] == pytest.approx(0.3775, rel=1e-15)


def test_the_sums_of_an_upper_layer_wait_for_its_inputs(client: TestClient) -> None:
    address = new(client)
    answer = client.get(f"{address}/sums", params={"ref": "a2[0]"}).json()
    assert (answer["plain"], answer["weighted"], answer["bias_alone"], answer["terms"][0]["x"]) == (None,) * 4
    post(client, f"{address}/forward", {"unit": "pass"})
    answer = client.get(f"{address}/sums", params={"ref": "a2[0]"}).json()
    values = client.get(address).json()["values"]
    assert answer["terms"][1]["x"] == values["a"][0][1]
    assert answer["weighted"] == pytest.approx(values["z"][1][0], rel=1e-15)


def test_with_all_weights_zero_the_bias_is_alone(client: TestClient) -> None:
    address = new(client)
    edit = {"parameters": {"W1[0,0]": 0, "W1[0,1]": 0}}
    assert client.patch(address, json=edit).status_code == 200
    answer = client.get(f"{address}/sums", params={"ref": "a1[0]"}).json()
    assert (answer["weighted"], answer["b"], answer["bias_alone"]) == (0.35, 0.35, True)
