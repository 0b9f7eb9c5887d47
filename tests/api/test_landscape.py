"""The loss over two parameters."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


def test_a_surface_has_the_way_so_far_and_the_loss_in_its_middle(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration", "count": 3})
    post(client, f"{address}/step", {"unit": "term"})
    answer = client.get(f"{address}/landscape", params={"x": "W2[0,0]", "y": "W1[0,1]"}).json()
    assert [point["iteration"] for point in answer["path"]] == [0, 1, 2, 3]
    assert (answer["path"][0]["x"], answer["path"][0]["y"]) == (0.4, 0.2)
    assert (answer["path"][-1]["x"], answer["path"][-1]["y"]) == (answer["x"]["value"], answer["y"]["value"])
    assert answer["loss"] is None
    post(client, f"{address}/forward", {"unit": "pass"})
    loss = client.get(address).json()["values"]["loss"]
    assert answer["losses"][20][20] == pytest.approx(loss, rel=1e-14)


def test_a_surface_over_one_parameter_twice_is_refused(client: TestClient) -> None:
    answer = client.get(f"{new(client)}/landscape", params={"x": "W1[0,0]", "y": "W1[0,0]"})
    assert "W1[0,0]" in problem(answer, 422, "validation", "y")["detail"]


@pytest.mark.parametrize("resolution", [2, 102])
def test_the_resolution_has_bounds(client: TestClient, resolution: int) -> None:
    params: dict[str, str | int] = {"x": "W1[0,0]", "y": "W1[0,1]", "resolution": resolution}
    assert client.get(f"{new(client)}/landscape", params=params).status_code == 422


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
