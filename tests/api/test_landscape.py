"""Questions about the loss around the parameters and the parts of a gradient; nothing is told too early."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


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


def test_a_surface_has_the_way_so_far_and_the_loss_in_its_middle(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration", "count": 3})
    post(client, f"{address}/step", {"unit": "term"})
    told = client.get(f"{address}/landscape", params={"x": "W2[0,0]", "y": "W1[0,1]"}).json()
    assert [point["iteration"] for point in told["path"]] == [0, 1, 2, 3]
    assert (told["path"][0]["x"], told["path"][0]["y"]) == (0.4, 0.2)
    assert (told["path"][-1]["x"], told["path"][-1]["y"]) == (told["x"]["value"], told["y"]["value"])
    assert told["loss"] is None
    post(client, f"{address}/forward", {"unit": "pass"})
    loss = client.get(address).json()["values"]["loss"]
    assert told["losses"][20][20] == pytest.approx(loss, rel=1e-14)


def test_a_surface_over_one_parameter_twice_is_refused(client: TestClient) -> None:
    answer = client.get(f"{new(client)}/landscape", params={"x": "W1[0,0]", "y": "W1[0,0]"})
    assert "W1[0,0]" in problem(answer, 422, "validation", "y")["detail"]


@pytest.mark.parametrize("resolution", [2, 102])
def test_the_resolution_has_bounds(client: TestClient, resolution: int) -> None:
    params: dict[str, str | int] = {"x": "W1[0,0]", "y": "W1[0,1]", "resolution": resolution}
    assert client.get(f"{new(client)}/landscape", params=params).status_code == 422


def test_the_examples_parts_average_to_the_gradient(client: TestClient) -> None:
    address = new(client, preset="xor")
    assert client.get(f"{address}/batch", params={"ref": "W1[0,0]"}).json()["shares"] == []
    post(client, f"{address}/step", {"unit": "iteration"})
    for ref, gradient in (("W1[0,0]", ("dW", 0, 0, 0)), ("b2[0]", ("db", 1, 0))):
        told = client.get(f"{address}/batch", params={"ref": ref}).json()
        wanted = client.get(address).json()["values"]
        for step in gradient:
            wanted = wanted[step]
        assert told["gradient"] == wanted
        assert told["mean"] == sum(told["shares"]) / 4 == pytest.approx(wanted, rel=1e-12)
        third = client.get(f"{address}/explain", params={"ref": f"dl/d{ref}@2"}).json()["value"]
        assert told["shares"][2] == third


def test_a_penalty_is_told_apart(client: TestClient) -> None:
    address = new(client, preset="mazur", training={"l2": 0.5})
    post(client, f"{address}/step", {"unit": "iteration"})
    told = client.get(f"{address}/batch", params={"ref": "W1[0,0]"}).json()
    assert told["penalty"] == pytest.approx(0.5 * 0.15, rel=1e-12)
    assert told["gradient"] == pytest.approx(told["mean"] + told["penalty"], rel=1e-12)


def test_a_units_point_is_told_as_the_cursor_reaches_it(client: TestClient) -> None:
    address = new(client)
    told = client.get(f"{address}/activation", params={"ref": "a1[0]"}).json()
    assert [told[name] for name in ("z", "a", "slope", "flat", "dead")] == [None] * 5
    assert max(told["slopes"]) == 0.25
    post(client, f"{address}/step", {"unit": "iteration"})
    told = client.get(f"{address}/activation", params={"ref": "z1[0]"}).json()
    values = client.get(address).json()["values"]
    assert (told["ref"], told["z"], told["a"]) == ("a1[0]", values["z"][0][0], values["a"][0][0])
    assert (told["slope"], told["flat"], told["dead"]) == (values["slope"][0][0], 0, 0)


@pytest.mark.parametrize(
    ("question", "params", "field"),
    [
        ("loss-slice", {"ref": "z1[0]"}, "ref"),
        ("loss-slice", {"ref": "W1[0,9]"}, "ref"),
        ("landscape", {"x": "W1[0,0]", "y": "loss"}, "y"),
        ("batch", {"ref": "a1[0]"}, "ref"),
        ("activation", {"ref": "W1[0,0]"}, "ref"),
        ("activation", {"ref": "a3[0]"}, "ref"),
    ],
)
def test_what_a_question_is_not_about_is_refused(
    client: TestClient, question: str, params: dict[str, str], field: str
) -> None:
    answer = client.get(f"{new(client)}/{question}", params=params)
    assert params[field] in problem(answer, 422, "validation", field)["detail"]
