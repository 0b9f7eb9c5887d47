"""Pictures and parts of pages are made once for each address, and kept within a bound."""

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from backstep_lab.spec.errors import Busy
from backstep_lab.web import templates
from backstep_lab.web.drawn_addresses import ENTRY_BYTES, DrawnAddresses


def _kept(client: TestClient) -> DrawnAddresses:
    assert isinstance(client.app, FastAPI)
    drawn: DrawnAddresses = client.app.state.drawn_addresses
    return drawn


def _counting(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the tasks that the compute processes are given from now on."""
    assert isinstance(client.app, FastAPI)
    service, made = client.app.state.service, list[str]()
    task = service.task

    async def counted(name: str, *arguments: Any) -> Any:
        made.append(name)
        return await task(name, *arguments)

    monkeypatch.setattr(service, "task", counted)
    return made


def test_a_preview_is_drawn_once_for_an_address_however_it_is_written(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _counting(client, monkeypatch)
    first = client.get("/picture.png?preset=xor&step=5")
    again = client.get("/picture.png?step=5&theme=dark&preset=xor&id=7&lang=zh-CN")
    assert first.content == again.content
    assert made == ["picture"]
    other = client.get("/picture.png?preset=xor&step=30")
    assert other.content != first.content
    assert made == ["picture", "picture"]


@pytest.mark.parametrize("path", ["/picture.png?preset=xor&step=5", "/picture.svg?preset=xor&step=5"])
def test_a_picture_that_a_browser_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    assert first.headers["cache-control"] == "public, max-age=86400"
    same = client.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", first.headers["etag"])
    assert same.headers["cache-control"] == first.headers["cache-control"]
    changed = client.get(path.replace("step=5", "step=30"), headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200


def test_a_page_has_the_language_and_the_host_of_its_own_request(client: TestClient) -> None:
    pages = {
        (lang, host): client.get(f"/p/xor?lang={lang}", headers={"Host": host}).text
        for lang in ("en", "zh-CN")
        for host in ("testserver", "localhost")
    }
    assert len(set(pages.values())) == 4
    for (lang, host), text in pages.items():
        assert client.get(f"/p/xor?lang={lang}", headers={"Host": host}).text == text
        assert f'"lang":"{lang}"' in text


@pytest.mark.parametrize(
    "path", ["/?preset=xor&lang=en", "/embed?lesson=network", "/lessons", "/lessons/cost"]
)
def test_a_page_is_made_once_and_not_sent_again_to_a_browser_that_has_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert (packed.status_code, packed.headers["content-encoding"]) == (200, "gzip")
    assert packed.headers["vary"] == "Accept-Language, Accept-Encoding"
    monkeypatch.setattr(templates, "rendered", None)  # it would fail
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == packed.text
    assert plain.headers["content-type"] == "text/html; charset=utf-8"
    same = client.get(path, headers={"If-None-Match": packed.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["content-security-policy"] == packed.headers["content-security-policy"]


def test_a_page_of_a_session_is_that_of_its_moment(client: TestClient) -> None:
    id = client.post("/api/v1/sessions", json={"preset": "xor"}).json()["id"]
    before = client.get(f"/?session={id}").text
    client.post(f"/api/v1/sessions/{id}/step", json={"unit": "layer"})
    assert client.get(f"/?session={id}").text != before


def test_an_invalid_moment_shows_the_start_of_its_own_preset(client: TestClient) -> None:
    images = {client.get(f"/picture.png?preset={name}&state=broken").content for name in ("xor", "mazur")}
    assert len(images) == 2


def test_what_is_kept_is_bounded(client: TestClient) -> None:
    drawn = _kept(client)
    drawn.kept.max_bytes = 20_000
    for step in range(12):
        client.get(f"/picture.svg?preset=xor&step={step}")
    assert 0 < len(drawn.kept) < 12
    assert drawn.kept.bytes <= 20_000


async def _drawn(what: str, is_final: bool = True) -> tuple[str, int, bool]:
    await asyncio.sleep(0)
    return what, len(what), is_final


def test_equal_requests_at_once_are_drawn_once() -> None:
    async def run() -> tuple[list[str], int]:
        drawn, made = DrawnAddresses(), list[int]()

        async def draw() -> tuple[str, int, bool]:
            made.append(1)
            return await _drawn("picture")

        return await asyncio.gather(*(drawn.of(b"key", draw) for _ in range(3))), len(made)

    assert asyncio.run(run()) == (["picture"] * 3, 1)


def test_what_has_failed_or_run_out_of_time_is_drawn_again() -> None:
    async def run() -> list[str]:
        drawn = DrawnAddresses()

        async def refused() -> tuple[str, int, bool]:
            raise Busy.waiting()

        with pytest.raises(Busy):
            await drawn.of(b"key", refused)
        seen = [await drawn.of(b"key", lambda: _drawn("start", is_final=False))]
        seen.append(await drawn.of(b"key", lambda: _drawn("moment")))
        seen.append(await drawn.of(b"key", lambda: _drawn("another")))
        assert drawn.kept.bytes == ENTRY_BYTES + len("moment")
        return seen

    assert asyncio.run(run()) == ["start", "moment", "moment"]
