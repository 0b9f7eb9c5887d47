"""A learner who does every passage of a lesson by hand, and predicts with the engine's own answers."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, FrameLocator, Keyboard, Locator, Page, expect

from backstep_lab.lessons.lesson import Lesson, Passage
from backstep_lab.lessons.tasks import (
    EditTask,
    LookTask,
    OpenTask,
    PredictTask,
    ReadTask,
    StepTask,
    TrainTask,
    UseTask,
    WriteTask,
)
from backstep_lab.wire.lesson import UseName
from tests.e2e.server import Server
from tests.e2e.words import word

TRAINING = 60_000  # milliseconds: a passage may ask for thousands of iterations, on a machine that is busy
PRESSES = 80  # of the Tab key, more than a page has stops


class Learner:
    """Somebody in front of a lesson, on a page of its own or in a frame."""

    def __init__(self, page: Page | FrameLocator, lesson: Lesson, lang: str) -> None:
        self.page, self.lesson, self.lang = page, lesson, lang
        self.passage = page.locator(".passage")

    def word(self, key: str, **args: Any) -> str:
        return word(key, self.lang, **args)

    def button(self, key: str, inside: Locator | None = None) -> Locator:
        return (inside or self.page).get_by_role("button", name=self.word(key), exact=True)

    def whole(self, do: Callable[[Passage], None] | None = None) -> None:
        """The lesson from its first passage to its last, each done by hand or by `do`."""
        for passage in self.lesson.passages:
            expect(self.passage).to_have_attribute("data-passage", passage.name)
            (do or self.do)(passage)
            expect(self.passage).to_have_attribute("data-done", "true", timeout=TRAINING)
            if passage is not self.lesson.passages[-1]:
                expect(self.page.locator(".button.primary:visible")).to_have_count(1)
                self.button("lesson-continue", self.passage).click()
        expect(self.page.get_by_text(self.word("lesson-end"))).to_be_visible()

    def do(self, passage: Passage) -> None:
        """What the passage asks for."""
        match passage.do:
            case StepTask():
                self._step(passage)
            case EditTask():
                self._edit(passage.do)
            case PredictTask():
                self._predict(passage.do)
            case TrainTask():
                self.button("lesson-train", self.passage).click()
            case OpenTask():
                self._open(passage.do.open)
            case LookTask():
                self.button(f"view-{passage.do.view}", self.page.locator(".dock")).click()
            case UseTask():
                self._use(passage.do.use)
            case WriteTask():
                self._write(passage.do.write)

    def _use(self, what: UseName) -> None:
        """Do in the view what it is to report."""
        match what:
            case "line-moved":
                self._slider("line-shift").press("ArrowRight")
            case "separated":
                self._shift_until_done()
            case "slid":
                self._slider("slide-z").press("End")
            case _:
                buttons = {"plain": "combine-plain", "weighted": "combine-weighted", "race": "race-start"}
                self.button(buttons.get(what, "snapshot-compute"), self.page.locator(".view")).click()

    def _write(self, program: str) -> None:
        """Another formula first, to see what is wanted; then the same one in other words."""
        *values, formula = program.split("\n")
        name, result = formula.split(" = ")
        tried = ""
        for text in (f"{name} = 0*({result})", f"whole = {result}\n{name} = whole*1"):
            self.button("lesson-write", self.passage).click()
            sheet = self.page.locator("#sheet")
            editor = sheet.get_by_role("textbox", name=self.word("program-editor-text"))
            expect(editor).to_have_value(tried)
            editor.fill(tried := "\n".join([*values, text]))
            sheet.locator('button[type="submit"]').click()
            expect(sheet).to_have_count(0)
            if text.startswith(name):
                missed = self.passage.locator(".verdict.missed")
                expect(missed).to_contain_text("0", timeout=TRAINING)

    def _slider(self, key: str) -> Locator:
        return self.page.locator(".view").get_by_role("slider", name=self.word(key))

    def _shift_until_done(self) -> None:
        """The line one way, and then the other way, each place looked at."""
        bias = self.page.locator('.line-view dd[data-ref="b1[0]"] data')
        for key in ("ArrowRight",) * 20 + ("ArrowLeft",) * 60:
            if self.passage.get_attribute("data-done") == "true":
                return
            before = bias.get_attribute("value") or ""
            self._slider("line-shift").press(key)
            expect(bias).not_to_have_attribute("value", before)

    def _step(self, passage: Passage) -> None:
        """By as many presses as it takes; what is at hand stands in the passage when it is there."""
        for _ in range(passage.step or 0):
            if self.passage.get_attribute("data-done") == "true":
                return
            place = self.passage.get_attribute("data-place") or ""
            self.button("next-step").click()
            expect(self.passage).not_to_have_attribute("data-place", place)

    def _open(self, ref: str) -> None:
        self.passage.locator(f'.mark-link[data-mark="{ref}"]').first.click()

    def _edit(self, do: EditTask) -> None:
        self._open(do.edit)
        field = self.page.locator(".inspector").get_by_role("textbox")
        if do.to is not None:  # first to something else, to see what is wanted
            field.fill(f"{do.to + 1:g}")
            field.press("Enter")
            expect(self.passage.locator(".verdict.missed")).to_contain_text(f"{do.to:g}".replace("-", "−"))
        field.fill(f"{do.show:g}")
        field.press("Enter")

    def _predict(self, do: PredictTask) -> None:
        ask = self.page.locator(".quiz")
        if do.ask == "number":
            ask.get_by_role("textbox").fill(re.sub(r"^-", "−", f"{do.answer}"))
        else:
            ask.locator(f'input[value="{do.answer}"]').check()
        check = ask.get_by_role("button", name=self.word("quiz-check"), exact=True)
        check.click()
        expect(check).to_have_count(0)

    def shown(self, passage: Passage) -> None:
        """What the passage asks for, by asking to be shown."""
        match passage.do:
            case PredictTask():
                self.button("quiz-show", self.page.locator(".quiz")).click()
            case TrainTask() | ReadTask():
                self.do(passage)
            case _:
                self.button("lesson-show", self.passage).click()

    def reach(self, key: str, keys: Keyboard) -> None:
        """Walk to a button by the Tab key."""
        button = self.button(key, self.passage)
        expect(button).to_be_visible()
        self._tab_to(button, keys)

    def by_keyboard(self, passage: Passage, keys: Keyboard) -> None:
        """What the passage asks for, without a mouse."""
        match passage.do:
            case StepTask():
                while self.passage.get_attribute("data-done") != "true":
                    place = self.passage.get_attribute("data-place") or ""
                    keys.press("ArrowRight")
                    expect(self.passage).not_to_have_attribute("data-place", place)
            case EditTask():
                self._tab_to(self.passage.locator(f'.mark-link[data-mark="{passage.do.edit}"]').first, keys)
                keys.press("Enter")
                field = self.page.locator(".inspector").get_by_role("textbox")
                self._tab_to(field, keys)
                keys.press("ControlOrMeta+a")
                keys.type(f"{passage.do.show:g}")
                keys.press("Enter")
            case PredictTask():
                field = self.page.locator(".quiz input").first
                self._tab_to(field, keys)
                keys.type(f"{passage.do.answer}")
                keys.press("Enter")

    def _tab_to(self, element: Locator, keys: Keyboard) -> None:
        for _ in range(PRESSES):
            if element.evaluate("(it) => it === document.activeElement"):
                return
            keys.press("Tab")
        raise AssertionError("the Tab key does not lead there")


def opened(
    context: BrowserContext, server: Server, path: str, lesson: Lesson, lang: str = "en"
) -> tuple[Learner, list[str]]:
    """A learner at an address that teaches a lesson, and what the console complains of."""
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{server.address}{path}")
    return Learner(page, lesson, lang), complaints
