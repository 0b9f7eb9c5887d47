"""One session of an audit: a random way through the API, with all checks at each of its moments."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from tests.oracle.audit.callers import Caller, RefusedError
from tests.oracle.audit.draws import Draw
from tests.oracle.audit.figures import Figures, Known
from tests.oracle.audit.following import Following
from tests.oracle.audit.formulas import RELATIVE, SMALLEST, faults
from tests.oracle.audit.moments import Values, is_complete, numbers_in, refs_of
from tests.oracle.audit.recipes import Json
from tests.oracle.audit.reports import Failure, Report
from tests.oracle.audit.standings import Standing

PAGE = 100  # rows of examples in one answer


class Audited:
    """A session as the audit follows it: where it began each iteration, and what was seen at each moment."""

    def __init__(self, caller: Caller, report: Report, number: int, body: Json) -> None:
        self.caller, self.report, self.number = caller, report, number
        self.session = caller.post("/sessions", body)
        self.path = f"/sessions/{self.session['id']}"
        self.starts = {0: Standing.first(self.session)}
        self.figures: dict[int, Figures] = {}
        self.seen: dict[tuple[int, int, int], Values] = {}
        self.following: Following | None = None
        self.came_from = (0, 0)  # where the session stood before the last call

    @property
    def place(self) -> tuple[int, int]:
        """Iteration and step."""
        return self.session["position"]["iteration"], self.session["position"]["step"]

    @property
    def focus(self) -> int:
        """The row of the batch whose numbers are shown."""
        return int(self.session["position"]["focus"])

    @property
    def at(self) -> Figures:
        """The numbers of the current iteration, computed apart."""
        iteration = self.place[0]
        if iteration not in self.figures:
            X, Y = self._batch()
            self.figures[iteration] = Figures(self.starts[iteration], X, Y)
        return self.figures[iteration]

    def fail(self, kind: str, text: str) -> None:
        """Keep a failure with the calls up to here."""
        iteration, step = self.place
        where = f"session {self.number} at iteration {iteration}, step {step}: "
        self.report.failed(Failure(kind, self.number, (where + text)[:700], tuple(self.caller.calls)))

    def _batch(self) -> tuple[Any, Any]:
        rows: list[Json] = []
        while True:
            answer = self.caller.get(f"{self.path}/examples", set="batch", offset=len(rows), limit=PAGE)
            rows += answer["rows"]
            if len(rows) >= len(answer["batch"]):
                break
        self._check_order(answer["batch"], answer["train"])
        return np.array([row["x"] for row in rows]), np.array([row["y"] for row in rows])

    def _check_order(self, batch: list[int], examples: int) -> None:
        """Without shuffling the rows of a batch follow each other; with it none is there twice."""
        shuffled = self.session["spec"]["training"]["shuffle"]
        consecutive = batch == list(range(batch[0], batch[0] + len(batch)))
        if len(set(batch)) != len(batch) or max(batch) >= examples or not (shuffled or consecutive):
            self.fail("batch order", f"the rows {batch} of {examples}, shuffled: {shuffled}")

    # what a moment must be

    def check(self, operations: Iterable[Json] = ()) -> None:
        """Check every number of the moment, and the operations that were done on the way to it."""
        done = list(operations)
        last = self.session["operation"]
        if last is not None:
            done.append(last)
        self._prepare_update()
        values = refs_of(self.session)
        self._same_as_before(values)
        self.check_numbers(values.items())
        self.check_numbers(numbers_in(done))
        for operation in done:
            self._operation(operation)
        self._one_value(values, done)

    def _prepare_update(self) -> None:
        values = self.session["values"]
        gradients = [
            g for part in ("dW", "db") for layer in values[part] for g in np.ravel(np.array(layer, object))
        ]
        self.following = None
        if None not in gradients:
            iteration = self.place[0]
            self.following = Following(self.starts[iteration], self.at.eta, values)
            if is_complete(self.session):
                self._begin_next(iteration + 1)

    def _begin_next(self, iteration: int) -> None:
        """The next iteration starts with the very parameters that this one ends with."""
        assert self.following is not None, "a complete iteration has all gradients"
        W, b = ([np.array(one) for one in self.session["parameters"][part]] for part in ("W", "b"))
        after = self.following.standing
        self.starts.setdefault(iteration, Standing(W, b, after.memory, after.clock, after.spec))

    def known(self, ref: str) -> Known | None:
        """The number of this name, computed apart."""
        after = self.following.of(ref) if self.following and "_next" in ref else None
        return after or self.at.of(ref, self.focus)

    def check_numbers(self, numbers: Iterable[tuple[str, float | None]]) -> None:
        for ref, value in numbers:
            if value is None or ("_next" in ref and self.following is None):
                continue
            known = self.known(ref)
            self.report.counts["numbers"] += 1
            if known is None:
                self.fail("unknown ref", f"{ref} = {value!r} is no number of this network")
                continue
            if not self.at.bounds.decided:
                continue
            if not abs(value - known.value) <= RELATIVE * abs(known.value) + 2 * known.bound + SMALLEST:
                self.fail("number", f"{ref} is {value!r}, computed apart {known.value!r}")

    def _operation(self, operation: Json) -> None:
        self.report.counts["formulas"] += 1
        for kind, text in faults(operation, self.at.N, self.focus, self.at.parts):
            self.fail(kind, f"{operation['ref']} ({operation['kind']}): {text}")

    def _same_as_before(self, values: Values) -> None:
        key = (*self.place, self.focus)
        before = self.seen.setdefault(key, values)
        if before != values:
            other = {
                ref: (before.get(ref), value) for ref, value in values.items() if before.get(ref) != value
            }
            self.fail("history", f"the same moment has other numbers than when it was seen first: {other}")

    def _one_value(self, values: Values, done: list[Json]) -> None:
        """At one moment a ref names one number, wherever it stands."""
        found = {ref: value for ref, value in values.items() if value is not None}
        for ref, value in numbers_in(done):
            if value is not None and found.setdefault(ref, value) != value:
                self.fail(
                    "one ref, two values",
                    f"{ref} is {found[ref]!r} in the session, {value!r} in an operation",
                )

    def explain(self, draw: Draw, count: int) -> None:
        """Ask for some numbers of the moment by name, and for some that the last operation speaks of."""
        values = {ref: value for ref, value in refs_of(self.session).items() if value is not None}
        last = [self.session["operation"]] if self.session["operation"] else []
        spoken = {ref: value for ref, value in numbers_in(last) if value is not None}
        asked = draw.some_of(sorted(values), count) + draw.some_of(sorted(spoken), count)
        for ref in asked:
            answer = self.caller.get(f"{self.path}/explain", ref=ref)
            for where, value in (("the session", values.get(ref)), ("an operation", spoken.get(ref))):
                if value is not None and answer["value"] != value:
                    self.fail(
                        "one ref, two values",
                        f"{ref} is {value!r} in {where}, explain says {answer['value']!r}",
                    )
            operation = answer["operation"]
            own = operation and (
                operation["ref"] == ref or "@" in ref
            )  # a mean has none: it is made within the loss
            if own and answer["reached"] and operation["value"] != answer["value"]:
                self.fail(
                    "explain", f"{ref} is {answer['value']!r}, its operation makes {operation['value']!r}"
                )
            if operation and answer["reached"]:
                self._operation(operation)

    # moving

    def refresh(self, answer: Json) -> None:
        """Read the session, perhaps from another worker; it must stand where the last call led."""
        revision, self.came_from = self.session["revision"], self.place
        self.session = self.caller.get(self.path)
        if answer["revision"] != revision + 1 or self.session["revision"] != answer["revision"]:
            found = (revision, answer["revision"], self.session["revision"])
            self.fail("line of history", f"revisions before the call, in its answer, and read: {found}")
        if self.session["position"] != answer["position"]:
            self.fail(
                "line of history", f"the call led to {answer['position']}, read: {self.session['position']}"
            )

    def seek(self, iteration: int, step: int | None) -> None:
        """Go to a moment and check it."""
        self.refresh(self.caller.post(f"{self.path}/seek", {"iteration": iteration, "step": step}))
        self.check()

    def moved(self, answer: Json) -> None:
        """Follow a step: visit each iteration that it ended, then check where it led."""
        iteration = self.place[0]
        self.refresh(answer)
        landed, values = self.place, refs_of(self.session)
        if landed[0] in self.starts:
            self.check(answer["operations"])
            return
        for passed in range(iteration, landed[0]):
            self.seek(passed, None)
        self.seek(*landed)
        if refs_of(self.session) != values:
            self.fail("history", "a seek to where a step has led shows other numbers")
        self.check(answer["operations"])

    def stale(self) -> None:
        """A call for an older revision is refused and changes nothing."""
        if self.session["revision"] == 0:
            return
        try:
            self.caller.post(f"{self.path}/step", {"unit": "term", "revision": self.session["revision"] - 1})
            self.fail("line of history", "a call for an older revision was not refused")
        except RefusedError as refused:
            if refused.status != 409 or refused.problem.get("revision") != self.session["revision"]:
                self.fail("line of history", f"a call for an older revision: {refused}")
