"""Calls that move a session: forward, backward, update, step, back, seek."""

from typing import Any

from fastapi import APIRouter, Request

from backstep_lab.api.dependencies import SessionId, client_of, service_of
from backstep_lab.api.fast_route import FastBodyRoute
from backstep_lab.api.json_response import WRONG, Json
from backstep_lab.wire.calls import MoveCall, PhaseCall, SeekCall, StepCall
from backstep_lab.wire.models import StepAnswer

router = APIRouter(
    prefix="/api/v1/sessions/{id}", tags=["stepping"], responses=WRONG, route_class=FastBodyRoute
)


async def _moved(request: Request, id: str, call: MoveCall, name: str, **arguments: Any) -> Json:
    """The answer to a move, once it is stored."""
    if call.known is not None:
        arguments["known"] = (call.known.first, call.known.last)
    return Json(await service_of(request).change(id, call.revision, name, arguments, client_of(request)))


@router.post("/step", response_model=StepAnswer, response_class=Json)
async def step(request: Request, id: SessionId, call: StepCall) -> Json:
    """Whatever comes next, by any unit."""
    return await _moved(request, id, call, "step", unit=call.unit, count=call.count)


@router.post("/back", response_model=StepAnswer, response_class=Json)
async def back(request: Request, id: SessionId, call: StepCall) -> Json:
    """The same way in the other direction, across iterations too; right after an edit, it is taken back."""
    return await _moved(request, id, call, "back", unit=call.unit, count=call.count)


@router.post("/seek", response_model=StepAnswer, response_class=Json)
async def go_to(request: Request, id: SessionId, call: SeekCall) -> Json:
    """Any earlier moment, or a later one within reach."""
    return await _moved(request, id, call, "seek", iteration=call.iteration, step=call.step)


@router.post("/forward", response_model=StepAnswer, response_class=Json)
async def forward(request: Request, id: SessionId, call: PhaseCall) -> Json:
    """On within the forward pass, to which the loss belongs."""
    return await _moved(request, id, call, "forward", unit=call.unit)


@router.post("/backward", response_model=StepAnswer, response_class=Json)
async def backward(request: Request, id: SessionId, call: PhaseCall) -> Json:
    """On within the backward pass."""
    return await _moved(request, id, call, "backward", unit=call.unit)


@router.post("/update", response_model=StepAnswer, response_class=Json)
async def update(request: Request, id: SessionId, call: PhaseCall) -> Json:
    """On within the update."""
    return await _moved(request, id, call, "update", unit=call.unit)
