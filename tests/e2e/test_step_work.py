"""What a step of a graph with 200 marks has the browser do: counts, which are the same on every machine."""

import time
from typing import Any

from playwright.sync_api import Browser, CDPSession, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tests.e2e.test_graph_session import open_graph

STEPS = 6
MOST_MARKS = (
    40  # operands and result of a sum of eight with the lines between them, before and after the step
)
MOST_STYLED = 120  # elements of 2,500: those marks, the formula and the timeline
PATIENCE = 20  # seconds

_WATCH = """() => {
  window.touched = new Set();
  window.watcher = new MutationObserver((records) => records.forEach(({ target }) => {
    const element = target instanceof Element ? target : target.parentElement;
    const mark = element?.closest('.program :is(.operation, .box, .lines > g, .frame-name)');
    if (mark) window.touched.add(mark);
  }));
  window.watcher.observe(document.querySelector('.program'), {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
}"""
_TOUCHED = "() => { const { size } = window.touched; window.touched.clear(); return size; }"
_PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"

_MOVING = """() => document.getAnimations()
  .filter(({ effect }) => effect.target.closest('.picture, .timeline'))
  .map(({ constructor }) => constructor.name)"""


def wide() -> str:
    """A layer with as many marks as are drawn without regard to what is in sight."""
    rows = [", ".join(f"{(8 * i + j) * 7 % 19 - 9}" for j in range(8)) for i in range(10)]
    W = ", ".join(f"[{row}]" for row in rows[:8])
    return f"x = [{rows[8]}]\nW = [{W}]\nb = [{rows[9]}]\nh = tanh(W @ x + b)\nL = sum((h - 0.5)²)"


def open_wide(lab: Lab) -> None:
    open_graph(lab, expr=wide())
    lab.button("program-atomic").click()
    expect(lab.page.locator('.box[data-ref="W[7,7]"]')).to_be_attached()


def wait_until_loaded(lab: Lab) -> None:
    """Until the parts of the page that load later and the moments that are foreseen are there."""
    lab.page.wait_for_load_state("networkidle")
    lab.page.evaluate(_PAINTED)


def test_a_step_changes_the_marks_of_its_operation_and_no_others(lab: Lab) -> None:
    open_wide(lab)
    assert lab.page.locator(".program .marks > g").count() > 190
    for unit in (None, "forward-pass", "backward-pass"):
        if unit:
            lab.press(unit)
        wait_until_loaded(lab)
        lab.page.evaluate(_WATCH)
        for _ in range(STEPS):
            lab.press("next-step")
            lab.page.evaluate(_PAINTED)
            touched = lab.page.evaluate(_TOUCHED)
            assert 1 <= touched <= MOST_MARKS, (unit, touched)


def test_a_step_has_few_elements_styled_again(lab: Lab) -> None:
    open_wide(lab)
    for unit in (None, "forward-pass", "backward-pass"):
        if unit:
            lab.press(unit)
        lab.press("next-step")
        wait_until_loaded(lab)
        for _ in range(STEPS):
            styled = elements_styled(lab)
            assert 1 <= styled <= MOST_STYLED, (unit, styled)


def test_only_what_appears_in_the_picture_moves(browser: Browser, server: Server) -> None:
    """A fade of what was there already would draw the whole picture again for each of its frames."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    lab = Lab(context.new_page(), server).open("mazur")
    appeared = 0
    for _ in range(STEPS):
        lab.press("next-step")
        moving = lab.page.evaluate(_MOVING)
        appeared += moving.count("CSSAnimation")
        assert "CSSTransition" not in moving
    assert appeared > 0
    context.close()


def elements_styled(lab: Lab) -> int:
    """Elements whose style the browser computes again for one step."""
    tracing = lab.page.context.new_cdp_session(lab.page)
    events: list[dict[str, Any]] = []
    tracing.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    tracing.send(
        "Tracing.start",
        {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": ["devtools.timeline"]}},
    )
    lab.press("next-step")
    lab.page.evaluate(_PAINTED)
    end_of(tracing, lab)
    return sum(
        event["args"].get("elementCount", 0) for event in events if event["name"] == "UpdateLayoutTree"
    )


def end_of(tracing: CDPSession, lab: Lab) -> None:
    done: list[bool] = []
    tracing.on("Tracing.tracingComplete", lambda _: done.append(True))
    tracing.send("Tracing.end")
    deadline = time.monotonic() + PATIENCE
    while not done and time.monotonic() < deadline:
        lab.page.evaluate("() => 0")
    tracing.detach()
