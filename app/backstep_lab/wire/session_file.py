"""A session as a file, and the export formats."""

from typing import Any, Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import Wire
from backstep_lab.spec.graph import AnySpec

FORMAT: Literal["backstep-session"] = "backstep-session"
FormatName = Literal[
    "markdown", "latex", "csv", "numpy", "notebook", "pytorch", "safetensors", "session", "svg", "png"
]


class SessionFile(Wire):
    """An exported session: its spec, edits and position."""

    format: Literal["backstep-session"] = Field(description="What kind of file this is.")
    version: Literal[1] = Field(description="The version of the format.")
    iteration: int = Field(ge=0, le=limits.MAX_ITERATION, description="The iteration; 0 is the first.")
    step: int = Field(ge=0, le=limits.MAX_STEP, description="Operations done in it.")
    focus: int = Field(
        default=0, ge=0, lt=limits.MAX_EXAMPLES, description="The row of the batch whose numbers are shown."
    )
    spec: AnySpec = Field(description="What the session was made from.")
    edits: list[Any] = Field(
        default=[], max_length=limits.MAX_EDITS, description="The learner's edits, oldest first, as exported."
    )
