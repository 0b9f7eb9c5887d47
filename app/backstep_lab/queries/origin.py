"""Which operation made a number: one of this iteration, or for a weight the update before it.

A weight keeps its name and its number to the end of the iteration; the updated one is its `_next`.
"""

from dataclasses import dataclass

from backstep_lab.models.protocol import Iteration
from backstep_lab.sessions.concurrency.work import distance
from backstep_lab.sessions.replay import replayed
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import RefError


@dataclass(frozen=True, eq=False)
class Origin:
    """The operation at `ordinal` of `moment` has made the number, or will; None: it is given.

    `row` is the example of the batch whose number it is, None where the focus example is meant or none.
    """

    current: Iteration
    ordinal: int | None
    reached: bool
    row: int | None = None


def origin_of(session: Session, ref: str) -> Origin:
    """Where a number of the session comes from. Raises Invalid where there is no such number."""
    current = session.current
    try:
        source = current.source_of(ref)
    except RefError as error:
        raise Invalid("ref", str(error), "problem-ref", ref=ref) from None
    if source.ordinal is not None:
        return Origin(current, source.ordinal, source.ordinal < session.step, source.row)
    if source.previous is None or session.iteration == 0 or _is_edited(session, ref):
        return Origin(current, None, True)
    before = _before(session)
    if not _computes(before, source.previous, current.value_of(ref, session.focus)):
        return Origin(current, None, True)
    return Origin(before, before.source_of(source.previous).ordinal, True)


def _computes(before: Iteration, ref: str, value: float | None) -> bool:
    """Whether an iteration has computed a value under a ref; not where an edit since has resized layers."""
    try:
        return before.value_of(ref, 0) == value
    except RefError:
        return False


def _is_edited(session: Session, ref: str) -> bool:
    """Whether an edit of this iteration gave the number."""
    changes = [edit.change for edit in session.history.edits_at(session.iteration)]
    return any(ref in change.parameters or change.changes_model for change in changes)


def _before(session: Session) -> Iteration:
    """The iteration before this one, replayed once and kept."""
    known: Iteration | None = session.current.memo.get("before")
    if known is None:
        iteration = session.iteration - 1
        known = replayed(session.history, iteration)
        session.current.memo["before"] = known
    return known


def is_quick_origin(session: Session) -> bool:
    """Whether a number's origin is found in a few milliseconds."""
    return session.iteration == 0 or session.is_inline(1 + distance(session.history, session.iteration - 1))
