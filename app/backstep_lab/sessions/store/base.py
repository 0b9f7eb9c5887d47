"""What every store of sessions promises. A store keeps records and named parts of histories; it knows no
network.

Every change is one guarded write: it succeeds for exactly one of several callers at one revision, and returns
the record as it is afterwards, so that no caller has to read what another may have written meanwhile.

A history is stored in parts, so that a write costs in proportion to what changed (`history_parts.py` has
their names). `version` counts the writes that changed a part: a process that holds parts knows whether they
are current.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from backstep_lab.sessions.session import Head

KEEP_RUN = ""


@dataclass(frozen=True)
class SessionRecord:
    """One session's row. `run` identifies the training run under way; None when there is none."""

    revision: int
    head: Head
    version: int
    run: str | None = None


@dataclass(frozen=True)
class Write:
    """The next revision of a session: its head, the parts of its history that changed, and its training run.

    `run` is the identifier of a run that begins or goes on, None to end the run under way, or KEEP_RUN to
    leave it as it is. With `of_run` the write succeeds only while that run is the one under way.
    """

    head: Head
    put: Mapping[str, bytes] = field(default_factory=dict)
    delete: Collection[str] = ()
    run: str | None = KEEP_RUN
    of_run: str | None = None

    @property
    def changes_history(self) -> bool:
        """Whether a part of the history changes."""
        return bool(self.put or self.delete)


@dataclass(frozen=True)
class Capacity:
    """How many sessions a store keeps, in all and of one client, and for how long; see `settings.py`."""

    sessions: int
    seconds: float
    sessions_of_client: int = 2**62
    grace: float = 3600.0  # seconds of rest after which a session may make room for a new one
    grace_untouched: float = 60.0  # the same for a session at revision 0, which was never stepped


class Store(Protocol):
    """All times are seconds since the epoch, given by the caller.

    Each call raises `StoreUnavailable` when the store does not answer in time, and a write raises
    `UnknownOutcome` when the connection broke after it was sent. No call blocks the event loop for more than
    a few milliseconds.
    """

    async def open(self) -> None:
        """Prepare the schema; called once, on the event loop that the other calls come from.

        Raises SchemaTooNew where a newer program has written this store.
        """

    async def create(self, id: str, head: Head, parts: Mapping[str, bytes], client: str, now: float) -> None:
        """Keep a new session of a client (its address) at revision 0 and version 0.

        Where the capacity is reached, sessions whose time is over go first, then those at revision 0 that
        have rested for `grace_untouched`, then those that have rested for `grace`, each the one untouched for
        longest first. Where a client's own share is reached, only sessions of that client go, and those at
        revision 0 need no rest. Raises Full where no session may go.
        """

    async def record(self, id: str, now: float) -> SessionRecord | None:
        """A session's record; None where there is none (any more)."""

    async def load(self, id: str, now: float) -> tuple[SessionRecord, dict[str, bytes]] | None:
        """A session's record with all parts of its history, as one write left them."""

    async def write(self, id: str, revision: int, write: Write, now: float) -> SessionRecord | None:
        """Store the next revision of the session that is at `revision`; its record after that.

        None, and nothing changed, where the session is at another revision, is gone, or is not under
        `of_run`.
        """

    async def delete(self, id: str) -> bool:
        """Delete a session; False where there was none."""

    async def sweep(self, now: float) -> int:
        """Delete sessions whose time is over, a bounded number in one call; how many they were."""

    async def count(self) -> int:
        """How many sessions there are, at most a few seconds ago."""

    async def close(self) -> None:
        """Close files and connections."""


class SchemaTooNew(Exception):  # noqa: N818 – what is the case
    """The store was written by a newer version of the program."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"The store has schema version {found}; this program knows versions up to {known}. "
            "Run the newer program, or name another store in BACKSTEP_STORE."
        )
