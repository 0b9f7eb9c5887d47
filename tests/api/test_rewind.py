"""Back to the initial weights."""

from fastapi.testclient import TestClient

from tests.api.calling import new, post


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
