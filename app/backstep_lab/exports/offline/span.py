"""Which iterations a recording holds: each of them computed, as a session at its start."""

from dataclasses import dataclass, replace
from typing import get_args

from backstep_lab.config import limits
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.link import Bookmark, open_bookmark
from backstep_lab.sessions.session import Head, Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.fields import LockName

LOCKS: list[LockName] = sorted(get_args(LockName))


@dataclass(frozen=True, eq=False, slots=True)
class Span:
    """Iterations in a row; training may diverge in the last of them. Moments are counted through all."""

    iterations: tuple[Session, ...]
    starts: tuple[int, ...]
    begins: int  # the moment that the recording opens at

    @property
    def moments(self) -> list[Session]:
        """Every moment, in order."""
        return [each.at_step(step) for each in self.iterations for step in range(each.current.limit + 1)]

    @property
    def first(self) -> int:
        """The number of the first iteration."""
        return self.iterations[0].iteration

    @property
    def last(self) -> Session:
        """The last iteration."""
        return self.iterations[-1]

    def index(self, iteration: int, step: int | None) -> int | None:
        """The moment at that place, with no step at the iteration's end; None where it is not recorded."""
        if not self.first <= iteration <= self.last.iteration:
            return None
        at = iteration - self.first
        limit = self.iterations[at].current.limit
        return self.starts[at] + (limit if step is None else min(step, limit))


def span_of(session: Session, first: int | None, count: int, proceed: ShouldContinue) -> Span:
    """`count` iterations from `first` on, or from the current one. Raises Invalid, Diverged."""
    _bounded(count)
    start = session.iteration if first is None else first
    here = _locked(session).at_iteration(start, proceed)
    iterations, starts, moments = [], [], 0
    for iteration in range(start, start + count):
        here = here.at_iteration(iteration, proceed)
        iterations.append(here)
        starts.append(moments)
        moments += here.current.limit + 1
        _bounded_moments(moments)
        if here.current.overflow is not None:
            break
    span = Span(tuple(iterations), tuple(starts), 0)
    return replace(span, begins=span.index(session.iteration, session.step) or 0)


def _locked(session: Session) -> Session:
    """The same session with nothing in it to be changed."""
    head = Head(focus=session.head.focus)
    spec = session.history.spec.model_copy(update={"lock": LOCKS, "reveal_upcoming": True})
    return replace(
        open_bookmark("", Bookmark(replace(session.history, spec=spec, built=None), head)), head=head
    )


def _bounded(count: int) -> None:
    if not 1 <= count <= limits.MAX_RECORDED_ITERATIONS:
        raise Invalid(
            "iterations",
            f"iterations is {count}; it must be from 1 to {limits.MAX_RECORDED_ITERATIONS}.",
            "problem-out-of-range",
            value=count,
            min=1,
            max=limits.MAX_RECORDED_ITERATIONS,
        )


def _bounded_moments(moments: int) -> None:
    if moments > limits.MAX_RECORDED_MOMENTS:
        raise too_large(f"more than {limits.MAX_RECORDED_MOMENTS} moments")


def too_large(what: str) -> Invalid:
    """A recording that would be too much for one file."""
    detail = (
        f"This recording would have {what}: too much for one file. "
        "Take fewer iterations, or a smaller network."
    )
    return Invalid("iterations", detail, "problem-recording-too-large")
