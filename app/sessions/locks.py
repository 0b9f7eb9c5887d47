"""What a session's spec locks is seen but not changed."""

from collections.abc import Iterable

from app.sessions.problems import Locked
from app.sessions.session import Session


def check_unlocked(session: Session, parts: Iterable[str]) -> None:
    """Raise Locked where one of these parts is."""
    for part in parts:
        name = "data" if part == "dataset" else part
        if name in session.history.spec.lock:
            raise Locked(name)
