"""How close to the true number an answer must be."""

from math import floor, log10

NOTHING = 1e-12  # what 0.3 - 0.1 - 0.2 and the like leave over where 0 is meant
ROUNDING = 1.0 + 1e-9  # an answer that is off by exactly one unit counts, however float64 writes it


def margin(true: float, digits: int, old: float | None = None) -> float:
    """How far from `true` is still right: one unit of the digit numbered `digits` of its significant ones.

    A number that came from an `old` one by a small change must be nearer to itself than to the old one.
    """
    if abs(true) <= NOTHING:
        return NOTHING
    unit = 10.0 ** (floor(log10(abs(true))) - digits + 1)
    return min(unit, unit if old is None or old == true else abs(true - old) / 2)


def is_near(given: float, true: float, margin: float) -> bool:
    """Whether it lies within the margin."""
    return abs(given - true) <= margin * ROUNDING
