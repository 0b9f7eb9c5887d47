"""Sessions: made, read, reset, forgotten."""

from fastapi.testclient import TestClient

from tests.api.calling import SESSIONS, new, post, problem


def test_a_preset_begins_with_nothing_computed(client: TestClient) -> None:
    session = client.post(SESSIONS, json={"preset": "mazur"}).json()
    assert session["position"] == {
        "epoch": 0,
        "iteration": 0,
        "step": 0,
        "steps": 55,
        "phase": "forward",
        "focus": 0,
        "example": 0,
        "examples": 1,
        "rate": 0.5,
        "ordinal_of_phase": {"forward": [0, 16], "loss": [16, 19], "backward": [19, 47], "update": [47, 55]},
    }
    assert session["values"]["x"] == [0.05, 0.1]
    assert session["values"]["z"] == [[None, None], [None, None]]
    assert session["operation"] is None
    assert session["next"] == {"kind": "product", "ref": "W1[0,0]*x[0]", "phase": "forward"}
    assert [operation["ordinal"] for operation in session["ahead"]] == list(range(1, 9))
    assert (session["revision"], session["edits"], session["state"]) == (0, 0, "running")
    assert all(check["computed"] is None and check["agrees"] is None for check in session["checks"])


def test_a_session_is_read_as_it_was_made(client: TestClient) -> None:
    made = client.post(SESSIONS, json={"preset": "xor"})
    assert client.get(made.headers["location"]).json() == made.json()


def test_the_shape_alone_makes_a_session(client: TestClient) -> None:
    layers = [{"units": 3, "activation": "relu"}, {"units": 2, "activation": "softmax"}]
    session = client.post(SESSIONS, json={"network": {"inputs": 4, "layers": layers}}).json()
    assert session["spec"]["network"]["loss"] == "cross_entropy"
    assert session["spec"]["data"]["X"] == [[0.5, 0.5, 0.5, 0.5]]
    assert [len(W) for W in session["parameters"]["W"]] == [3, 2]


def test_a_preset_takes_changes_beside_it(client: TestClient) -> None:
    body = {"preset": "mazur", "training": {"optimizer": {"learning_rate": 0.1}}}
    spec = client.post(SESSIONS, json=body).json()["spec"]
    assert spec["training"]["optimizer"] == {"name": "sgd", "learning_rate": 0.1}
    assert spec["training"]["train_biases"] is False
    assert spec["network"]["parameters"]["W"][0] == [[0.15, 0.2], [0.25, 0.3]]


def test_another_shape_leaves_the_weights_of_the_preset_behind(client: TestClient) -> None:
    body = {"preset": "mazur", "network": {"layers": [{"units": 3}, {"units": 2}]}}
    session = client.post(SESSIONS, json=body).json()
    assert "parameters" not in session["spec"]["network"]
    assert len(session["parameters"]["W"][0]) == 3


def test_the_same_spec_gives_the_same_numbers(client: TestClient) -> None:
    body = {"network": {"inputs": 2, "layers": [{"units": 4}, {"units": 1}], "seed": 3}}
    first, second = (client.post(SESSIONS, json=body).json() for _ in range(2))
    assert first["parameters"] == second["parameters"]
    assert first["id"] != second["id"]


def test_a_network_or_a_preset_is_needed(client: TestClient) -> None:
    problem(client.post(SESSIONS, json={}), 422, "validation", "network")


def test_an_unknown_preset_is_reported_with_those_there_are(client: TestClient) -> None:
    body = problem(client.post(SESSIONS, json={"preset": "nobody"}), 404, "not-found")
    assert "nobody" in body["detail"]
    assert "mazur" in body["detail"]


def test_reset_leads_to_the_very_start_without_edits(client: TestClient) -> None:
    address = new(client)
    start = client.get(address).json()
    post(client, f"{address}/step", {"unit": "iteration", "count": 2})
    client.patch(address, json={"parameters": {"W1[0,0]": 0.9}})
    again = post(client, f"{address}/reset")
    assert again == start | {"revision": 3}


def test_a_forgotten_session_is_gone(client: TestClient) -> None:
    address = new(client)
    assert client.delete(address).status_code == 204
    for answer in (client.get(address), client.delete(address), client.post(f"{address}/step", json={})):
        problem(answer, 404, "not-found")


def test_published_figures_stand_beside_ours_as_they_become_known(client: TestClient) -> None:
    address = new(client)
    stepped = post(client, f"{address}/step", {"unit": "pass"})
    known = {check["label"]: check["agrees"] for check in stepped["checks"]}
    assert known == {
        "net h1": True,
        "out h1": True,
        "out h2": True,
        "net o1": True,
        "out o1": True,
        "out o2": True,
        "E o1": True,
        "E o2": True,
        "E total": True,
    }
    post(client, f"{address}/step", {"unit": "iteration"})
    checks = client.get(address).json()["checks"]
    assert all(check["agrees"] for check in checks if check["iteration"] == 0)
    assert [c["agrees"] for c in checks if c["erratum"]] == [None] * 4


def test_figures_were_printed_for_the_preset_and_for_nothing_else(client: TestClient) -> None:
    other = {"preset": "mazur", "training": {"optimizer": {"learning_rate": 0.1}}}
    assert client.post(SESSIONS, json=other).json()["checks"] == []
    repeated = client.get(new(client)).json()["spec"]
    assert len(client.post(SESSIONS, json=repeated).json()["checks"]) == 23
