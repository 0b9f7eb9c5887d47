"""A walk's answer: what it changed."""

from backstep_lab.config import limits
from backstep_lab.presets import Figure
from backstep_lab.sessions.published_checks import checks, figures
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.transition import Transition
from backstep_lab.stepping.operations import LOSS
from backstep_lab.stepping.values import changed
from backstep_lab.wire import operation_json as told
from backstep_lab.wire.operation_cache import EncodedOperation
from backstep_lab.wire.session import check_list, divergence, session_json

_ANSWER = (
    b'{"id":"%b","revision":%d,"position":%b,"operation":%b,"operations":%b,"changed":%b,"next":%b,"ahead":%b,'
    b'"checks":%b,"parameters_changed":%b,"state":"%b","divergence":%b,"snapshot":%b}'
)


def step_json(walk: Transition) -> bytes:
    """The answer to a step; with a snapshot where the numbers between both steps are not all that changed."""
    start, end = walk.start, walk.end
    same = walk.same_iteration
    within = same and abs(end.step - start.step) <= limits.CHANGES_SHOWN
    updated = walk.parameters_changed
    operations = told.operations(end, start.step if same else 0, end.step)
    numbers = _numbers(walk, operations) if within else {}
    status = end.status
    return _ANSWER % (
        end.id.encode(),
        end.revision,
        told.position(end),
        told.last(end),
        told.array([operation.whole for operation in operations]),
        told.json(numbers),
        told.following(end),
        told.array(told.ahead(end)),
        check_list(checks(end, _touched(end, numbers))),
        b"true" if updated else b"false",
        status.encode(),
        b"null" if status != "diverged" else told.json(divergence(end)),
        b"null" if within and not updated else session_json(end),
    )


def _numbers(walk: Transition, operations: list[EncodedOperation]) -> dict[str, float | None]:
    """What became known, with the parts of the loss, which have no operation of their own."""
    current, start, stop, focus = walk.end.current, walk.start.step, walk.end.step, walk.end.focus
    if len(operations) != stop - start:
        return changed(current.trace, current.program, start, stop, focus)
    numbers: dict[str, float | None] = {}
    for ordinal, operation in enumerate(operations, start):
        if operation.phase == LOSS:
            numbers |= changed(current.trace, current.program, ordinal, ordinal + 1, focus)
        else:
            numbers[operation.ref] = operation.value
    return numbers


def _touched(session: Session, numbers: dict[str, float | None]) -> list[Figure]:
    wanted = figures(session)
    if not wanted:
        return []
    by_ref: dict[str, list[Figure]] | None = session.current.memo.get("figures by ref")
    if by_ref is None:
        by_ref = session.current.memo["figures by ref"] = {}
        for figure in wanted:
            if figure.iteration == session.iteration:
                by_ref.setdefault(figure.ref, []).append(figure)
    return [figure for ref in numbers for figure in by_ref.get(ref, ())]
