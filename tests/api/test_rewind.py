"""Back to the initial weights."""

from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


def test_a_rewind_keeps_settings_and_is_taken_back(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/train", {"iterations": 5})
    before = client.patch(address, json={"training": {"optimizer": {"learning_rate": 0.25}}}).json()
    there = post(client, f"{address}/rewind")
    assert (there["position"]["iteration"], there["position"]["step"]) == (0, 0)
    assert there["parameters"]["W"][0] == [[0.15, 0.2], [0.25, 0.3]]
    assert there["spec"]["training"]["optimizer"]["learning_rate"] == 0.25
    back = post(client, f"{address}/back")["snapshot"]
    assert back["parameters"] == before["parameters"]
    assert back["position"] == before["position"]


def test_new_weights_keep_data_and_settings_and_are_taken_back(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/train", {"iterations": 5})
    client.patch(address, json={"dataset": {"name": "circle", "seed": 4}})
    before = client.patch(address, json={"training": {"batch_size": 10}}).json()
    first = post(client, f"{address}/new-weights")
    second = post(client, f"{address}/new-weights")
    for there, seed in ((first, 2), (second, 3)):
        assert (there["position"]["iteration"], there["position"]["step"]) == (0, 0)
        assert there["spec"]["network"]["seed"] == seed
        assert there["spec"]["data"] == before["spec"]["data"]
        assert there["spec"]["training"] == before["spec"]["training"]
        assert there["spec"]["network"]["layers"] == before["spec"]["network"]["layers"]
    weights = [session["parameters"]["W"][0][0][0] for session in (before, first, second)]
    assert len(set(weights)) == 3
    assert post(client, f"{address}/back")["snapshot"]["parameters"] == first["parameters"]
    assert post(client, f"{address}/back")["snapshot"]["parameters"] == before["parameters"]


def test_new_weights_after_the_last_seed_come_from_the_first(client: TestClient) -> None:
    address = new(client)
    client.patch(address, json={"network": {"seed": 2**32 - 1}})
    assert post(client, f"{address}/new-weights")["spec"]["network"]["seed"] == 0


def test_a_locked_network_gets_no_new_weights(client: TestClient) -> None:
    address = new(client, preset="mazur", lock=["network"])
    problem(client.post(f"{address}/new-weights"), 403, "locked")
