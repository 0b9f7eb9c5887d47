"""How a number is made, as far as it is computed yet."""

from typing import Any

from backstep_lab.queries.origin import Origin, origin_of
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.explain.operation import Operation
from backstep_lab.stepping.numbers import value_of
from backstep_lab.wire import operation_json as told
from backstep_lab.wire.session import joined


def explanation_json(session: Session, ref: str) -> bytes:
    """The answer to the question how `ref` is made. Raises Invalid where it names no number."""
    origin = origin_of(session, ref)
    return joined(
        ref=told.json(ref),
        value=told.json(_value(session, ref, origin)),
        reached=told.json(origin.reached),
        given=told.json(origin.ordinal is None),
        iteration=told.json(origin.current.number),
        operation=b"null" if origin.ordinal is None else _operation(session, origin),
    )


def _value(session: Session, ref: str, origin: Origin) -> float | None:
    current = session.current
    if not origin.reached:
        return None
    if origin.ordinal is not None and current.program.producing(ref) is None:
        return told.told(origin.current, origin.ordinal, _row(session, origin)).value
    return value_of(current.trace, ref, session.focus, current.setup.plan.rule)


def _operation(session: Session, origin: Origin) -> bytes:
    assert origin.ordinal is not None, "a given number has no operation"
    current = origin.current
    focus = _row(session, origin)
    if origin.reached:
        return told.told(current, origin.ordinal, focus).whole
    return told.json(veiled(session, told.explained(current, origin.ordinal, focus)))


def _row(session: Session, origin: Origin) -> int:
    """The row of the batch that the number belongs to."""
    return session.focus_in(origin.current) if origin.row is None else origin.row


def veiled(session: Session, operation: Operation) -> dict[str, Any]:
    """An operation that is not done yet: what its numbers will be is not told."""
    whole = told.as_dict(operation)
    alternative = operation.formula.alternative
    for operand in whole["operands"]:
        maker = session.current.program.producing(operand["ref"])
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
