"""A session's moment, told once: operations as JSON, kept so that a step tells only what is new."""

from typing import Any

from pydantic_core import to_json

from backstep_lab.config import limits
from backstep_lab.sessions.iteration import Iteration
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.explain.operation import Operation, explain
from backstep_lab.wire.operation_cache import EncodedOperation, OperationCache

_OPERATIONS = OperationCache()


def json(value: Any) -> bytes:
    """Compact JSON; what is not a finite number becomes null."""
    return to_json(value, inf_nan_mode="null")


def array(items: list[bytes]) -> bytes:
    """A JSON list of what is JSON already."""
    return b"[" + b",".join(items) + b"]"


def told(current: Iteration, ordinal: int, focus: int) -> EncodedOperation:
    """The operation that leads on from `ordinal` operations done."""
    key = ("operation", ordinal, focus)
    known: EncodedOperation | None = current.memo.get(key)
    if known is None:
        known = current.memo[key] = _shared(current, ordinal, focus)
    return known


def _shared(current: Iteration, ordinal: int, focus: int) -> EncodedOperation:
    """The same, from another session that has the same numbers, where there is one."""
    fingerprint = current.fingerprint
    if fingerprint is None:
        return _encoded(current, ordinal, focus)
    key = (fingerprint, ordinal, focus)
    known = _OPERATIONS.get(key)
    if known is None:
        known = _encoded(current, ordinal, focus)
        _OPERATIONS.put(key, known)
    return known


def _encoded(current: Iteration, ordinal: int, focus: int) -> EncodedOperation:
    made = explained(current, ordinal, focus)
    short = b'{"kind":"%b","ref":"%b","phase":"%b"}' % (
        made.kind.encode(),
        made.ref.encode(),
        made.phase.encode(),
    )
    return EncodedOperation(made.ref, made.value, made.phase, json(as_dict(made)), short)


def explained(current: Iteration, ordinal: int, focus: int) -> Operation:
    """The operation with all that can be said about it."""
    return explain(current.trace, current.program, ordinal, focus, current.setup.plan.rule)


def as_dict(operation: Operation) -> dict[str, Any]:
    """The operation as it stands on the wire."""
    formula = operation.formula
    return {
        "kind": operation.kind,
        "phase": operation.phase,
        "layer": operation.layer,
        "unit": operation.unit,
        "ref": operation.ref,
        "value": operation.value,
        "ordinal": operation.ordinal,
        "operands": [{"ref": o.ref, "value": o.value, "symbol": o.symbol} for o in operation.operands],
        "formula": formula,
        "message": operation.message,
        "remark": operation.remark,
    }


def operations(session: Session, start: int, stop: int) -> list[EncodedOperation]:
    """The operations from `start` to `stop` done, at most as many of the last as are shown."""
    first = max(start, stop - limits.OPERATIONS_SHOWN)
    current, focus = session.current, session.focus
    return [told(current, ordinal, focus) for ordinal in range(first, stop)]


def last(session: Session) -> bytes:
    """The operation last done, or null."""
    return told(session.current, session.step - 1, session.focus).whole if session.step else b"null"


def ahead(session: Session) -> list[bytes]:
    """The next few operations of this iteration, as far as they can be computed; none in predict mode."""
    if not session.history.spec.ahead:
        return []
    current, focus, step = session.current, session.focus, session.step
    stop = min(step + limits.AHEAD_SHOWN, current.limit)
    return [told(current, ordinal, focus).whole for ordinal in range(step, stop)]


def following(session: Session) -> bytes:
    """The next operation in short; the first of the next iteration once this one is complete."""
    current = session.current
    if session.step < current.limit:
        return told(current, session.step, session.focus).short
    return told(current, 0, session.focus).short if session.is_complete else b"null"


def position(session: Session) -> bytes:
    """The moment the session stands at."""
    current, focus = session.current, session.focus
    key = ("position", focus)
    before_after = current.memo.get(key)
    if before_after is None:
        state, program = current.setup.state, current.program
        before = f'{{"epoch":{state.epoch},"iteration":{current.number},"step":'
        phases = ",".join(f'"{phase}":[{start},{stop}]' for phase, (start, stop) in program.phases.items())
        after = (
            f',"focus":{focus},"example":{current.row(focus)},"examples":{current.trace.N},'
            f'"rate":{current.trace.rate!r},"steps":{current.steps},"ordinal_of_phase":{{{phases}}},"phase":"'
        )
        before_after = current.memo[key] = (before, after)
    before, after = before_after
    step = 0 if session.is_complete else session.step
    return f'{before}{session.step}{after}{current.program.phase_of(step)}"}}'.encode()
