"""In Firefox and in WebKit: frames, the lab, a lesson, the file from a disk; all drawn as in Chromium."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.course import Course, frame
from tests.e2e.recordings import recording
from tests.e2e.server import Server
from tests.e2e.words import word
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


FAR = 50  # iterations
RUN = ".strip-run .primary"
RUN_TEXT = f"document.querySelector('{RUN}')?.textContent.trim()"
ITERATION = "Number(document.querySelector('.iterations input')?.value ?? 0)"
LOSS_CURVE = "!!document.querySelector('[data-view=loss] path[d]')"
PAPER = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)"
PASSAGE = "document.querySelector('.passage')?.dataset.passage"
CONTINUE = ".task .primary"
HAS_CONTINUE = (
    f"document.querySelector('.passage').dataset.done === 'true' && !!document.querySelector('{CONTINUE}')"
)
QUIZ_SHOW = ".quiz-acts .quiet"


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with ENGINES[request.param]() as engine:
        yield engine


def at(engine: Engine, step: int, inside: bool = False) -> bool:
    return bool(engine.evaluate(STEP, inside) == str(step))


def step_back_and_forth(engine: Engine, first: int, inside: bool = False) -> None:
    """A step forward, and back, from where the page has opened."""
    until(lambda: at(engine, first, inside), "the lab")
    engine.click(NEXT, inside)
    until(lambda: at(engine, first + 1, inside), "a step forward")
    engine.click(BACK, inside)
    until(lambda: at(engine, first, inside), "a step back")


def test_a_sandboxed_frame_steps_goes_back_opens_a_number_and_is_drawn_alike(
    engine: Engine, server: Server, course: Course
) -> None:
    sandboxed = frame(server.address, "preset=mazur&lang=en&step=21&unit=term", 'sandbox="allow-scripts"')
    engine.open(course.write(sandboxed.replace('width="700" height="460"', 'width="980" height="700"')))
    step_back_and_forth(engine, 21, inside=True)
    assert engine.evaluate(EARLY, inside=True) == "function", "the policy allows the inline script"
    engine.click(NEXT, inside=True)
    lines = until(lambda: engine.evaluate(LINES, inside=True), "the formula")
    assert len(lines) == 2
    assert lines[0] == lines[1], "the pieces of a formula stand on one line"
    assert engine.evaluate(OFF_MIDDLE, inside=True) < 2, "texts stand in the middle of their pills"
    engine.click('.pill[data-ref="W2[0,0]"] .figure', inside=True)
    until(lambda: engine.evaluate(OPENED, inside=True), "a number")


def test_a_frame_of_another_site_steps(engine: Engine, server: Server, course: Course) -> None:
    engine.open(course.write(frame(server.address, "preset=xor&lang=en")))
    step_back_and_forth(engine, 0, inside=True)


def test_the_lab_trains_in_chinese_and_dark(engine: Engine, server: Server) -> None:
    engine.open(f"{server.address}/?preset=xor&lang=zh-CN&theme=dark&mode=train")
    until(lambda: engine.evaluate(RUN_TEXT) == word("strip-run", "zh-CN"), "the button Run")
    assert max(engine.evaluate(PAPER)) < 64
    engine.click(RUN)
    until(lambda: engine.evaluate(RUN_TEXT) == word("strip-pause", "zh-CN"), "the button Pause")
    until(lambda: engine.evaluate(ITERATION) > FAR, "iterations")
    engine.click(RUN)
    until(lambda: engine.evaluate(RUN_TEXT) == word("strip-run", "zh-CN"), "a pause")
    assert engine.evaluate(LOSS_CURVE)


def test_a_lesson_is_stepped_asks_and_goes_on(engine: Engine, server: Server) -> None:
    engine.open(f"{server.address}/lessons/network?lang=zh-CN")
    until(lambda: engine.evaluate(PASSAGE) == "begin", "the first passage")
    engine.click(NEXT)
    until(lambda: engine.evaluate(HAS_CONTINUE), "Continue after a step")
    engine.click(CONTINUE)
    until(lambda: engine.evaluate(PASSAGE) == "sweet", "the second passage")
    until(lambda: engine.evaluate(f"!!document.querySelector('{QUIZ_SHOW}')"), "a question")
    engine.click(QUIZ_SHOW)
    until(lambda: engine.evaluate(HAS_CONTINUE), "Continue after an answer")
    engine.click(CONTINUE)
    until(lambda: engine.evaluate(PASSAGE) == "output", "the third passage")


def test_a_recording_steps_from_a_disk(engine: Engine, server: Server, tmp_path: Path) -> None:
    file = tmp_path / "mazur.html"
    file.write_bytes(recording(server))
    engine.open(file.as_uri())
    step_back_and_forth(engine, 0)
