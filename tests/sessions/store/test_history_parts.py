"""Histories in parts: what is written adds up to the whole, and is as small as what changed."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.sessions.history import History
from backstep_lab.sessions.navigation import advance, retreat, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.restart import rewound
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.codec import CodecError, pack
from backstep_lab.sessions.store.history_parts import (
    WHOLE,
    changed_parts,
    history_of,
    opening_work,
    parts_of,
    spec_in,
)
from backstep_lab.sessions.training import train
from tests.sessions.building import mazur, picture, xor

ACTIONS: dict[str, Callable[[Session, int], Session]] = {
    "step": lambda session, n: advance(session, "term", n + 1).end,
    "iterations": lambda session, n: advance(session, "iteration", n + 1).end,
    "train": lambda session, n: train(session, 20 * (n + 1), StopCriteria(), lambda: True).session,
    "back": lambda session, n: retreat(session, "pass", n + 1).end if session.step else session,
    "seek": lambda session, n: seek(session, session.iteration // (n + 1), 0).end,
    "edit": lambda session, n: patched(session, {"parameters": {"W1[0,0]": n / 10}}).end,
    "rewind": lambda session, n: rewound(session).end,
}
actions = st.lists(st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(0, 5)), max_size=12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(actions)
def test_changes_written_one_by_one_add_up_to_the_whole(chosen: list[tuple[str, int]]) -> None:
    session = xor()
    stored, parts = session.history, parts_of(session.history, session.work)
    for name, n in chosen:
        session = ACTIONS[name](session, n)
        change = changed_parts(stored, session.history, session.work)
        for gone in change.delete:
            del parts[gone]
        parts |= change.put
        stored = session.history
    assert parts == parts_of(session.history, session.work)
    again = Session.restore(session.id, session.revision, session.head, history_of(parts))
    assert picture(again) == picture(session)


def test_what_an_older_program_stored_whole_is_read() -> None:
    session = train(xor(), 100, StopCriteria(), lambda: True).session
    again = history_of({WHOLE: pack(session.history)})
    assert pack(again) == pack(session.history)
    assert spec_in({WHOLE: pack(session.history)}) == spec_in(parts_of(session.history, session.work))


@pytest.mark.parametrize("part", ["base", "course", "edit 00000", "checkpoint 00000064"])
@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x90", b"\x92\x63\x80", b"\xa5abc", None])
def test_parts_that_are_damaged_or_missing_are_refused_by_name(part: str, content: bytes | None) -> None:
    session = train(xor(), 200, StopCriteria(), lambda: True).session
    session = patched(session, {"parameters": {"W1[0,0]": 0.5}}).end
    parts = parts_of(session.history, session.work)
    assert part in parts
    if content is None and part not in ("base", "course"):
        return  # without an edit or a checkpoint it is another history
    if content is None:
        del parts[part]
    else:
        parts[part] = content
    with pytest.raises(CodecError):
        history_of(parts)


def test_work_is_known_before_anything_is_applied() -> None:
    small, large = mazur(), train(xor(), 200, StopCriteria(), lambda: True).session
    for number in range(20):
        large = patched(large, {"parameters": {"W1[0,0]": number / 10}}).end
    assert opening_work(parts_of(small.history, small.work)) < 100_000
    assert opening_work(parts_of(large.history, large.work)) > 20 * 500_000
    assert opening_work({WHOLE: b"anything"}) > 10**9


def test_a_history_of_one_edit_more_is_the_same_but_for_that_edit() -> None:
    session = patched(mazur(), {"parameters": {"W1[0,0]": 0.5}}).end
    before: History = session.history
    session = patched(session, {"parameters": {"W1[0,0]": 0.6}}).end
    change = changed_parts(before, session.history, session.work)
    assert sorted(change.put) == ["course", "edit 00001"]
    assert change.delete == []
