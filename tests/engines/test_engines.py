"""In Firefox and in WebKit: a sandboxed frame steps, goes back, opens a number, and draws as in Chromium."""

from contextlib import AbstractContextManager
from typing import Any

import pytest

from tests.e2e.course import Course, frame
from tests.e2e.server import Server
from tests.engines import firefox, webkit
from tests.engines.engine import Engine, until

ENGINES: dict[str, Any] = {"firefox": firefox.running, "webkit": webkit.running}
NEXT, BACK = ".transport .next", ".transport .previous"
OPENED = "!!document.querySelector('.inspector:not(.empty)')"
STEP = "document.querySelector('.track')?.getAttribute('aria-valuenow')"
EARLY = "typeof window.endEarlySteps"
LINES = """[...document.querySelectorAll('.formula-lines .rhs.second math')]
  .map((piece) => Math.round(piece.getBoundingClientRect().bottom / 12))"""
OFF_MIDDLE = """(() => {
  const box = (element) => element.getBoundingClientRect();
  const middle = (element) => (box(element).top + box(element).bottom) / 2;
  return Math.max(...[...document.querySelectorAll('.pill :is(.figure, .symbol)')].map((text) =>
    Math.abs(middle(text.closest('.pill').querySelector('rect')) - middle(text))));
})()"""


@pytest.mark.parametrize("name", ENGINES)
def test_a_sandboxed_frame_steps_goes_back_opens_a_number_and_is_drawn_alike(
    name: str, server: Server, course: Course
) -> None:
    running: AbstractContextManager[Engine] = ENGINES[name]()
    with running as engine:
        sandboxed = frame(server.address, "preset=mazur&lang=en&step=21&unit=term", 'sandbox="allow-scripts"')
        engine.open(course.write(sandboxed.replace('width="700" height="460"', 'width="980" height="700"')))

        def at(step: int) -> bool:
            return bool(engine.evaluate(STEP, inside=True) == str(step))

        until(lambda: at(21), "the lab in the frame")
        assert engine.evaluate(EARLY, inside=True) == "function", "the policy allows the inline script"
        engine.click(NEXT, inside=True)
        until(lambda: at(22), "a step forward")
        lines = until(lambda: engine.evaluate(LINES, inside=True), "the formula")
        assert len(lines) == 2
        assert lines[0] == lines[1], "the pieces of a formula stand on one line"
        assert engine.evaluate(OFF_MIDDLE, inside=True) < 2, "texts stand in the middle of their pills"
        engine.click(BACK, inside=True)
        until(lambda: at(21), "a step back")
        engine.click('.pill[data-ref="W2[0,0]"] .figure', inside=True)
        until(
            lambda: engine.evaluate(OPENED, inside=True),
            "a number",
        )
