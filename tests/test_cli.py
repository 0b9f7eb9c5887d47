"""The program: what it prints, and how it refuses."""

import json
import os
import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
import uvicorn

from backstep_lab.cli import WORKER_SECONDS, main, serve


def test_the_openapi_document_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["openapi"])
    document = json.loads(capsys.readouterr().out)
    assert document["info"]["title"] == "Backstep"
    assert "/api/v1/sessions/{id}/step" in document["paths"]


def test_every_model_and_field_of_the_document_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    main(["openapi"])
    schemas = json.loads(capsys.readouterr().out)["components"]["schemas"]
    mute = [name for name, schema in schemas.items() if not schema.get("description")]
    mute += [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, described in schema.get("properties", {}).items()
        if not described.get("description")
    ]
    assert mute == []


def test_a_taken_port_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SystemExit, match="cannot listen on"):
            serve("127.0.0.1", taken.getsockname()[1], 1)


def test_several_workers_need_a_store_that_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTEP_STORE", "memory:")
    with pytest.raises(SystemExit, match="a store that they share"):
        serve("127.0.0.1", 0, 2)


def test_a_worker_that_is_slow_to_start_is_not_taken_for_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[uvicorn.Config] = []
    monkeypatch.setattr("backstep_lab.cli._run", lambda config, host, port: given.append(config))
    monkeypatch.setattr("os.environ", dict(os.environ))
    serve("127.0.0.1", 0, 2)
    assert [config.timeout_worker_healthcheck for config in given] == [WORKER_SECONDS]
    assert WORKER_SECONDS >= 20, "on a busy machine the imports alone take longer than uvicorn's 5 seconds"


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("PORT", "99999", "65535"),
        ("BACKSTEP_PUBLIC_URL", "example.org", "http://"),
        ("BACKSTEP_MAX_SESSIONS", "0", "1"),
    ],
)
def test_a_wrong_setting_is_reported(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, word: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit, match=word):
        serve(None, None, 1)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("redis://here", "BACKSTEP_STORE begins with 'redis'; it must be"),
        ("postgresql://u:secret@h/d?colour=red", 'invalid URI query parameter: "colour"'),
    ],
)
def test_a_store_that_cannot_be_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str, sentence: str
) -> None:
    monkeypatch.setenv("BACKSTEP_STORE", address)
    with pytest.raises(SystemExit, match=sentence) as ended:
        serve("127.0.0.1", 0, 1)
    assert "secret" not in str(ended.value)


def test_a_store_of_a_newer_version_ends_the_program_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "s.sqlite3"
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA user_version = 999")
    monkeypatch.setenv("BACKSTEP_STORE", f"sqlite:///{file}")
    with pytest.raises(SystemExit, match="Run the newer program"):
        serve("127.0.0.1", 0, 1)


def test_one_thread_per_product_of_matrices() -> None:
    assert "backstep_lab" in sys.modules
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
