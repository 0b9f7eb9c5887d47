"""What the network computes over one or two of its inputs."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.boundary.models import Boundary
from backstep_lab.spec.base import RefText

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Neurons = Annotated[
    list[RefText],
    Query(
        max_length=limits.PLANE_MAPS,
        description="Neurons such as a1[0] or z1[0], or `class`, repeated for more; else the prediction.",
    ),
]
Resolution = Annotated[int, Query(ge=2, le=limits.PLANE_POINTS, description="Points along either side.")]
Input = Annotated[
    int | None,
    Query(
        ge=0, lt=limits.MAX_INPUTS, description="An input, from 0; without it one of those that vary most."
    ),
]
WithPoints = Annotated[bool, Query(description="Whether the examples are given too.")]
AsShades = Annotated[
    bool, Query(description="Whether a point is a byte of its map's `shades` and not one of its `values`.")
]


@router.get("/{id}/boundary", response_model=Boundary, response_class=Json, responses=WRONG_QUESTION)
async def boundary(
    questions: QuestionsDep,
    unit: Neurons = [],  # noqa: B006 – FastAPI's default of a list
    resolution: Resolution = 100,
    x: Input = None,
    y: Input = None,
    points: WithPoints = True,
    shades: AsShades = False,
) -> Json:
    """Activations over one or two inputs; the other inputs are those of the focus example."""
    return Json(
        await questions.ask(
            "boundary", unit=unit, resolution=resolution, x=x, y=y, points=points, shades=shades
        )
    )
