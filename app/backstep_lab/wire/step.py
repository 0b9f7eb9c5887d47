"""The answer to a step, built as bytes for speed; a test compares it with its model `StepAnswer`."""

from dataclasses import dataclass

from backstep_lab.compute.identity_cache import IdentityCache
from backstep_lab.config import limits
from backstep_lab.presets import Figure
from backstep_lab.presets.published import Check
from backstep_lab.sessions.published_checks import checks, published_figures
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.transition import Transition
from backstep_lab.stepping.operations import LOSS
from backstep_lab.wire.json_encoder import json_array, json_bytes
from backstep_lab.wire.operation_cache import EncodedOperation
from backstep_lab.wire.operation_json import (
    encode_operations,
    last_operation_json,
    next_operation_json,
    position_json,
    upcoming_json,
)
from backstep_lab.wire.session import check_list, divergence, identified, shared_fields

MAX_BYTES = 8 * 1024 * 1024  # some 2,000 steps of a small network
_FIELDS = (
    b'"position":%b,"operation":%b,"operations":%b,"changed":%b,"next":%b,"ahead":%b,'
    b'"checks":%b,"parameters_changed":%b,"state":"%b","divergence":%b,"snapshot":'
)


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """The fields of an answer that are the same for all sessions that do this step.

    `snapshot` are those of the session that is the answer's last field; None where that is null.
    """

    fields: bytes
    snapshot: bytes | None


_ANSWERS: IdentityCache[SharedAnswer] = IdentityCache(MAX_BYTES)


def step_json(transition: Transition, known: tuple[int, int] | None = None) -> bytes:
    """The answer to a step, with a snapshot where more changed than the numbers between both steps.

    `known`: the first and the last ordinal of the operations that the caller has of the start's iteration.
    No operation is then written that the caller has, none that the snapshot has, and none as `operations`.
    """
    start, end = transition.start, transition.end
    sources = (start.current, end.current, end.history)
    words = (start.step, end.step, end.focus, transition.needs_snapshot, known)
    answer = _ANSWERS.get(sources, *words)
    if answer is None:
        answer = _shared_answer(transition, known)
        size = len(answer.fields) + len(answer.snapshot or b"") + start.current.nbytes + end.current.nbytes
        _ANSWERS.put(answer, size, sources, *words)
    snapshot = b"null" if answer.snapshot is None else identified(end, answer.snapshot)
    return identified(end, answer.fields + snapshot)


def _shared_answer(transition: Transition, known: tuple[int, int] | None) -> SharedAnswer:
    start, end = transition.start, transition.end
    same = transition.same_iteration
    within = _is_within(transition)
    updated = transition.parameters_changed
    operations = encode_operations(end, start.step if same else 0, end.step)
    numbers = _new_numbers(transition, operations) if within else {}
    snapshot = None if within and not updated else shared_fields(end)
    last, upcoming = _new_operations(end, known, same, snapshot is not None)
    status = end.status
    fields = _FIELDS % (
        position_json(end),
        last,
        json_array([operation.whole for operation in operations] if known is None else []),
        json_bytes(numbers),
        next_operation_json(end),
        upcoming,
        check_list(new_checks(end, numbers)),
        b"true" if updated else b"false",
        status.encode(),
        b"null" if status != "diverged" else json_bytes(divergence(end)),
    )
    return SharedAnswer(fields, snapshot)


def _new_operations(
    end: Session, known: tuple[int, int] | None, same: bool, in_snapshot: bool
) -> tuple[bytes, bytes]:
    """(the operation last done, the next ones) as far as the caller does not have them."""
    if known is None:
        return last_operation_json(end), upcoming_json(end)
    if in_snapshot:
        return b"null", b"[]"
    first, last = known if same else (1, 0)
    ordinals = range(first, last + 1)
    return last_operation_json(end, ordinals), upcoming_json(end, ordinals)


def _is_within(transition: Transition) -> bool:
    """Whether only numbers between two steps of one iteration changed, few enough to be sent singly."""
    distance = abs(transition.end.step - transition.start.step)
    return transition.same_iteration and distance <= limits.CHANGES_SHOWN


def numbers_within(transition: Transition) -> dict[str, float | None] | None:
    """What became known or unknown within an iteration; None where more than that changed."""
    if not _is_within(transition):
        return None
    start, end = transition.start.step, transition.end.step
    return _new_numbers(transition, encode_operations(transition.end, start, end))


def new_checks(session: Session, numbers: dict[str, float | None]) -> list[Check]:
    """Published figures beside the numbers that became known."""
    return checks(session, _touched(session, numbers))


def _new_numbers(transition: Transition, operations: list[EncodedOperation]) -> dict[str, float | None]:
    """What became known, with the parts of the loss, which have no operation of their own."""
    start, end = transition.start.step, transition.end
    current, stop, focus = end.current, end.step, end.focus
    if len(operations) != stop - start:
        return current.changed(start, stop, focus)
    numbers: dict[str, float | None] = {}
    for ordinal, operation in enumerate(operations, start):
        if operation.phase == LOSS:
            numbers |= current.changed(ordinal, ordinal + 1, focus)
        else:
            numbers[operation.ref] = operation.value
    return numbers


def _touched(session: Session, numbers: dict[str, float | None]) -> list[Figure]:
    wanted = published_figures(session)
    if not wanted:
        return []
    by_ref: dict[str, list[Figure]] | None = session.current.memo.get("figures by ref")
    if by_ref is None:
        by_ref = session.current.memo["figures by ref"] = {}
        for figure in wanted:
            if figure.iteration == session.iteration:
                by_ref.setdefault(figure.ref, []).append(figure)
    return [figure for ref in numbers for figure in by_ref.get(ref, ())]
