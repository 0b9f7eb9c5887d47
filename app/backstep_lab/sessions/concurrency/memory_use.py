"""How many bytes a session takes while it is kept, by what is counted and not by a measurement of the
process.

Counted is all that grows with what a learner asks for. Data sets that are generated are shared between
sessions and counted nowhere; they are bounded by their number.
"""

from backstep_lab.sessions.history import History
from backstep_lab.sessions.iteration import Iteration
from backstep_lab.sessions.quota import packed_edit
from backstep_lab.sessions.session import Session
from backstep_lab.spec.model import Spec

SESSION_BYTES = 50_000  # objects of fixed size, and a full memo of operations in JSON
NUMBER_BYTES = 32  # a Python float and its place in a list
EDIT_FACTOR = 4  # an edit's objects, over its packed bytes


def bytes_of(session: Session) -> int:
    """What keeping the session takes, roughly."""
    return SESSION_BYTES + _iteration_bytes(session.current) + _history_bytes(session.history)


def _iteration_bytes(current: Iteration) -> int:
    trace, setup = current.trace, current.setup
    before = current.memo.get("before")
    batch = 8 * trace.N * (trace.shape.inputs + 1 + trace.shape.outputs)
    own = _own_numbers(setup.spec) * (2 * 8 + NUMBER_BYTES)
    return (
        trace.buffer.nbytes
        + batch
        + own
        + (_iteration_bytes(before) if isinstance(before, Iteration) else 0)
        + 8 * (len(setup.state.network.theta) + len(setup.state.optimizer_state))
    )


def _history_bytes(history: History) -> int:
    checkpoints = sum(
        8 * (len(c.state.network.theta) + len(c.state.optimizer_state)) + 500 for c in history.checkpoints
    )
    curves = history.curves
    points = sum(
        level.nbytes for curve in (curves.iteration, curves.train, curves.test) for level in curve.levels
    )
    edits = EDIT_FACTOR * sum(len(packed_edit(edit)) for edit in history.edits)
    parameters = history.spec.network.parameters
    own = _own_numbers(history.spec) * (2 * 8 + NUMBER_BYTES)
    return checkpoints + points + edits + own + (NUMBER_BYTES * _count(parameters.W) if parameters else 0)


def _own_numbers(spec: Spec) -> int:
    return sum(map(len, spec.data.X or ())) + sum(map(len, spec.data.Y or ()))


def _count(layers: list[list[list[float]]]) -> int:
    return sum(len(row) for layer in layers for row in layer)
