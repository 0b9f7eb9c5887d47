"""What a step of a graph with 300 marks, or of a network, has the browser do: counts, alike everywhere."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tests.e2e.test_graph_session import open_graph

STEPS = 6
MOST_MARKS = 48  # operands and result of a sum of ten with the lines between them, before and after the step
MOST_STYLED = 120  # elements of 3,500: those marks, the formula and the timeline
MOST_CALLS = 31_000  # of functions of the page; one more question to each box is 11,000
FIRST_GRADIENTS = 30  # steps of the backward pass of the digits
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
    rows = [", ".join(f"{(10 * i + j) * 7 % 19 - 9}" for j in range(10)) for i in range(12)]
    W = ", ".join(f"[{row}]" for row in rows[:10])
    return f"x = [{rows[10]}]\nW = [{W}]\nb = [{rows[11]}]\nh = tanh(W @ x + b)\nL = sum((h - 0.5)²)"


def open_wide(lab: Lab) -> None:
    open_graph(lab, expr=wide())
    lab.button("program-atomic").click()
    expect(lab.page.locator('.box[data-ref="W[9,9]"]')).to_be_attached()


def wait_until_loaded(lab: Lab) -> None:
    """Until the parts of the page that load later and the moments that are foreseen are there."""
    lab.page.wait_for_load_state("networkidle")
    lab.page.evaluate(_PAINTED)


def begun_phases(lab: Lab) -> Iterator[str | None]:
    """Each phase of an iteration, one step after its beginning; yields what was pressed to come there."""
    for unit in (None, "forward-pass", "backward-pass"):
        if unit:
            lab.press(unit)
        lab.press("next-step")
        wait_until_loaded(lab)
        yield unit


def test_a_step_changes_the_marks_of_its_operation_and_no_others(lab: Lab) -> None:
    open_wide(lab)
    assert lab.page.locator(".program .marks > g").count() > 280
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
    for unit in begun_phases(lab):
        for _ in range(STEPS):
            styled = elements_styled(lab)
            assert 1 <= styled <= MOST_STYLED, (unit, styled)


_APART = """() => [...document.querySelectorAll('.program :is(.marks, .lines) *')].flatMap((element) => {
  const { transform, opacity, clipPath, animationName } = getComputedStyle(element);
  return transform === 'none' && opacity === '1' && clipPath === 'none' && animationName === 'none'
    ? [] : [element.getAttribute('class')];
})"""


def test_no_part_of_a_graph_is_painted_apart(lab: Lab) -> None:
    """The browser would put each of them together again with all others whenever one changes."""
    open_wide(lab)
    for unit in ("forward-pass", "backward-pass"):
        assert lab.page.evaluate(_APART) == []
        lab.press(unit)
        lab.page.evaluate(_PAINTED)
    lab.page.get_by_label(lab.word("step-by")).select_option("pass")
    lab.press("next-step")
    assert lab.page.locator(".program .box-number.next").count() > 100
    assert lab.page.evaluate(_APART) == []


def test_a_step_asks_no_mark_that_is_not_part_of_it(lab: Lab) -> None:
    open_wide(lab)
    for unit in begun_phases(lab):
        # The least of some steps: V8 reports calls that were made before the first of them with one of them.
        calls = min(functions_called(lab, STEPS))
        assert 1 <= calls <= MOST_CALLS, (unit, calls)


@pytest.mark.parametrize(("preset", "most"), [("mazur", 90_000), ("playground", 160_000)])
def test_a_step_of_a_network_asks_only_what_depends_on_it(lab: Lab, preset: str, most: int) -> None:
    """A mark that depends on the spec alone is not asked. Each of them would be over many ways."""
    lab.open(preset)
    lab.press("forward-pass")
    wait_until_loaded(lab)
    assert min(functions_called(lab, STEPS)) <= most


def test_a_step_of_many_edges_is_laid_out_once(lab: Lab) -> None:
    """Edges on a canvas are drawn again with each new gradient, which asks the page for no size."""
    lab.open("digits")
    lab.button("zoom-all").click()
    lab.press("forward-pass")
    for _ in range(FIRST_GRADIENTS):
        lab.press("next-step")
    wait_until_loaded(lab)
    assert min(layouts(lab, STEPS)) == 1


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


def layouts(lab: Lab, steps: int) -> Iterator[float]:
    """How often the page is laid out, for each of some steps."""
    metrics = lab.page.context.new_cdp_session(lab.page)
    metrics.send("Performance.enable")

    def so_far() -> float:
        named = metrics.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in named if one["name"] == "LayoutCount"))

    for _ in range(steps):
        before = so_far()
        lab.press("next-step")
        lab.page.evaluate(_PAINTED)
        yield so_far() - before
    metrics.detach()


def functions_called(lab: Lab, steps: int) -> Iterator[int]:
    """How often functions of the page are called, for each of some steps."""
    profiler = lab.page.context.new_cdp_session(lab.page)
    profiler.send("Profiler.enable")
    profiler.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
    for _ in range(steps):
        lab.press("next-step")
        lab.page.evaluate(_PAINTED)
        scripts = profiler.send("Profiler.takePreciseCoverage")["result"]
        yield sum(
            function["ranges"][0]["count"]
            for script in scripts
            if "/static/" in script["url"]
            for function in script["functions"]
        )
    profiler.detach()


def end_of(tracing: CDPSession, lab: Lab) -> None:
    done: list[bool] = []
    tracing.on("Tracing.tracingComplete", lambda _: done.append(True))
    tracing.send("Tracing.end")
    deadline = time.monotonic() + PATIENCE
    while not done and time.monotonic() < deadline:
        lab.page.evaluate("() => 0")
    tracing.detach()
