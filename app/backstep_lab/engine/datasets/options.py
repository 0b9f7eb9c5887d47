"""Options of a data set, and their validation."""

from dataclasses import dataclass
from typing import Literal

from backstep_lab.engine.datasets.class_targets import DataError


@dataclass(frozen=True)
class Option:
    """What a data set lets one choose: a whole number within bounds, one of `choices`, or several."""

    name: str
    kind: Literal["integer", "choice", "choices"]
    default: object
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[str, ...] = ()

    def checked(self, value: object) -> object:
        """The value, if it is allowed; otherwise a DataError with the range."""
        if self.kind == "integer":
            assert self.minimum is not None, "an integer option has bounds"
            assert self.maximum is not None, "an integer option has bounds"
            return whole(self.name, value, self.minimum, self.maximum)
        if self.kind == "choice":
            if value not in self.choices:
                raise self._unknown(value)
            return value
        several = [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
        if not several or len(set(several)) < len(several) or not set(several) <= set(self.choices):
            raise DataError(
                self.name,
                f"{self.name} is {value!r}; choose one or more, each once, of {', '.join(self.choices)}.",
                "problem-data-choices",
                value=str(value),
                choices=", ".join(self.choices),
            )
        return several

    def _unknown(self, value: object) -> DataError:
        choices = ", ".join(self.choices)
        return DataError(
            self.name,
            f"{self.name} is {value!r}; there are {choices}.",
            "problem-unknown-choice",
            value=str(value),
            choices=choices,
        )


def whole(name: str, value: object, low: int, high: int) -> int:
    """The value, if it is a whole number within the bounds. Raises DataError."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise DataError(
            name,
            f"{name} is {value!r}; it must be a whole number from {low} to {high}.",
            "problem-out-of-range",
            value=str(value),
            min=low,
            max=high,
        )
    return value


def real(name: str, value: float, low: float, high: float) -> float:
    """The value, if it lies within the bounds. Raises DataError."""
    if not low <= value <= high:
        raise DataError(
            name,
            f"{name} is {value!r}; it must be from {low} to {high}.",
            "problem-out-of-range",
            value=str(value),
            min=low,
            max=high,
        )
    return float(value)
