"""Sessions in a PostgreSQL database, which any number of processes on any number of machines may share.

Every call is one statement, and so one transaction and one round trip, except where a new session needs
another one to go. A guarded write works like this: the row is found at the revision that the caller knows and
locked; a second writer waits for the lock, finds another revision, and changes nothing.
"""

from collections.abc import Mapping
from time import monotonic
from typing import Any

from backstep_lab.sessions.session import Head
from backstep_lab.sessions.store.base import KEEP_RUN, Capacity, SessionRecord, Write
from backstep_lab.sessions.store.postgresql_pool import Patience, Pool
from backstep_lab.sessions.store.postgresql_schema import prepare
from backstep_lab.sessions.store.postgresql_statements import (
    COUNT,
    CREATE,
    DELETE,
    FIND,
    LOAD,
    MAY_GO,
    OVER,
    OWN,
    REMOVE,
    REWRITE,
    STEP,
)
from backstep_lab.spec.errors import Full

REMOVED_AT_ONCE = 500
COUNTED_SECONDS = 5.0  # how long a count of all sessions is good for
COUNTED_SHARE = 20  # and for this many times as long again as counting took
TRIES = 3  # to make room for a session, while others make and take room too


class PostgresqlStore:
    """For use from one event loop; every process opens its own.

    How many sessions there are in all is counted every few seconds, and what this process adds and removes in
    between is added up: several processes that create sessions at a time may go beyond the capacity by what
    the others created since. A client's sessions are counted each time, by an index; creations of one client
    at the same moment may go beyond its share by their number.
    """

    def __init__(self, address: str, capacity: Capacity, patience: Patience = Patience()) -> None:  # noqa: B008 – frozen
        self._capacity = capacity
        self._pool = Pool(address, patience)
        self._sessions = 0
        self._creating = 0
        self._counted_until = 0.0

    async def open(self) -> None:
        await self._pool.open(prepare)

    async def create(self, id: str, head: Head, parts: Mapping[str, bytes], client: str, now: float) -> None:
        assert _is_text(id), f"{id!r} cannot be the name of a session"
        client = _as_text(client)
        values = {
            "id": id,
            **_place(head),
            "now": now,
            "client": client,
            "sessions_of_client": self._capacity.sessions_of_client,
            **_columns(parts),
        }
        await self.count()
        self._creating += 1
        try:
            await self._make_room(client, now)
            await self._insert(values, client, now)
            self._sessions += 1
        finally:
            self._creating -= 1

    async def _insert(self, values: Mapping[str, Any], client: str, now: float) -> None:
        for _ in range(TRIES):
            if await self._pool.change(CREATE, values):
                return
            await self._make_room_of(client, now)
        raise Full(self._capacity.sessions_of_client)

    async def _make_room(self, client: str, now: float) -> None:
        """Where there are more sessions than may be, those being created included, remove as many."""
        capacity = self._capacity
        if self._excess() > 0 and await self._has_its_share(client):
            await self._make_room_of(client, now)
        if (excess := self._excess()) > 0:
            rests = {"untouched": now - capacity.grace_untouched, "rested": now - capacity.grace}
            if not await self._remove_first("TRUE", excess, now, rests):
                raise Full(capacity.sessions)

    def _excess(self) -> int:
        return self._sessions + self._creating - self._capacity.sessions

    async def _has_its_share(self, client: str) -> bool:
        most = self._capacity.sessions_of_client
        ((sessions,),) = await self._pool.read(OWN, {"client": client, "sessions_of_client": most})
        return bool(sessions >= most)

    async def _make_room_of(self, client: str, now: float) -> None:
        rests = {"untouched": now, "rested": now - self._capacity.grace, "client": client}
        if not await self._remove_first("client = %(client)s", 1, now, rests):
            raise Full(self._capacity.sessions_of_client)

    async def _remove_first(self, whose: str, most: int, now: float, values: Mapping[str, Any]) -> int:
        """Remove up to `most` of these sessions, only of the first kind of which there are any."""
        for which in MAY_GO:
            removed = await self._remove(f"{whose} AND {which}", most, now, values)
            if removed:
                return removed
        return 0

    async def _remove(self, which: str, most: int, now: float, values: Mapping[str, Any]) -> int:
        bounds = {"over": now - self._capacity.seconds, "most": min(most, REMOVED_AT_ONCE)}
        removed = len(await self._pool.change(REMOVE.format(which=which), {**values, **bounds}))
        self._sessions -= removed
        return removed

    async def record(self, id: str, now: float) -> SessionRecord | None:
        if not _is_text(id):
            return None
        rows = await self._pool.read(FIND, self._live(id, now))
        return _record(rows[0]) if rows else None

    async def load(self, id: str, now: float) -> tuple[SessionRecord, dict[str, bytes]] | None:
        if not _is_text(id):
            return None
        rows = await self._pool.read(LOAD, self._live(id, now))
        if not rows:
            return None
        return _record(rows[0]), {name: content for *_, name, content in rows if name is not None}

    async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
        if not _is_text(id):
            return None
        values = {
            **self._live(id, now),
            **_place(write.head),
            "now": now,
            "revision": revision,
            "changes": int(write.changes_history),
            "keep_run": write.run == KEEP_RUN,
            "run": write.run,
            "of_run": write.of_run,
        }
        if write.changes_history:
            values |= {"deleted": list(set(write.delete) - set(write.put)), **_columns(write.put)}
        rows = await self._pool.change(REWRITE if write.changes_history else STEP, values)
        return _record(rows[0]) if rows else None

    def _live(self, id: str, now: float) -> dict[str, object]:
        return {"id": id, "live_since": now - self._capacity.seconds}

    async def delete(self, id: str) -> bool:
        if not _is_text(id):
            return False
        removed = len(await self._pool.change(DELETE, {"id": id}))
        self._sessions -= removed
        return removed == 1

    async def sweep(self, now: float) -> int:
        return await self._remove(OVER, REMOVED_AT_ONCE, now, {})

    async def count(self) -> int:
        began = monotonic()
        if began >= self._counted_until:
            self._counted_until = began + COUNTED_SECONDS  # meanwhile the others go by the last count
            try:
                ((self._sessions,),) = await self._pool.read(COUNT, {})
            except BaseException:
                self._counted_until = began
                raise
            self._counted_until += COUNTED_SHARE * (monotonic() - began)
        return self._sessions

    async def close(self) -> None:
        await self._pool.close()


def _record(row: tuple[Any, ...]) -> SessionRecord:
    revision, iteration, step, focus, version, run = row[:6]
    return SessionRecord(revision, Head(iteration, step, focus), version, run)


def _place(head: Head) -> dict[str, object]:
    return {"iteration": head.iteration, "step": head.step, "focus": head.focus}


def _columns(parts: Mapping[str, bytes]) -> dict[str, object]:
    return {"names": list(parts), "contents": list(parts.values())}


def _is_text(id: str) -> bool:
    """Whether a column of text can hold this; whatever else is asked for is not there."""
    return "\0" not in id and id.isascii()


def _as_text(client: str) -> str:
    return client.replace("\0", "").encode(errors="replace").decode()
