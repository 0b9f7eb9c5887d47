"""Whether an operation's formulas give its number: filled with its operands, and as they are printed."""

from collections.abc import Iterator

from mpmath import mp, mpf  # type: ignore[import-not-found,import-untyped,unused-ignore]

from tests.oracle.audit.arithmetic import IncompleteError, UntrueError, exactly, in_float64
from tests.oracle.audit.ellipses import dots
from tests.oracle.audit.latex import Tree, UnreadableError, places, read
from tests.oracle.audit.printing import printed, six_digits
from tests.oracle.audit.recipes import Json
from tests.oracle.audit.sequential import UNIT, summed

RELATIVE = 1e-12
LOOSE = 1e-6  # what is printed has six digits
SMALLEST = 1e-318  # below, float64 itself holds few digits
SUMS = ("sum", "downstream_sum", "batch_gradient", "batch_loss")
Fault = tuple[str, str]


def faults(operation: Json, examples: int, focus: int, parts: int) -> Iterator[Fault]:
    """What is wrong with the formulas of an operation, each with its kind.

    A sum over the `examples` of a batch is divided by `parts`.
    """
    operands, value, formula = operation["operands"], operation["value"], operation["formula"]
    values = [operand["value"] for operand in operands]
    yield from _spelled(formula, operands)
    if value is None or None in values:
        return
    yield from dots(operation, examples, focus)
    forms = [(f"templates.{name}", text) for name, text in formula["templates"].items()]
    for name, text in forms:
        yield from _gives(name, text, values, value)
    if operation["kind"] in SUMS and len(values) > 1:
        yield from _in_order(operation, values, value, examples, parts)
    if not is_rounding(operation):
        yield from printed("formula.numbers", formula["numbers"], six_digits(value))


def is_rounding(operation: Json) -> bool:
    """Whether a sum is no more than a few roundings of its terms: no printed line gives it."""
    if operation["kind"] not in SUMS:
        return False
    size = sum(abs(operand["value"] or 0.0) for operand in operation["operands"])
    return bool(abs(operation["value"]) <= 16 * UNIT * size)


def _spelled(formula: Json, operands: list[Json]) -> Iterator[Fault]:
    """The symbols must be the template with the operands' symbols in place."""
    text = formula["templates"]["symbols"]
    for place, operand in enumerate(operands):
        text = text.replace(f"#{{{place}}}", operand["symbol"])
    if text != formula["symbols"]:
        yield "formula symbols", f"{formula['symbols']} is not the template filled: {text}"


def _gives(name: str, text: str, values: list[float], value: float) -> Iterator[Fault]:
    try:
        sides = read(text)
    except UnreadableError as error:
        yield "formula unreadable", f"{name} {error}"
        return
    for side in sides:
        yield from _side(f"{name} {text} of {values}", side, values, value)


def _side(name: str, tree: Tree, values: list[float], value: float) -> Iterator[Fault]:
    with mp.workdps(400 if any(abs(x) > 20 for x in values) else 60):
        try:
            found = exactly(tree, values)
            moved = sum(abs(exactly(tree, _nudged(values, i)) - found) for i in set(places(tree)))
        except IncompleteError:
            return
        except (UntrueError, ZeroDivisionError, ValueError) as error:
            yield "formula value", f"{name} has no value ({error!r}), shown is {value!r}"
            return
        off = abs(found - mpf(value))
        if off > RELATIVE * abs(value) + 2 * moved + SMALLEST:
            yield "formula value", f"{name} is {mp.nstr(found, 17)}, shown is {value!r}"
        elif off > LOOSE * abs(value) + SMALLEST and not _calculated(tree, values, value):
            yield "formula loose", f"{name} is {mp.nstr(found, 17)} with all digits, shown is {value!r}"


def _nudged(values: list[float], place: int) -> list[float]:
    return [x * (1 + UNIT) if i == place else x for i, x in enumerate(values)]


def _calculated(tree: Tree, values: list[float], value: float) -> bool:
    """Whether float64 gives the number to six digits, operation by operation as written."""
    try:
        return abs(in_float64(tree, values) - value) <= LOOSE * abs(value) + SMALLEST
    except (ArithmeticError, ValueError):
        return False


def _in_order(
    operation: Json, values: list[float], value: float, examples: int, parts: int
) -> Iterator[Fault]:
    """A sum is exactly the sum of the shown terms in the shown order."""
    kind, penalty = operation["kind"], operation["operands"][-1]["ref"] == "penalty"
    terms = values[:-1] if penalty else values
    if kind.startswith("batch") and len(terms) != examples:
        return
    total = summed(terms)
    means = [total / parts, total * (1 / parts)] if kind.startswith("batch") else [total]
    wanted = [mean + values[-1] for mean in means] if penalty else means
    if value not in wanted:
        yield (
            f"order of {kind}",
            f"{operation['ref']}: the terms {values} make {wanted[0]!r}, shown is {value!r}",
        )
