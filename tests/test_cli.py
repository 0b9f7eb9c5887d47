"""The program: what it prints, and how it refuses."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import numpy as np
import pytest
import uvicorn
from safetensors.numpy import save_file

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


def test_a_models_file_is_served_and_opened_in_the_browser(tmp_path: Path) -> None:
    save_file(
        {"0.weight": np.array([[0.25, -0.5]]), "0.bias": np.array([0.125])}, tmp_path / "own.safetensors"
    )
    opener = tmp_path / "opener"
    opener.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(tmp_path / 'opened')!r}, 'w').write(sys.argv[1])\n"
    )
    opener.chmod(0o755)
    command = [sys.executable, "-m", "backstep_lab.cli", "open", "own.safetensors", "--activations", "tanh"]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    env = {**os.environ, "BROWSER": str(opener), "PYTHONPATH": path}
    with subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        home, page = (running.stdout.readline().split()[-1] for _ in range(2))
        id = page.partition("?session=")[2]
        with urlopen(f"{home}api/v1/sessions/{id}", timeout=20) as answer:
            session = json.load(answer)
        with urlopen(page, timeout=20) as answer:
            assert f'"id":"{id}"' in answer.read().decode()
        deadline = time.monotonic() + 20
        while not (tmp_path / "opened").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        running.terminate()
    assert session["parameters"] == {"W": [[[0.25, -0.5]]], "b": [[0.125]]}
    assert (tmp_path / "opened").read_text() == page
    assert sorted(file.name for file in tmp_path.iterdir()) == ["opened", "opener", "own.safetensors"]


def test_a_file_that_is_not_there_ends_the_program_with_a_sentence() -> None:
    with pytest.raises(SystemExit, match=r"cannot read .*none\.safetensors"):
        main(["open", "none.safetensors"])
