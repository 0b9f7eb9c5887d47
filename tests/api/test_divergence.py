"""Why a session diverged, asked through the API."""

from fastapi.testclient import TestClient

from tests.api.calling import new, post


def test_a_session_that_goes_well_has_nothing_to_explain(client: TestClient) -> None:
    answer = client.get(f"{new(client)}/divergence").json()
    assert answer == {"ref": None, "grown": None, "remedies": []}


def test_advice_is_a_change_that_can_be_sent_as_it_is(client: TestClient) -> None:
    address = new(client, preset="linear-by-hand", training={"optimizer": {"learning_rate": 1e4}})
    session = post(client, f"{address}/train", {"iterations": 5_000})
    assert session["ran"]["stopped"] == "diverged"
    answer = client.get(f"{address}/divergence").json()
    assert answer["ref"] is not None
    assert client.get(address).json()["revision"] == session["revision"], "a question changes nothing"
    remedy = answer["remedies"][0]
    post(client, f"{address}/seek", {"iteration": remedy["iteration"], "step": 0})
    assert client.patch(address, json=remedy["change"]).status_code == 200
    again = post(client, f"{address}/train", {"iterations": remedy["trial"]})
    assert again["ran"]["stopped"] == "completed"
