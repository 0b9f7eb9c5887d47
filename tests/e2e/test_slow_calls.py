"""With slow calls steps are drawn at once, nothing that was clicked is lost, and nothing jumps back."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server

SLOW_MS, SOON_MS = 1_000, 500

# Calls take as long as a test says; `__calls` counts those without an answer, as of the moment `__changed`.
_SLOW = """
const real = window.fetch.bind(window);
window.__calls = 0;
window.fetch = async (address, call) => {
  window.__calls += 1;
  window.__changed = performance.now();
  try {
    if (window.__slow) await new Promise((end) => setTimeout(end, window.__slow));
    return await real(address, call);
  } finally {
    window.__calls -= 1;
    window.__changed = performance.now();
  }
};
"""

# The milliseconds from a click until another step is drawn.
_DRAWN_AFTER = """async (selector) => {
  const place = () => document.querySelector('.track').getAttribute('aria-valuenow')
    + document.querySelector('.iteration-slider').value;
  const before = place(), began = performance.now();
  document.querySelector(selector).click();
  while (place() === before && performance.now() < began + 5000) await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""

# Twelve clicks 50 ms apart, and the steps that were drawn in between, in their order.
_CLICKS = """async (selector) => {
  const steps = [];
  const look = () => steps.push(Number(document.querySelector('.track').getAttribute('aria-valuenow')));
  const observer = new MutationObserver(look);
  observer.observe(document.querySelector('.track'), {attributes: true});
  for (let clicks = 0; clicks < 12; clicks += 1) {
    document.querySelector(selector).click();
    await new Promise((end) => setTimeout(end, 50));
    look();
  }
  window.__steps = steps;
  window.__observer = observer;
  return steps.at(-1);
}"""


@pytest.fixture
def slow(lab: Lab) -> Lab:
    lab.page.add_init_script(_SLOW)
    return lab


def settled(lab: Lab) -> None:
    """All calls are answered: the picture is asked about, and shows, what the server has."""
    lab.page.wait_for_function("() => window.__calls === 0 && performance.now() > window.__changed + 300")


def slow_down(lab: Lab, milliseconds: int = SLOW_MS) -> None:
    """Once the server has foreseen where the next steps lead."""
    settled(lab)
    lab.page.evaluate(f"window.__slow = {milliseconds}")


def place(lab: Lab) -> int:
    return int(lab.page.locator(".track").get_attribute("aria-valuenow") or 0)


def drawn_after(lab: Lab, button: str) -> float:
    milliseconds: float = lab.page.evaluate(_DRAWN_AFTER, button)
    return milliseconds


@pytest.mark.parametrize("unit", ["term", "neuron", "layer", "pass", "iteration"])
def test_a_step_of_any_unit_is_drawn_before_its_answer_comes(slow: Lab, unit: str) -> None:
    slow.open("mazur", iteration="3", step="16", unit=unit)
    slow_down(slow)
    assert drawn_after(slow, ".next") < SOON_MS
    assert drawn_after(slow, ".previous") < SOON_MS
    assert drawn_after(slow, ".previous") < SOON_MS
    settled(slow)
    assert slow.session()["position"]["step"] == place(slow)


def test_the_first_step_of_an_iteration_is_drawn_before_its_answer_comes(slow: Lab) -> None:
    slow.open("mazur", step="54")
    slow_down(slow)
    assert drawn_after(slow, ".next") < SOON_MS
    assert drawn_after(slow, ".next") < SOON_MS
    assert drawn_after(slow, ".previous") < SOON_MS


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_quick_clicks_are_all_drawn_and_sent_as_few_calls(slow: Lab, path: str) -> None:
    page = slow.page
    page.goto(f"{slow.server.address}{path}?preset=mazur&lang=en&controls=full&start=auto")
    expect(page.locator(".track")).to_be_visible()
    slow_down(slow, 150)
    before = len(slow.changes)
    assert page.evaluate(_CLICKS, ".next") == 12
    settled(slow)
    steps = page.evaluate("window.__steps")
    assert steps == sorted(steps)
    assert slow.session()["position"]["step"] == 12
    assert 0 < len([call for call in slow.changes[before:] if call.endswith("step")]) < 12


def test_the_handle_of_the_timeline_stays_where_it_is_let_go(slow: Lab) -> None:
    slow.open("mazur")
    slow_down(slow)
    track = slow.page.locator(".track")
    box = track.bounding_box()
    assert box is not None
    across = [box["x"] + box["width"] * share for share in (0.2, 0.4, 0.6, 0.8)]
    slow.page.mouse.move(across[0], box["y"] + 10)
    slow.page.mouse.down()
    for x in across[1:]:
        slow.page.mouse.move(x, box["y"] + 10)
    at = track.get_attribute("aria-valuenow")
    slow.page.mouse.up()
    assert track.get_attribute("aria-valuenow") == at
    settled(slow)
    assert track.get_attribute("aria-valuenow") == at
    assert slow.session()["position"]["step"] == int(at or 0)


def test_a_call_that_takes_long_is_said(slow: Lab) -> None:
    slow.open("mazur")
    slow.page.evaluate("window.__slow = 6000")
    slow.button("forward-pass").click()
    expect(slow.page.get_by_role("status").get_by_text(slow.word("notice-slow"))).to_be_visible()


def test_a_double_click_on_a_pass_makes_it_once_and_on_train_begins_one_run(slow: Lab) -> None:
    slow.open("mazur")
    slow.button("forward-pass").dblclick()
    expect(slow.button("backward-pass")).to_be_enabled()
    expect(slow.page.locator(".notice.problem")).to_have_count(0)
    slow.training_mode()
    slow.page.evaluate("window.__slow = 300")
    slow.button("train").dblclick()
    expect(slow.page.locator(".run-report")).to_contain_text("100")


def test_export_in_a_frame_is_of_the_session_that_is_shown(context: BrowserContext, server: Server) -> None:
    page: Page = context.new_page()
    lab = Lab(page, server)
    page.goto(f"{server.address}/embed?preset=mazur&lang=en&controls=full&start=auto")
    lab.press("forward-pass")
    lab.button("sheet-export").click()
    row = page.get_by_role("listitem").filter(has=page.locator("#format-session"))
    with page.expect_download():
        row.get_by_role("button", name=lab.word("export-download")).click()
    assert [call for call in lab.changes if call.endswith("POST sessions")] == ["POST sessions"]
    assert page.locator(".track").get_attribute("aria-valuenow") == "19"
