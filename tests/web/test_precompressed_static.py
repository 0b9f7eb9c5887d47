"""The built page's files as a browser gets them."""

import gzip
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette

from backstep_lab.web.precompressed_static import PrecompressedStaticFiles

SCRIPT = b"export const answer = 42;\n"
PACKED = b"what the build made of it"


def serving(folder: Path) -> TestClient:
    """A client of nothing but the files of a build: scripts with packed copies, and a font without."""
    (folder / "main.js").write_bytes(SCRIPT)
    (folder / "main.js.gz").write_bytes(gzip.compress(SCRIPT))
    (folder / "main.js.br").write_bytes(PACKED)
    (folder / "embed.js").write_bytes(SCRIPT)
    (folder / "embed.js.gz").write_bytes(gzip.compress(SCRIPT))
    (folder / "text.woff2").write_bytes(b"a font")
    app = Starlette()
    app.mount("/", PrecompressedStaticFiles(directory=folder))
    return TestClient(app)


def test_a_browser_that_takes_gzip_gets_the_packed_copy_as_the_script(tmp_path: Path) -> None:
    answer = serving(tmp_path).get("/main.js", headers={"Accept-Encoding": "deflate, gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.content == SCRIPT


def test_a_browser_that_takes_brotli_gets_the_smaller_copy_where_there_is_one(tmp_path: Path) -> None:
    client, headers = serving(tmp_path), {"Accept-Encoding": "gzip, deflate, br, zstd"}
    with client.stream("GET", "/main.js", headers=headers) as answer:
        assert answer.headers["content-encoding"] == "br"
        assert answer.headers["content-type"].startswith("text/javascript")
        assert b"".join(answer.iter_raw()) == PACKED
    assert client.get("/embed.js", headers=headers).headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("refused", ["br;q=0, gzip", "gzip, br; q=0.0"])
def test_a_coding_that_is_excluded_is_not_sent(tmp_path: Path, refused: str) -> None:
    answer = serving(tmp_path).get("/main.js", headers={"Accept-Encoding": refused})
    assert answer.headers["content-encoding"] == "gzip"


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


def test_a_page_and_a_new_session_are_packed_and_short_answers_are_not(client: TestClient) -> None:
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    made = client.post("/api/v1/sessions", json={"preset": "mazur"}, headers={"Accept-Encoding": "gzip"})
    assert made.headers["content-encoding"] == "gzip"
    health = client.get("/healthz", headers={"Accept-Encoding": "gzip"})
    settings = client.get("/api/v1/choices", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in {*health.headers, *settings.headers}
