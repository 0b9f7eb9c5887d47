"""A cache that is bounded in bytes."""

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class BoundedCache(Generic[K, V]):
    """Values by key, each with its size; the one put in or touched longest ago goes first.

    The newest `least` values stay however large they are. For use from one thread at a time.
    """

    def __init__(self, max_bytes: int, least: int = 0) -> None:
        self.max_bytes = max_bytes
        self.bytes = 0
        self._least = least
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K) -> V | None:
        """The value, if it is kept."""
        entry = self._entries.get(key)
        return None if entry is None else entry[0]

    def touch(self, key: K) -> None:
        """Make a value that is kept the one used last."""
        self._entries.move_to_end(key)

    def put(self, key: K, value: V, size: int) -> list[V]:
        """Keep a value of `size` bytes as the one used last; the values that went to make room for it."""
        self.drop(key)
        self._entries[key] = value, size
        self.bytes += size
        gone = []
        while self.bytes > self.max_bytes and len(self._entries) > self._least:
            _, (oldest, freed) = self._entries.popitem(last=False)
            self.bytes -= freed
            gone.append(oldest)
        return gone

    def drop(self, key: K) -> None:
        """Forget a value, if it is kept."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            self.bytes -= entry[1]
