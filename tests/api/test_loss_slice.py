"""The loss along one parameter."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post


def test_the_slope_of_the_slice_is_the_gradient_and_the_step_goes_against_it(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/loss-slice", params={"ref": "W1[0,0]"}).json()
    values = client.get(address).json()["values"]
    gradient = values["dW"][0][0][0]
    assert (answer["axis"]["value"], answer["axis"]["gradient"], answer["loss"]) == (
        0.15,
        gradient,
        values["loss"],
    )
    assert answer["slope"] == pytest.approx(gradient, rel=1e-6)
    assert answer["step"]["change"] == -answer["learning_rate"] * gradient
    assert answer["step"]["value"] == pytest.approx(values["W_next"][0][0][0], rel=1e-15)
    assert answer["step"]["loss"] < answer["loss"]
    middle = len(answer["losses"]) // 2
    assert answer["axis"]["values"][middle] == 0.15
    assert answer["losses"][middle] == pytest.approx(answer["loss"], rel=1e-14)


def test_before_its_gradient_is_computed_a_slice_has_no_tangent(client: TestClient) -> None:
    answer = client.get(f"{new(client)}/loss-slice", params={"ref": "b2[1]", "span": 2}).json()
    assert (answer["axis"]["gradient"], answer["loss"], answer["slope"], answer["step"]) == (None,) * 4
    assert answer["axis"]["values"][-1] == 0.6 + 2
    assert None not in answer["losses"]


@pytest.mark.parametrize("ref", ["W1[0,0]", "W1[1,1]", "b1[0]", "W2[0,0]", "b2[1]"])
def test_the_fitting_range_is_wide_enough_to_see_the_curve_bend_away_from_its_tangent(
    client: TestClient, ref: str
) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/loss-slice", params={"ref": ref}).json()
    axis, losses = answer["axis"], answer["losses"]
    apart = [
        abs(loss - answer["loss"] - axis["gradient"] * (at - axis["value"]))
        for at, loss in zip(axis["values"], losses, strict=True)
    ]
    assert max(apart) > 0.2 * (max(losses) - min(losses))


def test_a_range_that_is_asked_for_is_kept(client: TestClient) -> None:
    answer = client.get(f"{new(client)}/loss-slice", params={"ref": "W1[0,0]", "span": 0.5}).json()
    assert answer["axis"]["values"][-1] == pytest.approx(0.65)
