"""The question of a passage that does not come: its buttons are in sight, and it can be asked for again."""

import json

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tests.e2e.words import word

PAGES = ["/lessons/perceptron?lang=en&passage=1", "/embed?lesson=perceptron&lang=en&passage=1"]
SESSIONS, QUESTION = "**/api/v1/sessions", "**/question?*"


@pytest.fixture
def page(lab: Lab) -> Page:
    lab.page.set_viewport_size({"width": 500, "height": 300})
    return lab.page


def button(page: Page | Locator, key: str) -> Locator:
    return page.get_by_role("button", name=word(key, "en"), exact=True)


def refuse(page: Page, address: str, status: int) -> None:
    problem = {"type": "/problems/internal", "title": "", "status": status, "detail": ""}
    problem["message"] = {"key": "problem-internal", "args": {}}
    answer = {"status": status, "content_type": "application/problem+json", "body": json.dumps(problem)}
    page.route(address, lambda route: route.fulfill(**answer, headers={"Retry-After": "30"}))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("address", [SESSIONS, QUESTION])
def test_without_an_answer_the_buttons_come_alone(
    page: Page, server: Server, path: str, address: str
) -> None:
    waiting: list[Route] = []
    page.route(address, lambda route: waiting.append(route))
    page.goto(f"{server.address}{path}")
    expect(button(page.locator(".passage-foot"), "lesson-again")).to_be_visible()
    assert waiting
    page.unroute_all()  # it goes on
    expect(button(page, "quiz-check")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("address", [SESSIONS, QUESTION])
def test_refused_it_is_asked_for_again(lab: Lab, page: Page, path: str, address: str) -> None:
    refuse(page, address, 500)
    page.goto(f"{lab.server.address}{path}")
    again = button(page.locator(".passage-foot"), "try-again")
    expect(again).to_be_in_viewport(ratio=1)
    with page.expect_response(lambda answer: answer.status == 500):
        again.click()
    expect(again).to_be_enabled()
    page.unroute_all()
    again.click()
    expect(button(page, "quiz-check")).to_be_visible()
    lab.forgive("500")


@pytest.mark.parametrize("path", PAGES)
def test_given_up_it_is_asked_for_again(lab: Lab, page: Page, path: str) -> None:
    refuse(page, SESSIONS, 429)
    page.goto(f"{lab.server.address}{path}")
    give_up = button(page.locator(".retry"), "retry-give-up")
    expect(give_up).to_be_in_viewport(ratio=1)
    outside = "(it) => it.getBoundingClientRect().right - it.parentElement.getBoundingClientRect().right"
    assert give_up.evaluate(outside) <= 0
    give_up.click()
    again = button(page.locator(".passage-foot"), "try-again")
    expect(again).to_be_in_viewport(ratio=1)
    page.unroute_all()
    again.click()
    expect(button(page, "quiz-check")).to_be_visible()
    lab.forgive("429")
