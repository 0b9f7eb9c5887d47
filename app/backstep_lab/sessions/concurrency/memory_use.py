"""How many bytes a session takes while it is kept, by what is counted and not by a measurement of the
process.

Counted is all that grows with what a learner asks for. Data sets that are generated are shared between
sessions and counted nowhere; they are bounded by their number.
"""

from backstep_lab.models.protocol import Iteration
from backstep_lab.sessions.history import History
from backstep_lab.sessions.quota import packed_edit
from backstep_lab.sessions.session import Session

SESSION_BYTES = 50_000  # objects of fixed size, and a full memo of operations in JSON
CHECKPOINT_BYTES = 500  # of its objects, in addition to its numbers
EDIT_FACTOR = 4  # an edit's objects, over its packed bytes


def bytes_of(session: Session) -> int:
    """What keeping the session takes, roughly."""
    before: Iteration | None = session.current.memo.get("before")
    iterations = session.current.nbytes + (before.nbytes if before else 0)
    return SESSION_BYTES + iterations + _history_bytes(session.history)


def _history_bytes(history: History) -> int:
    model, curves = history.model, history.curves
    checkpoints = sum(8 * model.state_size(c.state) + CHECKPOINT_BYTES for c in history.checkpoints)
    points = sum(level.nbytes for curve in curves.all for level in curve.levels)
    edits = EDIT_FACTOR * sum(len(packed_edit(edit)) for edit in history.edits)
    return checkpoints + points + edits + model.spec_bytes(history.spec)
