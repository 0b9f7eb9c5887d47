"""Locks of a spec: each refuses its own edits and no other's."""

from collections.abc import Mapping
from typing import Any

import pytest

from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Locked
from backstep_lab.spec.resolve import spec_of
from tests.sessions.building import XOR

EDITS: Mapping[str, tuple[str, Any]] = {
    "focus": ("focus", 1),
    "parameters": ("parameters", {"W1[0,0]": 0.5}),
    "data": ("data", {"x[0]": 0.5}),
    "dataset": ("data", {"name": "xor"}),
    "training": ("training", {"l2": 0.1}),
    "network": ("network", {"seed": 7}),
}


@pytest.mark.parametrize("lock", sorted({lock for lock, _ in EDITS.values()}))
@pytest.mark.parametrize("part", EDITS)
def test_a_lock_refuses_its_own_edits_and_no_other(lock: str, part: str) -> None:
    session = Session.new("locked", spec_of({**XOR, "lock": [lock]}))
    name, edit = EDITS[part]
    if name != lock:
        patched(session, {part: edit})
        return
    with pytest.raises(Locked):
        patched(session, {part: edit})
