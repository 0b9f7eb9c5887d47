"""How a number is made, as far as it is computed yet."""

from typing import Any

from app.schemas import told
from app.schemas.session import joined
from app.sessions.problems import Invalid
from app.sessions.session import Session
from app.stepping.explain import Operation
from app.stepping.numbers import value_of
from app.stepping.refs import RefError, parse


def explanation_json(session: Session, ref: str) -> bytes:
    """The answer to the question how `ref` is made. Raises Invalid where it names no number."""
    moment = session.moment
    try:
        ordinal = moment.program.producing(parse(ref, moment.world.shape, moment.trace.N))
    except RefError as error:
        raise Invalid("ref", str(error), "problem-ref", ref=ref) from None
    reached = ordinal is None or ordinal < session.step
    value = value_of(moment.trace, ref, session.focus, moment.world.plan.rule) if reached else None
    return joined(
        ref=told.json(ref),
        value=told.json(value),
        reached=told.json(reached),
        given=told.json(ordinal is None),
        iteration=told.json(session.iteration),
        operation=b"null" if ordinal is None else _operation(session, ordinal),
    )


def _operation(session: Session, ordinal: int) -> bytes:
    if ordinal < session.step:
        return told.told(session.moment, ordinal, session.focus).whole
    return told.json(veiled(session, told.explained(session.moment, ordinal, session.focus)))


def veiled(session: Session, operation: Operation) -> dict[str, Any]:
    """An operation that is not done yet: what its numbers will be is not told."""
    whole = told.as_dict(operation)
    alternative = operation.formula.alternative
    for operand in whole["operands"]:
        maker = session.moment.program.producing(operand["ref"])
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
