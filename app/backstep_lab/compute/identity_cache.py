"""A cache of what is made from objects that are compared by identity, bounded in bytes."""

from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

from backstep_lab.compute.bounded_cache import BoundedCache

V = TypeVar("V")
ENTRY_BYTES = 500  # of an entry's own objects


class IdentityCache(Generic[V]):
    """Values by the objects that each was made from, and by plain words in addition.

    The objects are kept as long as the value, so that no other one gets the identity of one of them. What was
    used longest ago goes first. For use from any thread.
    """

    def __init__(self, max_bytes: int) -> None:
        self._entries: BoundedCache[Hashable, tuple[tuple[object, ...], V]] = BoundedCache(max_bytes)
        self._lock = Lock()

    @property
    def bytes(self) -> int:
        """What all entries take."""
        return self._entries.bytes

    def get(self, sources: tuple[object, ...], *words: Hashable) -> V | None:
        """The value made from these objects, if it is kept."""
        key = (*map(id, sources), *words)
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            self._entries.touch(key)
        return entry[1]

    def put(self, value: V, size: int, sources: tuple[object, ...], *words: Hashable) -> None:
        """Keep a value of `size` bytes, its sources included."""
        with self._lock:
            self._entries.put((*map(id, sources), *words), (sources, value), ENTRY_BYTES + size)
