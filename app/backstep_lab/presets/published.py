"""Published figures compared with computed ones."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from backstep_lab.presets.preset import Figure


class SlipResult(NamedTuple):
    """What the source's own calculation gives: its formula in symbols and in numbers, and its value.

    `mathml` is "symbols = numbers" for a row of text.
    """

    symbols: str
    numbers: str
    mathml: str
    value: float


@dataclass(frozen=True)
class Check:
    """A figure as printed, and what we compute for it in the source's sign; None while it is not computed."""

    figure: Figure
    computed: float | None
    slip: SlipResult | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether the computed number rounds to the printed one; None while there is none."""
        return None if self.computed is None else agrees(self.figure.printed, self.computed)


def agrees(printed: str, computed: float) -> bool:
    """Whether `computed` rounds to the printed digits: at most half a unit of the last one away."""
    figure = Decimal(printed)
    exponent = figure.as_tuple().exponent
    assert isinstance(exponent, int), f"'{printed}' is not a number"
    return 2 * abs(Decimal(computed) - figure) <= Decimal(1).scaleb(exponent)


def checks_of(figures: Iterable[Figure], value_of: Callable[[Figure], float | None]) -> tuple[Check, ...]:
    """Each figure with its computed value; `value_of` gives None for what is not computed (yet)."""
    return tuple(Check(figure, _signed(value_of(figure), figure.sign)) for figure in figures)


def _signed(value: float | None, sign: int) -> float | None:
    return None if value is None else sign * value
