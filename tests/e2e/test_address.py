"""What an address says: a moment, what is visible, what is locked; and what the lab writes into it."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server


def _asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_an_address_leads_to_its_moment_and_follows_the_steps_taken_there(lab: Lab) -> None:
    lab.open(preset="mazur", iteration="1", step="20")
    expect(lab.page.locator(".track")).to_have_attribute("aria-valuenow", "20")
    assert lab.session()["position"]["iteration"] == 1
    lab.press("next-step")
    expect(lab.page).to_have_url(re.compile("step=21"))
    before = lab.session_id
    lab.page.reload()
    expect(lab.page.locator(".track")).to_have_attribute("aria-valuenow", "21")
    lab.press("next-step")
    assert lab.session_id == before, "the same learner comes back to the same session"


def test_a_reload_right_after_a_step_finds_its_session(lab: Lab) -> None:
    lab.page.clock.install()
    lab.open(preset="mazur", iteration="1", step="20")
    lab.press("next-step")
    lab.page.clock.run_for(1000)
    expect(lab.page).to_have_url(re.compile("step=21"))
    before = lab.session_id
    lab.press("next-step")
    # The script of a page goes on until the reloaded one is there.
    lab.page.evaluate("dispatchEvent(new Event('beforeunload'))")
    lab.page.clock.run_for(1000)
    assert _asked(lab.page)["step"] == ["21"]
    lab.page.reload()
    lab.press("next-step")
    assert (lab.session_id, lab.session()["position"]["step"]) == (before, 23)


def test_after_an_edit_the_address_holds_the_whole_moment(lab: Lab) -> None:
    lab.open(preset="mazur", iteration="1", step="3")
    lab.edit("W1[0,0]", "0.77")
    expect(lab.page).to_have_url(re.compile("state=1"))
    there = lab.page.context.new_page()
    there.goto(lab.page.url)
    answered = there.evaluate("JSON.parse(document.getElementById('backstep-initial').textContent).session")
    here = lab.session()
    assert answered["parameters"] == here["parameters"]
    assert answered["values"] == here["values"]
    there.close()


def test_an_invalid_value_in_an_address_is_shown_and_the_default_is_used(lab: Lab) -> None:
    lab.open(preset="mazur", step="-1", theme="pink")
    notices = lab.page.locator(".address-warnings li")
    expect(notices).to_have_count(2)
    expect(notices.first).to_contain_text("step=-1")
    lab.page.locator(".notices").get_by_role("button", name=lab.word("notice-dismiss")).click()
    expect(notices).to_have_count(0)


def test_a_broken_link_opens_at_the_start_and_says_so(lab: Lab) -> None:
    lab.open(preset="mazur", state="1mwK04ShT")
    expect(lab.page.locator(".address-warnings li")).to_contain_text("state=")
    expect(lab.page.locator(".track")).to_have_attribute("aria-valuenow", "0")


def test_what_is_hidden_is_not_there_and_what_is_locked_is_refused(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()
    query = "preset=xor&lang=en&hide=numbers,passes&lock=focus,train&start=auto"
    with page.expect_response(lambda answer: answer.url.endswith("/sessions") and answer.ok) as made:
        page.goto(f"{server.address}/embed?{query}")
    id = made.value.json()["id"]
    expect(page.get_by_role("button", name="Next step", exact=True)).to_be_visible()
    expect(page.locator(".passes, .numbers")).to_have_count(0)
    page.get_by_role("tab", name="Train", exact=True).click()
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_disabled()
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_disabled()
    for way, body in (("PATCH", {"focus": 1}), ("POST", {"iterations": 1})):
        path = "" if way == "PATCH" else "/train"
        refused = page.request.fetch(f"{server.address}/api/v1/sessions/{id}{path}", method=way, data=body)
        assert refused.status == 403
        assert refused.json()["type"] == "/problems/locked"


_SAME_PLACE = """(part) => {
  const placeOf = (one) => document.querySelector(one).getBoundingClientRect();
  const [whole, alone] = [placeOf('.workspace'), placeOf(part)];
  return ['x', 'y', 'width', 'height'].every((side) => whole[side] === alone[side]);
}"""


def expect_the_whole_place(page: Page, part: str) -> None:
    for width, height in [(1440, 900), (640, 480), (500, 300), (360, 740)]:
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator(part)).to_be_visible()
        page.wait_for_function(_SAME_PLACE, arg=part)  # the layout follows the size a moment later


def test_one_part_alone(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.address}/embed?preset=mazur&lang=en&view=formula&controls=step")
    expect(page.get_by_role("region", name="Formula", exact=True)).to_be_visible()
    expect(page.locator(".stage, .passes, .play")).to_have_count(0)
    expect_the_whole_place(page, ".column")
    page.goto(f"{server.address}/embed?preset=mazur&lang=en&view=network&controls=none")
    expect(page.locator(".stage")).to_be_visible()
    expect(page.locator(".panel, .transport, header.head")).to_have_count(0)
    expect_the_whole_place(page, ".stage")
