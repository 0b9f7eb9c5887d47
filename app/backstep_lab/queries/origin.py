"""Which operation made a number: one of this iteration, or for a weight the update before it.

A weight keeps its name and its number to the end of the iteration; the updated one is its `_next`.
"""

from dataclasses import dataclass

from backstep_lab.sessions.concurrency.work import distance
from backstep_lab.sessions.iteration import Iteration
from backstep_lab.sessions.replay import replayed
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import MEMORY, Ref, RefError, parse


@dataclass(frozen=True, eq=False)
class Origin:
    """The operation at `ordinal` of `moment` has made the number, or will; None: it is given.

    `row` is the example of the batch whose number it is, None where the focus example is meant or none.
    """

    current: Iteration
    ordinal: int | None
    reached: bool
    row: int | None = None


def origin_of(session: Session, text: str) -> Origin:
    """Where a number of the session comes from. Raises Invalid where there is no such number."""
    current = session.current
    try:
        ref = parse(text, current.setup.shape, current.trace.N)
        ordinal = current.program.producing(ref)
    except RefError as error:
        raise Invalid("ref", str(error), "problem-ref", ref=text) from None
    if ordinal is not None:
        return Origin(current, ordinal, ordinal < session.step, ref.row)
    if ref.kind in ("W", "b", "mW", "mb", "vW", "vb"):
        return _parameter(session, ref)
    return Origin(current, None, True)


def _parameter(session: Session, ref: Ref) -> Origin:
    updated = ref._replace(kind=f"{ref.kind}_next")
    is_forgotten = ref.kind in ("mb", "vb") and not session.current.program.train_biases
    if is_forgotten or session.iteration == 0 or _is_edited(session, ref):
        return Origin(session.current, None, True)
    before = _before(session)
    return Origin(before, before.program.producing(updated), True)


def _is_edited(session: Session, ref: Ref) -> bool:
    """Whether an edit of this iteration gave the number, or let the optimizer begin with an empty memory."""
    changes = [edit.change for edit in session.history.edits_at(session.iteration)]
    if ref.kind in MEMORY and session.current.trace.memory.optimizer_step == 0:
        return True
    return any(str(ref) in change.parameters or change.network for change in changes)


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
