"""Messages between a frame and the page around it."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.course import Course, frame, heard, inside
from tests.e2e.server import Server

NEXT = "Next step"


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    course = Course(tmp_path)
    yield course
    course.close()


def _session_at(server: Server, state: str) -> dict[str, object]:
    body = json.dumps({"state": state}).encode()
    call = Request(f"{server.address}/api/v1/sessions", body, {"content-type": "application/json"})
    with urlopen(call) as answer:
        made: dict[str, object] = json.load(answer)
        return made


def test_a_frame_tells_that_it_is_ready_and_every_step_by_whose_hand(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    page.goto(course.write(frame(server.address, "preset=mazur&lang=en&id=a")))
    ready = heard(page, "ready")[0]
    assert (ready["id"], ready["v"], ready["data"]["preset"]) == ("a", 1, "mazur")
    inside(page).get_by_role("button", name=NEXT, exact=True).click()
    by_learner = heard(page, "step")[0]["data"]
    assert by_learner["userInitiated"] is True
    assert by_learner["position"]["step"] == 1
    page.evaluate("say('next', {}, 7)")
    by_host = heard(page, "step", 2)[1]["data"]
    assert by_host["userInitiated"] is False
    reply = heard(page, "reply")[0]["data"]
    assert (reply["to"], reply["ok"], reply["position"]["step"]) == (7, True, 2)
    seqs = page.evaluate("heard.map(({ seq }) => seq)")
    assert seqs == sorted(set(seqs))


def test_a_host_seeks_asks_for_the_moment_and_it_opens_elsewhere_with_the_same_numbers(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    page.goto(course.write(frame(server.address)))
    heard(page, "ready")
    page.evaluate("say('seek', { iteration: 1, step: 30 }, 1)")
    heard(page, "reply")
    page.evaluate("say('getState', {}, 2)")
    state = heard(page, "reply", 2)[1]["data"]["state"]
    made = _session_at(server, state)
    assert made["position"]["iteration"] == 1  # type: ignore[index]
    page.goto(f"{server.address}/?lang=en&state={state}")
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "30")


@pytest.mark.parametrize(
    ("type", "data", "field"),
    [
        ("seek", {"iteration": "1; drop"}, "iteration"),
        ("seek", {"iteration": -1}, "iteration"),
        ("set", {"digits": 1e308}, "digits"),
        ("setTheme", {"theme": {"toString": 1}}, "theme"),
        ("setState", {"state": "x" * 5000}, "state"),
        ("constructor", {}, "type"),
        ("__proto__", {}, "type"),
    ],
)
def test_what_cannot_be_is_a_warning_and_changes_nothing(
    context: BrowserContext, server: Server, course: Course, type: str, data: object, field: str
) -> None:
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(course.write(frame(server.address)))
    heard(page, "ready")
    page.evaluate("([type, data]) => say(type, data, 3)", [type, data])
    assert heard(page, "reply")[0]["data"]["ok"] is False
    assert heard(page, "warning")[0]["data"]["name"] == field
    assert page.evaluate("heard.some(({ type }) => type === 'step' || type === 'loaded')") is False
    assert failures == []


def test_only_the_page_around_it_at_the_named_origin_is_obeyed(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    page.goto(course.write(frame(server.address, "preset=mazur&lang=en&origin=https://elsewhere.example")))
    expect(inside(page).get_by_role("button", name=NEXT, exact=True)).to_be_visible()
    page.evaluate("say('next', {}, 1)")
    inside(page).get_by_role("button", name=NEXT, exact=True).click()
    expect(inside(page).locator(".track")).to_have_attribute("aria-valuenow", "1")
    assert page.evaluate("heard.length") == 0


def test_the_element_makes_a_frame_sizes_it_and_steps_it(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    page.goto(
        course.write(
            f'<script src="{server.address}/embed.js"></script>'
            '<backstep-embed preset="xor" lang="zh-CN" step="3" controls="step"></backstep-embed>'
        )
    )
    element = page.locator("backstep-embed")
    element.evaluate("(e) => e.addEventListener('backstep-step', ({ detail }) => (window.received = detail))")
    reply = element.evaluate("(e) => e.next()")
    assert reply["position"]["step"] == 4
    page.wait_for_function("() => window.received?.position.step === 4")
    expect(inside(page).get_by_role("button", name="下一步", exact=True)).to_be_visible()
    expect(inside(page).locator(".passes, .training")).to_have_count(0)
    assert element.evaluate("(e) => e.shadowRoot.querySelector('iframe').clientHeight") > 240
    assert element.evaluate("async (e) => (await e.state).length") < 4096
    with pytest.raises(Exception, match="iteration"):
        element.evaluate("(e) => e.seek(-1)")
