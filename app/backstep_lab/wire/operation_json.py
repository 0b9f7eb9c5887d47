"""A session's moment, told once: operations as JSON, kept so that a step tells only what is new."""

from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from backstep_lab.config import limits
from backstep_lab.sessions.iteration import Moment
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.explain.operation import Operation, explain


def json(value: Any) -> bytes:
    """Compact JSON; what is not a finite number becomes null."""
    return to_json(value, inf_nan_mode="null")


def array(items: list[bytes]) -> bytes:
    """A JSON list of what is JSON already."""
    return b"[" + b",".join(items) + b"]"


@dataclass(frozen=True, slots=True)
class Told:
    """One operation as JSON, and in the short form of `next`."""

    ref: str
    value: float | None
    phase: str
    whole: bytes
    short: bytes


def told(moment: Moment, ordinal: int, focus: int) -> Told:
    """The operation that leads on from `ordinal` operations done."""
    key = ("operation", ordinal, focus)
    known: Told | None = moment.memo.get(key)
    if known is None:
        made = explained(moment, ordinal, focus)
        short = b'{"kind":"%b","ref":"%b","phase":"%b"}' % (
            made.kind.encode(),
            made.ref.encode(),
            made.phase.encode(),
        )
        known = Told(made.ref, made.value, made.phase, json(as_dict(made)), short)
        moment.memo[key] = known
    return known


def explained(moment: Moment, ordinal: int, focus: int) -> Operation:
    """The operation with all that can be said about it."""
    return explain(moment.trace, moment.program, ordinal, focus, moment.world.plan.rule)


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


def operations(session: Session, start: int, stop: int) -> list[bytes]:
    """The operations from `start` to `stop` done, at most as many of the last as are shown."""
    first = max(start, stop - limits.OPERATIONS_SHOWN)
    moment, focus = session.moment, session.focus
    return [told(moment, ordinal, focus).whole for ordinal in range(first, stop)]


def last(session: Session) -> bytes:
    """The operation last done, or null."""
    return told(session.moment, session.step - 1, session.focus).whole if session.step else b"null"


def ahead(session: Session) -> list[bytes]:
    """The next few operations of this iteration, as far as they can be computed; none in predict mode."""
    if not session.history.spec.ahead:
        return []
    moment, focus, step = session.moment, session.focus, session.step
    stop = min(step + limits.AHEAD_SHOWN, moment.limit)
    return [told(moment, ordinal, focus).whole for ordinal in range(step, stop)]


def following(session: Session) -> bytes:
    """The next operation in short; the first of the next iteration once this one is complete."""
    moment = session.moment
    if session.step < moment.limit:
        return told(moment, session.step, session.focus).short
    return told(moment, 0, session.focus).short if session.is_complete else b"null"


def position(session: Session) -> bytes:
    """The moment the session stands at."""
    moment, focus = session.moment, session.focus
    key = ("position", focus)
    before_after = moment.memo.get(key)
    if before_after is None:
        state, program = moment.world.state, moment.program
        before = f'{{"epoch":{state.epoch},"iteration":{moment.iteration},"step":'
        phases = ",".join(f'"{phase}":[{start},{stop}]' for phase, (start, stop) in program.phases.items())
        after = (
            f',"focus":{focus},"example":{moment.row(focus)},"examples":{moment.trace.N},'
            f'"rate":{moment.trace.rate!r},"steps":{moment.steps},"ordinal_of_phase":{{{phases}}},"phase":"'
        )
        before_after = moment.memo[key] = (before, after)
    before, after = before_after
    step = 0 if session.is_complete else session.step
    return f'{before}{session.step}{after}{moment.program.phase_of(step)}"}}'.encode()
