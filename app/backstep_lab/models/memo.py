"""A small memory of derived values that forgets the oldest."""

from threading import Lock
from typing import Any

MEMO_ENTRIES = 24  # the operations that an answer shows in advance, those just passed, and a few others


_LOCK = Lock()  # one for all memos: what it guards takes less than a microsecond


class Memo(dict[Any, Any]):
    """A dictionary of at most MEMO_ENTRIES entries, the one set longest ago forgotten first.

    For use from any thread.
    """

    def __setitem__(self, key: Any, value: Any) -> None:
        with _LOCK:
            super().__setitem__(key, value)
            if len(self) > MEMO_ENTRIES:
                del self[next(iter(self))]
