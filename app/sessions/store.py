"""Where sessions live. A store keeps bytes and a head; it knows no network.

Every change is guarded by the revision it was made for: `move` and `rewrite` succeed for exactly one of
several callers at one revision. `version` counts the writes of the history: a reader knows what it has.
"""

from dataclasses import dataclass
from typing import Protocol

from app.sessions.session import Head


@dataclass(frozen=True)
class Standing:
    """Where a stored session stands."""

    revision: int
    head: Head
    version: int


@dataclass(frozen=True)
class Room:
    """How many sessions a store keeps, and for how long; see `settings.py`."""

    sessions: int
    seconds: float
    grace: float = 3600.0  # rest after which a session may make room for a new one


class Store(Protocol):
    """All times are seconds since the epoch, given by the caller."""

    def create(self, id: str, head: Head, history: bytes, now: float) -> None:
        """Keep a new session at revision 0. Raises Full where there is no room."""

    def standing(self, id: str, now: float) -> Standing | None:
        """Where a session stands; None when there is none (any more)."""

    def history(self, id: str) -> tuple[int, bytes] | None:
        """The version and the bytes of a session's history."""

    def move(self, id: str, revision: int, head: Head, now: float) -> bool:
        """Give the session at `revision` a new head and the next revision; False when it is elsewhere."""

    def rewrite(self, id: str, revision: int, head: Head, history: bytes, now: float) -> bool:
        """The same, with a new history."""

    def delete(self, id: str) -> bool:
        """Forget a session; False when there was none."""

    def sweep(self, now: float) -> int:
        """Forget the sessions whose time is over, and say how many."""

    def count(self) -> int:
        """How many sessions there are."""

    def close(self) -> None:
        """Let go of files."""
