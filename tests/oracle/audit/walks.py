"""A random way through a session: steps, phases, steps back, seeks and edits."""

import copy

from tests.oracle.audit.callers import Caller, Refused
from tests.oracle.audit.draws import Draw
from tests.oracle.audit.exports import exported
from tests.oracle.audit.moments import is_complete, refs_of
from tests.oracle.audit.programs import Programs
from tests.oracle.audit.recipes import SETTINGS, Json, optimizer, recipe
from tests.oracle.audit.reports import Report
from tests.oracle.audit.sentences import sentences
from tests.oracle.audit.sessions import Audited

MOVES = 14
UNITS = ["term", "term", "neuron", "neuron", "layer", "pass", "pass", "iteration"]
EXPECTED = ("/problems/diverged", "/problems/nothing-behind", "/problems/out-of-turn")


def walk(base: str, report: Report, programs: Programs, seed: int, number: int) -> None:
    """Make session `number`, go through it, and check all there is."""
    draw = Draw(f"{seed}/{number}")
    made = recipe(number, draw)
    with Caller(base) as caller:
        one = Audited(caller, report, number, made.body)
        report.counts["sessions"] += 1
        try:
            one.check()
            _Walk(one, draw, made.kind, programs).go()
        except Refused as refused:
            one.fail("refused", str(refused))
        caller.delete(one.path)


class _Walk:
    def __init__(self, one: Audited, draw: Draw, kind: str, programs: Programs) -> None:
        self.one, self.draw, self.kind, self.programs = one, draw, kind, programs

    def go(self) -> None:
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
        except Refused as refused:
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

    def _back(self) -> None:
        unit = self.draw.one_of(["term", "neuron", "layer", "pass", "iteration"])
        answer = self.one.caller.post(f"{self.one.path}/back", {"unit": unit})
        self.one.refresh(answer)
        self.one.check()

    def _seek(self) -> None:
        iteration = self.draw.whole(0, self.one.place[0])
        if iteration in self.one.starts:
            self.one.seek(iteration, self.draw.one_of([0, None]))

    def _focus(self, row: int) -> None:
        self.one.refresh(self.one.caller.patch(self.one.path, {"focus": row}))
        self.one.check()

    def _edit(self) -> None:
        one, before = self.one, self.one.session
        kept = (one.starts.copy(), one.figures.copy(), copy.copy(one.seen))
        body = self._edit_body()
        if "focus" in body:
            self._focus(body["focus"])
            return
        complete, iteration = is_complete(before), one.place[0]
        answer = one.caller.patch(one.path, body)
        one.refresh(answer)
        at = iteration + complete
        if one.place[0] != at:
            one.fail("edit", f"an edit at {before['position']} led to {one.session['position']}")
        one.starts[at] = one.starts[at].edited(one.session, body)
        one.starts = {i: start for i, start in one.starts.items() if i <= at}
        one.figures = {i: figures for i, figures in one.figures.items() if i < at}
        one.seen = {key: values for key, values in one.seen.items() if key[0] < at}
        one.check()
        if self.draw.chance(0.4):
            self._take_back(before, kept)

    def _take_back(self, before: Json, kept: tuple[Json, Json, Json]) -> None:
        """`back` directly after an edit takes it back, to the bit."""
        one = self.one
        one.refresh(one.caller.post(f"{one.path}/back", {"unit": "term"}))
        one.starts, one.figures, one.seen = kept
        if refs_of(one.session) != refs_of(before) or one.session["spec"] != before["spec"]:
            one.fail("edit", "taking an edit back does not lead to the numbers and the spec of before")
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
        training: Json = {
            "rate": {"optimizer": {"learning_rate": draw.one_of([0.0, draw.between(0, 0.3)])}},
            "optimizer": {"optimizer": optimizer(draw, [*SETTINGS])},
            "biases": {"train_biases": not self.one.session["spec"]["training"]["train_biases"]},
            "penalty": {"l2": draw.one_of([0.0, draw.between(0, 0.3)])},
            "batch": {"batch_size": draw.one_of([1, 2, "all"])},
        }[kind]
        return {"training": training}

    def _thaw(self) -> None:
        """Biases that were frozen are trained from here on; the optimizer remembers nothing of them."""
        one, draw = self.one, self.draw
        if one.session["spec"]["training"]["train_biases"]:
            return
        one.moved(one.caller.post(f"{one.path}/step", {"unit": "iteration"}))
        iteration = one.place[0] + is_complete(one.session)
        body = {"training": {"train_biases": True}}
        one.refresh(one.caller.patch(one.path, body))
        one.starts[iteration] = one.starts[iteration].edited(one.session, body)
        one.figures.pop(iteration, None)
        one.seen = {key: values for key, values in one.seen.items() if key[0] < iteration}
        one.check()
        for _ in range(3):
            one.moved(one.caller.post(f"{one.path}/step", {"unit": "pass"}))
        one.explain(draw, 6)

    def _finish(self) -> None:
        """The sentences and the files of the moment at the end."""
        if self.one.session["state"] == "diverged":
            return
        sentences(self.one)
        exported(self.one, self.programs)


def _parameter(draw: Draw, values: Json, kind: str) -> str:
    layer = draw.whole(1, len(values["dW"]))
    matrix = values["dW"][layer - 1]
    j, k = draw.whole(0, len(matrix) - 1), draw.whole(0, len(matrix[0]) - 1)
    return f"W{layer}[{j},{k}]" if kind == "weight" else f"b{layer}[{j}]"
