"""What others show of an address: its picture and its frame, wherever the application stands."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote_plus
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from backstep_lab.wire.address import FIRST_GRAPH
from tests.client import Client

HOME = "http://testserver"
PAGES = ("/", "/p/xor", "/embed", "/lessons", "/lessons/sigmoid", "/embed?lesson=relu")


class Head(HTMLParser):
    """The meta properties and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.meta[said.get("property") or said.get("name", "")] = said.get("content", "")
        if tag == "link":
            self.links[said.get("type") or said.get("rel", "")] = said.get("href", "")


def test_a_picture_shows_the_numbers_of_its_very_moment(client: TestClient) -> None:
    answer = client.get("/picture.svg?preset=mazur&step=40")
    assert answer.headers["content-type"] == "image/svg+xml"
    words = [
        text.text for text in ElementTree.fromstring(answer.text).iter("{http://www.w3.org/2000/svg}text")
    ]
    assert {"0.751", "0.773", "0.298", "+0.0822", "0.15"} <= set(words)
    before = client.get("/picture.svg?preset=mazur&step=0").text
    assert "0.751" not in before, "what is not computed is not drawn"


def test_the_picture_is_there_as_png_in_the_size_of_link_previews(client: TestClient) -> None:
    answer = client.get("/picture.png?preset=deep&step=12")
    assert answer.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(answer.content[16:20]), int.from_bytes(answer.content[20:24])) == (1200, 630)
    assert len(answer.content) < 120_000


def test_a_page_tells_link_previews_about_its_moment(client: TestClient) -> None:
    head = Head(client.get("/p/xor?lang=en&step=3").text)
    assert head.meta["og:image"] == f"{HOME}/picture.png?preset=xor&lang=en&step=3"
    assert head.meta["og:title"]
    assert client.get(head.meta["og:image"]).status_code == 200
    answer = client.get(head.links["application/json+oembed"]).json()
    assert "embed?preset=xor&amp;lang=en&amp;step=3" in answer["html"]
    assert answer["thumbnail_url"] == head.meta["og:image"]


@pytest.mark.parametrize(
    ("query", "program"),
    [("?expr=L%3Da%2Ab&values=a%3A2&lang=en", "L=a*b"), ("?lang=en", FIRST_GRAPH["expr"])],
)
def test_a_graph_is_named_by_its_program(client: TestClient, query: str, program: str) -> None:
    head = Head(client.get(f"/graph{query}").text)
    assert head.meta["og:title"] == "Own graph"
    assert head.meta["og:description"] == program
    assert head.meta["og:url"].startswith(f"{HOME}/graph?")
    answer = client.get(head.links["application/json+oembed"]).json()
    assert answer["title"] == "Own graph"
    assert f"expr={quote_plus(program)}" in unescape(answer["html"])
    assert f"expr={quote_plus(program)}" in head.meta["og:image"]


def test_what_stands_in_an_address_stays_text_in_the_page(client: TestClient) -> None:
    text = client.get('/p/xor?id="><script>alert(1)</script>').text
    assert "<script>alert" not in text


@pytest.mark.parametrize(
    ("asked", "size"),
    [({}, (720, 508)), ({"maxwidth": 500}, (500, 658)), ({"maxwidth": 500, "maxheight": 300}, (500, 300))],
)
def test_an_address_becomes_a_frame_of_the_size_asked_for(
    client: TestClient, asked: dict[str, int], size: tuple[int, int]
) -> None:
    answer = client.get("/oembed", params={"url": f"{HOME}/p/mazur?step=21", **asked}).json()
    assert (answer["type"], answer["version"]) == ("rich", "1.0")
    assert (answer["width"], answer["height"]) == size
    size_of_frame = f'width="100%" height="{size[1]}"'
    styled = f'style="border:0;width:100%;height:{size[1]}px"'
    assert f'{size_of_frame} frameborder="0" {styled}' in answer["html"]


def test_before_the_frame_stands_a_link_that_wordpress_shows_where_scripts_are_off(
    client: TestClient,
) -> None:
    html = client.get("/oembed", params={"url": f'{HOME}/p/mazur?step=21&id="><b>'}).json()["html"]
    quote, frame = html.split("\n")
    assert quote == (
        f'<blockquote class="wp-embedded-content"><a href="{HOME}/p/mazur?step=21&amp;id=&#34;&gt;&lt;b&gt;">'
        "Mazur’s worked example · Backstep</a></blockquote>"
    )
    assert frame.startswith(f'<iframe src="{HOME}/embed?preset=mazur&amp;step=21')


@pytest.mark.parametrize(
    ("url", "format", "status"),
    [
        ("https://elsewhere.example/p/mazur", "json", 404),
        (f"{HOME}/p/nobody", "json", 404),
        (f"{HOME}/metrics", "json", 404),
        (f"{HOME}/p/mazur", "xml", 501),
        ("not an address", "json", 404),
        ("javascript://testserver/?%0aalert(1)", "json", 404),
    ],
)
def test_other_addresses_and_formats_are_refused(
    client: TestClient, url: str, format: str, status: int
) -> None:
    assert client.get("/oembed", params={"url": url, "format": format}).status_code == status


def test_behind_a_proxy_with_a_prefix_every_address_is_the_public_one(pool: ProcessPool) -> None:
    settings = Settings(store="memory:", public_url="https://uni.example/tools/backstep")
    with Client(create_app(settings, pool)) as client:
        head = Head(client.get("/p/xor").text)
        home = "https://uni.example/tools/backstep"
        assert head.links["canonical"] == f"{home}/p/xor"
        assert head.meta["og:image"].startswith(f"{home}/picture.png?")
        answer = client.get("/oembed", params={"url": f"{home}/p/xor"}).json()
        assert f'src="{home}/embed?preset=xor"' in answer["html"]


def links(text: str) -> list[str]:
    """Every address in a page's head, in what it was given, and in its text to paste, that names a host."""
    pattern = r"""https?://[^/"'<>&\\ ]+"""
    head, _, body = text.partition("<body")
    given = (
        json.loads(body.split('id="backstep-initial">')[1].split("</script>")[0]) if "initial" in body else {}
    )
    pasted = re.findall(r"<pre.*?</pre>", body, re.DOTALL)
    return sorted({*re.findall(pattern, head), *re.findall(pattern, given.get("home", "") + "".join(pasted))})


@pytest.mark.parametrize(
    ("allowed", "host", "named"),
    [
        ("", "evil.example", False),
        ("", "evil.example:80", False),
        ("", "localhost.evil.example", False),
        ("", "127.0.0.1.evil.example", False),
        ("", "127.0.0.1:8000", True),
        ("", "127.9.9.9", True),
        ("", "localhost:9000", True),
        ("", "[::1]:8000", True),
        ("", "[::2]:8000", False),
        ("uni.example", "uni.example:8443", True),
        ("uni.example", "UNI.example", True),
        ("uni.example", "evil.example", False),
        ("uni.example", "127.0.0.1:8000", True),
        ("uni.example:8443", "uni.example:8443", True),
        ("uni.example:8443", "uni.example", False),
        ("uni.example,*.school.example", "a.b.school.example", True),
        ("*.school.example", "school.example", False),
        ("*.school.example", "evilschool.example", False),
        ("[2001:db8::1]", "[2001:db8::1]:8000", True),
        ("*", "evil.example", True),
    ],
)
def test_links_name_a_host_that_is_allowed_and_no_other(
    pool: ProcessPool, allowed: str, host: str, named: bool
) -> None:
    app = create_app(Settings(store="memory:", allowed_hosts=allowed), pool)
    with Client(app) as client:
        for page in PAGES:
            answer = client.get(page, headers={"Host": host})
            assert answer.status_code == 200
            assert links(answer.text) == ([f"http://{host.lower()}"] if named else []), page


def test_an_address_is_no_frame_where_the_host_is_not_allowed(pool: ProcessPool) -> None:
    with Client(create_app(Settings(store="memory:"), pool)) as client:
        for url in ("http://evil.example/p/xor", "/p/xor", "http:///p/xor", "", "//evil.example/p/xor"):
            asked = client.get("/oembed", params={"url": url}, headers={"Host": "evil.example"})
            assert asked.status_code == 404, url
        allowed = client.get(
            "/oembed", params={"url": "http://LOCALHOST:8000/p/xor"}, headers={"Host": "localhost:8000"}
        )
        assert 'src="http://localhost:8000/embed?preset=xor"' in allowed.json()["html"]


def test_links_of_a_page_without_a_known_host_lead_there_all_the_same(pool: ProcessPool) -> None:
    with Client(create_app(Settings(store="memory:"), pool), base_url="http://evil.example") as client:
        head = Head(client.get("/p/xor?step=3").text)
        assert head.links["canonical"] == "/p/xor"
        assert head.meta["og:image"] == "/picture.png?preset=xor&step=3"
        assert "application/json+oembed" not in head.links
        for address in (head.links["canonical"], head.meta["og:image"], head.meta["og:url"]):
            assert client.get(address).status_code == 200
        assert "Share, at the top of the lab" in client.get("/lessons?lang=en").text


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("allowed_hosts", "http://uni.example"),
        ("allowed_hosts", "uni.example/path"),
        ("allowed_hosts", "uni.example:99999"),
        ("allowed_hosts", "[::1"),
        ("allowed_hosts", "a*.example"),
        ("public_url", "ftp://uni.example"),
        ("public_url", "https://"),
        ("public_url", "http://["),
        ("public_url", "https://uni.example/?a=1"),
        ("public_url", "//uni.example"),
        ("public_url", "/a//b"),
        ("public_url", "/a b"),
        ("public_url", "lab"),
    ],
)
def test_a_host_or_address_that_is_none_is_refused_at_the_start(setting: str, value: str) -> None:
    with pytest.raises(ValidationError):
        Settings(store="memory:", **{setting: value})  # type: ignore[arg-type]
