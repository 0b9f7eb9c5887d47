"""How good the predictions are over the training and the test examples."""

from fastapi.testclient import TestClient

from tests.api.calling import new

SINE = {
    "network": {
        "inputs": 1,
        "layers": [{"units": 3, "activation": "tanh"}, {"units": 1, "activation": "identity"}],
    },
    "data": {"name": "sine", "samples": 40, "test_fraction": 0.25},
}


IRIS = {
    "network": {"inputs": 4, "layers": [{"units": 3, "activation": "softmax"}]},
    "data": {"name": "iris", "test_fraction": 0.2},
}


def test_metrics_count_right_and_wrong_for_both_sets(client: TestClient) -> None:
    told = client.get(f"{new(client, **IRIS)}/metrics").json()
    assert (told["classes"], told["threshold"]) == ([0, 1, 2], None)
    for part, examples in (("train", 120), ("test", 30)):
        counts = told[part]["confusion"]
        assert sum(map(sum, counts)) == told[part]["examples"] == examples
        assert told[part]["accuracy"] == sum(counts[k][k] for k in range(3)) / examples
        assert told[part]["r2"] is None


def test_metrics_of_a_regression_have_r2(client: TestClient) -> None:
    told = client.get(f"{new(client, **SINE)}/metrics").json()
    assert (told["classes"], told["train"]["confusion"], told["train"]["accuracy"]) == (None, None, None)
    assert told["train"]["r2"][0] < 1
    assert told["test"]["examples"] == 10


def test_one_output_names_its_two_targets(client: TestClient) -> None:
    told = client.get(f"{new(client, preset='xor')}/metrics").json()
    assert (told["classes"], told["threshold"], told["test"]) == ([0, 1], 0.5, None)
    assert sum(told["train"]["confusion"][0]) == 2
