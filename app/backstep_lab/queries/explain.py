"""The operation that made a number, or will: one of this iteration, or for a weight the update before it.

A weight keeps its name and its number to the end of the iteration; the updated one is its `_next`.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import Field

from backstep_lab.queries.numbers import value
from backstep_lab.queries.query import Query, slow_unless
from backstep_lab.sessions.concurrency.work import distance
from backstep_lab.sessions.iteration import Iteration
from backstep_lab.sessions.replay import replayed
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.explain.operation import Operation as ExplainedOperation
from backstep_lab.stepping.refs import MEMORY, Ref, RefError, parse
from backstep_lab.wire.json_encoder import json_bytes, json_object
from backstep_lab.wire.models import Operation
from backstep_lab.wire.operation_json import encode_operation, explain_operation, operation_fields


class Explanation(Wire):
    """How a number is made."""

    ref: str = Field(description="The number asked for.")
    value: float | None = Field(description="Its value; null when it is not computed yet, or unbounded.")
    reached: bool = Field(description="Whether it is computed yet.")
    given: bool = Field(
        description="Whether it is given (an input, a target, a first weight, a setting) and not made."
    )
    iteration: int = Field(description="The iteration that makes it.")
    operation: Operation | None = Field(
        description="The operation that makes it, or will; null when it is given."
    )


@dataclass(frozen=True, eq=False)
class Origin:
    """The operation at `ordinal` of an iteration has made the number, or will; None: it is given.

    `row` is the example of the batch whose number it is, None where the focus example is meant or none.
    """

    current: Iteration
    ordinal: int | None
    reached: bool
    row: int | None = None


def explain(session: Session, text: str) -> bytes:
    """The `Explanation` of a number as JSON, with its cached operation. Raises Invalid for an unknown ref."""
    origin = origin_of(session, text)
    return json_object(
        ref=json_bytes(text),
        value=json_bytes(_value(session, text, origin)),
        reached=json_bytes(origin.reached),
        given=json_bytes(origin.ordinal is None),
        iteration=json_bytes(origin.current.number),
        operation=b"null" if origin.ordinal is None else _operation(session, origin),
    )


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
        return _origin_of_parameter(session, ref)
    return Origin(current, None, True)


def _origin_of_parameter(session: Session, ref: Ref) -> Origin:
    updated = ref._replace(kind=f"{ref.kind}_next")
    is_unused = ref.kind in ("mb", "vb") and not session.current.program.train_biases
    if is_unused or session.iteration == 0 or _is_edited(session, ref):
        return Origin(session.current, None, True)
    before = _iteration_before(session)
    return Origin(before, before.program.producing(updated), True)


def _is_edited(session: Session, ref: Ref) -> bool:
    """Whether an edit of this iteration gave the number, or let the optimizer begin with an empty memory."""
    changes = [edit.change for edit in session.history.edits_at(session.iteration)]
    if ref.kind in MEMORY and session.current.trace.memory.optimizer_step == 0:
        return True
    return any(str(ref) in change.parameters or change.network for change in changes)


def _iteration_before(session: Session) -> Iteration:
    """The iteration before this one, replayed once and cached."""
    cached: Iteration | None = session.current.memo.get("before")
    if cached is None:
        iteration = session.iteration - 1
        cached = replayed(session.history, iteration)
        session.current.memo["before"] = cached
    return cached


def _value(session: Session, text: str, origin: Origin) -> float | None:
    if not origin.reached:
        return None
    if origin.ordinal is not None and session.current.program.producing(text) is None:
        return encode_operation(origin.current, origin.ordinal, _row(session, origin)).value
    return value(session, text)


def _operation(session: Session, origin: Origin) -> bytes:
    assert origin.ordinal is not None, "a given number has no operation"
    current, row = origin.current, _row(session, origin)
    if origin.reached:
        return encode_operation(current, origin.ordinal, row).whole
    return json_bytes(_without_results(session, explain_operation(current, origin.ordinal, row)))


def _row(session: Session, origin: Origin) -> int:
    """The row of the batch that the number belongs to."""
    return session.focus_in(origin.current) if origin.row is None else origin.row


def _without_results(session: Session, operation: ExplainedOperation) -> dict[str, Any]:
    """An operation that is not done yet, without the numbers that are not computed yet."""
    fields = operation_fields(operation)
    for operand in fields["operands"]:
        ordinal = session.current.program.producing(operand["ref"])
        if ordinal is not None and ordinal >= session.step:
            operand["value"] = None
    formula, message = operation.formula, operation.message
    words = {name: arg for name, arg in message.args.items() if not isinstance(arg, float) and name != "sign"}
    alternative = None if formula.alternative is None else _without_numbers(formula.alternative)
    return fields | {
        "value": None,
        "message": {"key": message.key, "args": words},
        "formula": _without_numbers(formula) | {"result": formula.result, "alternative": alternative},
    }


def _without_numbers(formula: Any) -> dict[str, Any]:
    return {"symbols": formula.symbols, "numbers": None, "templates": formula.templates}


def _is_quick(session: Session) -> bool:
    """Whether a number's origin is found in a few milliseconds."""
    return session.iteration == 0 or session.is_inline(1 + distance(session.history, session.iteration - 1))


QUERY = Query(
    lambda session, arguments, _: explain(session, arguments["ref"]),
    lambda session, _: slow_unless(_is_quick(session)),
)
