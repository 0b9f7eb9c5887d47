"""A small memory of derived values that forgets the oldest."""

from typing import Any

MEMO_ENTRIES = 24  # the operations that an answer shows in advance, those just passed, and a few others


class Memo(dict[Any, Any]):
    """A dictionary of at most MEMO_ENTRIES entries, the one set longest ago forgotten first."""

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key, value)
        if len(self) > MEMO_ENTRIES:
            del self[next(iter(self))]
