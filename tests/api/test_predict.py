"""The forward pass of any point."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


def predicted(client: TestClient, address: str, *point: float) -> dict[str, Any]:
    answer: dict[str, Any] = client.get(f"{address}/predict", params={"x": list(point)}).json()
    return answer


def test_a_prediction_shows_every_number_of_the_forward_pass_and_changes_nothing(client: TestClient) -> None:
    address = new(client)
    before = client.get(address).json()
    answer = predicted(client, address, 0.05, 0.1)
    post(client, f"{address}/forward", {"unit": "pass"})
    values = client.get(address).json()["values"]
    assert [layer["z"] for layer in answer["layers"]] == [pytest.approx(z, rel=1e-14) for z in values["z"]]
    assert answer["output"] == pytest.approx(values["a"][-1], rel=1e-14)
    post(client, f"{address}/back", {"unit": "pass"})
    after = client.get(address).json()
    assert (after["position"], after["values"]) == (before["position"], before["values"])


@pytest.mark.parametrize("x", [[0.5], [0.5, 0.5, 0.5], ["a", 1], [2e6, 1], []])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_point_that_does_not_fit_is_refused(client: TestClient, method: str, x: list[Any]) -> None:
    given: dict[str, Any] = {"params": {"x": x}} if method == "GET" else {"json": {"x": x}}
    answer = client.request(method, f"{new(client)}/predict", **given)
    assert answer.status_code == 422
    assert answer.json()["field"].startswith("x")
