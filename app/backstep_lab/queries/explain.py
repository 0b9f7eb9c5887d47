"""How a number is made, as far as it is computed yet."""

from typing import Any

from backstep_lab.queries.origin import Origin, origin_of
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.explain.operation import Operation
from backstep_lab.wire.json_encoder import json_bytes, json_object
from backstep_lab.wire.operation_json import encode_operation, explain_operation, operation_fields


def explanation_json(session: Session, ref: str) -> bytes:
    """The answer to the question how `ref` is made. Raises Invalid where it names no number."""
    origin = origin_of(session, ref)
    return json_object(
        ref=json_bytes(ref),
        value=json_bytes(_value(session, ref, origin)),
        reached=json_bytes(origin.reached),
        given=json_bytes(origin.ordinal is None),
        iteration=json_bytes(origin.current.number),
        operation=b"null" if origin.ordinal is None else _operation(session, origin),
    )


def _value(session: Session, ref: str, origin: Origin) -> float | None:
    current = session.current
    if not origin.reached:
        return None
    if origin.ordinal is not None and current.source_of(ref).ordinal is None:
        return encode_operation(origin.current, origin.ordinal, _row(session, origin)).value
    return current.value_of(ref, session.focus)


def _operation(session: Session, origin: Origin) -> bytes:
    assert origin.ordinal is not None, "a given number has no operation"
    current = origin.current
    focus = _row(session, origin)
    if origin.reached:
        return encode_operation(current, origin.ordinal, focus).whole
    return json_bytes(veiled(session, explain_operation(current, origin.ordinal, focus)))


def _row(session: Session, origin: Origin) -> int:
    """The row of the batch that the number belongs to."""
    return session.focus_in(origin.current) if origin.row is None else origin.row


def veiled(session: Session, operation: Operation) -> dict[str, Any]:
    """An operation that is not done yet: what its numbers will be is not told."""
    whole = operation_fields(operation)
    alternative = operation.formula.alternative
    for operand in whole["operands"]:
        maker = session.current.source_of(operand["ref"]).ordinal
        if maker is not None and maker >= session.step:
            operand["value"] = None
    args = operation.message.args
    whole["value"] = None
    whole["message"] = {
        "key": operation.message.key,
        "args": {
            name: value for name, value in args.items() if not isinstance(value, float) and name != "sign"
        },
    }
    whole["formula"] = _without_numbers(operation.formula) | {
        "result": operation.formula.result,
        "alternative": None if alternative is None else _without_numbers(alternative),
    }
    return whole


def _without_numbers(formula: Any) -> dict[str, Any]:
    return {"symbols": formula.symbols, "numbers": None, "templates": formula.templates}
