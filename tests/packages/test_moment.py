"""The addresses and the element that the package for Python writes."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from backstep_embed.moment import Moment, server_in
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from tests.client import Client

SERVER = "https://backstep.example/lab"


@pytest.mark.parametrize(
    ("options", "page"),
    [
        ({"preset": "mazur", "step": "21"}, "/p/mazur?step=21"),
        ({"preset": "xor"}, "/p/xor"),
        ({"lesson": "cost", "passage": "2", "preset": "xor"}, "/lessons/cost?preset=xor&passage=2"),
        ({"state": "abc", "height": "500", "unknown": "1"}, "/?state=abc"),
    ],
)
def test_the_page_of_a_moment(options: dict[str, str], page: str) -> None:
    assert Moment.of(SERVER, options).page == SERVER + page


@pytest.mark.parametrize(
    "options",
    [{"preset": "mazur", "step": "21"}, {"lesson": "cost", "passage": "2"}, {"expr": "L = a*b"}, {}],
)
def test_the_server_has_page_picture_and_script(options: dict[str, str]) -> None:
    moment = Moment.of("http://testserver", options)
    with Client(create_app(Settings(store="memory:"))) as client:
        answers = [client.get(address) for address in (moment.page, moment.picture, moment.script)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert answers[1].content.startswith(b"\x89PNG")


def test_the_elements_attributes_are_the_options_whatever_they_hold() -> None:
    attributes: dict[str, str | None] = {}
    images: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            attributes.update(dict(attrs) if tag == "backstep-embed" else {})
            images.extend(value or "" for name, value in attrs if (tag, name) == ("img", "src"))

    options = {"preset": "xor", "step": "3", "height": "500", "title": '"a" & <b>\'\n\nc'}
    Reader().feed(Moment.of(SERVER, options).html)
    assert attributes == {"server": SERVER, **options}
    assert parse_qs(urlsplit(images[0]).query) == {"preset": ["xor"], "step": ["3"]}


@pytest.mark.parametrize(
    ("setting", "server"),
    [
        ("https://backstep.example/", "https://backstep.example"),
        (" http://127.0.0.1:8000/lab/ ", "http://127.0.0.1:8000/lab"),
        ("", None),
        ("backstep.example", None),
        ("javascript:alert(1)", None),
        ('https://x"><script>', None),
        ("https://x/?a=1", None),
    ],
)
def test_a_server_is_a_web_address(setting: str, server: str | None) -> None:
    assert server_in(setting) == server
