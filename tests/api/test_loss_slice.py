"""The loss along one parameter."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


def test_the_slope_of_the_slice_is_the_gradient_and_the_step_goes_against_it(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    told = client.get(f"{address}/loss-slice", params={"ref": "W1[0,0]"}).json()
    values = client.get(address).json()["values"]
    gradient = values["dW"][0][0][0]
    assert (told["axis"]["value"], told["axis"]["gradient"], told["loss"]) == (0.15, gradient, values["loss"])
    assert told["slope"] == pytest.approx(gradient, rel=1e-6)
    assert told["step"]["change"] == -told["learning_rate"] * gradient
    assert told["step"]["value"] == pytest.approx(values["W_next"][0][0][0], rel=1e-15)
    assert told["step"]["loss"] < told["loss"]
    middle = len(told["losses"]) // 2
    assert told["axis"]["values"][middle] == 0.15
    assert told["losses"][middle] == pytest.approx(told["loss"], rel=1e-14)


def test_before_its_gradient_is_computed_a_slice_has_no_tangent(client: TestClient) -> None:
    told = client.get(f"{new(client)}/loss-slice", params={"ref": "b2[1]", "span": 2}).json()
    assert (told["axis"]["gradient"], told["loss"], told["slope"], told["step"]) == (None,) * 4
    assert told["axis"]["values"][-1] == 0.6 + 2
    assert None not in told["losses"]
