"""How people count: what a person reads counts from 1 what refs, the API and programs count from 0.

It holds for inputs, neurons, outputs, examples and iterations; layers count from 1 everywhere. The page has
the same rule, `static/src/notation/shownIndex.ts`.
"""

from collections.abc import Mapping
from typing import Any

COUNTED = frozenset({"unit", "from", "to", "row", "input", "example", "iteration"})
"""Arguments of messages that are such indices."""


def shown_index(index: int) -> int:
    """An index as a person reads it."""
    return index + 1


def shown_args(args: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a message, their indices as a person reads them."""
    return {
        name: shown_index(arg) if name in COUNTED and isinstance(arg, int) else arg
        for name, arg in args.items()
    }
