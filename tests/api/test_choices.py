"""Lists of what there is, held against the engine and the schema."""

from collections.abc import Iterable
from typing import Any, get_args

from fastapi.testclient import TestClient

from backstep_lab.engine.datasets.examples import DATASETS
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.initializers import INITIALIZERS
from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.presets import PRESETS
from backstep_lab.spec import fields
from tests.api.calling import problem


def test_the_wire_names_what_the_engine_has() -> None:
    assert get_args(fields.ActivationName) == tuple(ACTIVATIONS)
    assert get_args(fields.LossName) == tuple(LOSSES)
    assert get_args(fields.InitializerName) == tuple(INITIALIZERS)
    assert get_args(fields.OptimizerName) == tuple(OPTIMIZERS)
    assert get_args(fields.DatasetName) == ("custom", *DATASETS)


def test_every_list_has_every_name(client: TestClient) -> None:
    lists: dict[str, Iterable[str]] = {
        "activations": ACTIVATIONS,
        "losses": LOSSES,
        "initializers": INITIALIZERS,
        "optimizers": OPTIMIZERS,
        "datasets": DATASETS,
        "presets": PRESETS,
    }
    for name, things in lists.items():
        answer = client.get(f"/api/v1/{name}").json()
        assert [thing["name"] for thing in answer] == list(things)


def test_presets_are_given_in_the_language_asked_for(client: TestClient) -> None:
    english, chinese = (
        client.get("/api/v1/presets", params={"lang": lang}).json() for lang in ("en", "zh-CN")
    )
    assert [preset["name"] for preset in english] == [preset["name"] for preset in chinese]
    assert all(a["title"] != b["title"] for a, b in zip(english, chinese, strict=True))
    data = {preset["name"]: (preset["data"], preset["examples"]) for preset in english}
    assert (data["mazur"], data["playground"]) == (("custom", 1), ("circle", None))
    models = {preset["name"]: (preset["model"], preset["sizes"]) for preset in english}
    assert (models["mazur"], models["mazur-graph"]) == (("network", [2, 2, 2]), ("graph", []))
    accepted = client.get("/api/v1/presets", headers={"Accept-Language": "fr, zh;q=0.8, en;q=0.5"}).json()
    assert accepted == chinese


def test_a_preset_is_given_by_its_name_as_in_the_list(client: TestClient) -> None:
    for lang in ("en", "zh-CN"):
        for preset in client.get("/api/v1/presets", params={"lang": lang}).json():
            alone = client.get(f"/api/v1/presets/{preset['name']}", params={"lang": lang})
            assert alone.json() == preset
    unknown = problem(client.get("/api/v1/presets/nobody"), 404, "not-found")
    assert "“nobody”" in unknown["detail"]


def test_every_preset_begins_and_makes_an_iteration(client: TestClient) -> None:
    for name in PRESETS:
        session = client.post("/api/v1/sessions", json={"preset": name}).json()
        answer = client.post(f"/api/v1/sessions/{session['id']}/step", json={"unit": "iteration"})
        assert answer.status_code == 200, answer.text
        assert answer.json()["snapshot"]["values"][target_of(client, session)] is not None


def target_of(client: TestClient, session: dict[str, Any]) -> str:
    """The ref of the number that a session differentiates."""
    if "network" in session["spec"]:
        return "loss"
    target: str = client.get(f"/api/v1/sessions/{session['id']}/graph").json()["target"]
    return target
