"""Sharing: what the sheet offers to paste shows the moment on the stage."""

from playwright.sync_api import expect

from tests.e2e.lab import Lab


def test_the_text_to_paste_shows_this_very_moment_and_follows_the_choices(lab: Lab) -> None:
    lab.open(preset="mazur", step="22")
    lab.button("sheet-share").click()
    sheet = lab.page.get_by_role("dialog", name=lab.word("sheet-share"))
    link = sheet.get_by_role("textbox", name=lab.word("share-link"))
    expect(link).to_have_value(f"{lab.server.address}/p/mazur?step=22&lang=en")
    sheet.get_by_role("checkbox", name=lab.word("share-panel-story")).uncheck()
    sheet.get_by_role("combobox", name=lab.word("share-controls")).select_option(
        label=lab.word("share-controls-step")
    )
    sheet.get_by_role("combobox", name=lab.word("share-place"), exact=True).select_option(
        label=lab.word("share-place-sphinx")
    )
    text = sheet.get_by_role("textbox", name=lab.word("share-snippet")).input_value()
    assert text.startswith(".. raw:: html")
    assert "controls=step" in text
    lab.page.locator(".preview iframe").scroll_into_view_if_needed()
    preview = lab.page.frame_locator(".preview iframe")
    expect(preview.locator(".track")).to_have_attribute("aria-valuenow", "22")
    expect(preview.locator(".story, .passes")).to_have_count(0)
    sheet.get_by_role("radio", name=lab.word("share-start")).check()
    expect(link).to_have_value(f"{lab.server.address}/p/mazur?lang=en")


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
    told = there.evaluate("JSON.parse(document.getElementById('backstep-initial').textContent).session")
    assert told["parameters"]["W"][0][0][0] == 0.77
    there.close()
