"""Whether a printed equation is true to the last digit of its result."""

from collections.abc import Iterator
from typing import Any

from mpmath import mp, mpf  # type: ignore[import-not-found,import-untyped,unused-ignore]

from tests.oracle.audit.arithmetic import IncompleteError, UntrueError, exactly
from tests.oracle.audit.latex import UnreadableError, read


def printed(name: str, text: str, result: str) -> Iterator[tuple[str, str]]:
    """A printed line must give the printed result to its last digit."""
    try:
        (tree,) = read(text)
        with mp.workdps(400):
            found, shown = exactly(tree, []), exactly(read(result)[0], [])
            if abs(found - shown) > unit_of(result) * mpf("0.51"):
                yield "printed untrue", f"{name}: {text} = {mp.nstr(found, 8)}, printed is {result}"
    except IncompleteError:
        return
    except UnreadableError as error:
        yield "printed unreadable", f"{name}: {error}"
    except (UntrueError, ZeroDivisionError, ValueError) as error:
        yield "printed untrue", f"{name}: {text} has no value ({error!r}), printed is {result}"


def unit_of(text: str) -> Any:
    """One in the last digit of a printed number; of six significant ones where it is shorter."""
    digits, _, power = text.strip("-() ").partition(" \\times 10^{")
    exponent = int(power.rstrip("}")) if power else 0
    whole, _, decimals = digits.partition(".")
    significant = len((whole + decimals).lstrip("0"))
    short = max(0, 6 - significant) if significant else 12
    return mpf(10) ** (exponent - len(decimals) - short)


def six_digits(value: float) -> str:
    """A number in LaTeX, to six significant digits."""
    text = f"{value:.6g}"
    if "e" not in text:
        return text
    mantissa, exponent = text.split("e")
    return f"{mantissa} \\times 10^{{{int(exponent)}}}"
