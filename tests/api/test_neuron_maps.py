"""The small maps of the hidden neurons."""

from base64 import b64decode

import numpy as np
import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, problem


def test_each_hidden_neuron_has_its_map_of_the_boundary_in_bytes(client: TestClient) -> None:
    address = new(client, preset="xor")
    answer = client.get(f"{address}/neuron-maps?resolution=7").json()
    refs = [each["ref"] for each in answer["maps"]]
    assert refs == ["a1[0]", "a1[1]"]
    query = "&".join(f"unit={ref}" for ref in refs)
    for small, whole in zip(
        answer["maps"], client.get(f"{address}/boundary?resolution=7&{query}").json()["maps"], strict=True
    ):
        shades = np.frombuffer(b64decode(small["shades"]), dtype=np.uint8).reshape(7, 7)
        values = small["low"] + shades / 255 * (small["high"] - small["low"])
        assert (small["low"], small["high"], small["level"]) == (whole["low"], whole["high"], whole["level"])
        assert np.abs(values - np.array(whole["values"])).max() <= (small["high"] - small["low"]) / 500


@pytest.mark.parametrize("preset", ["nielsen-neuron", "and-perceptron"])
def test_without_hidden_neurons_there_are_no_maps(client: TestClient, preset: str) -> None:
    assert client.get(f"{new(client, preset=preset)}/neuron-maps").json()["maps"] == []


def test_a_curve_over_one_input_has_no_maps(client: TestClient) -> None:
    layers = [{"units": 3, "activation": "tanh"}, {"units": 1, "activation": "identity"}]
    address = new(client, network={"inputs": 1, "layers": layers}, data={"name": "sine"})
    assert client.get(f"{address}/neuron-maps").json()["maps"] == []


def test_as_many_neurons_are_given_as_one_answer_holds(client: TestClient) -> None:
    answer = client.get(f"{new(client, preset='digits')}/neuron-maps?resolution=40").json()
    assert len(answer["maps"]) <= 64


@pytest.mark.parametrize("resolution", [1, 41, "x"])
def test_a_resolution_out_of_range_is_refused(client: TestClient, resolution: int | str) -> None:
    answer = client.get(f"{new(client)}/neuron-maps?resolution={resolution}")
    problem(answer, 422, "validation", "resolution")
