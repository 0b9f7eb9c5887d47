"""Calls that move a session: forward, backward, update, step, back, seek."""

from collections.abc import Callable

from fastapi import APIRouter, Request

from app.deps import SessionId, keeper_of
from app.routes.answers import WRONG, Json
from app.routes.quick import QuickRoute
from app.schemas.answers import StepAnswer
from app.schemas.calls import PhaseCall, SeekCall, StepCall
from app.schemas.step import step_json
from app.sessions.change import Walk
from app.sessions.history import Proceed
from app.sessions.session import Session
from app.sessions.walk import (
    advance,
    advance_phase,
    is_quick_back,
    is_quick_seek,
    is_quick_step,
    retreat,
    seek,
)

router = APIRouter(prefix="/api/v1/sessions/{id}", tags=["stepping"], responses=WRONG, route_class=QuickRoute)


async def walked(
    request: Request,
    id: str,
    revision: int | None,
    walk: Callable[[Session, Proceed], Walk],
    is_quick: Callable[[Session], bool],
) -> Json:
    """The answer to a walk, once it is stored."""
    done, stored = await keeper_of(request).change(id, revision, walk, is_quick)
    return Json(step_json(Walk(done.start, stored, done.jumped)))


@router.post("/step", response_model=StepAnswer, response_class=Json)
async def step(request: Request, id: SessionId, call: StepCall) -> Json:
    """Whatever comes next, by any unit."""
    return await walked(
        request,
        id,
        call.revision,
        lambda session, proceed: advance(session, call.unit, call.count, proceed),
        lambda session: is_quick_step(session, call.unit, call.count),
    )


@router.post("/back", response_model=StepAnswer, response_class=Json)
async def back(request: Request, id: SessionId, call: StepCall) -> Json:
    """The same road in the other direction, across iterations too; right after an edit, it is taken back."""
    return await walked(
        request,
        id,
        call.revision,
        lambda session, proceed: retreat(session, call.unit, call.count, proceed),
        lambda session: is_quick_back(session, call.unit, call.count),
    )


@router.post("/seek", response_model=StepAnswer, response_class=Json)
async def go_to(request: Request, id: SessionId, call: SeekCall) -> Json:
    """Any earlier moment, or a later one within reach."""
    return await walked(
        request,
        id,
        call.revision,
        lambda session, proceed: seek(session, call.iteration, call.step, proceed),
        lambda session: is_quick_seek(session, call.iteration),
    )


@router.post("/forward", response_model=StepAnswer, response_class=Json)
async def forward(request: Request, id: SessionId, call: PhaseCall) -> Json:
    """On within the forward pass, to which the loss belongs."""
    return await walked(request, id, call.revision, lambda s, _: advance_phase(s, "forward", call.unit), _one)


@router.post("/backward", response_model=StepAnswer, response_class=Json)
async def backward(request: Request, id: SessionId, call: PhaseCall) -> Json:
    """On within the backward pass."""
    return await walked(
        request, id, call.revision, lambda s, _: advance_phase(s, "backward", call.unit), _one
    )


@router.post("/update", response_model=StepAnswer, response_class=Json)
async def update(request: Request, id: SessionId, call: PhaseCall) -> Json:
    """On within the update."""
    return await walked(request, id, call.revision, lambda s, _: advance_phase(s, "update", call.unit), _one)


def _one(session: Session) -> bool:
    return session.is_quick(1)
