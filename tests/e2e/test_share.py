"""Sharing: what the sheet offers to paste shows the moment on the stage."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.e2e.course import Course, frame, inside
from tests.e2e.lab import Lab
from tests.e2e.server import Server

_PICTURE = """() => {
  const { width, height } = document.querySelector('.picture').getBoundingClientRect();
  return (width * height) / (innerWidth * innerHeight);
}"""


def opened(lab: Lab, **query: str) -> Locator:
    lab.open(**query)
    lab.button("sheet-share").click()
    return lab.page.get_by_role("dialog", name=lab.word("sheet-share"), exact=True)


def link_of(sheet: Locator, lab: Lab) -> Locator:
    return sheet.get_by_role("textbox", name=lab.word("share-link"))


def choose(sheet: Locator, lab: Lab, key: str, label: str) -> None:
    sheet.get_by_role("combobox", name=lab.word(key), exact=True).select_option(label=label)


def test_the_text_to_paste_shows_this_very_moment_and_follows_the_choices(lab: Lab) -> None:
    sheet = opened(lab, preset="mazur", step="22")
    link = link_of(sheet, lab)
    expect(link).to_have_value(f"{lab.server.address}/p/mazur?step=22&lang=en")
    sheet.get_by_role("checkbox", name=lab.word("share-panel-story")).check()
    sheet.get_by_role("checkbox", name=lab.word("share-part-timeline")).check()
    sheet.get_by_role("checkbox", name=lab.word("share-lock-parameters")).check()
    choose(sheet, lab, "digits", lab.word("digits-value", digits=6))
    choose(sheet, lab, "share-kind", lab.word("share-kind-frame"))
    choose(sheet, lab, "share-place", lab.word("share-place-sphinx"))
    text = sheet.get_by_role("textbox", name=lab.word("share-snippet")).input_value()
    assert text.startswith(".. raw:: html")
    for part in ("controls=step", "panels=formula,story", "hide=header&", "lock=parameters", "digits=6"):
        assert part in text, part
    lab.page.locator(".preview iframe").scroll_into_view_if_needed()
    preview = lab.page.frame_locator(".preview iframe")
    expect(preview.locator(".track")).to_have_attribute("aria-valuenow", "22")
    expect(preview.locator(".story")).to_have_count(1)
    expect(preview.locator(".passes, .head")).to_have_count(0)
    sheet.get_by_role("radio", name=lab.word("share-start")).check()
    expect(link).to_have_value(f"{lab.server.address}/p/mazur?lang=en&lock=parameters")


def test_a_lesson_can_be_given_away_at_any_passage(lab: Lab) -> None:
    sheet = opened(lab)
    sheet.get_by_role("radio", name=lab.word("share-lesson"), exact=True).check()
    choose(sheet, lab, "share-passage", "3")
    expect(link_of(sheet, lab)).to_have_value(f"{lab.server.address}/lessons/network?passage=3&lang=en")
    lab.page.locator(".preview iframe").scroll_into_view_if_needed()
    preview = lab.page.frame_locator(".preview iframe")
    expect(preview.locator(".passage")).to_have_attribute("data-passage", "output")
    expect(sheet.get_by_role("combobox", name=lab.word("share-controls"), exact=True)).to_have_count(0)


def test_the_element_to_paste_steps_in_a_page(lab: Lab, course: Course) -> None:
    sheet = opened(lab, preset="mazur", step="22")
    text = sheet.get_by_role("textbox", name=lab.word("share-snippet")).input_value()
    page = lab.page.context.new_page()
    page.goto(course.write(text))
    there = inside(page)
    there.get_by_role("button", name=lab.word("next-step"), exact=True).click()
    expect(there.locator(".picture [data-state=active]").first).to_be_attached()
    expect(there.locator(".lab")).to_have_attribute("data-layout", re.compile("."))
    page.wait_for_function(
        "document.querySelector('backstep-embed').shadowRoot.querySelector('iframe').clientHeight === 616"
    )


def test_a_picture_that_leads_to_its_moment_is_seen_as_it_will_be(lab: Lab) -> None:
    sheet = opened(lab, preset="mazur", step="22")
    choose(sheet, lab, "share-kind", lab.word("share-kind-picture"))
    picture = sheet.locator(".preview img")
    expect(picture).to_have_js_property("naturalWidth", 1200)
    text = sheet.get_by_role("textbox", name=lab.word("share-snippet")).input_value()
    assert (picture.get_attribute("src") or "").replace("&", "&amp;") in text
    choose(sheet, lab, "share-kind", lab.word("share-kind-element"))
    expect(picture).to_have_count(0)


def test_a_quiz_asks_and_shows_no_answers(lab: Lab) -> None:
    sheet = opened(lab, preset="mazur")
    sheet.get_by_role("checkbox", name=lab.word("share-quiz")).check()
    lab.page.locator(".preview iframe").scroll_into_view_if_needed()
    preview = lab.page.frame_locator(".preview iframe")
    preview.get_by_role("button", name=lab.word("next-step"), exact=True).click()
    expect(preview.locator(".formula input, .formula [role=radio]").first).to_be_visible()
    expect(preview.get_by_role("button", name=lab.word("predict"), exact=True)).to_have_count(0)


def test_the_preview_has_its_true_size_where_there_is_room(lab: Lab) -> None:
    sheet = opened(lab)
    preview = sheet.locator(".preview")
    choose(sheet, lab, "share-size", "500 × 300")
    expect(preview.locator(".tally")).to_have_text(lab.word("share-preview-true", width="500", height="300"))
    assert preview.locator("iframe").evaluate(
        "(frame) => [frame.clientWidth, frame.getBoundingClientRect().width]"
    ) == [500, 500]
    choose(sheet, lab, "share-size", "1280 × 720")
    expect(preview.locator(".tally")).to_contain_text("1280 × 720")
    drawn, room = preview.locator("iframe").evaluate(
        "(frame) => [frame.getBoundingClientRect().width, frame.closest('.room').clientWidth]"
    )
    assert drawn == pytest.approx(room, abs=1)
    assert preview.locator("iframe").evaluate("(frame) => frame.clientWidth") == 1280


@pytest.mark.parametrize("width", [720, 640, 360])
def test_in_the_frame_that_is_offered_first_the_picture_has_the_most_room(lab: Lab, width: int) -> None:
    opened(lab)
    page = lab.page.context.new_page()
    page.set_viewport_size({"width": width, "height": 480})
    page.goto(lab.page.locator(".preview iframe").get_attribute("src") or "")
    expect(page.locator(".formula")).to_be_visible()
    assert page.evaluate(_PICTURE) > 0.45


def test_the_large_qr_code_fills_the_window_and_escape_closes_it_alone(lab: Lab) -> None:
    sheet = opened(lab)
    sheet.get_by_role("button", name=lab.word("share-qr-large")).click()
    large = lab.page.get_by_role("dialog", name=lab.word("share-qr"), exact=True)
    expect(large).to_be_visible()
    width = large.locator("svg").evaluate("(code) => code.getBoundingClientRect().width")
    assert width > 0.8 * 900
    lab.page.keyboard.press("Escape")
    expect(large).to_be_hidden()
    expect(sheet).to_be_visible()


@pytest.mark.parametrize(
    ("query", "path", "place"),
    [
        ("preset=xor&step=3&lang=en", "/p/xor", {"step=3", "focus=1"}),
        ("lesson=network&passage=2&lang=en", "/lessons/network", {"passage=2"}),
        ("preset=xor&step=4&controls=none&lang=en", "/p/xor", {"step=4", "focus=1"}),
    ],
)
def test_a_frame_opens_its_moment_in_full(
    context: BrowserContext, server: Server, course: Course, query: str, path: str, place: set[str]
) -> None:
    page = context.new_page()
    page.goto(course.write(frame(server.address, query)))
    with context.expect_page() as opening:
        inside(page).get_by_role("link", name="Open in full").click()
    opening.value.wait_for_load_state()
    there = urlsplit(opening.value.url)
    assert (there.path, set(there.query.split("&"))) == (path, place | {"lang=en"})


def test_a_page_of_its_own_and_a_frame_that_hides_it_have_no_link_in_full(lab: Lab, course: Course) -> None:
    lab.open()
    expect(lab.button("next-step")).to_be_visible()
    assert lab.page.locator(".full-page").count() == 0
    page = lab.page.context.new_page()
    page.goto(course.write(frame(lab.server.address, "preset=mazur&hide=full")))
    expect(inside(page).locator(".transport")).to_be_visible()
    assert inside(page).locator(".full-page").count() == 0


def test_after_an_edit_the_link_holds_it(lab: Lab) -> None:
    lab.open()
    lab.edit("W1[0,0]", "0.77")
    lab.button("sheet-share").click()
    link = lab.page.get_by_role("textbox", name=lab.word("share-link"))
    expect(link).not_to_have_value(f"{lab.server.address}/p/mazur?lang=en")
    address = link.input_value()
    assert "state=1" in address
    there = lab.page.context.new_page()
    there.goto(address)
    answered = there.evaluate("JSON.parse(document.getElementById('backstep-initial').textContent).session")
    assert answered["parameters"]["W"][0][0][0] == 0.77
    there.close()
