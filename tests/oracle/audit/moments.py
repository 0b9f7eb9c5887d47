"""What a session's JSON says of each number at a moment, by ref."""

from collections.abc import Iterator
from typing import Any

from tests.oracle.audit.recipes import Json

Values = dict[str, float | None]
UNITS = {
    "z": "z{}[{}]",
    "a": "a{}[{}]",
    "dL_da": "dL/da{}[{}]",
    "slope": "f'(z{}[{}])",
    "delta": "delta{}[{}]",
}
PARAMETERS = {
    "dW": "dW{}[{},{}]",
    "db": "db{}[{}]",
    "W_next": "W{}_next[{},{}]",
    "b_next": "b{}_next[{}]",
}


def is_complete(session: Json) -> bool:
    """Whether all operations of the iteration are done."""
    return bool(session["position"]["step"] == session["position"]["steps"])


def refs_of(session: Json) -> Values:
    """Every number of `values` and `parameters` by its ref; None for what is not computed yet."""
    values, found = session["values"], Values()
    for name in ("x", "y"):
        found |= {f"{name}[{k}]": number for k, number in enumerate(values[name])}
    found |= {f"loss[{k}]": number for k, number in enumerate(values["loss_terms"])}
    found |= {name: values[name] for name in ("example_loss", "loss", "penalty")} | {
        "mean_loss": values["data_loss"]
    }
    for name, pattern in (UNITS | PARAMETERS).items():
        found |= _placed(values[name], pattern)
    after = "_next" if is_complete(session) else ""
    found |= _placed(session["parameters"]["W"], f"W{{}}{after}[{{}},{{}}]")
    return found | _placed(session["parameters"]["b"], f"b{{}}{after}[{{}}]")


def _placed(layers: list[Any], pattern: str) -> Values:
    return {
        pattern.format(layer, *place): number
        for layer, numbers in enumerate(layers, start=1)
        for place, number in _leaves(numbers)
    }


def _leaves(numbers: Any) -> Iterator[tuple[tuple[int, ...], float | None]]:
    if not isinstance(numbers, list):
        yield (), numbers
        return
    for i, part in enumerate(numbers):
        for place, number in _leaves(part):
            yield (i, *place), number


def numbers_in(operations: list[Json]) -> Iterator[tuple[str, float | None]]:
    """Every number that operations speak of: their own and their operands."""
    for operation in operations:
        yield operation["ref"], operation["value"]
        for operand in operation["operands"]:
            yield operand["ref"], operand["value"]
