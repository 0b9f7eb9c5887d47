"""The operations of one iteration, each written once, and where every number of it comes from.

First come those of the focus example, in order; then those that make numbers of other examples, which sums
over the batch name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.queries.explain import Origin, origin_of, unreached_words
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.explain.operation import Operation
from backstep_lab.stepping.refs import RefError
from backstep_lab.wire.json_encoder import json_array, json_bytes, json_object
from backstep_lab.wire.operation_json import encode_operation, operation_fields

BESIDE = ("learning_rate", "loss", "example_loss", "mean_loss", "penalty")  # not always named by another


@dataclass(eq=False)
class Operations:
    """The operations of an iteration; `numbers` are the refs of all their results and operands."""

    start: Session
    written: list[bytes] = field(default_factory=list)
    words: list[bytes] = field(default_factory=list)  # of each, what its message may say beforehand
    numbers: dict[str, None] = field(default_factory=dict)
    named: dict[str, None] = field(default_factory=dict)  # operands of other examples' operations
    others: dict[tuple[int, int], int] = field(default_factory=dict)  # (ordinal, row): its place

    @classmethod
    def of(cls, start: Session, proceed: ShouldContinue) -> Operations:
        """All operations of the focus example."""
        table = cls(start)
        if isinstance(start.current, LayeredIteration):
            table.numbers |= dict.fromkeys(BESIDE)
        for ordinal in range(start.current.steps):
            proceed()
            operation = start.current.explain(ordinal, start.focus)
            table._add(operation)
            table.numbers[operation.ref] = None
            table.numbers |= dict.fromkeys(operand.ref for operand in operation.operands)
        return table

    def place_of(self, ordinal: int, row: int) -> int:
        """Where the operation of an example stands in the table."""
        if row == self.start.focus:
            return ordinal
        place = self.others.get((ordinal, row))
        if place is None:
            operation = self.start.current.explain(ordinal, row)
            place = self.others[ordinal, row] = len(self.written)
            self._add(operation)
            self.named |= dict.fromkeys(operand.ref for operand in operation.operands)
        return place

    def _add(self, operation: Operation) -> None:
        self.written.append(json_bytes(operation_fields(operation)))
        self.words.append(json_bytes(unreached_words(operation.message)))

    def known_from(self, ref: str) -> int:
        """The step from which a number is known; 0 where this iteration does not make it."""
        try:
            ordinal = self.start.current.source_of(ref).ordinal
        except RefError:
            return 0
        return 0 if ordinal is None else ordinal + 1


def operations_json(table: Operations, before: Operations | None, proceed: ShouldContinue) -> bytes:
    """The table, and by ref where each number comes from; `before` is the table of the iteration before."""
    origins = b",".join(_origins(table, before, proceed))
    later = {ref: table.known_from(ref) for ref in table.named if ref not in table.numbers}
    return json_object(
        steps=json_bytes(table.start.current.steps),
        written=json_array(table.written),
        words=json_array(table.words),
        origins=b"{" + origins + b"}",
        later=json_bytes({ref: step for ref, step in later.items() if step}),
    )


def _origins(table: Operations, before: Operations | None, proceed: ShouldContinue) -> Iterator[bytes]:
    """What is made here first: the iteration before is kept only as long as few operations are written."""
    given = []
    for ref in table.numbers:
        proceed()
        if table.known_from(ref):
            yield json_bytes(ref) + b":" + _made(table, ref)
        else:
            given.append(ref)
    for ref in given:
        proceed()
        yield json_bytes(ref) + b":" + _given(table, before, ref)


def _made(table: Operations, ref: str) -> bytes:
    """The place of its operation, and the number itself where the operation makes it beside another."""
    start = table.start
    source = start.current.source_of(ref)
    assert source.ordinal is not None, "the number is made here"
    row = start.focus if source.row is None else source.row
    place = table.place_of(source.ordinal, row)
    value = start.current.value_of(ref, start.focus)
    if value == encode_operation(start.current, source.ordinal, row).value:
        return json_bytes(place)
    return json_bytes({"place": place, "value": value})


def _given(table: Operations, before: Operations | None, ref: str) -> bytes:
    """The number, or the operation of the iteration before that has made it."""
    start, origin = table.start, origin_of(table.start, ref)
    if origin.ordinal is None:
        value = start.current.value_of(ref, start.focus)
        return json_bytes({"given": value, "iteration": origin.current.number})
    return json_object(before=_operation_before(start, before, origin, origin.ordinal))


def _operation_before(start: Session, before: Operations | None, origin: Origin, ordinal: int) -> bytes:
    row = start.focus_in(origin.current) if origin.row is None else origin.row
    operation = encode_operation(origin.current, ordinal, row).whole
    if before is not None and before.written[ordinal] == operation:
        return json_bytes(ordinal)
    return operation
