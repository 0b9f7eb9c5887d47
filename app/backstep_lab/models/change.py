"""What an edit changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Change:
    """New numbers by ref (those of the data in one row of the training set), and parts of the spec.

    `parts` holds the edited fields of each part of the spec by the part's name; the data's is `dataset`.
    """

    parameters: Mapping[str, float] = field(default_factory=dict)
    data: Mapping[str, float] = field(default_factory=dict)
    row: int = 0
    parts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def part(self, name: str) -> Mapping[str, Any]:
        """The edited fields of a part of the spec; empty where it is not edited."""
        return self.parts.get(name, {})

    @property
    def changes_model(self) -> bool:
        """Whether it changes the model itself, and not only its data or how it is trained."""
        return any(
            fields for name, fields in self.parts.items() if name not in ("training", "dataset", "names")
        )
