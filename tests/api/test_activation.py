"""A unit's activation function, at the focus example and at any z."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.calling import new, post

RELU: dict[str, Any] = {
    "network": {"inputs": 2, "layers": [{"units": 1, "activation": "relu"}]},
    "data": {"name": "and"},
}


def test_a_function_is_reported_at_any_z(client: TestClient) -> None:
    address = new(client)
    answer = client.get(f"{address}/activation", params={"ref": "a1[0]", "z": 0}).json()["at"]
    assert answer == {"z": 0.0, "a": 0.5, "slope": 0.25, "kink": False}
    assert client.get(f"{address}/activation", params={"ref": "a1[0]"}).json()["at"] is None


def test_at_a_kink_the_slope_is_the_one_from_the_left(client: TestClient) -> None:
    answer = client.get(f"{new(client, **RELU)}/activation", params={"ref": "a1[0]", "z": 0}).json()["at"]
    assert answer == {"z": 0.0, "a": 0.0, "slope": 0.0, "kink": True}


def test_a_z_beyond_sense_is_refused(client: TestClient) -> None:
    answer = client.get(f"{new(client)}/activation", params={"ref": "a1[0]", "z": 1e7})
    assert answer.status_code == 422


def test_a_units_point_is_reported_as_the_cursor_reaches_it(client: TestClient) -> None:
    address = new(client)
    answer = client.get(f"{address}/activation", params={"ref": "a1[0]"}).json()
    assert [answer[name] for name in ("z", "a", "slope", "flat", "dead")] == [None] * 5
    assert max(answer["slopes"]) == 0.25
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/activation", params={"ref": "z1[0]"}).json()
    values = client.get(address).json()["values"]
    assert (answer["ref"], answer["z"], answer["a"]) == ("a1[0]", values["z"][0][0], values["a"][0][0])
    assert (answer["slope"], answer["flat"], answer["dead"]) == (values["slope"][0][0], 0, 0)
