"""Parameters that several queries take."""

from typing import Annotated

from fastapi import Query

from backstep_lab.config import limits
from backstep_lab.spec.base import RefText

ParameterRef = Annotated[RefText, Query(description="A weight or bias, such as W1[0,0] or b1[0].")]
UnitRef = Annotated[RefText, Query(description="A unit, such as a1[0] or z1[0].")]
Span = Annotated[
    float | None,
    Query(
        gt=0,
        le=limits.MAX_SPAN,
        allow_inf_nan=False,
        description="How far to either side; without it as far as there is something to see, at least 1.",
    ),
]
