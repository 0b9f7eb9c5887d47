"""Numbers as the page prints them, by the rule of `static/src/notation/numberFormat.ts`."""

from decimal import ROUND_HALF_UP, Context, Decimal
from math import floor, log10

FULL = 17  # enough to distinguish all float64 numbers
SMALLEST_FIXED, LARGEST_FIXED = 1e-5, 1e7
_LEAST_SHORT, _MOST_SHORT = 1e-6, 1e21  # JavaScript's: all digits of a number are written without exponent
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def page_number(value: float, digits: int, signed: bool = False) -> str:
    """−0.0418; with `signed` also a plus: +0.0826."""
    size = abs(value)
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    mantissa, _, exponent = _printed(size, digits).partition("e")
    return sign + mantissa + (f"×10{exponent.translate(_RAISED)}" if exponent else "")


def _printed(size: float, digits: int) -> str:
    shortest = Decimal(repr(size))
    if size == 0:
        return "0"
    if digits >= FULL:
        is_fixed = _LEAST_SHORT <= size < _MOST_SHORT
        return (
            _fixed(shortest) if is_fixed else _scientific(shortest, len(shortest.normalize().as_tuple()[1]))
        )
    if not SMALLEST_FIXED <= size < LARGEST_FIXED:
        return _scientific(Context(digits, ROUND_HALF_UP).create_decimal_from_float(size), digits)
    decimals = digits if size >= 0.1 else digits - 1 - floor(log10(size))
    rounded = str(Decimal(size).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
    exact = _fixed(shortest)
    return exact if len(exact) < len(rounded) and float(exact) == float(rounded) else rounded


def _fixed(number: Decimal) -> str:
    """Without exponent and trailing zeros."""
    return format(number.normalize(), "f")


def _scientific(number: Decimal, digits: int) -> str:
    """1.20e-7"""
    return f"{number:.{digits - 1}e}".replace("e+", "e")
