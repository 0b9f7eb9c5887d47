"""What a session's spec locks is seen but not changed."""

from collections.abc import Iterable

from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Locked

# The lock of a part that has another name: a graph's program is what a network is to others.
_LOCKS = {"dataset": "data", "names": "data", "graph": "network"}


def check_unlocked(session: Session, parts: Iterable[str]) -> None:
    """Raise Locked where one of these parts is."""
    for part in parts:
        name = _LOCKS.get(part, part)
        if name in session.history.spec.lock:
            raise Locked(name)
