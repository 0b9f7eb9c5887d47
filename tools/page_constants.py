"""What the page has from the server's own tables: limits, and the names that there are to choose from.

Used by `tools/wire_types.py`. `LIMITS` and `CHOICES` are the files, each with the text that it must have.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from backstep_lab.config import limits
from backstep_lab.engine.datasets import iris
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.initializers import INITIALIZERS
from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.engine.schedules import SCHEDULES
from backstep_lab.stepping.operations import PHASES
from backstep_lab.wire.calls import UnitName

WIRE = Path(__file__).resolve().parent.parent / "static" / "src" / "wire"
LIMITS = WIRE / "limits.gen.ts"
CHOICES = WIRE / "choices.gen.ts"


def limits_text() -> str:
    """Every limit as a constant of its name; what the page does not import, its build leaves out."""
    source = "app/backstep_lab/config/limits.py"
    numbers = {name: value for name, value in vars(limits).items() if name.isupper()}
    lines = (f"export const {name} = {value!r};" for name, value in numbers.items())
    return _file(source, "The server's limits.", lines)


def choices_text() -> str:
    """The names of each table, in its order."""
    tables: dict[str, Sequence[str]] = {
        "PHASES": PHASES,
        "UNITS": get_args(UnitName),
        "ACTIVATIONS": list(ACTIVATIONS),
        "LOSSES": list(LOSSES),
        "INITIALIZERS": list(INITIALIZERS),
        "OPTIMIZERS": list(OPTIMIZERS),
        "SCHEDULES": list(SCHEDULES),
        "IRIS_COLUMNS": iris.COLUMNS,
        "IRIS_SPECIES": iris.SPECIES,
    }
    lines = (
        f"export const {name} = [{', '.join(repr(one) for one in names)}] as const;"
        for name, names in tables.items()
    )
    return _file("the server's tables", "The names that there are to choose from.", lines)


def _file(source: str, about: str, lines: Iterator[str]) -> str:
    return f"/** {about} Generated from {source} by `make types`. */\n" + "\n".join(lines) + "\n"
