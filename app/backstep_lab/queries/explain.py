"""The operation that made a number, or will: one of this iteration, or for a weight the update before it.

A weight keeps its name and its number to the end of the iteration; the updated one is its `_next`.
"""

from dataclasses import asdict, dataclass
from typing import Any

from pydantic import Field

from backstep_lab.models.protocol import Iteration
from backstep_lab.models.requested_ref import requested_ref
from backstep_lab.queries.query import Query, slow_unless
from backstep_lab.sessions.concurrency.work import distance
from backstep_lab.sessions.replay import replayed
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.explain.account import Args
from backstep_lab.stepping.explain.operation import Formula, Message
from backstep_lab.stepping.explain.operation import Operation as ExplainedOperation
from backstep_lab.stepping.refs import RefError
from backstep_lab.wire.json_encoder import json_bytes, json_object
from backstep_lab.wire.operation import Operation
from backstep_lab.wire.operation_json import encode_operation, operation_fields


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
    with requested_ref("ref", text):
        source = current.source_of(text)
    if source.ordinal is not None:
        return Origin(current, source.ordinal, source.ordinal < session.step, source.row)
    if source.previous is None or session.iteration == 0 or _is_edited(session, text):
        return Origin(current, None, True)
    before = _iteration_before(session)
    if not _has_computed(before, source.previous, current.value_of(text, session.focus)):
        return Origin(current, None, True)
    return Origin(before, before.source_of(source.previous).ordinal, True)


def _has_computed(before: Iteration, ref: str, value: float | None) -> bool:
    """Whether an iteration has computed a value under a ref; not where an edit since has resized layers."""
    try:
        return before.value_of(ref, 0) == value
    except RefError:
        return False


def _is_edited(session: Session, text: str) -> bool:
    """Whether an edit of this iteration gave the number."""
    changes = [edit.change for edit in session.history.edits_at(session.iteration)]
    return any(text in change.parameters or change.changes_model for change in changes)


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
    if origin.ordinal is not None and session.current.source_of(text).ordinal is None:
        return encode_operation(origin.current, origin.ordinal, _row(session, origin)).value
    return session.current.value_of(text, session.focus)


def _operation(session: Session, origin: Origin) -> bytes:
    assert origin.ordinal is not None, "a given number has no operation"
    current, row = origin.current, _row(session, origin)
    if origin.reached:
        return encode_operation(current, origin.ordinal, row).whole
    return json_bytes(_without_results(session, current.explain(origin.ordinal, row)))


def _row(session: Session, origin: Origin) -> int:
    """The row of the batch that the number belongs to."""
    return session.focus_in(origin.current) if origin.row is None else origin.row


def _without_results(session: Session, operation: ExplainedOperation) -> dict[str, Any]:
    """An operation that is not done yet, without the numbers that are not computed yet."""
    fields = operation_fields(operation)
    for operand in fields["operands"]:
        ordinal = session.current.source_of(operand["ref"]).ordinal
        if ordinal is not None and ordinal >= session.step:
            operand["value"] = None
    formula, message = operation.formula, operation.message
    return fields | {
        "value": None,
        "message": {"key": message.key, "args": unreached_words(message)},
        "formula": _without_numbers(formula),
    }


def unreached_words(message: Message) -> Args:
    """What the message of an operation that is not done yet may contain: nothing of its numbers."""
    return {name: arg for name, arg in message.args.items() if not isinstance(arg, float) and name != "sign"}


def _without_numbers(formula: Formula) -> dict[str, Any]:
    """The fields of a formula before its numbers are known."""
    fields = asdict(formula) | {"numbers": None}
    if formula.alternative is not None:
        fields["alternative"]["numbers"] = None
    return fields


def _is_quick(session: Session) -> bool:
    """Whether a number's origin is found in a few milliseconds."""
    return session.iteration == 0 or session.is_inline(1 + distance(session.history, session.iteration - 1))


QUERY = Query(
    lambda session, arguments, _: explain(session, arguments["ref"]),
    lambda session, _: slow_unless(_is_quick(session)),
)
