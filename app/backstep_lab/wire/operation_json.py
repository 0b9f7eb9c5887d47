"""Operations and positions of a session as JSON, built as bytes for speed and cached with the iteration."""

from typing import Any

from backstep_lab.config import limits
from backstep_lab.models.protocol import Iteration
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.explain.operation import Operation
from backstep_lab.stepping.formulas.templates import Operand as ExplainedOperand
from backstep_lab.wire.json_encoder import json_array, json_bytes
from backstep_lab.wire.operation import Operand
from backstep_lab.wire.operation_cache import EncodedOperation, OperationCache

_CACHE = OperationCache()
NONE = range(0)  # no ordinals


def encode_operation(current: Iteration, ordinal: int, focus: int) -> EncodedOperation:
    """The operation numbered `ordinal`, counted from 0, encoded once for each focus example."""
    key = ("operation", ordinal, focus)
    encoded: EncodedOperation | None = current.memo.get(key)
    if encoded is None:
        encoded = current.memo[key] = _from_cache(current, ordinal, focus)
    return encoded


def _from_cache(current: Iteration, ordinal: int, focus: int) -> EncodedOperation:
    """The same operation of another session that has the same numbers, if it is in the cache."""
    fingerprint = current.fingerprint
    if fingerprint is None:
        return _encode(current, ordinal, focus)
    key = (fingerprint, ordinal, focus)
    encoded = _CACHE.get(key)
    if encoded is None:
        encoded = _encode(current, ordinal, focus)
        _CACHE.add(key, encoded)
    return encoded


def _encode(current: Iteration, ordinal: int, focus: int) -> EncodedOperation:
    made = current.explain(ordinal, focus)
    short = b'{"kind":"%b","ref":"%b","phase":"%b"}' % (
        made.kind.encode(),
        made.ref.encode(),
        made.phase.encode(),
    )
    return EncodedOperation(made.ref, made.value, made.phase, json_bytes(operation_fields(made)), short)


def operand_model(operand: ExplainedOperand) -> Operand:
    """An operand as an answer has it."""
    return Operand(**operand_fields(operand))


def operand_fields(operand: ExplainedOperand) -> dict[str, Any]:
    """The fields of the model `Operand`, in its order."""
    return {
        "ref": operand.ref,
        "value": operand.value,
        "symbol": operand.symbol,
        "symbol_mathml": operand.symbol_mathml,
    }


def operation_fields(operation: Operation) -> dict[str, Any]:
    """The fields of the model `Operation`, in its order."""
    formula = operation.formula
    return {
        "kind": operation.kind,
        "phase": operation.phase,
        "layer": operation.layer,
        "unit": operation.unit,
        "ref": operation.ref,
        "value": operation.value,
        "ordinal": operation.ordinal,
        "operands": [operand_fields(operand) for operand in operation.operands],
        "formula": formula,
        "message": operation.message,
        "remark": operation.remark,
    }


def encode_operations(session: Session, start: int, stop: int) -> list[EncodedOperation]:
    """The operations from `start` up to `stop`, of many the last OPERATIONS_SHOWN."""
    first = max(start, stop - limits.OPERATIONS_SHOWN)
    current, focus = session.current, session.focus
    return [encode_operation(current, ordinal, focus) for ordinal in range(first, stop)]


def last_operation_json(session: Session, known: range = NONE) -> bytes:
    """The operation last done; null where there is none, or where its ordinal is among the `known` ones."""
    if not session.step or session.step in known:
        return b"null"
    return encode_operation(session.current, session.step - 1, session.focus).whole


def upcoming_json(session: Session, known: range = NONE) -> bytes:
    """The next AHEAD_SHOWN operations of this iteration but the `known` ordinals; none in predict mode."""
    if not session.history.spec.reveal_upcoming:
        return b"[]"
    current, focus, step = session.current, session.focus, session.step
    stop = min(step + limits.AHEAD_SHOWN, current.limit)
    new = [before for before in range(step, stop) if before + 1 not in known]
    return json_array([encode_operation(current, before, focus).whole for before in new])


def next_operation_json(session: Session) -> bytes:
    """The next operation in its short form; once the iteration is complete, the first of the next."""
    current = session.current
    if session.step < current.limit:
        return encode_operation(current, session.step, session.focus).short
    return encode_operation(current, 0, session.focus).short if session.is_complete else b"null"


def position_json(session: Session) -> bytes:
    """The session's position, as the model `Position` has it."""
    current, focus = session.current, session.focus
    key = ("position", focus)
    before_after = current.memo.get(key)
    if before_after is None:
        before = f'{{"epoch":{current.epoch},"iteration":{current.number},"step":'
        phases = ",".join(f'"{phase}":[{start},{stop}]' for phase, (start, stop) in current.phases.items())
        after = (
            f',"focus":{focus},"example":{current.row(focus)},"examples":{current.examples},'
            f'"rate":{current.learning_rate!r},"steps":{current.steps},"ordinal_of_phase":{{{phases}}},"phase":"'
        )
        before_after = current.memo[key] = (before, after)
    before, after = before_after
    step = 0 if session.is_complete else session.step
    return f'{before}{session.step}{after}{current.phase_of(step)}"}}'.encode()
