"""Stores: what every one promises, and what SQLite adds."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.sessions.memory import MemoryStore
from app.sessions.open import open_store
from app.sessions.problems import Full
from app.sessions.session import Head
from app.sessions.sqlite import SqliteStore
from app.sessions.store import Room, Standing, Store

ROOM = Room(sessions=3, seconds=100.0, grace=10.0)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store with room for three."""
    made: Store = (
        MemoryStore(ROOM) if request.param == "memory" else SqliteStore(tmp_path / "s.sqlite3", ROOM)
    )
    yield made
    made.close()


def test_a_session_is_found_as_it_was_left(store: Store) -> None:
    store.create("a", Head(), b"history", 0.0)
    assert store.standing("a", 0.0) == Standing(0, Head(), 0)
    assert store.history("a") == (0, b"history")
    assert store.move("a", 0, Head(2, 7, 1), 1.0)
    assert store.rewrite("a", 1, Head(3, 0, 0), b"new", 2.0)
    assert store.standing("a", 2.0) == Standing(2, Head(3, 0, 0), 1)
    assert store.history("a") == (1, b"new")


def test_a_change_for_another_revision_is_none(store: Store) -> None:
    store.create("a", Head(), b"history", 0.0)
    assert store.move("a", 0, Head(0, 1), 0.0)
    assert not store.move("a", 0, Head(0, 2), 0.0)
    assert not store.rewrite("a", 0, Head(0, 2), b"lost", 0.0)
    assert store.standing("a", 0.0) == Standing(1, Head(0, 1), 0)
    assert store.history("a") == (0, b"history")


def test_nobody_is_not_found(store: Store) -> None:
    assert store.standing("x", 0.0) is None
    assert store.history("x") is None
    assert not store.move("x", 0, Head(), 0.0)
    assert not store.delete("x")


def test_a_forgotten_session_is_gone(store: Store) -> None:
    store.create("a", Head(), b"", 0.0)
    assert store.delete("a")
    assert store.standing("a", 0.0) is None
    assert store.count() == 0


def test_time_runs_from_the_last_change(store: Store) -> None:
    store.create("a", Head(), b"", 0.0)
    store.create("b", Head(), b"", 0.0)
    assert store.move("b", 0, Head(), 60.0)
    assert store.standing("a", 101.0) is None
    assert store.standing("b", 101.0) is not None
    assert store.sweep(101.0) == 1
    assert store.count() == 1


def test_the_one_rested_longest_makes_room(store: Store) -> None:
    for now, id in enumerate("abc"):
        store.create(id, Head(), b"", float(now))
    store.move("a", 0, Head(), 5.0)
    store.create("d", Head(), b"", 12.0)
    assert [store.standing(id, 12.0) is not None for id in "abcd"] == [True, False, True, True]


def test_nobody_who_is_busy_makes_room(store: Store) -> None:
    for id in "abc":
        store.create(id, Head(), b"", 5.0)
    with pytest.raises(Full, match="All 3 places"):
        store.create("d", Head(), b"", 6.0)
    assert store.count() == 3


def test_of_many_at_one_revision_exactly_one_succeeds(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    SqliteStore(path, ROOM).create("a", Head(), b"", 0.0)
    won: list[int] = []

    def race(number: int) -> None:
        own = SqliteStore(path, ROOM)
        for revision in range(50):
            if own.move("a", revision, Head(0, number), 0.0):
                won.append(revision)
        own.close()

    racers = [threading.Thread(target=race, args=(number,)) for number in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert sorted(won) == list(range(len(won)))
    assert len(set(won)) == len(won)


def test_a_file_is_opened_by_many_at_once(tmp_path: Path) -> None:
    failed: list[Exception] = []

    def opened() -> None:
        try:
            SqliteStore(tmp_path / "deep" / "s.sqlite3", ROOM).close()
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=opened) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


@pytest.mark.parametrize("address", ["", "memory", "sqlite:", "sqlite:///", "redis://x", "/tmp/x"])
def test_an_address_of_no_store_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="it must be memory: or sqlite:///path"):
        open_store(address, ROOM)


def test_an_address_names_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for address in ("sqlite:///here.sqlite3", f"sqlite:///{tmp_path}/there.sqlite3"):
        open_store(address, ROOM).close()
    assert (tmp_path / "here.sqlite3").exists()
    assert (tmp_path / "there.sqlite3").exists()
