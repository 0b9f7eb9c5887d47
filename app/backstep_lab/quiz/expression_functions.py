"""Functions and powers of a learner's calculation, each with the numbers that it is defined for."""

import math
from collections.abc import Callable
from dataclasses import dataclass


class UndefinedError(ArithmeticError):
    """A calculation that has no value among the real numbers: which part, why, and the key of that reason."""

    def __init__(self, part: str, why: str, key: str) -> None:
        super().__init__(part)
        self.part, self.why, self.key = part, why, key


@dataclass(frozen=True, slots=True)
class Domain:
    """The domain of a function, and the problem of a number outside it."""

    holds: Callable[[float], bool]
    why: str
    key: str


ABOVE_ZERO = Domain(lambda z: z > 0.0, "a logarithm takes numbers above 0 only", "problem-answer-logarithm")
NOT_NEGATIVE = Domain(lambda z: z >= 0.0, "a square root takes no negative number", "problem-answer-root")


def _sigmoid(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))


FUNCTIONS: dict[str, Callable[..., float]] = {
    "sigmoid": _sigmoid,
    "exp": math.exp,
    "tanh": math.tanh,
    "sqrt": math.sqrt,
    "ln": math.log,
    "log": math.log,  # natural, as everywhere in the formulas
    "abs": abs,
    "relu": lambda z: max(0.0, z),
    "max": max,
    "min": min,
}
DOMAINS = {"ln": ABOVE_ZERO, "log": ABOVE_ZERO, "sqrt": NOT_NEGATIVE}
ANY_NUMBER = ("max", "min")  # of arguments


def applied(name: str, args: list[float]) -> float:
    """The value of a function. Raises UndefinedError, OverflowError; TypeError for a wrong count."""
    if name not in ANY_NUMBER and len(args) != 1:
        raise TypeError(f"{name} takes one number, not {len(args)}")
    domain = DOMAINS.get(name)
    if domain is not None and not domain.holds(args[0]):
        raise UndefinedError(f"{name}({args[0]:g})", domain.why, domain.key)
    return float(FUNCTIONS[name](*args))


def power(base: float, exponent: float) -> float:
    """`base` to the power of `exponent`. Raises UndefinedError, ZeroDivisionError, OverflowError."""
    if base < 0.0 and not exponent.is_integer():
        why = "a negative number has whole powers only"
        raise UndefinedError(f"({base:g})^{exponent:g}", why, "problem-answer-power")
    return float(base**exponent)
