"""Parts of the page that do not arrive are said and can be asked for again."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.lab import Lab

NOT_LOADED = "Failed to load resource"


def abort(route: Route) -> None:
    route.abort()


def test_a_sheet_that_does_not_arrive_is_said_and_comes_at_the_next_try(lab: Lab) -> None:
    lab.open("mazur")
    lab.page.route(re.compile(r"/ExportSheet-.*\.js$"), abort)
    lab.button("sheet-export").click()
    sheet = lab.page.get_by_role("dialog", name=lab.word("sheet-export"))
    expect(sheet.get_by_role("alert")).to_contain_text(lab.word("notice-part"))
    lab.page.unroute_all()
    sheet.get_by_role("button", name=lab.word("try-again"), exact=True).click()
    expect(sheet.locator(".formats")).to_be_visible()
    lab.forgive(NOT_LOADED)


def test_styles_that_do_not_arrive_are_said_and_come_at_the_next_try(lab: Lab) -> None:
    lab.open("mazur")
    lab.page.route(re.compile(r"/ShareSheet-.*\.css$"), abort)
    lab.button("sheet-share").click()
    sheet = lab.page.get_by_role("dialog", name=lab.word("sheet-share"))
    expect(sheet.get_by_role("alert")).to_contain_text(lab.word("notice-part"))
    lab.page.unroute_all()
    sheet.get_by_role("button", name=lab.word("try-again"), exact=True).click()
    expect(sheet.locator(".share")).to_have_css("display", "grid")
    lab.forgive(NOT_LOADED)


def test_a_view_that_does_not_arrive_is_said_and_comes_at_the_next_try(lab: Lab) -> None:
    lab.open("mazur")
    lab.page.route(re.compile(r"/MatricesView-.*\.js$"), abort)
    lab.open_view("matrices")
    tile = lab.page.locator("[data-view=matrices]")
    expect(tile.get_by_role("alert")).to_contain_text(lab.word("notice-part"))
    lab.page.unroute_all()
    tile.get_by_role("button", name=lab.word("try-again"), exact=True).click()
    expect(tile.locator("table").first).to_be_visible()
    lab.forgive(NOT_LOADED)


def test_an_opened_number_that_does_not_arrive_is_said_and_comes_at_the_next_try(lab: Lab) -> None:
    lab.open("mazur")
    lab.page.route(re.compile(r"/inspector-.*\.js$"), abort)
    lab.page.locator('.picture [data-ref="W1[0,0]"]').last.click()
    inspector = lab.page.locator(".inspector")
    expect(inspector.get_by_role("alert")).to_contain_text(lab.word("notice-part"))
    lab.page.unroute_all()
    inspector.get_by_role("button", name=lab.word("try-again"), exact=True).click()
    expect(inspector.locator(".number-field input[type=text]")).to_be_visible()
    lab.forgive(NOT_LOADED)


def test_a_view_opened_without_a_server_comes_with_it(lab: Lab) -> None:
    lab.open("xor")
    lab.page.route("**/api/v1/**", abort)
    lab.open_view("boundary")
    said = lab.page.get_by_role("status").get_by_text(lab.word("notice-offline"))
    expect(said).to_be_visible()
    lab.page.unroute("**/api/v1/**")
    expect(lab.page.locator("[data-view=boundary] svg").first).to_be_visible()
    expect(said).to_have_count(0)
    lab.forgive(NOT_LOADED)


def test_a_language_that_does_not_arrive_leaves_the_page_in_its_own(lab: Lab) -> None:
    lab.open("mazur")
    lab.page.route(re.compile(r"/zh-CN-.*\.js$"), abort)
    lab.page.locator("select[name=language]").select_option("zh-CN")
    expect(lab.page.get_by_role("status").get_by_text(lab.word("notice-language"))).to_be_visible()
    expect(lab.page.locator("select[name=language]")).to_have_value("en")
    lab.page.unroute_all()
    lab.button("try-again").click()
    expect(lab.page.locator("html")).to_have_attribute("lang", "zh-CN")
    lab.forgive(NOT_LOADED)


def test_words_that_do_not_arrive_are_said_and_come_at_the_next_try(lab: Lab) -> None:
    lab.open("xor")
    lab.page.route(re.compile(r"/en-.*\.js$"), abort)
    lab.button("sheet-settings").click()
    said = lab.page.get_by_role("status").get_by_text(lab.word("notice-words"))
    expect(said).to_be_visible()
    lab.page.unroute_all()
    lab.button("try-again").click()
    expect(lab.page.get_by_role("dialog").get_by_text(lab.word("settings-load"), exact=True)).to_be_visible()
    expect(said).to_have_count(0)
    lab.forgive(NOT_LOADED)


def test_a_graph_whose_part_does_not_arrive_is_said_and_comes_when_it_is_chosen_again(lab: Lab) -> None:
    lab.open("mazur")
    lab.page.route(re.compile(r"/graphModel-.*\.js$"), abort)
    preset = lab.page.locator("select[name=preset]")
    preset.select_option("cs231n-circuit")
    said = lab.page.get_by_role("status").get_by_text(lab.word("notice-part"))
    expect(said).to_be_visible()
    lab.page.unroute_all()
    preset.select_option("cs231n-circuit")
    expect(lab.page.locator(".program-text").first).to_be_visible()
    expect(said).to_have_count(0)
    lab.forgive(NOT_LOADED)


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_without_its_styles_the_page_says_that_it_could_not_be_loaded(lab: Lab, path: str) -> None:
    lab.page.route(re.compile(r"/styles-.*\.css$"), abort)
    lab.page.goto(f"{lab.server.address}{path}?preset=mazur&lang=en")
    said = lab.page.get_by_role("alert")
    expect(said).to_contain_text(lab.word("page-not-loaded"))
    expect(said).to_be_in_viewport()
    expect(lab.button("next-step")).to_have_count(0)
    lab.page.unroute_all()
    said.get_by_role("button", name=lab.word("try-again"), exact=True).click()
    expect(lab.page.locator(".transport")).to_be_visible()
    lab.forgive(NOT_LOADED)


def test_a_frame_without_its_fonts_is_stepped(lab: Lab) -> None:
    lab.page.route(re.compile(r"/fonts-.*\.css$"), abort)
    with lab.page.expect_request(re.compile(r"/fonts-.*\.css$")):
        lab.page.goto(f"{lab.server.address}/embed?preset=mazur&lang=en&start=auto")
    lab.press("next-step")
    lab.forgive(NOT_LOADED)


def test_the_picture_covers_no_part_that_did_not_arrive(lab: Lab) -> None:
    lab.page.route(re.compile(r"/panels-.*\.js$"), abort)
    lab.page.goto(f"{lab.server.address}/?preset=mazur&lang=en")
    stage = lab.page.locator(".stage")
    again = stage.get_by_role("button", name=lab.word("try-again"), exact=True)
    expect(again).to_be_visible()
    lab.page.unroute_all()
    again.click()
    expect(stage.get_by_role("alert")).to_have_count(0)
    lab.forgive(NOT_LOADED)


@pytest.mark.parametrize("preset", ["digits"])
def test_the_table_of_a_large_network_draws_the_rows_in_sight(lab: Lab, preset: str) -> None:
    lab.open(preset)
    lab.open_view("table")
    view = lab.page.locator("[data-view=table]")
    expect(view.locator("tbody tr[aria-rowindex]").first).to_be_attached()
    assert view.evaluate("(part) => part.querySelectorAll('*').length") < 8_000
    last = view.locator("table.edges tbody").last
    last.evaluate("(part) => part.scrollIntoView({block: 'end'})")
    total = view.locator("table.edges").get_attribute("aria-rowcount") or ""
    expect(last.locator("tr[aria-rowindex]").last).to_have_attribute("aria-rowindex", total)
    expect(last.locator("tr[aria-rowindex]").last).to_be_visible()


def test_one_end_leads_to_the_last_row_of_a_long_table(lab: Lab) -> None:
    lab.open("digits")
    lab.open_view("table")
    view = lab.page.locator("[data-view=table]")
    expect(view.locator("tbody tr[aria-rowindex]").first).to_be_attached()
    view.focus()
    lab.page.keyboard.press("End")
    last = view.locator("table.edges tr[aria-rowindex='2721']")
    expect(last).to_be_in_viewport(ratio=0.9)
    lab.page.keyboard.press("Home")
    expect(view.locator("tr[aria-rowindex]").first).to_be_in_viewport()


def test_arrow_keys_scroll_a_region_that_is_wider_than_its_place(lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 900, "height": 700})
    lab.open("digits")
    lab.open_view("table")
    view = lab.page.locator("[data-view=table]")
    region = view.locator(".table-frame").first
    region.evaluate("(part) => { part.style.width = '120px'; }")
    region.get_by_role("button").first.focus()
    step = lab.session()["position"]["step"]
    lab.page.keyboard.press("ArrowRight")
    lab.page.wait_for_function("(part) => part.scrollLeft > 0", arg=region.element_handle())
    assert lab.session()["position"]["step"] == step
    assert lab.page.locator(".track").get_attribute("aria-valuenow") == str(step)


def test_an_older_link_never_replaces_a_newer_one(lab: Lab) -> None:
    lab.open("mazur")
    lab.edit("W1[0,0]", "0.3")
    lab.button("sheet-share").click()
    link = lab.page.get_by_role("textbox", name=lab.word("share-link"))
    expect(link).to_have_value(re.compile("state="))
    steps = 0
    held: list[tuple[int, Route]] = []
    # The page's own address asks for links, too.
    lab.page.route("**/link", lambda route: held.append((steps, route)))
    for steps in (1, 2):
        with lab.page.expect_request("**/link"):
            lab.button("next-step").click()
        lab.page.wait_for_function("() => true")
        assert held[-1][0] == steps
    answer = held[-1][1].fetch()
    for after, route in reversed(held):
        route.fulfill(json={**answer.json(), "state": f"link-{after}"})
    expect(link).to_have_value(re.compile("state=link-2"))
    lab.page.evaluate("() => new Promise(requestAnimationFrame)")
    expect(link).to_have_value(re.compile("state=link-2"))
