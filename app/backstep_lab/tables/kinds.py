"""What each column is for: number, category, target, class, or left out."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from backstep_lab.spec.errors import Invalid
from backstep_lab.tables.column import Column

Kind = Literal["number", "category", "target", "class", "left_out"]
Reason = Literal["row_numbers", "empty", "one_value", "many_values", "mostly_missing"]
INPUTS = ("number", "category")
TARGETS = ("target", "class")
MOST_CATEGORIES = 12  # of one input: each but the first two has an input of its own
MOST_CODES = 10  # of a target of whole numbers that is read as classes
FEWEST_ROWS_NUMBERED = 4  # fewer may be numbers in order by chance

_ROW_NAMES = (
    *("id", "index", "no", "no.", "nr", "nr.", "number", "row", "rowid", "row_id", "rownames", "row names"),
    *("unnamed: 0", "#", "obs", "observation", "sample number", "序号", "编号", "行号", "学号", "索引"),
)
_TARGET_NAMES = (
    *("label", "labels", "class", "classes", "target", "output", "outcome", "species", "diagnosis"),
    *("survived", "标签", "类别", "分类", "目标", "结果", "品种", "种类"),
)


class ColumnUse(NamedTuple):
    """What a column is for, and why it is left out where nobody asked for that."""

    kind: Kind
    reason: Reason | None = None


def kinds_of(
    columns: Sequence[Column], chosen: Mapping[str, Kind], targets: Sequence[str] | None
) -> list[ColumnUse]:
    """The use of each column: as chosen by its name, else as proposed. Raises Invalid."""
    names = [column.name for column in columns]
    for name in (*chosen, *(targets or ())):
        if name not in names:
            raise Invalid(
                "columns" if name in chosen else "targets",
                f"There is no column “{name}”; there are {', '.join(names)}.",
                "problem-table-column",
                name=name,
                choices=", ".join(names),
            )
    wanted = dict(chosen)
    if targets is not None:
        wanted |= {c.name: wanted.get(c.name, _target_kind(c)) for c in columns if c.name in targets}
    uses = [
        ColumnUse(wanted[column.name]) if column.name in wanted else _input_use(column, columns)
        for column in columns
    ]
    if targets is None and not any(use.kind in TARGETS for use in uses):
        uses = _with_target(columns, uses, wanted)
    _check_roles(uses)
    return uses


def _with_target(
    columns: Sequence[Column], uses: list[ColumnUse], wanted: Mapping[str, Kind]
) -> list[ColumnUse]:
    """One column becomes the target: the one whose name says so, else the last that is not left out."""
    free = [
        k
        for k, column in enumerate(columns)
        if column.name not in wanted and (uses[k].kind != "left_out" or uses[k].reason == "many_values")
    ]
    named = [
        k
        for k in free
        if columns[k].name.lower() in _TARGET_NAMES
        or (columns[k].name.lower() == "y" and k in (0, len(columns) - 1))  # in the middle it is a coordinate
    ]
    likely = [
        k for k in free if uses[k].kind != "left_out" or len(columns[k].distinct) <= MOST_CATEGORIES
    ] or free
    place = named[0] if len(named) == 1 else likely[-1] if likely else None
    return [ColumnUse(_target_kind(columns[k])) if k == place else use for k, use in enumerate(uses)]


def _input_use(column: Column, columns: Sequence[Column]) -> ColumnUse:
    present, distinct = column.present, column.distinct
    if not present:
        return ColumnUse("left_out", "empty")
    if _counts_rows(column, columns):
        return ColumnUse("left_out", "row_numbers")
    if 2 * len(present) < len(column.cells):
        return ColumnUse("left_out", "mostly_missing")
    if column.is_numeric:
        return ColumnUse("number")
    if len(distinct) == 1:
        return ColumnUse("left_out", "one_value")
    if len(distinct) > MOST_CATEGORIES or 3 * len(distinct) > 2 * len(present):
        return ColumnUse("left_out", "many_values")
    return ColumnUse("category")


def _counts_rows(column: Column, columns: Sequence[Column]) -> bool:
    """Whether it numbers the rows: so called, first and nameless beside names, or headless 1, 2, 3 …"""
    if len(set(column.cells)) < len(column.cells) or len(column.present) < len(column.cells):
        return False
    if column.given.lower() in _ROW_NAMES:
        return column.whole is not None or not column.is_numeric
    if column.number != 1 or column.given or len(columns) < 2:
        return False
    if any(other.given for other in columns):
        return column.whole is not None or not column.is_numeric
    numbers = column.whole
    return (
        numbers is not None
        and len(columns) > 2
        and len(numbers) >= FEWEST_ROWS_NUMBERED
        and numbers[0] in (0, 1)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def _target_kind(column: Column) -> Kind:
    """Classes where it holds names, or whole numbers from 0 on that recur; −1 and 1 are values."""
    if not column.is_numeric:
        return "class"
    numbers = column.whole
    if numbers is None:
        return "target"
    different = set(numbers)
    few = 2 <= len(different) <= MOST_CODES and len(numbers) >= 2 * len(different)
    return "class" if few and numbers[0] >= 0 else "target"


def _check_roles(uses: Sequence[ColumnUse]) -> None:
    targets = sum(use.kind in TARGETS for use in uses)
    inputs = sum(use.kind in INPUTS for use in uses)
    if not targets or not inputs:
        raise Invalid(
            "columns",
            f"Of {len(uses)} columns {inputs} are inputs and {targets} are targets: "
            "there must be at least one of both.",
            "problem-table-roles",
            columns=len(uses),
            inputs=inputs,
            targets=targets,
        )
