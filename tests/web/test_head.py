"""HEAD is answered as GET without the body (RFC 9110, section 9.3.2), at every address that GET knows."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import Route

from tests.api.calling import new
from tests.api.raw import HOST, Answer, ask

CHANGING = {"date"}
PLACES = {"name": "xor", "preset": "xor", "slug": "sigmoid", "format": "latex"}
QUERIES = {
    "/oembed": "url=http://testserver/p/xor",
    "/api/v1/sessions/{id}/explain": "ref=z1[0]",
    "/api/v1/sessions/{id}/foreseen": "unit=term&iteration=0&step=0",
    "/api/v1/sessions/{id}/paths": "ref=dW1[0,0]",
    "/api/v1/sessions/{id}/loss-slice": "ref=W1[0,0]",
    "/api/v1/sessions/{id}/landscape": "x=W1[0,0]&y=W1[0,1]&resolution=3",
    "/api/v1/sessions/{id}/batch": "ref=W1[0,0]",
    "/api/v1/sessions/{id}/activation": "ref=a1[0]",
    "/api/v1/sessions/{id}/line": "ref=a1[0]",
    "/api/v1/sessions/{id}/sums": "ref=a1[0]",
    "/api/v1/sessions/{id}/predict": "x=1&x=0",
    "/api/v1/sessions/{id}/what-if": "ref=W1[0,0]&value=1",
    "/api/v1/sessions/{id}/forward-mode": "leaf=x",
    "/api/v1/sessions/{id}/same-function": "program=x=1%0Ax*x",
}
OF_GRAPHS = tuple(f"/api/v1/sessions/{{id}}/{name}" for name in ("graph", "forward-mode", "same-function"))


def addresses(client: TestClient) -> list[str]:
    """Every path that GET knows, with a value for each of its parameters, and its query."""
    network, graph = (new(client, preset=name).rsplit("/", 1)[-1] for name in ("xor", "cs231n-circuit"))
    app = client.app
    assert isinstance(app, FastAPI)
    paths = [
        route.path for route in app.routes if isinstance(route, Route) and "GET" in (route.methods or ())
    ]
    assert len(paths) > 40
    ids = {path: graph if path in OF_GRAPHS else network for path in paths}
    return [f"{path.format(id=id, **PLACES)}?{QUERIES.get(path, '')}" for path, id in ids.items()]


def headers(answer: Answer) -> list[tuple[str, str]]:
    return [(name, value) for name, value in answer.headers if name not in CHANGING]


@pytest.mark.parametrize("packed", [b"identity", b"gzip"])
def test_head_has_the_status_and_headers_of_get_and_no_body(client: TestClient, packed: bytes) -> None:
    own = (*HOST, (b"accept-encoding", packed))
    for address in [*addresses(client), "/nowhere", "/api/v1/sessions/nobody", "/lessons/", "/api/v1/table"]:
        target = address.encode()
        got, head = ask(client, "GET", target, own), ask(client, "HEAD", target, own)
        assert head.body == b"", address
        assert (head.status, *_sized(head, address)) == (got.status, *_sized(got, address)), address
        size = got.header("content-length")
        assert size is None or int(size) == len(got.body), address


def _sized(answer: Answer, address: str) -> list[tuple[str, str]]:
    """The headers; figures and clocks change between two requests, and so may the size of such answers."""
    moving = address.startswith("/metrics")
    return [pair for pair in headers(answer) if not (moving and pair[0] == "content-length")]


def test_most_of_those_addresses_are_answered(client: TestClient) -> None:
    refused = {address: ask(client, "HEAD", address.encode()).status for address in addresses(client)}
    assert {address: status for address, status in refused.items() if status not in (200, 404, 409)} == {}


def test_a_refused_method_names_head_beside_get(client: TestClient) -> None:
    assert ask(client, "PUT", b"/healthz").header("allow") == "GET, HEAD"
    assert "HEAD" not in str(ask(client, "PUT", b"/api/v1/table").header("allow"))


def test_the_description_knows_no_head(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    assert described
    assert all("head" not in methods for methods in described.values())


def test_head_is_counted_as_head(client: TestClient) -> None:
    ask(client, "HEAD", b"/healthz")
    figures = ask(client, "GET", b"/metrics").body.decode()
    assert 'backstep_requests_total{method="HEAD",route="/healthz",status="200"}' in figures
