"""A random way through a session: steps, phases, steps back, seeks and edits."""

from dataclasses import dataclass

from tests.oracle.audit.callers import Caller, RefusedError
from tests.oracle.audit.draws import Draw
from tests.oracle.audit.exports import exported
from tests.oracle.audit.figures import Figures
from tests.oracle.audit.moments import Values, is_complete, refs_of
from tests.oracle.audit.programs import Programs
from tests.oracle.audit.recipes import SETTINGS, Json, optimizer, recipe
from tests.oracle.audit.reports import Report
from tests.oracle.audit.sentences import sentences
from tests.oracle.audit.sessions import Audited
from tests.oracle.audit.standings import Standing

MOVES = 14
UNITS = ["term", "term", "neuron", "neuron", "layer", "pass", "pass", "iteration"]
EXPECTED = ("/problems/diverged", "/problems/nothing-behind", "/problems/out-of-turn")


@dataclass(frozen=True)
class Edit:
    """An edit that can be taken back: where it led and came from, and what the audit knew before it.

    `earlier` are the edits of before: those of iterations that were still to come where it was made, after a
    seek back, are dropped.
    """

    landing: tuple[int, int]
    origin: tuple[int, int]
    session: Json
    starts: dict[int, Standing]
    figures: dict[int, Figures]
    seen: dict[tuple[int, int, int], Values]
    earlier: list["Edit"]


def explore(base: str, report: Report, programs: Programs, seed: int, number: int) -> None:
    """Make session `number`, go through it, and check all there is."""
    draw = Draw(f"{seed}/{number}")
    made = recipe(number, draw)
    with Caller(base) as caller:
        one = Audited(caller, report, number, made.body)
        report.counts["sessions"] += 1
        try:
            one.check()
            _Exploration(one, draw, made.kind, programs).go()
        except RefusedError as refused:
            one.fail("refused", str(refused))
        caller.delete(one.path)


class _Exploration:
    def __init__(self, one: Audited, draw: Draw, kind: str, programs: Programs) -> None:
        self.one, self.draw, self.kind, self.programs = one, draw, kind, programs
        self.edits: list[Edit] = []

    def go(self) -> None:
        if self.kind == "decimal":
            sentences(self.one)  # before an update makes other numbers of those that were typed
        if self.kind == "wide":
            self._focus(self.one.at.N - 1)
        for _ in range(MOVES):
            if self._move():
                self.one.explain(self.draw, 3)
        if self.kind == "frozen":
            self._thaw()
        self._finish()

    def _move(self) -> bool:
        """One move; whether it was possible."""
        before = len(self.one.caller.calls)
        try:
            if self.draw.chance(0.15):
                self._edit()
            elif self.draw.chance(0.1):
                self._back()
            elif self.draw.chance(0.08):
                self._seek()
            else:
                self._step()
        except RefusedError as refused:
            if refused.problem.get("type") not in EXPECTED:
                raise
            del self.one.caller.calls[before:]
            return False
        return True

    def _step(self) -> None:
        phase = self.one.session["position"]["phase"]
        by_phase = self.draw.chance(0.3) and phase != "loss"
        unit = self.draw.one_of(["pass", "layer"] if self.kind == "wide" else UNITS)
        call = phase if by_phase else "step"
        body: Json = {"unit": "pass" if by_phase and unit == "iteration" else unit}
        if not by_phase and unit != "iteration":
            body["count"] = self.draw.whole(1, 3)
        if self.draw.chance(0.2):
            self.one.stale()
        if self.draw.chance(0.5):
            body["revision"] = self.one.session["revision"]
        self.one.moved(self.one.caller.post(f"{self.one.path}/{call}", body))

    def _back(self, unit: str = "") -> None:
        """A step back; from where the newest edit led, it takes that edit back, to the bit."""
        one = self.one
        unit = unit or self.draw.one_of(["term", "neuron", "layer", "pass", "iteration"])
        one.refresh(one.caller.post(f"{one.path}/back", {"unit": unit}))
        if self.edits and self.edits[-1].landing == one.came_from:
            edit = self.edits.pop()
            self.edits = edit.earlier
            one.starts, one.figures, one.seen = edit.starts, edit.figures, edit.seen
            same = (
                refs_of(one.session) == refs_of(edit.session) and one.session["spec"] == edit.session["spec"]
            )
            if one.place != edit.origin or not (same or one.focus != edit.session["position"]["focus"]):
                one.fail("edit", "taking an edit back does not lead to the place, numbers and spec of before")
        one.check()

    def _seek(self) -> None:
        iteration = self.draw.whole(0, self.one.place[0])
        if iteration in self.one.starts:
            self.one.seek(iteration, self.draw.one_of([0, None]))

    def _focus(self, row: int) -> None:
        self.one.refresh(self.one.caller.patch(self.one.path, {"focus": row}))
        self.one.check()

    def _edit(self) -> None:
        body = self._edit_body()
        if "focus" in body:
            self._focus(body["focus"])
            return
        self._apply(body)
        if self.draw.chance(0.4):
            self._back("term")

    def _apply(self, body: Json) -> None:
        """Make an edit; one of a complete iteration belongs to the next one."""
        one, before = self.one, self.one.session
        kept = (one.starts.copy(), one.figures.copy(), one.seen.copy())
        at = one.place[0] + is_complete(before)
        one.refresh(one.caller.patch(one.path, body))
        if one.place[0] != at:
            one.fail("edit", f"an edit at {before['position']} led to {one.session['position']}")
        still = [edit for edit in self.edits if edit.landing[0] <= one.came_from[0]]
        dropped = self.edits[len(still) :]
        self.edits = [*still, Edit(one.place, one.came_from, before, *kept, self.edits)]
        start = next((edit.starts[at] for edit in dropped if edit.landing[0] == at), one.starts[at])
        one.starts[at] = start.edited(one.session, body)
        one.starts = {i: start for i, start in one.starts.items() if i <= at}
        one.figures = {i: figures for i, figures in one.figures.items() if i < at}
        one.seen = {key: values for key, values in one.seen.items() if key[0] < at}
        one.check()

    def _edit_body(self) -> Json:
        draw, values = self.draw, self.one.session["values"]
        own = self.one.session["spec"]["data"]["name"] == "custom"
        kinds = ["weight", "bias", "rate", "optimizer", "biases", "focus", "penalty", "batch", "input"]
        kind = draw.one_of(kinds if own else kinds[:-1])
        if kind in ("weight", "bias"):
            return {"parameters": {_parameter(draw, values, kind): draw.between(-1, 1)}}
        if kind == "focus":
            return {"focus": draw.whole(0, self.one.at.N - 1)}
        if kind == "input":
            return {"data": {"x[0]": round(draw.between(-1, 1), draw.one_of([1, 9]))}}
        training: dict[str, Json] = {
            "rate": {"optimizer": {"learning_rate": draw.one_of([0.0, draw.between(0, 0.3)])}},
            "optimizer": {"optimizer": optimizer(draw, [*SETTINGS])},
            "biases": {"train_biases": not self.one.session["spec"]["training"]["train_biases"]},
            "penalty": {"l2": draw.one_of([0.0, draw.between(0, 0.3)])},
            "batch": {"batch_size": draw.one_of([1, 2, "all"])},
        }
        return {"training": training[kind]}

    def _thaw(self) -> None:
        """Biases that were frozen are trained from here on; the optimizer remembers nothing of them."""
        one, draw = self.one, self.draw
        if one.session["spec"]["training"]["train_biases"]:
            return
        one.moved(one.caller.post(f"{one.path}/step", {"unit": "iteration"}))
        self._apply({"training": {"train_biases": True}})
        for _ in range(3):
            one.moved(one.caller.post(f"{one.path}/step", {"unit": "pass"}))
        one.explain(draw, 6)

    def _finish(self) -> None:
        """The sentences and the files of the moment at the end."""
        if self.one.session["state"] == "diverged":
            return
        sentences(self.one)
        exported(self.one, self.programs, [edit.landing[0] for edit in self.edits])


def _parameter(draw: Draw, values: Json, kind: str) -> str:
    layer = draw.whole(1, len(values["dW"]))
    matrix = values["dW"][layer - 1]
    j, k = draw.whole(0, len(matrix) - 1), draw.whole(0, len(matrix[0]) - 1)
    return f"W{layer}[{j},{k}]" if kind == "weight" else f"b{layer}[{j}]"
