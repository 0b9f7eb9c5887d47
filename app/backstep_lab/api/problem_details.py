"""The body of every error: RFC 9457 problem details, with a message key for translation."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from backstep_lab.wire.operation import Message, NextOperation
from backstep_lab.wire.table_preview import TableReading


class ProblemDetails(BaseModel):
    """What went wrong, in a sentence a learner can act on."""

    model_config = ConfigDict(extra="forbid")

    type: str = Field(
        description="What kind of problem it is, as a relative address.", examples=["/problems/validation"]
    )
    title: str = Field(description="The kind in a few words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What went wrong, in English; `message` is the same for every language.")
    message: Message = Field(description="The same for the catalogues.")
    field: str | None = Field(default=None, description="The field at fault, if one is.")
    line: int | None = Field(
        default=None, description="The line of a program that is at fault, from 1, if one is."
    )
    column: int | None = Field(default=None, description="The column in that line, from 1.")
    revision: int | None = Field(
        default=None, description="The session's revision, when another one was expected."
    )
    spec: dict[str, Any] | None = Field(
        default=None, description="The spec of a session that cannot be opened, where it is known."
    )
    reading: TableReading | None = Field(
        default=None, description="How a table was read of which no examples can be made."
    )
    next: NextOperation | None = Field(
        default=None, description="What comes next, when something else was asked for."
    )
