"""The functions of formulas for every float64: infinite where they overflow, nan where they are undefined."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from math import inf, nan


def exp(x: float) -> float:
    """eˣ."""
    try:
        return math.exp(x)
    except OverflowError:
        return inf


def expm1(x: float) -> float:
    """eˣ − 1, without cancellation near 0."""
    try:
        return math.expm1(x)
    except OverflowError:
        return inf


def ln(x: float) -> float:
    """The natural logarithm; −∞ at 0."""
    return math.log(x) if x > 0.0 else -inf if x == 0.0 else nan


def ln1p(begin: float, rest: float) -> float:
    """ln(begin + rest), without cancellation where `begin` is 1 and the rest is small."""
    return math.log1p(rest) if begin == 1.0 and rest > -1.0 else ln(begin + rest)


def power(x: float, y: float) -> float:
    """xʸ."""
    try:
        return math.pow(x, y)
    except OverflowError:
        return inf
    except ValueError:
        return nan


def divided(x: float, y: float) -> float:
    """x / y; ±∞ for x / 0, nan for 0 / 0."""
    if y == 0.0:
        return nan if x == 0.0 or x != x else math.copysign(inf, x)
    return x / y


def log_sum_exp(exponents: Sequence[float]) -> float:
    """ln Σ eˣ, finite wherever its value is."""
    own, *others = sorted(exponents, reverse=True)
    return own + math.log1p(sum(exp(other - own) for other in others))


def share(own: float, exponents: Sequence[float]) -> float:
    """e^own / Σ eˣ, finite wherever its value is."""
    return 1.0 / sum(exp(other - own) for other in exponents)


FUNCTIONS: dict[str, Callable[[float], float]] = {
    "\\exp": exp,
    "\\sin": math.sin,
    "\\cos": math.cos,
    "\\tan": math.tan,
    "\\tanh": math.tanh,
    "\\cosh": lambda x: (exp(x) + exp(-x)) / 2.0,
    "\\sigma": lambda z: 1.0 / (1.0 + exp(-z)),
    "\\Phi": lambda z: 0.5 * math.erfc(-z / math.sqrt(2.0)),
    "\\sqrt": lambda x: math.sqrt(x) if x >= 0.0 else nan,
    "erf": math.erf,
    "erfc": math.erfc,
    "sgn": lambda x: float((x > 0.0) - (x < 0.0)),
    "step": lambda x: float(x > 0.0),
}
CONSTANTS = {"\\pi": math.pi, "e": math.e}
CHOICES: dict[str, Callable[[float, float], float]] = {"\\max": max, "\\min": min}
RELATIONS: dict[str, Callable[[float, float], bool]] = {
    "=": lambda x, y: x == y,
    ">": lambda x, y: x > y,
    "<": lambda x, y: x < y,
    "\\ge": lambda x, y: x >= y,
    "\\le": lambda x, y: x <= y,
}
