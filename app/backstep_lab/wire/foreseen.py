"""A moment that a step would lead to, built as bytes for speed; a test compares it with its model."""

from backstep_lab.sessions.transition import Transition
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.operation_json import last_operation_json, next_operation_json, position_json
from backstep_lab.wire.session import check_list, divergence, session_json
from backstep_lab.wire.step import new_checks, numbers_within

_MOMENT = (
    b'{"position":%b,"operation":%b,"changed":%b,"next":%b,"checks":%b,"parameters_changed":%b,"state":"%b",'
    b'"divergence":%b,"snapshot":%b}'
)


def foreseen_json(transition: Transition) -> bytes:
    """What the answer to a step would change: `StepAnswer` without what belongs to the call itself."""
    end = transition.end
    numbers = numbers_within(transition)
    updated = transition.parameters_changed
    return _MOMENT % (
        position_json(end),
        last_operation_json(end),
        json_bytes(numbers or {}),
        next_operation_json(end),
        check_list(new_checks(end, numbers or {})),
        b"true" if updated else b"false",
        end.status.encode(),
        json_bytes(divergence(end)),
        b"null" if numbers is not None and not updated else session_json(end),
    )
