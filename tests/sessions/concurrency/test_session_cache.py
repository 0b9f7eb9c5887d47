"""The cache of sessions: bounded in bytes, the newest always kept, and counted to the byte."""

from backstep_lab.sessions.concurrency.memory_use import bytes_of
from backstep_lab.sessions.concurrency.session_cache import SessionCache
from tests.sessions.building import mazur

SIZE = bytes_of(mazur())


def kept(cache: SessionCache, count: int) -> list[str]:
    """Which of the sessions with these numbers as identifiers are kept."""
    return [str(number) for number in range(count) if cache.get(str(number)) is not None]


def filled(sessions: int, room: float) -> SessionCache:
    cache = SessionCache(int(room * SIZE))
    for number in range(sessions):
        cache.put(mazur().with_id(str(number)), None, 0)
    return cache


def test_the_session_used_longest_ago_goes_first() -> None:
    cache = filled(5, room=3)
    assert kept(cache, 5) == ["2", "3", "4"]
    cache.put(mazur().with_id("2"), None, 0)
    cache.put(mazur().with_id("0"), None, 0)
    assert kept(cache, 5) == ["0", "2", "4"]


def test_bytes_are_those_of_the_entries() -> None:
    cache = filled(5, room=3.9)
    assert (len(cache), cache.bytes) == (3, 3 * SIZE)
    cache.put(mazur().with_id("4"), None, 1)
    assert (len(cache), cache.bytes) == (3, 3 * SIZE)
    cache.drop("4")
    cache.drop("4")
    assert (len(cache), cache.bytes) == (2, 2 * SIZE)


def test_the_newest_session_is_kept_even_where_it_does_not_fit() -> None:
    cache = filled(3, room=0.5)
    assert kept(cache, 3) == ["2"]
    assert cache.bytes == SIZE


def test_a_session_that_has_grown_is_counted_again() -> None:
    cache = SessionCache(100 * SIZE)
    before = cache.put(mazur(), None, 0).size
    same = mazur()
    cache.put(same, None, 0)
    stepped = cache.put(same.at_step(5), None, 0)
    assert stepped.size == before, "the same objects"
    grown = same.at_step(same.current.steps).next_iteration()
    grown.current.memo["before"] = same.current
    assert cache.put(grown, None, 0).size == bytes_of(grown) > before
    assert cache.bytes == bytes_of(grown)
