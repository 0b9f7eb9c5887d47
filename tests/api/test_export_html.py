"""A session taken away as one file: over HTTP, and by the program."""

import base64
import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from backstep_lab.cli import main

SESSIONS = "/api/v1/sessions"


def data_in(text: str) -> dict[str, Any]:
    """What the file's page begins with."""
    found = re.search(r'id="backstep-recording">([^<]*)<', text)
    assert found
    data: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(found[1])))
    return data


def test_the_file_holds_what_was_asked_for_and_may_do_nothing_here(client: TestClient) -> None:
    id = client.post(SESSIONS, json={"preset": "mazur", "at": {"iteration": 1, "step": 4}}).json()["id"]
    answer = client.get(f"{SESSIONS}/{id}/export/html?iterations=2&lang=zh-CN&theme=dark&hide=story")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="backstep.html"'
    assert answer.headers["content-security-policy"] == "sandbox allow-scripts"
    data = data_in(answer.text)
    recording = data["recording"]
    ((place, first),) = recording["moments"][0]
    assert (place, first["position"]["iteration"]) == ([], 1)
    assert (recording["starts"], recording["begins"]) == ([0, 56], 4)
    assert (data["lang"], data["query"]["theme"], data["live"]) == ("zh-CN", "dark", "")
    assert data["query"]["hide"] == ["story", "preset", "sheets", "training", "predict", "full"]


def test_a_question_for_a_file_leaves_the_session_as_it_is(client: TestClient) -> None:
    session = client.post(SESSIONS, json={"preset": "mazur"}).json()
    client.get(f"{SESSIONS}/{session['id']}/export/html")
    assert client.get(f"{SESSIONS}/{session['id']}").json() == session


@pytest.mark.parametrize("query", ["iterations=0", "iterations=21", "iterations=x", "first=-1"])
def test_a_file_that_cannot_be_is_refused(client: TestClient, query: str) -> None:
    id = client.post(SESSIONS, json={"preset": "mazur"}).json()["id"]
    answer = client.get(f"{SESSIONS}/{id}/export/html?{query}")
    assert answer.status_code == 422
    assert answer.json()["field"] == query.partition("=")[0]


def test_the_program_writes_it_and_links_to_a_live_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mazur.html"
    main(["export", "mazur", "--iterations", "1", "-o", str(file), "--live", "https://backstep.example/"])
    assert capsys.readouterr().out.startswith(f"{file}: ")
    live = data_in(file.read_text("utf-8"))["live"]
    assert re.fullmatch(r"https://backstep\.example/\?lang=en&state=[\w-]{20,400}", live)


def test_the_program_says_what_it_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="it must be from 1 to 20"):
        main(["export", "mazur", "--iterations", "99", "-o", str(tmp_path / "mazur.html")])
    with pytest.raises(SystemExit, match="cannot write"):
        main(["export", "mazur", "--iterations", "1", "-o", str(tmp_path / "nowhere" / "mazur.html")])
