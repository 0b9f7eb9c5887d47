"""A session out of what a store keeps of it; whatever a damaged record leads to is Unreadable."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import structlog

from backstep_lab.sessions.concurrency.deadline import TookLong
from backstep_lab.sessions.history import History, ShouldContinue
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.store.codec import spec_fields
from backstep_lab.sessions.store.history_parts import WHOLE, history_of, spec_in
from backstep_lab.spec.errors import Busy, TooLong, Unreadable

T = TypeVar("T")

log = structlog.get_logger()


def restored(
    id: str, revision: int, head: Head, parts: Mapping[str, bytes], proceed: ShouldContinue
) -> tuple[Session, History | None]:
    """The session of stored parts, and the history that the store holds. Raises Unreadable, TooLong.

    The history is None where it is stored in another program's form, which the next write of it replaces.
    """

    def opened() -> tuple[Session, History | None]:
        history = history_of(parts)
        session = Session.restore(id, revision, head, history, proceed)
        return session, None if WHOLE in parts else history

    return _readable(id, opened, lambda: spec_in(parts))


def moved(session: Session, revision: int, head: Head, proceed: ShouldContinue) -> Session:
    """A session at another head of the same history. Raises Unreadable, TooLong."""

    def there() -> Session:
        if head.iteration == session.iteration:
            return session.at_head(head, revision)
        return Session.restore(session.id, revision, head, session.history, proceed)

    return _readable(session.id, there, lambda: spec_fields(session.history.spec))


def _readable(id: str, work: Callable[[], T], spec: Callable[[], dict[str, object] | None]) -> T:
    try:
        return work()
    except (Busy, TooLong, TookLong):
        raise
    except Exception as error:
        log.error("a stored session cannot be opened", id=id, error=repr(error))
        raise Unreadable(spec()) from error
