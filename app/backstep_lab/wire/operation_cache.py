"""Operations in JSON, shared by sessions of a process that have the same numbers, as in a class."""

from dataclasses import dataclass
from threading import Lock

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


class OperationCache:
    """Bounded in bytes; what was put in longest ago goes first. For use from any thread."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self.max_bytes = max_bytes
        self.bytes = 0
        self._known: dict[Key, EncodedOperation] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._known)

    def get(self, key: Key) -> EncodedOperation | None:
        """The operation, if it is kept."""
        return self._known.get(key)

    def put(self, key: Key, operation: EncodedOperation) -> None:
        """Keep an operation, and let others go until all fit."""
        with self._lock:
            if key in self._known:
                return
            self._known[key] = operation
            self.bytes += _size(operation)
            while self.bytes > self.max_bytes:
                self.bytes -= _size(self._known.pop(next(iter(self._known))))


def _size(operation: EncodedOperation) -> int:
    return ENTRY_BYTES + len(operation.whole) + len(operation.short)
