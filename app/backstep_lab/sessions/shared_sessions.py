"""What sessions of a process have in common, as in a class, is computed once and kept once.

Sessions that were made from the same words share their history and their iteration as objects, and go on
sharing what follows them until one of them is edited, is sent elsewhere or is loaded from the store.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace

from backstep_lab.compute.identity_cache import IdentityCache
from backstep_lab.models.memo import Memo
from backstep_lab.sessions.concurrency.memory_use import bytes_of
from backstep_lab.sessions.session import Head, Session

MAX_BYTES = 16 * 1024 * 1024  # some 300 iterations of a small network

_FOLLOWING: IdentityCache[Session] = IdentityCache(MAX_BYTES)
_BEGINNINGS: IdentityCache[Session] = IdentityCache(MAX_BYTES)


def following(session: Session, make: Callable[[], Session], *words: Hashable) -> Session:
    """Where `make` leads: a later iteration, for which the words and what sessions share are decisive."""
    sources = (session.history, session.current)
    there = _FOLLOWING.get(sources, *words)
    if there is None:
        there = make()
        _FOLLOWING.put(there, bytes_of(there), sources, *words)
    head = Head(there.iteration, there.step, session.head.focus)
    return replace(session, head=head, history=there.history, current=there.current)


def beginning(words: bytes, make: Callable[[], Session]) -> Session:
    """What `make` makes: a new session, without an identifier, for which the words are decisive."""
    start = _BEGINNINGS.get((), words)
    if start is None:
        start = make()
        _BEGINNINGS.put(start, bytes_of(start) + len(words), (), words)
    return replace(start, published=Memo())
