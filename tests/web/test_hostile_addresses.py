"""Addresses that nobody would write in good faith: a page all the same, which says what was wrong."""

import json
import re
from typing import Any
from urllib.parse import quote_plus

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Route

from backstep_lab.config import limits
from backstep_lab.wire.address import AddressQuery
from tests.api.calling import new
from tests.api.raw import HOST, Answer, ask

NASTY = (
    "",
    "-1",
    "1e999",
    "NaN",
    "9" * 400,
    "<script>",
    "'\"><img>",
    "%00",
    "\x00",
    "..",
    "🦆",
    "null",
    "__proto__",
    "http://[",
    "http://a:99999999/",
    "http://testserver/p/xor?preset=%00&step=%ff",
    "//testserver/p/xor",
    "²",
    "٣",
    "W1[0,0]",
    "a1[0]@9",
    "dW1[99999999999999999999,0]",
    "json",
    "2",
)
VALUES = st.one_of(st.sampled_from(NASTY), st.text(max_size=80), st.integers().map(str))
STATES = st.one_of(
    st.binary(max_size=200).map(lambda raw: "1" + raw.hex()),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", max_size=300).map(
        "1{}".format
    ),
)
INITIAL = re.compile(r'<script type="application/json" id="backstep-initial">(.*?)</script>', re.DOTALL)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def initial(client: TestClient, query: dict[str, str]) -> dict[str, Any]:
    """What the page of an address starts from; it is a page, and its data cannot end its own element."""
    answer = client.get("/embed", params=query)
    assert answer.status_code == 200
    (data,) = INITIAL.findall(answer.text)
    body: dict[str, Any] = json.loads(
        data, parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name))
    )
    return body


@QUICK
@given(query=st.dictionaries(st.sampled_from(sorted(AddressQuery.model_fields)), VALUES, max_size=6))
def test_whatever_an_address_says_there_is_a_page(client: TestClient, query: dict[str, str]) -> None:
    answer = initial(client, query)
    assert {warning["name"] for warning in answer["warnings"]} <= set(query)


@QUICK
@given(state=STATES)
def test_a_made_up_state_opens_at_the_start_and_is_reported(client: TestClient, state: str) -> None:
    answer = initial(client, {"state": state})
    assert answer["session"]["position"]["step"] == 0
    assert [warning["name"] for warning in answer["warnings"]] == ["state"]


def test_a_true_state_with_one_sign_changed_is_reported_or_a_moment(client: TestClient) -> None:
    made = client.post("/api/v1/sessions", json={"preset": "mazur", "at": {"iteration": 1, "step": 5}}).json()
    state = client.get(f"/api/v1/sessions/{made['id']}/link").json()["state"]
    assert initial(client, {"state": state})["session"]["values"] == made["values"]
    for at in range(len(state)):
        other = "A" if state[at] != "A" else "B"
        answer = initial(client, {"state": state[:at] + other + state[at + 1 :]})
        assert answer["session"]["values"] is not None


# Every GET there is, with anything in its path and query, in headers and in the bytes of the request line.

HEADERS = (
    "host",
    "accept",
    "accept-language",
    "accept-encoding",
    "content-length",
    "content-type",
    "range",
    "if-none-match",
    "if-modified-since",
    "if-range",
    "x-forwarded-for",
    "x-forwarded-host",
    "forwarded",
)
HEADER_VALUES = st.one_of(
    st.sampled_from(
        (
            b"",
            b"[",
            b"[::1",
            b"a:b:c",
            b"a:99999999",
            b"x" * 5000,
            b"\xff;q=nan,en;q=1e999,zh;q=-inf;q=2",
            b"en;q=" + b"9" * 900,
            b"9" * 5000,
            b"-1",
            b"\xb2",
            b"bytes=9-1,-,5-",
            b"text/html",
            b"gzip;q=0,*;q=x",
        )
    ),
    st.binary(max_size=60),
)
NAMES = st.sampled_from(
    sorted(
        {
            *AddressQuery.model_fields,
            "ref",
            "url",
            "format",
            "maxwidth",
            "x",
            "y",
            "z",
            "unit",
            "among",
            "ask",
            "set",
        }
        | {
            "offset",
            "limit",
            "resolution",
            "span",
            "iterations",
            "first",
            "later",
            "w_x",
            "b",
            "points",
            "shades",
        }
    )
)
PAIRS = st.lists(st.tuples(NAMES, VALUES), max_size=6)
PIECES = st.one_of(st.sampled_from(("xor", "sigmoid", "html", "latex", "%00", "%ff", "..", "a%2fb")), VALUES)
MANY = settings(QUICK, max_examples=300, derandomize=True)


def gets(client: TestClient) -> list[str]:
    """Every path that GET knows, its parameters in braces."""
    app = client.app
    assert isinstance(app, FastAPI)
    found = [
        route.path for route in app.routes if isinstance(route, Route) and "GET" in (route.methods or ())
    ]
    return [*dict.fromkeys(found), "/static/dist/{file}"]


def fine(answer: Answer) -> None:
    """No mistake of ours; whatever is refused says so in the one form, or as a page."""
    assert answer.status < 500 or answer.status == 501, answer.body
    if answer.status >= 400:
        kind = str(answer.header("content-type"))
        assert kind.startswith(("application/problem+json", "text/html")), kind


@MANY
@given(data=st.data())
def test_whatever_is_asked_of_a_get_is_answered(client: TestClient, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(gets(client)))
    if "{id}" in path and data.draw(st.booleans()):
        path = path.replace("{id}", new(client, preset="xor").rsplit("/", 1)[-1])
    while "{" in path:
        path = re.sub(r"\{[a-z]+\}", lambda _: quote_plus(data.draw(PIECES), safe="%"), path, count=1)
    query = "&".join(f"{name}={quote_plus(value)}" for name, value in data.draw(PAIRS))
    fine(ask(client, "GET", f"{path}?{query}".encode()))


@MANY
@given(
    path=st.sampled_from(
        ("/", "/p/xor", "/oembed?url=http://testserver/", "/picture.svg", "/api/v1/presets")
    ),
    headers=st.lists(st.tuples(st.sampled_from(HEADERS), HEADER_VALUES), max_size=4),
)
def test_whatever_the_headers_say_there_is_an_answer(
    client: TestClient, path: str, headers: list[tuple[str, bytes]]
) -> None:
    fine(ask(client, "GET", path.encode(), tuple((name.encode(), value) for name, value in headers)))


@MANY
@given(target=st.binary(max_size=120).map(b"/".__add__))
def test_whatever_bytes_an_address_has_there_is_an_answer(client: TestClient, target: bytes) -> None:
    fine(ask(client, "GET", target))


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "BREW", ""])
@pytest.mark.parametrize(
    "target",
    [
        b"/oembed?url=http://[",
        b"/oembed?url=http://[::1",
        b"/oembed?url=http://a:b:c/",
        b"/nowhere?\xff=\xff",
        b"/lessons/?\xff",
        b"/" + b"a" * (limits.MAX_ADDRESS - 1),
        b"/static/dist/" + b"a" * 300,
        b"/static/dist/%00",
        b"//",
        b"/%2e%2e/%2e%2e/etc/passwd",
        b"/api/v1/sessions/%ED%A0%80",
        b"/?" + b"preset=xor&" * 1000,
    ],
)
def test_no_address_brings_a_mistake_of_ours(client: TestClient, method: str, target: bytes) -> None:
    fine(ask(client, method, target))


def test_an_address_that_is_no_address_leads_nowhere(client: TestClient) -> None:
    for url in ("http://[", "http://[::1", "http://testserver:99999999/", "http://testserver:x/", "\x00", ""):
        assert client.get("/oembed", params={"url": url}).status_code == 404, url


@pytest.mark.parametrize(
    "host",
    [b"[", b"[::1", b"a:b", b"a:99999", b"a b", b"a/b", b"a@b", b"\xff", b"", b"[1::2::3]", b"x" * 300],
)
def test_a_host_that_is_none_is_refused(client: TestClient, host: bytes) -> None:
    answer = ask(client, "GET", b"/healthz", ((b"host", host),))
    assert (answer.status, json.loads(answer.body)["type"]) == (400, "/problems/malformed")


def test_two_hosts_are_refused_and_none_is_the_old_way(client: TestClient) -> None:
    assert ask(client, "GET", b"/healthz", (*HOST, *HOST)).status == 400
    assert ask(client, "GET", b"/healthz", ()).status == 200


@pytest.mark.parametrize(
    ("lengths", "status"),
    [
        ((b"9" * 5000,), 413),
        ((b"2097153",), 413),
        ((b"0" * 5000 + b"2",), 201),
        ((b"-1",), 400),
        ((b"2, 2",), 400),
        ((b"\xb2",), 400),
        ((b"2", b"3"), 400),
    ],
)
def test_a_size_that_is_none_is_refused(client: TestClient, lengths: tuple[bytes, ...], status: int) -> None:
    own = tuple((b"content-length", length) for length in lengths)
    kind, body = ((b"content-type", b"application/json"),), b'{"preset": "xor"}'
    assert ask(client, "POST", b"/api/v1/sessions", (*HOST, *kind, *own), body).status == status


def test_an_address_beyond_the_limit_is_refused_before_any_work(client: TestClient) -> None:
    for path in (b"/", b"/embed", b"/picture.png", b"/oembed", b"/api/v1/address", b"/lessons/sigmoid"):
        query = b"?url=" + b"a" * (limits.MAX_ADDRESS - len(path) - 4)
        assert ask(client, "GET", path + query).status != 414
        answer = ask(client, "GET", path + query + b"a")
        assert (answer.status, json.loads(answer.body)["type"]) == (414, "/problems/address-too-long")


@pytest.mark.parametrize("place", [{}, {"iteration": "3"}, {"step": "999999"}, {"focus": "7"}])
@pytest.mark.parametrize(
    "program",
    [
        {"expr": "W1[0,0]"},
        {"expr": "json"},
        {"expr": "L = x @ y", "values": "x:[1,2],y:[1,2,3]"},
        {"expr": "L = sum(x)*y[2]", "values": "x:2"},
        {"expr": "L = ("},
        {"expr": "1/x", "values": "x:0"},
    ],
)
def test_a_program_with_a_mistake_has_a_page_and_a_warning(
    client: TestClient, program: dict[str, str], place: dict[str, str]
) -> None:
    answer = initial(client, program | place)
    assert answer["warnings"] or program["expr"] == "1/x"
    assert {warning["name"] for warning in answer["warnings"]} <= {*program, *place}
