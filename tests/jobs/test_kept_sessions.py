"""The sessions that a compute process keeps: two revisions of each, and no more bytes than its bound."""

import pytest

from backstep_lab.jobs import kept_sessions
from backstep_lab.jobs.kept_sessions import REVISIONS, KeptSessions
from backstep_lab.sessions.concurrency.memory_use import bytes_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import spec_of

SPEC = spec_of({"network": {"inputs": 2, "layers": [{"units": 2}]}})


def session(id: str) -> Session:
    return Session.new(id, SPEC)


def test_of_one_session_the_newest_two_revisions_are_kept() -> None:
    kept = KeptSessions()
    for revision in range(5):
        kept.put(f"a {revision}", session("a"), None)
    kept.put("b 0", session("b"), None)
    assert len(kept) == REVISIONS + 1
    assert [kept.get(f"a {revision}") is not None for revision in range(5)] == [
        False,
        False,
        False,
        True,
        True,
    ]
    assert kept.get("b 0") is not None


def test_the_same_revision_is_kept_once() -> None:
    kept = KeptSessions()
    for _ in range(3):
        kept.put("a 0", session("a"), None)
    assert len(kept) == 1


def test_the_session_used_longest_ago_goes_first_when_they_exceed_the_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept_sessions, "CACHE_BYTES", 2 * bytes_of(session("a")))
    kept = KeptSessions()
    kept.put("a 0", session("a"), None)
    kept.put("b 0", session("b"), None)
    assert kept.get("a 0") is not None
    kept.put("c 0", session("c"), None)
    assert [kept.get(f"{id} 0") is not None for id in "abc"] == [True, False, True]


def test_the_newest_session_is_kept_even_where_it_does_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_sessions, "CACHE_BYTES", 1)
    kept = KeptSessions()
    for id in "abc":
        kept.put(f"{id} 0", session(id), None)
    assert [kept.get(f"{id} 0") is not None for id in "abc"] == [False, False, True]
