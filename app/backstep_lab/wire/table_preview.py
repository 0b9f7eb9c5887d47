"""A learner's own table: what is sent, and what was read in it."""

from typing import Annotated, Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import Wire
from backstep_lab.spec.fields import Scale
from backstep_lab.spec.names import Names, printable
from backstep_lab.tables.table import Table, read_table
from backstep_lab.wire.json_encoder import json_bytes

ColumnName = Annotated[str, Field(max_length=limits.MAX_COLUMN_NAME)]
DelimiterName = Literal["auto", "comma", "semicolon", "tab", "space"]


class TableCall(Wire):
    """Text with a line for each example, and how it is to be read."""

    text: str = Field(max_length=limits.MAX_TEXT, description="The lines, such as those of a CSV file.")
    delimiter: DelimiterName = Field(default="auto", description="What stands between two cells.")
    header: Literal["auto", "yes", "no"] = Field(
        default="auto", description="Whether the first line names the columns."
    )
    targets: list[ColumnName] | None = Field(
        default=None, max_length=limits.MAX_COLUMNS, description="Columns to predict; the last unless given."
    )
    scale: Scale = Field(default="none", description="Scaling of each input column, over all rows.")


class TableRead(Wire):
    """The examples of a table, ready to be a session's data."""

    delimiter: DelimiterName = Field(description="What stands between two cells.")
    header: bool = Field(description="Whether the first line was taken for names.")
    columns: list[str] = Field(description="Names of all columns.")
    targets: list[str] = Field(description="Names of the columns to be met.")
    classes: list[str] = Field(
        description="Names in a target column of names: two become 0 and 1, more an output each."
    )
    names: Names = Field(description="Its header and its classes as a session's `names`.")
    X: list[list[float]] = Field(description="Inputs, one row per example.")
    Y: list[list[float]] = Field(description="Targets, one row per example.")


def table_json(call: TableCall) -> bytes:
    """What was read. Raises Invalid with the line at fault."""
    table = read_table(call.text, call.delimiter, call.header, call.targets, call.scale)
    return json_bytes(
        {
            "delimiter": table.delimiter,
            "header": table.has_header,
            "columns": table.columns,
            "targets": table.targets,
            "classes": table.classes,
            "names": _names(table).model_dump(),
            "X": table.X.tolist(),
            "Y": table.Y.tolist(),
        }
    )


def _names(table: Table) -> Names:
    """Columns name inputs and outputs; several classes have an output each, which goes by the class."""
    columns = table.columns if table.has_header else []
    outputs = [] if len(table.classes) > 2 else [name for name in columns if name in table.targets]
    return Names(
        inputs=[printable(name) for name in columns if name not in table.targets],
        outputs=[printable(name) for name in outputs],
        classes=[printable(name) for name in table.classes],
    )
