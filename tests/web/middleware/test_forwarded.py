"""Behind a proxy with a path prefix: the proxy keeps it or takes it away, a setting or a header names it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from tests.client import Client
from tests.web.test_head import addresses
from tests.web.test_pages import initial

PREFIX = "/tools/backstep"
DIST = Path(__file__).resolve().parents[3] / "static" / "dist"
NAMED = {
    "address": (Settings(store="memory:", public_url=f"https://uni.example{PREFIX}"), {}),
    "path": (Settings(store="memory:", public_url=PREFIX), {}),
    "header": (Settings(store="memory:"), {"X-Forwarded-Prefix": f"{PREFIX}/"}),
}


@pytest.fixture(params=NAMED)
def proxied(request: pytest.FixtureRequest, pool: ProcessPool) -> Iterator[TestClient]:
    settings, headers = NAMED[request.param]
    client = Client(create_app(settings, pool), client=("127.0.0.1", 1), headers=headers)
    with client:
        yield client


def test_every_route_answers_with_the_prefix_and_without(proxied: TestClient) -> None:
    for address in addresses(proxied):
        if address.startswith("/oembed"):
            continue  # its answer depends on the address that is asked about
        kept, stripped = proxied.get(PREFIX + address), proxied.get(address)
        assert (kept.status_code, stripped.status_code) == (200, 200), address
        assert kept.headers["content-type"] == stripped.headers["content-type"]


def test_every_built_file_is_served_with_the_prefix_and_without(proxied: TestClient) -> None:
    files = [f"/static/dist/{file.relative_to(DIST).as_posix()}" for file in (DIST / "assets").iterdir()]
    assert len(files) > 50
    for file in files:
        for prefix in (PREFIX, ""):
            assert proxied.get(prefix + file).status_code == 200, prefix + file


def test_pages_and_locations_carry_the_prefix(proxied: TestClient) -> None:
    page = proxied.get("/p/xor").text
    assert f'src="{PREFIX}/static/dist/' in page
    assert initial(page)["root"] == PREFIX
    made = proxied.post("/api/v1/sessions", json={"preset": "xor"})
    assert made.headers["location"].startswith(f"{PREFIX}/api/v1/sessions/")
    assert f'href="{PREFIX}/openapi.json"' in proxied.get("/docs").text
    assert proxied.get("/openapi.json").json()["servers"] == [{"url": PREFIX}]


@pytest.mark.parametrize(
    "value", ["//evil.example", "/a//b", "evil", "/a b", '/"><script>', "/" + "a" * 300, "/"]
)
def test_a_header_that_is_no_path_counts_for_nothing(value: str, client: TestClient) -> None:
    client = Client(client.app, client=("127.0.0.1", 1), headers={"X-Forwarded-Prefix": value})
    assert initial(client.get("/").text)["root"] == ""


def test_a_client_that_is_no_trusted_proxy_names_no_prefix(client: TestClient) -> None:
    client = Client(client.app, client=("203.0.113.7", 1), headers={"X-Forwarded-Prefix": PREFIX})
    assert initial(client.get("/").text)["root"] == ""
    assert client.get(f"{PREFIX}/p/xor").status_code == 404
