"""What a load program has seen: times and counts, printed as a table, with the aims met and missed."""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

FAULTS_SHOWN = 10
# Milliseconds. A short form may run beside other work: it only finds an event loop that stood still.
SHORT_BOUND = 15_000.0


class Times:
    """Seconds from when something was due until it was done."""

    def __init__(self, seconds: Iterable[float] = ()) -> None:
        self._seconds = list(seconds)

    def add(self, seconds: float) -> None:
        self._seconds.append(seconds)

    def __len__(self) -> int:
        return len(self._seconds)

    def at(self, share: float) -> float:
        """Milliseconds within which this share was done (nearest rank); NaN of nothing."""
        if not self._seconds:
            return float("nan")
        return sorted(self._seconds)[ceil(share * len(self._seconds)) - 1] * 1e3

    @property
    def longest(self) -> float:
        """Milliseconds of the longest; NaN of nothing."""
        return self.at(1.0)

    def __str__(self) -> str:
        return f"p50 {self.at(0.5):.1f}  p99 {self.at(0.99):.1f}  max {self.longest:.1f} ms"


@dataclass
class Tally:
    """How requests were answered, and what should never have been."""

    statuses: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    times: Times = field(default_factory=Times)

    def fault(self, text: str) -> None:
        """Something that no load excuses."""
        self.faults.append(text)

    def refused(self) -> int:
        """How many requests were sent away for now."""
        return self.statuses["429"] + self.statuses["503"]

    def __str__(self) -> str:
        return ", ".join(f"{count} × {status}" for status, count in sorted(self.statuses.items()))


class Aim(NamedTuple):
    """What is aimed at; a binding one decides whether the program fails."""

    text: str
    met: bool
    binding: bool


def faultless(what: str, tally: Tally) -> Aim:
    """The binding aim that there were no faults; those that there were are printed."""
    for text in tally.faults[:FAULTS_SHOWN]:
        print(f"  fault: {text}")
    return Aim(f"{what}: {len(tally.faults)} faults, aim 0", not tally.faults, True)


def within(what: str, milliseconds: float, aim: float, bound: float) -> list[Aim]:
    """An aim for a quiet machine, printed, and a wide binding bound beside it. NaN misses both."""
    return [
        Aim(f"{what} {milliseconds:.1f} ms, aim {aim:g}", milliseconds <= aim, False),
        Aim(f"{what} {milliseconds:.1f} ms, at the very most {bound:g}", milliseconds <= bound, True),
    ]


def concluded(aims: list[Aim]) -> bool:
    """Print the aims; whether all binding ones are met."""
    for aim in aims:
        print(f"  {'met   ' if aim.met else 'MISSED'} {aim.text}")
    sys.stdout.flush()
    return all(aim.met for aim in aims if aim.binding)
