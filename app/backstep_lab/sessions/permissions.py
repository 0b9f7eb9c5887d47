"""What a session's spec locks is seen but not changed."""

from collections.abc import Iterable

from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Locked


def check_unlocked(session: Session, parts: Iterable[str]) -> None:
    """Raise Locked where one of these parts is."""
    for part in parts:
        name = "data" if part in ("dataset", "names") else part
        if name in session.history.spec.lock:
            raise Locked(name)
