"""The page as one file: with no server and no network it steps, goes back, explains, and speaks Chinese."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from tests.e2e.lab import Lab
from tests.e2e.recordings import recording
from tests.e2e.server import Server
from tests.e2e.words import word

LARGEST = 590_000  # bytes, for Mazur


@pytest.fixture(scope="module")
def file(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three iterations of Mazur, as the server gives them away."""
    file = tmp_path_factory.mktemp("file") / "mazur.html"
    file.write_bytes(recording(server))
    return file


@pytest.fixture
def offline(context: BrowserContext) -> Iterator[Page]:
    """A page without a network; it asks for nothing, and the console has nothing to complain of."""
    context.set_offline(True)
    page, heard = context.new_page(), list[str]()
    page.on("request", lambda request: heard.append(request.url) if request.url.startswith("http") else None)
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield page
    assert heard == []


def press(page: Page | FrameLocator, key: str, lang: str = "en") -> None:
    page.get_by_role("button", name=word(key, lang), exact=True).click()


def stands_at(page: Page | FrameLocator, step: int) -> None:
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", str(step))


def test_it_is_small_and_steps_explains_and_speaks_chinese_from_a_file(offline: Page, file: Path) -> None:
    assert file.stat().st_size <= LARGEST
    offline.goto(file.as_uri())
    expect(offline.locator(".recorded-note")).to_have_text(word("recorded-note", "en"))
    note, below = (
        offline.locator(".recorded-note").bounding_box(),
        offline.locator(".workspace").bounding_box(),
    )
    assert note
    assert below
    assert below["y"] >= note["y"] + note["height"], "it covers nothing"
    for step in (1, 2, 3):
        press(offline, "next-step")
        stands_at(offline, step)
    press(offline, "previous-step")
    stands_at(offline, 2)
    press(offline, "forward-pass")
    press(offline, "backward-pass")
    offline.locator('.picture [data-ref="dW1[0,0]"]').first.dispatch_event("click")
    inspector = offline.get_by_role("region", name=word("region-inspector", "en"))
    expect(inspector).to_contain_text("+0.00043856773447434674")
    offline.get_by_label(word("language", "en")).select_option("zh-CN")
    expect(offline.locator(".recorded-note")).to_have_text(word("recorded-note", "zh-CN"))
    press(offline, "next-step", "zh-CN")


def test_it_ends_and_begins_with_a_sentence_and_seeks_between(offline: Page, file: Path) -> None:
    offline.goto(file.as_uri())
    offline.get_by_label(word("step-by", "en")).select_option("iteration")
    for iteration in (1, 2, 3):
        press(offline, "next-step")
        expect(offline.locator(".iterations input")).to_have_value(str(iteration))
    stands_at(offline, 55)
    press(offline, "next-step")
    notices = offline.locator(".notices:not(.data-hint)")
    expect(notices).to_contain_text(word("problem-recording-ends", "en", iteration=3))
    offline.locator(".iteration-slider").fill("2")
    expect(offline.locator(".iterations input")).to_have_value("2")
    expect(notices).to_be_empty()


def test_it_steps_in_a_sandbox_and_speaks_with_the_page_around_it(offline: Page, file: Path) -> None:
    host = file.with_name("host.html")
    host.write_text(
        "<!doctype html><script>said = []; onmessage = ({data}) => said.push(data.type)</script>"
        f'<iframe src="{file.name}" sandbox="allow-scripts" width="500" height="300"></iframe>',
        encoding="utf-8",
    )
    offline.goto(host.as_uri())
    frame = offline.frame_locator("iframe")
    press(frame, "next-step")
    expect(frame.locator('.picture [data-ref="x[0]"]').first).to_be_attached()
    offline.wait_for_function("said.includes('step')")


def test_what_a_file_cannot_do_is_not_there(offline: Page, file: Path) -> None:
    offline.goto(file.as_uri())
    expect(offline.locator(".sheet-buttons, .training")).to_have_count(0)
    views = offline.locator(".view-list").get_by_role("button")
    expect(views).to_have_text(
        [word(f"view-{name}", "en") for name in ("loss", "check", "matrices", "gradients")]
    )
    press(offline, "forward-pass")
    press(offline, "backward-pass")
    press(offline, "view-check")
    expect(offline.locator(".view .agrees").first).to_be_visible()
    offline.locator('.picture [data-ref="W1[0,0]"]').first.dispatch_event("click")
    field = offline.get_by_role("region", name=word("region-inspector", "en")).get_by_role("textbox")
    expect(field).to_be_disabled()


def test_the_share_sheet_gives_the_file_away(lab: Lab, tmp_path: Path) -> None:
    lab.open("mazur")
    lab.button("sheet-share").click()
    lab.page.locator(".share-file").get_by_label(lab.word("share-file-iterations")).fill("1")
    with lab.page.expect_download() as taken:
        lab.button("share-file-save").click()
    assert taken.value.suggested_filename == "backstep-mazur.html"
    taken.value.save_as(tmp_path / "taken.html")
    text = (tmp_path / "taken.html").read_text("utf-8")
    assert text.startswith("<!doctype html>")
    expect(lab.page.locator(".share-file [role=status]")).to_contain_text("kB")
