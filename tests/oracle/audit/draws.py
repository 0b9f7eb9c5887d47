"""Random draws, each from a seed alone: of `Random` only `random()` keeps its sequence for ever."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")
Rows = list[list[float]]


class Draw:
    """Draws for one session."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed).random

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self._random()

    def whole(self, low: int, high: int) -> int:
        return low + int(self._random() * (high - low + 1))

    def chance(self, probability: float) -> bool:
        return self._random() < probability

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[self.whole(0, len(choices) - 1)]

    def some_of(self, choices: Sequence[T], count: int) -> list[T]:
        """Up to `count` of them, each once."""
        left, chosen = list(choices), list[T]()
        while left and len(chosen) < count:
            chosen.append(left.pop(self.whole(0, len(left) - 1)))
        return chosen

    def rows(self, count: int, width: int, size: float = 1.0, digits: int | None = None) -> Rows:
        """Numbers of (−size, size); with `digits` rounded to so many decimals, as people write them."""
        numbers = [[self.between(-size, size) for _ in range(width)] for _ in range(count)]
        return numbers if digits is None else [[round(x, digits) for x in row] for row in numbers]
