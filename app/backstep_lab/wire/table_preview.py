"""A learner's own table: what is sent, how it was read, and the examples that it becomes."""

import base64
import binascii
from typing import Annotated, Any, Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import Invalid, TableRefused
from backstep_lab.spec.fields import Scale
from backstep_lab.spec.names import Names, printable, tidy
from backstep_lab.tables.cells import DELIMITERS
from backstep_lab.tables.encoding import ENCODINGS, Decoded, decoded, printable_text
from backstep_lab.tables.kinds import TARGETS, Kind, Reason
from backstep_lab.tables.table import Choices, Reading, Table, reading_of, table_of
from backstep_lab.wire.json_encoder import json_bytes

ColumnName = Annotated[str, Field(max_length=limits.MAX_COLUMN_NAME)]
ClassName = Annotated[str, Field(max_length=limits.MAX_TEXT)]
EncodingName = Literal["utf-8", "utf-16", "gb18030", "big5", "shift-jis", "euc-kr", "windows-1252"]
DelimiterName = Literal[
    "tab", "semicolon", "pipe", "fullwidth_semicolon", "comma", "fullwidth_comma", "space"
]
DecimalSign = Literal["point", "comma"]
HeaderForm = Literal["yes", "no", "counts"]
Missing = Literal["refuse", "drop"]
_ZERO_AND_ONE = ["0", "1"]


class ColumnKind(Wire):
    """What one column is for."""

    name: ColumnName = Field(description="The column's name, as it was read.")
    kind: Kind = Field(
        description="number or category: an input; target: numbers; class: one class a value; left_out."
    )


class TableCall(Wire):
    """A table, as text or as the bytes of a file, and corrections of how it is read."""

    text: str | None = Field(
        default=None, max_length=limits.MAX_TEXT, description="The lines, such as those of a CSV file."
    )
    content: str | None = Field(
        default=None,
        max_length=limits.MAX_CONTENT,
        description="In place of `text` a file's bytes, in base64.",
    )
    encoding: Literal["auto"] | EncodingName = Field(
        default="auto", description="How `content` is encoded; of `text` nothing is to be chosen."
    )
    delimiter: Literal["auto"] | DelimiterName = Field(
        default="auto", description="What stands between two cells."
    )
    decimal: Literal["auto"] | DecimalSign = Field(default="auto", description="The decimal sign.")
    header: Literal["auto"] | HeaderForm = Field(
        default="auto",
        description="Whether the first line names the columns, or has counts and the names of the classes.",
    )
    missing: Missing = Field(default="refuse", description="What to do with rows that miss a needed cell.")
    columns: list[ColumnKind] = Field(
        default=[],
        max_length=limits.MAX_COLUMNS,
        description="What columns are for; of the others it is proposed.",
    )
    targets: list[ColumnName] | None = Field(
        default=None, max_length=limits.MAX_COLUMNS, description="Columns to predict; proposed unless given."
    )
    classes: list[ClassName] | None = Field(
        default=None,
        max_length=limits.MAX_UNITS,
        description="The classes of the target column in their order, class 0 first.",
    )


class TableColumn(ColumnKind):
    """A column as it was read."""

    reason: Reason | None = Field(description="Why it is proposed to leave it out.")
    numeric: bool = Field(description="Whether its cells are numbers.")
    cells: list[str] = Field(description="Its first cells.")
    distinct: int = Field(description="How many different values it has.")
    missing: int = Field(description="How many of its cells are missing.")


class TableReading(Wire):
    """What was recognized in a table; each may be sent back corrected."""

    encoding: EncodingName | None = Field(description="How the bytes were decoded; null of a text.")
    delimiter: DelimiterName = Field(description="What stands between two cells.")
    decimal: DecimalSign = Field(description="The decimal sign.")
    unsure: str | None = Field(
        description="A cell that is another number with the other decimal sign, where no other cell decides."
    )
    header: HeaderForm = Field(description="How the first line was read.")
    columns: list[TableColumn] = Field(description="All columns.")
    rows: int = Field(description="How many examples there are, with those that miss a needed cell.")
    holes: int = Field(description="How many rows miss a needed cell.")
    missing: Missing = Field(description="What is done with these rows.")
    comments: int = Field(description="How many lines begin with # and were left out.")


class TableRead(TableReading):
    """The examples of a table, ready to be a session's data and names."""

    targets: list[str] = Field(description="Names of the columns to be met.")
    classes: list[str] = Field(description="The classes, in the order of their numbers: two become 0 and 1.")
    names: Names = Field(description="Its header and its classes as a session's `names`.")
    scale: Scale = Field(description="The scaling that is proposed for the inputs, as an option of the data.")
    target_scale: Scale = Field(description="The scaling that is proposed for the targets.")
    X: list[list[float]] = Field(description="Inputs, one row per example, not scaled.")
    Y: list[list[float]] = Field(description="Targets, one row per example, not scaled.")


def table_json(call: TableCall) -> bytes:
    """What was read. Raises Invalid with the line at fault, TableRefused where it was read that far."""
    text, encoding = _text_of(call)
    choices = Choices(
        call.delimiter,
        call.decimal,
        call.header,
        call.missing,
        {column.name: column.kind for column in call.columns},
        call.targets,
        call.classes,
    )
    reading = reading_of(text, choices)
    reported = _reported(reading, encoding, call.missing)
    try:
        table = table_of(reading, choices)
    except Invalid as why:
        raise TableRefused(why, reported) from None
    return json_bytes(
        {
            **reported,
            "targets": [column["name"] for column in reported["columns"] if column["kind"] in TARGETS],
            "classes": table.classes,
            "names": _names(table).model_dump(),
            "scale": table.scale,
            "target_scale": table.target_scale,
            "X": table.X.tolist(),
            "Y": table.Y.tolist(),
        }
    )


def _text_of(call: TableCall) -> Decoded | tuple[str, None]:
    if (call.text is None) == (call.content is None):
        raise Invalid("text", "Give either text or content.", "problem-table-source")
    if call.text is not None:
        if call.encoding != "auto":
            raise Invalid(
                "encoding",
                "encoding belongs to content; text is decoded already.",
                "problem-table-text-encoding",
            )
        return printable_text(call.text, "text"), None
    try:
        content = base64.b64decode(call.content or "", validate=True)
    except binascii.Error:
        raise Invalid("content", "content is not base64.", "problem-table-base64") from None
    return decoded(content, call.encoding)


def _reported(reading: Reading, encoding: str | None, missing: Missing) -> dict[str, Any]:
    return {
        "encoding": encoding,
        "delimiter": reading.cells.delimiter,
        "decimal": reading.decimal.sign,
        "unsure": reading.decimal.unsure,
        "header": reading.header,
        "columns": [
            {
                "name": column.name,
                "kind": use.kind,
                "reason": use.reason,
                "numeric": column.is_numeric,
                "cells": [printable(cell) for cell in column.cells[: limits.CELLS_SHOWN]],
                "distinct": len(column.distinct),
                "missing": len(column.cells) - len(column.present),
            }
            for column, use in zip(reading.columns, reading.uses, strict=True)
        ],
        "rows": reading.rows,
        "holes": len(reading.holes),
        "missing": missing,
        "comments": reading.cells.comments,
    }


def _names(table: Table) -> Names:
    """Columns name inputs and outputs; several classes have an output each, which goes by the class."""
    classes = [] if table.classes == _ZERO_AND_ONE else table.classes
    names = Names(
        inputs=[printable(name) for name in table.inputs],
        outputs=[printable(name) for name in table.outputs],
        classes=[printable(name) for name in classes],
    )
    return tidy(names) or Names()


assert set(EncodingName.__args__) == set(ENCODINGS), "every encoding has a name on the wire"  # type: ignore[attr-defined]
assert set(DelimiterName.__args__) == set(DELIMITERS), "every delimiter has a name on the wire"  # type: ignore[attr-defined]
