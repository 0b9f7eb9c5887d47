"""The built page's files as a browser gets them."""

import gzip
from pathlib import Path

from fastapi.testclient import TestClient
from starlette.applications import Starlette

from backstep_lab.web.precompressed_static import PrecompressedStaticFiles

SCRIPT = b"export const answer = 42;\n"


def serving(folder: Path) -> TestClient:
    """A client of nothing but the files of a build: a script with its packed copy, and a font without."""
    (folder / "main.js").write_bytes(SCRIPT)
    (folder / "main.js.gz").write_bytes(gzip.compress(SCRIPT))
    (folder / "text.woff2").write_bytes(b"a font")
    app = Starlette()
    app.mount("/", PrecompressedStaticFiles(directory=folder))
    return TestClient(app)


def test_a_browser_that_takes_gzip_gets_the_packed_copy_as_the_script(tmp_path: Path) -> None:
    answer = serving(tmp_path).get("/main.js", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.content == SCRIPT


def test_whoever_does_not_gets_the_script_itself(tmp_path: Path) -> None:
    answer = serving(tmp_path).get("/main.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.content == SCRIPT


def test_a_file_without_a_packed_copy_is_served_as_it_is(tmp_path: Path) -> None:
    answer = serving(tmp_path).get("/text.woff2", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.content == b"a font"
    assert serving(tmp_path).get("/none.js").status_code == 404


def test_a_page_is_packed_and_a_step_is_not(client: TestClient) -> None:
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    made = client.post("/api/v1/sessions", json={"preset": "mazur"}, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in made.headers
