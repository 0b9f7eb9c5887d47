"""Questions about the loss around a session's parameters, and a gradient's parts. They change nothing."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.batch_answer import BatchShares, UnitActivation
from backstep_lab.queries.landscape_answer import LossSlice, LossSurface
from backstep_lab.spec.base import Number, RefText

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Parameter = Annotated[RefText, Query(description="A weight or bias, such as W1[0,0] or b1[0].")]
Span = Annotated[
    float | None,
    Query(
        gt=0,
        le=limits.MAX_SPAN,
        allow_inf_nan=False,
        description="How far to either side; without it as far as there is something to see, at least 1.",
    ),
]
Resolution = Annotated[
    int, Query(ge=3, le=limits.MAX_RESOLUTION, description="Points along either side, best an odd number.")
]


@router.get("/{id}/loss-slice", response_model=LossSlice, response_class=Json, responses=WRONG_QUESTION)
async def loss_slice(questions: QuestionsDep, ref: Parameter, span: Span = None) -> Json:
    """The loss of the batch along one weight or bias, with its slope and the step from here."""
    return Json(await questions.ask("loss-slice", ref=ref, span=span))


@router.get("/{id}/landscape", response_model=LossSurface, response_class=Json, responses=WRONG_QUESTION)
async def loss_surface(
    questions: QuestionsDep,
    x: Parameter,
    y: Parameter,
    resolution: Resolution = 41,
    span: Span = None,
) -> Json:
    """The loss of the batch over two weights or biases, with the way that they have come."""
    return Json(await questions.ask("landscape", x=x, y=y, resolution=resolution, span=span))


@router.get("/{id}/batch", response_model=BatchShares, response_class=Json, responses=WRONG_QUESTION)
async def batch(questions: QuestionsDep, ref: Parameter) -> Json:
    """What each example of the batch gives to the gradient of a weight or bias."""
    return Json(await questions.ask("batch", ref=ref))


@router.get("/{id}/activation", response_model=UnitActivation, response_class=Json, responses=WRONG_QUESTION)
async def activation(
    questions: QuestionsDep,
    ref: Annotated[RefText, Query(description="A unit, such as a1[0] or z1[0].")],
    z: Annotated[Number | None, Query(description="A z at which its function is wanted.")] = None,
) -> Json:
    """A unit's activation function and slope, and where the focus example stands on it."""
    return Json(await questions.ask("activation", ref=ref, z=z))
