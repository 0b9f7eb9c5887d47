"""What all wire types share: nothing unknown, nothing converted by guesswork, every number finite."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from backstep_lab.config import limits


class Wire(BaseModel):
    """A type of the wire: unknown fields are refused, "1" is no number and 1.0 is no whole number."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, serialize_by_alias=True)


Number = Annotated[
    float,
    Field(ge=-limits.MAX_NUMBER, le=limits.MAX_NUMBER, allow_inf_nan=False),
]
Seed = Annotated[int, Field(ge=0, le=limits.MAX_SEED)]
RefText = Annotated[str, Field(min_length=1, max_length=limits.MAX_REF, examples=["W1[0,1]"])]
Revision = Annotated[
    int | None,
    Field(
        default=None,
        ge=0,
        le=limits.MAX_REVISION,
        description="The revision this call is for; if the session has moved on, nothing changes (409).",
    ),
]
