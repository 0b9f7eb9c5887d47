"""Gradients checked by differences of the loss; nothing is shown before it is computed."""

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


def test_every_gradient_of_an_iteration_agrees(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    values = client.get(address).json()["values"]
    answer = client.get(f"{address}/gradient-check").json()
    assert (answer["iteration"], answer["epsilon"]) == (0, 1e-5)
    assert (answer["agree"], answer["differ"], answer["kinks"], answer["pending"]) == (8, 0, 0, 0)
    gradients = [number for layer in values["dW"] for row in layer for number in row]
    assert [check["gradient"] for check in answer["checks"]] == gradients
    assert all(check["relative_error"] < 1e-6 for check in answer["checks"])
    assert [check["ref"] for check in answer["checks"]][:3] == ["dW1[0,0]", "dW1[0,1]", "dW1[1,0]"]


def test_trained_biases_are_checked_after_the_weights_of_their_unit(client: TestClient) -> None:
    address = new(client, preset="xor")
    post(client, f"{address}/step", {"unit": "iteration"})
    checks = client.get(f"{address}/gradient-check").json()["checks"]
    assert [check["ref"] for check in checks][:3] == ["dW1[0,0]", "dW1[0,1]", "db1[0]"]
    assert all(check["agrees"] for check in checks)


def test_one_gradient_is_checked_by_its_ref_even_of_a_frozen_bias(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/step", {"unit": "iteration"})
    for ref in ("dW2[1,0]", "db1[1]"):
        (check,) = client.get(f"{address}/gradient-check", params={"ref": ref}).json()["checks"]
        assert (check["ref"], check["reached"], check["agrees"], check["kink"]) == (ref, True, True, False)
        assert check["difference"] == pytest.approx(check["gradient"], rel=1e-6)


def test_a_gradient_not_computed_yet_is_not_given(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/seek", {"iteration": 0, "step": 24})  # δ²₁ and both its weights' gradients
    answer = client.get(f"{address}/gradient-check").json()
    assert (answer["agree"], answer["pending"]) == (2, 6)
    hidden = next(check for check in answer["checks"] if check["ref"] == "dW1[0,0]")
    assert hidden == {"ref": "dW1[0,0]", "reached": False} | dict.fromkeys(
        ("gradient", "difference", "relative_error", "agrees", "kink")
    )
    paths = client.get(f"{address}/paths", params={"ref": "dW1[0,0]"}).json()
    assert (paths["reached"], paths["gradient"], paths["share"], paths["sum"]) == (False, None, None, None)
    first = paths["paths"][0]
    assert first["value"] is None
    known = {factor["ref"]: factor["value"] is not None for factor in first["factors"]}
    assert known == {"x[0]": True, "f'(z1[0])": False, "W2[0,0]": True, "f'(z2[0])": True, "dL/da2[0]": True}


def test_a_large_network_is_checked_in_a_worker_and_bounded(client: TestClient) -> None:
    layers = [{"units": 60, "activation": "relu"}, {"units": 30, "activation": "tanh"}, {"units": 2}]
    network = {"inputs": 4, "layers": layers}
    data = {"name": "custom", "X": [[0.1, -0.2, 0.3, 0.4]] * 5, "Y": [[0.0, 1.0]] * 5}
    address = new(client, network=network, data=data)
    post(client, f"{address}/step", {"unit": "iteration"})
    answer = client.get(f"{address}/gradient-check").json()
    assert (answer["differ"], answer["pending"]) == (0, 0)
    assert answer["agree"] + answer["kinks"] == len(answer["checks"]) == 60 * 5 + 30 * 61 + 2 * 31
    paths = client.get(f"{address}/paths", params={"ref": "dW2[3,5]"}).json()
    assert (paths["count"], len(paths["paths"])) == (2, 2)
    paths = client.get(f"{address}/paths", params={"ref": "db1[0]"}).json()
    assert (paths["count"], len(paths["paths"])) == (60, 60)


@pytest.mark.parametrize("question", ["gradient-check", "paths"])
@pytest.mark.parametrize("ref", ["W1[0,0]", "loss", "dW9[0,0]", "dW1[0,7]", "nothing"])
def test_what_is_no_gradient_of_this_network_is_refused(client: TestClient, question: str, ref: str) -> None:
    answer = client.get(f"{new(client)}/{question}", params={"ref": ref})
    assert ref in problem(answer, 422, "validation", "ref")["detail"]
