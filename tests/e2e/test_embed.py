"""The lab embedded in pages of others."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from tests.e2e.course import Course, frame, heard, inside
from tests.e2e.server import Server
from tools.browser import chromium, flags

NEXT = "Next step"
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


def steps_in_its_frame(page: Page, address: str, complaints: list[str]) -> None:
    """Go there and step twice; the host's focus and history stay its own."""

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error" and "favicon" not in str(said.location):
            complaints.append(said.text)

    page.on("console", hear)
    page.goto(address)
    there = inside(page)
    expect(there.locator('.picture [data-ref="W1[0,0]"]').first).to_be_attached()
    assert page.evaluate("() => document.activeElement === document.body")
    for step in (1, 2):
        there.get_by_role("button", name=NEXT, exact=True).click()
        expect(there.locator(".track")).to_have_attribute("aria-valuenow", str(step))
    assert page.evaluate("() => history.length") <= 2
    assert page.context.cookies() == []
    assert complaints == []


@pytest.mark.parametrize("more", ["", 'sandbox="allow-scripts"', 'style="width:360px"'])
def test_it_steps_in_any_frame(context: BrowserContext, server: Server, course: Course, more: str) -> None:
    steps_in_its_frame(context.new_page(), course.write(frame(server.address, more=more)), [])


def test_it_steps_in_a_page_opened_from_a_file(
    context: BrowserContext, server: Server, tmp_path: Path
) -> None:
    file = tmp_path / "course.html"
    file.write_text(f"<!doctype html>{frame(server.address)}", encoding="utf-8")
    steps_in_its_frame(context.new_page(), file.as_uri(), [])


def test_it_steps_in_a_page_that_isolates_itself(
    context: BrowserContext, server: Server, tmp_path: Path
) -> None:
    course = Course(tmp_path, **ISOLATED)
    page = context.new_page()
    steps_in_its_frame(page, course.write(frame(server.address)), [])
    assert page.evaluate("crossOriginIsolated") is True
    course.close()


def test_it_needs_no_third_party_cookies(browser: Browser, server: Server, course: Course) -> None:
    blocking = [*flags(), "--test-third-party-cookie-phaseout"]
    strict = browser.browser_type.launch(executable_path=chromium(), args=blocking)
    steps_in_its_frame(strict.new_page(locale="en-GB"), course.write(frame(server.address)), [])
    strict.close()


def test_the_keyboard_alone_steps_it_and_arrows_outside_are_the_hosts(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    tall = '<div style="height:3000px"></div>'
    page.goto(course.write(f"<button>Before</button>{frame(server.address)}{tall}"))
    there = inside(page)
    next_step = there.get_by_role("button", name=NEXT, exact=True)
    expect(next_step).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "0")
    next_step.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "2")
    page.keyboard.press("ArrowLeft")
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "1")
    assert page.evaluate("scrollY") == 0


def test_a_server_that_comes_back_is_waited_for(
    context: BrowserContext, tmp_path: Path, course: Course
) -> None:
    (tmp_path / "own").mkdir()
    server = Server(tmp_path / "own")
    server.start()
    page = context.new_page()
    page.goto(course.write(frame(server.address)))
    there = inside(page)
    next_step = there.get_by_role("button", name=NEXT, exact=True)
    next_step.click()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "1")
    server.kill()
    next_step.click()
    expect(there.locator(".notice.waiting")).to_be_visible()
    server.start()
    expect(there.locator(".notice.waiting")).to_be_hidden()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "2")
    page.reload()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "0")
    server.stop()


def test_ten_frames_on_a_page_make_no_session_until_one_is_used(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    made: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            made.append(request.url)

    page.on("request", note)
    frames = "".join(frame(server.address, f"preset=mazur&lang=en&id=f{k}") for k in range(10))
    page.goto(course.write(frames))
    first, last = page.frame_locator("iframe >> nth=0"), page.frame_locator("iframe >> nth=9")
    expect(first.locator('.picture [data-ref="W1[0,0]"]').first).to_be_attached()
    expect(last.locator(".still svg")).to_be_attached()
    expect(last.locator(".picture")).to_have_count(0)
    page.locator("iframe").nth(9).scroll_into_view_if_needed()
    expect(last.locator('.picture [data-ref="W1[0,0]"]').first).to_be_attached()
    assert made == []
    # The step is drawn before it is sent: the answer to it ends the wait.
    with page.expect_response(lambda response: response.url.endswith("/step")):
        first.get_by_role("button", name=NEXT, exact=True).click()
    expect(first.locator(".track")).to_have_attribute("aria-valuenow", "1")
    assert [url.rpartition("/")[2] for url in made] == ["sessions", "step"]


def test_below_the_fold_only_a_message_or_its_address_wakes_a_frame(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    below = '<div style="height:3000px"></div>'
    page.goto(course.write(f"{below}{frame(server.address)}"))
    assert heard(page, "ready")[0]["data"]["position"]["step"] == 0
    assert not any("/start-" in url for url in asked)
    page.evaluate("say('next', {}, 1)")
    assert heard(page, "reply")[0]["data"]["position"]["step"] == 1
    again = course.write(f"{below}{frame(server.address, 'preset=xor&lang=en&start=auto')}")
    page.goto(f"{again}?again")  # not the page that the browser has kept
    assert heard(page, "loaded")[0]["data"]["preset"] == "xor"
    assert page.evaluate("scrollY") == 0


def test_the_keyboard_reaches_a_frame_that_is_still_a_picture(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    page.goto(
        course.write(f'<button>Before</button><div style="height:3000px"></div>{frame(server.address)}')
    )
    heard(page, "ready")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(inside(page).locator(".lab :focus")).to_be_visible()


def test_behind_a_path_prefix_page_element_and_picture_are_there(
    context: BrowserContext, tmp_path: Path, course: Course
) -> None:
    (tmp_path / "own").mkdir()
    server = Server(tmp_path / "own", prefix="/tools/backstep")
    server.start()
    page = context.new_page()
    element = f'<script src="{server.address}/embed.js"></script><backstep-embed preset="xor" lang="en">'
    picture = f'<img src="{server.address}/picture.png?preset=xor">'
    steps_in_its_frame(page, course.write(f"{element}</backstep-embed>{picture}"), [])
    assert page.evaluate("document.querySelector('img').naturalWidth") == 1200
    page.goto(f"{server.address}/p/xor?lang=en")
    page.get_by_role("button", name=NEXT, exact=True).click()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "1")
    assert page.url.startswith(f"{server.address}/p/xor")
    server.stop()


@pytest.mark.parametrize(
    ("opened", "shown"), [("view", ".boundary image"), ("sheet", ".sheet table.examples tr")]
)
def test_what_is_opened_before_the_first_step_has_its_content(
    context: BrowserContext, server: Server, opened: str, shown: str
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 1300, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/v1/" in request.url else None)
    page.goto(f"{server.address}/embed?preset=xor&panels=formula,views&lang=en", wait_until="networkidle")
    assert asked == []
    name = {"view": "Decision boundary", "sheet": "Data"}[opened]
    if opened == "sheet":
        page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("button", name=name, exact=True).first.click()
    expect(page.locator(shown).first).to_be_visible()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "0")
    page.get_by_role("button", name=NEXT, exact=True).click()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "1")
    assert sum(url.endswith("/sessions") for url in asked) == 1
