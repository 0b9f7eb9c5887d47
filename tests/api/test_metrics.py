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
    answer = client.get(f"{new(client, **IRIS)}/metrics").json()
    assert (answer["classes"], answer["threshold"]) == ([0, 1, 2], None)
    for part, examples in (("train", 120), ("test", 30)):
        counts = answer[part]["confusion"]
        assert sum(map(sum, counts)) == answer[part]["examples"] == examples
        assert answer[part]["accuracy"] == sum(counts[k][k] for k in range(3)) / examples
        assert answer[part]["r2"] is None


def test_metrics_of_a_regression_have_r2(client: TestClient) -> None:
    answer = client.get(f"{new(client, **SINE)}/metrics").json()
    assert (answer["classes"], answer["train"]["confusion"], answer["train"]["accuracy"]) == (
        None,
        None,
        None,
    )
    assert answer["train"]["r2"][0] < 1
    assert answer["test"]["examples"] == 10


def test_one_output_names_its_two_targets(client: TestClient) -> None:
    answer = client.get(f"{new(client, preset='xor')}/metrics").json()
    assert (answer["classes"], answer["threshold"], answer["test"]) == ([0, 1], 0.5, None)
    assert sum(answer["train"]["confusion"][0]) == 2
