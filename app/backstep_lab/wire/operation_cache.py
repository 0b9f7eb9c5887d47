"""Operations in JSON, shared by sessions of a process that have the same numbers, as in a class."""

from dataclasses import dataclass
from threading import Lock

from backstep_lab.compute.bounded_cache import BoundedCache

ENTRY_BYTES = 500  # of an entry's objects, beside its texts
MAX_BYTES = 8 * 1024 * 1024  # some 6,000 operations of a small network


@dataclass(frozen=True, slots=True)
class EncodedOperation:
    """One operation as JSON, and in the short form of `next`."""

    ref: str
    value: float | None
    phase: str
    whole: bytes
    short: bytes


Key = tuple[bytes, int, int]  # (fingerprint of the iteration, ordinal of the operation, row in focus)


class OperationCache(BoundedCache[Key, EncodedOperation]):
    """What was put in longest ago goes first. For use from any thread."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        super().__init__(max_bytes)
        self._lock = Lock()

    def add(self, key: Key, operation: EncodedOperation) -> None:
        """Keep an operation, unless it is kept already."""
        with self._lock:
            if self.get(key) is None:
                self.put(key, operation, ENTRY_BYTES + len(operation.whole) + len(operation.short))
