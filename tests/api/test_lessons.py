"""Lessons over HTTP: the list, each of them, their pages and their frames."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from backstep_lab.api import preparation
from backstep_lab.compute.once import Once
from backstep_lab.lessons.errors import InvalidLessons, Mistake
from backstep_lab.lessons.lesson import Passage
from backstep_lab.lessons.library import library
from tests.api.calling import problem

LANGUAGES = ("en", "zh-CN")
SLUGS = list(library())


def block(page: str) -> dict[str, object]:
    """The data block of a page."""
    found = re.search(r'id="backstep-initial">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


def test_with_a_lesson_that_does_not_work_there_are_no_lessons_but_there_is_the_lab(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read() -> None:
        raise InvalidLessons([Mistake(Path("05-cost/en.md"), 12, "The scene cannot be reached.")])

    monkeypatch.setattr(preparation, "LESSONS", Once(read))
    pages = ("/lessons", "/lessons/cost", "/embed?lesson=cost")
    for address in ("/api/v1/lessons", "/api/v1/lessons/cost", *pages):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "05-cost/en.md:12: The scene cannot be reached." in answer.text
    assert client.get("/").status_code == client.get("/embed").status_code == 200


def test_a_lesson_whose_scene_does_not_work_leaves_the_others(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def play() -> tuple[Passage, ...]:
        raise InvalidLessons([Mistake(Path("05-cost/en.md"), 12, "The scene cannot be reached.")])

    broken = replace(library()["cost"], played=Once(play))
    monkeypatch.setattr(preparation, "find_lesson", lambda slug: broken if slug == "cost" else None)
    for address in ("/api/v1/lessons/cost", "/lessons/cost", "/embed?lesson=cost", "/?lesson=cost"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert "05-cost/en.md:12: The scene cannot be reached." in answer.text
    assert client.get("/oembed?url=http://testserver/lessons/cost").status_code == 503
    for address in ("/lessons", "/api/v1/lessons", "/lessons/sigmoid"):
        assert client.get(address).status_code == 200


def test_the_list_is_in_order_and_in_the_readers_language(client: TestClient) -> None:
    answer = client.get("/api/v1/lessons?lang=zh-CN").json()
    assert [lesson["slug"] for lesson in answer] == SLUGS
    assert [lesson["number"] for lesson in answer] == list(range(1, len(SLUGS) + 1))
    assert all(re.search("[\u4e00-\u9fff]", lesson["title"]) for lesson in answer)
    english = client.get("/api/v1/lessons", headers={"accept-language": "en-GB"}).json()
    assert english[0]["title"] != answer[0]["title"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_passage_opens_where_it_says(client: TestClient, slug: str) -> None:
    for passage in client.get(f"/api/v1/lessons/{slug}").json()["script"]:
        answer = client.post("/api/v1/sessions", json={"state": passage["state"], "reveal_upcoming": False})
        assert answer.status_code == 201, (passage["name"], answer.text)
        assert answer.json()["ahead"] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_answer_goes_to_the_page(client: TestClient, slug: str) -> None:
    page = client.get(f"/lessons/{slug}?lang=en").text
    lesson = block(page)["lesson"]
    assert isinstance(lesson, dict)
    assert "answer" not in json.dumps([passage["task"] for passage in lesson["script"]])
    assert block(page)["session"]["ahead"] == []  # type: ignore[index]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_lessons_page_tells_search_engines_and_printers_all_of_it(
    client: TestClient, slug: str, lang: str
) -> None:
    answer = client.get(f"/api/v1/lessons/{slug}?lang={lang}").json()
    page = client.get(f"/lessons/{slug}?lang={lang}").text
    assert f"<title>{answer['title']}" in page.replace("&#39;", "'")
    assert f'rel="canonical" href="http://testserver/lessons/{slug}"' in page
    for other in LANGUAGES:
        assert f'hreflang="{other}" href="http://testserver/lessons/{slug}?lang={other}"' in page
    script = page[page.index('class="script"') :]
    assert script.count("<section>") == len(answer["script"])
    assert script.count("<svg") == len(answer["script"])
    if answer["next"]:
        assert f'href="/lessons/{answer["next"]["slug"]}' in script


def test_a_frame_begins_at_the_passage_that_its_address_names(client: TestClient) -> None:
    slug = SLUGS[0]
    data = block(client.get(f"/embed?lesson={slug}&passage=2&hide=text").text)
    script = client.get(f"/api/v1/lessons/{slug}").json()["script"]
    assert data["begin"] == {"state": script[1]["state"], "reveal_upcoming": False}
    assert data["warnings"] == []


def test_a_lesson_or_passage_that_is_not_there_gives_way_and_is_reported(client: TestClient) -> None:
    answer = client.get("/api/v1/address?lesson=alchemy").json()
    assert [warning["name"] for warning in answer["warnings"]] == ["lesson"]
    assert answer["begin"] == {"preset": "mazur"}
    answer = client.get(f"/api/v1/address?lesson={SLUGS[0]}&passage=30").json()
    assert [warning["name"] for warning in answer["warnings"]] == ["passage"]
    assert block(client.get("/embed?lesson=alchemy").text)["lesson"] is None


def test_an_unknown_lesson_is_refused_with_those_that_there_are(client: TestClient) -> None:
    body = problem(client.get("/api/v1/lessons/alchemy"), 404, "not-found")
    assert SLUGS[0] in body["detail"]
    assert client.get("/lessons/alchemy", headers={"accept": "text/html"}).status_code == 404


def test_a_lesson_has_a_preview_and_a_frame_for_others(client: TestClient) -> None:
    slug = SLUGS[0]
    answer = client.get(f"/oembed?url=http://testserver/lessons/{slug}").json()
    assert f"embed?lesson={slug}" in answer["html"]
    assert client.get(answer["thumbnail_url"]).headers["content-type"] == "image/png"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_home_page_leads_to_the_lab_the_lessons_and_the_networks(client: TestClient, lang: str) -> None:
    page = client.get(f"/lessons?lang={lang}").text
    leads = set(re.findall(r'href="(/[^"]*)"', page))
    assert f"/?lang={lang}" in leads
    assert {f"/lessons/{slug}?lang={lang}" for slug in SLUGS} <= leads
    assert f"/p/mazur?lang={lang}" in leads
    for picture in re.findall(r'<img src="([^"]*)"', page):
        answer = client.get(picture.replace("&amp;", "&"))
        assert answer.headers["content-type"] == "image/svg+xml"
