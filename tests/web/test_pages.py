"""Pages, their first picture, their words and their headers."""

import json
import re

import pytest
from fastapi.testclient import TestClient

from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from tests.client import Client


def initial(html: str) -> dict[str, object]:
    """The page's data block."""
    (text,) = re.findall(
        r'<script type="application/json" id="backstep-initial">(.*?)</script>', html, re.DOTALL
    )
    return dict(json.loads(text))


def test_the_lab_starts_from_the_first_preset(client: TestClient) -> None:
    data = initial(client.get("/").text)
    assert set(data) == {
        "session",
        "presets",
        "query",
        "asked",
        "introduces",
        "warnings",
        "begin",
        "lang",
        "root",
        "home",
        "messages",
        "further",
        "story",
        "program",
        "lesson",
    }
    session = data["session"]
    assert isinstance(session, dict)
    made = client.post("/api/v1/sessions", json={"preset": "mazur"}).json()
    assert session == made | {"id": None}


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("/", "first"),
        ("/p/xor", "first"),
        ("/p/olah", "first graph"),
        ("/graph?expr=a*b", "first graph"),
        ("/p/olah?predict=1", "first graph later"),
        ("/?mode=train", "first graph later"),
        ("/lessons/expressions", "first graph later"),
    ],
)
def test_a_page_has_the_messages_of_what_it_shows_first(client: TestClient, path: str, parts: str) -> None:
    keys = {"first": "next-step", "graph": "op-graph-multiply", "later": "race-how"}
    words = str(initial(client.get(path).text)["messages"])
    assert " ".join(part for part, key in keys.items() if f"{key} =" in words) == parts


def test_a_preset_has_its_own_page(client: TestClient) -> None:
    html = client.get("/p/xor").text
    assert initial(html)["session"]["spec"]["preset"] == "xor"  # type: ignore[index]
    assert 'rel="canonical" href="http://testserver/p/xor"' in html
    assert client.get("/p/nobody", headers={"Accept": "text/html"}).status_code == 404


def test_an_unknown_preset_in_the_query_gives_the_first(client: TestClient) -> None:
    asked, plain = initial(client.get("/?preset=nobody").text), initial(client.get("/").text)
    assert [warning["value"] for warning in asked.pop("warnings")] == ["nobody"]  # type: ignore[attr-defined]
    assert plain.pop("warnings") == []
    assert asked == plain


@pytest.mark.parametrize(
    ("query", "header", "lang"),
    [
        ("", "", "en"),
        ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("", "fr;q=0.9, zh-Hans;q=0.5", "zh-CN"),
        ("", "fr, de", "en"),
        ("", "en;q=0, zh", "zh-CN"),
        ("", ";;;q=x,,", "en"),
        ("?lang=zh-CN", "en", "zh-CN"),
        ("?lang=en", "zh", "en"),
        ("?lang=xx", "zh", "zh-CN"),
    ],
)
def test_the_language_is_the_one_asked_for(client: TestClient, query: str, header: str, lang: str) -> None:
    answer = client.get(f"/{query}", headers={"Accept-Language": header})
    assert f'<html lang="{lang}">' in answer.text
    assert initial(answer.text)["lang"] == lang
    assert answer.headers["content-language"] == lang


def test_words_in_the_data_block_cannot_end_it(client: TestClient) -> None:
    (block,) = re.findall(r'id="backstep-initial">(.*?)</script>', client.get("/").text, re.DOTALL)
    assert "<" not in block


@pytest.mark.parametrize("path", ["/", "/p/mazur", "/docs", "/nowhere"])
def test_a_page_runs_no_script_but_its_own_and_is_framed_by_itself_only(
    client: TestClient, path: str
) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "script-src 'self' http://testserver 'sha256-" in policy
    assert "unsafe" not in policy.split("; ")[1]
    assert "frame-ancestors 'self'" in policy


def test_a_frame_may_stand_anywhere(client: TestClient) -> None:
    headers = client.get("/embed").headers
    assert "x-frame-options" not in headers
    assert "frame-ancestors" not in headers["content-security-policy"]
    assert "script-src 'self' http://testserver 'sha256-" in headers["content-security-policy"]
    assert headers["cross-origin-embedder-policy"] == "require-corp"
    assert headers["cross-origin-resource-policy"] == "cross-origin"


def test_an_operator_may_list_the_hosts_of_frames() -> None:
    settings = Settings(store="memory:", frame_ancestors=("https://school.example",))
    with Client(create_app(settings)) as client:
        policy = client.get("/embed").headers["content-security-policy"]
        assert policy.endswith("frame-ancestors https://school.example")


def test_no_page_and_no_answer_sets_a_cookie(client: TestClient) -> None:
    for path in ("/", "/embed", "/docs", "/api/v1/presets", "/healthz"):
        assert "set-cookie" not in client.get(path).headers


def test_no_page_holds_a_foreign_address(client: TestClient) -> None:
    for path in ("/", "/p/xor", "/embed", "/docs"):
        html = client.get(path).text
        assert not re.findall(r'(?:src|href)="(?:https?:)?//(?!testserver/)', html)


def test_an_address_that_is_none_is_reported_as_a_page_to_a_reader(client: TestClient) -> None:
    html = client.get("/nowhere?lang=zh-CN", headers={"Accept": "text/html"})
    assert html.status_code == 404
    assert '<html lang="zh-CN">' in html.text
    program = client.get("/nowhere")
    assert program.headers["content-type"] == "application/problem+json"


def test_the_description_names_every_address_of_the_api(client: TestClient) -> None:
    html = client.get("/docs").text
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in html
    assert "<script" not in html


def test_behind_a_prefix_every_address_carries_it() -> None:
    with Client(
        create_app(Settings(store="memory:", public_url="https://example.org/deep/backstep"))
    ) as client:
        for path in ("/", "/deep/backstep/"):
            html = client.get(path).text
            assert initial(html)["root"] == "/deep/backstep"
            assert 'rel="canonical" href="https://example.org/deep/backstep/p/mazur"' in html
            assert all(
                address.startswith(("/deep/backstep/", "https://example.org/deep/backstep/", "data:"))
                for address in re.findall(r'(?:src|href)="([^"]+)"', html)
            )
        assert client.get("/deep/backstep/api/v1/presets").status_code == 200


@pytest.mark.parametrize("path", ["/?", "/embed?", "/lessons/network?", "/embed?lesson=network&"])
def test_a_page_has_the_theme_of_its_address_before_any_script(client: TestClient, path: str) -> None:
    assert '<html lang="en" data-theme="dark"' in client.get(f"{path}lang=en&theme=dark").text
    for other in ("", "&theme=pink"):
        root = client.get(f"{path}lang=en{other}").text.split("<head>")[0]
        assert "data-theme" not in root
