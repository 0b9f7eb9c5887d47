"""Training: one answer at the end, or server-sent events."""

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.sse import EventSourceResponse, format_sse_event

from backstep_lab.api.dependencies import ClientDep, ServiceDep, SessionId
from backstep_lab.api.errors import body_of
from backstep_lab.api.json_response import WRONG, Json
from backstep_lab.jobs.training_run import Queued, StoredSlice, TrainingRequest, TrainingRun
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.spec.errors import Problem
from backstep_lab.wire.calls import RevisionOnly, TrainCall
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.models import SessionState, TrainedSession
from backstep_lab.wire.training import progress_json, queued_json, trained_json

router = APIRouter(prefix="/api/v1/sessions/{id}", tags=["training"], responses=WRONG)
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The session after training; or, with `Accept: text/event-stream`, events `progress`, "
        "then `done` (the same session) or `problem`. While the run waits for its turn, `progress` has only "
        "`queued` (how many turns come before), `done` and `wanted`.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}


@router.post("/train", response_model=TrainedSession, response_class=Json, responses=STREAM)
async def train(
    id: SessionId,
    service: ServiceDep,
    client: ClientDep,
    call: TrainCall,
    request: Request,
    accept: Annotated[str, Header()] = "*/*",
) -> Response:
    """Run iterations until all are done, a stop criterion holds, time is up, or the client disconnects."""
    until = StopCriteria(**call.until.model_dump()) if call.until else StopCriteria()
    is_stream = "text/event-stream" in accept
    run = TrainingRun(service, id, client, with_events=is_stream)
    asked = TrainingRequest(call.iterations, call.epochs, until, call.iterations_per_second)
    await run.begin(call.revision, asked)
    if is_stream:
        headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
        return EventSourceResponse(_stream(run), headers=headers)
    done, stopped = 0, "time"
    async with aclosing(run.events()) as events:
        async for step in events:
            if isinstance(step, StoredSlice):
                done, stopped = step.done, step.stopped or "time"
            if await request.is_disconnected():
                break
    return Json(trained_json(await service.ask(id, "session", {}, client), done, stopped))


@router.post("/stop", response_model=SessionState, response_class=Json)
async def stop(
    id: SessionId, service: ServiceDep, client: ClientDep, call: RevisionOnly | None = None
) -> Json:
    """End a training run, whichever process it runs in: the session stays where the run last stored it."""
    return Json(await service.change(id, call.revision if call else None, "stop", {}, client))


async def _stream(run: TrainingRun) -> AsyncIterator[bytes]:
    try:
        async with aclosing(run.events()) as events:
            async for step in events:
                if isinstance(step, Queued):
                    yield _event("progress", queued_json(step.before, step.done, step.wanted))
                    continue
                fields = step.fields
                yield _event(
                    "progress", progress_json(step.revision, step.done, step.wanted, step.examples, fields)
                )
                if step.stopped is not None:
                    yield _event("done", trained_json(await run.end(step), step.done, step.stopped))
    except Problem as problem:
        yield _event("problem", json_bytes(body_of(problem)))


def _event(name: str, data: bytes) -> bytes:
    return format_sse_event(event=name, data_str=data.decode())
