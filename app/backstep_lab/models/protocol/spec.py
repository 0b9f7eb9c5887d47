"""What a session needs of a spec."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, Self


class ModelSpec(Protocol):
    """What a session is made from, as JSON-compatible fields."""

    @property
    def preset(self) -> str | None:
        """The preset it came from, if any."""

    @property
    def lock(self) -> Sequence[str]:
        """The parts that may be seen but not changed."""

    @property
    def reveal_upcoming(self) -> bool:
        """Whether answers contain the next operations in advance."""

    def model_dump(self, *, exclude_none: bool = ..., exclude: set[str] | None = ...) -> dict[str, Any]:
        """All fields."""

    def model_copy(self, *, update: Mapping[str, Any] | None = ...) -> Self:
        """A copy with other fields."""
