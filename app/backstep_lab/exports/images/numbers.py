"""Numbers as a still picture prints them: three significant digits, a true minus."""

from decimal import Decimal

DIGITS = 3
SMALLEST, LARGEST = 1e-3, 1e5


def short(value: float, signed: bool = False) -> str:
    """0.298, −0.0418, 1.2e−7; with `signed`, a plus too."""
    size = abs(value)
    if size and not SMALLEST <= size < LARGEST:
        text = f"{size:.{DIGITS - 1}e}".replace("e-0", "e-").replace("e+0", "e").replace("e-", "e−")
    else:
        text = format(Decimal(f"{size:.{DIGITS}g}").normalize(), "f")
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    return sign + text
