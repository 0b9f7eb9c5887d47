"""A locked store, a damaged record, a full queue: a sentence, and when to ask again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from backstep_lab.sessions.store import sqlite as sqlite_module
from tests.api.calling import SESSIONS, new, post, problem
from tests.client import Client


@pytest.fixture
def stored(pool: ProcessPool, tmp_path: Path) -> Iterator[tuple[TestClient, sqlite3.Connection]]:
    """A client of an application on a file, and another process's connection to that."""
    path = tmp_path / "s.sqlite3"
    with Client(create_app(Settings(store=f"sqlite:///{path}"), pool)) as client:
        other = sqlite3.connect(path, isolation_level=None)
        yield client, other
        other.close()


def test_a_locked_store_is_said_and_nothing_is_lost(
    stored: tuple[TestClient, sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, other = stored
    address = new(client)
    monkeypatch.setattr(sqlite_module, "LOCKED_SECONDS", 0.0)
    other.execute("BEGIN IMMEDIATE")
    for answer in (
        client.post(f"{address}/step", json={}),
        client.patch(address, json={"focus": 0}),
        client.post(SESSIONS, json={"preset": "xor"}),
        client.post(f"{address}/train", json={"iterations": 3}),
        client.delete(address),
    ):
        problem(answer, 503, "store-unavailable")
        assert int(answer.headers["retry-after"]) > 0
    assert client.get("/healthz").status_code == 200
    assert client.get(address).json()["revision"] == 0, "reading goes on"
    other.execute("ROLLBACK")
    assert post(client, f"{address}/step")["revision"] == 1


def test_a_damaged_record_is_said_at_every_call_with_its_spec(
    stored: tuple[TestClient, sqlite3.Connection],
) -> None:
    client, other = stored
    address = new(client)
    id = address.rsplit("/", 1)[1]
    client.app.state.service.manager.cache.drop(id)  # type: ignore[attr-defined]
    other.execute("UPDATE history_parts SET content = x'c1' WHERE name = 'course'")
    other.execute("UPDATE sessions SET version = version + 1")
    for answer in (
        client.get(address),
        client.post(f"{address}/step", json={}),
        client.patch(address, json={"focus": 0}),
        client.post(f"{address}/train", json={"iterations": 3}),
        client.get(f"{address}/metrics"),
        client.get(f"{address}/export/csv"),
    ):
        body = problem(answer, 410, "unreadable")
        assert body["spec"]["preset"] == "mazur"
    other.execute("UPDATE history_parts SET content = x'c1' WHERE name = 'base'")
    assert problem(client.get(address), 410, "unreadable")["spec"] is None
    assert client.delete(address).status_code == 204


def test_a_record_that_leads_nowhere_is_no_accident(stored: tuple[TestClient, sqlite3.Connection]) -> None:
    """Its numbers are those of another program: more iterations than this one can compute."""
    client, other = stored
    address = new(
        client,
        preset="xor",
        training={"optimizer": {"learning_rate": 1e6}},
        network={"loss": "half_squared_error"},
    )
    client.app.state.service.manager.cache.drop(address.rsplit("/", 1)[1])  # type: ignore[attr-defined]
    other.execute("UPDATE sessions SET step = 100000, focus = 77, version = version + 1")
    problem(client.get(address), 410, "unreadable")


def test_a_full_queue_is_answered_with_when_to_ask_again(client: TestClient) -> None:
    client.app.state.service.questions._longest = 0  # type: ignore[attr-defined]
    answer = client.post("/api/v1/table", json={"text": "1,2\n3,4"})
    problem(answer, 429, "busy")
    assert answer.headers["retry-after"] == "2"


def test_more_than_one_call_may_compute_is_no_reason_to_ask_again(client: TestClient) -> None:
    client.app.state.service.processes.seconds = 0.0  # type: ignore[attr-defined]
    address = new(client, preset="deep")
    answer = client.get(f"{address}/landscape?x=W1[0,0]&y=W1[0,1]&resolution=41")
    problem(answer, 422, "too-long")
    assert "retry-after" not in answer.headers


def test_a_seek_forward_over_trained_iterations_starts_at_a_checkpoint(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/train", {"iterations": 10_500})
    post(client, f"{address}/seek", {"iteration": 0})
    assert post(client, f"{address}/seek", {"iteration": 10_450})["position"]["iteration"] == 10_450
    answer = client.post(f"{address}/seek", json={"iteration": 30_000})
    problem(answer, 422, "validation", "iteration")
