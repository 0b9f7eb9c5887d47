"""Training: one answer at the end, or events on the way."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import StreamingResponse

from app.deps import KeeperDep, SessionId
from app.errors import body_of
from app.routes.answers import WRONG, Json
from app.schemas.answers import SessionState, TrainedSession
from app.schemas.calls import RevisionOnly, TrainCall
from app.schemas.session import session_json
from app.schemas.training import event, progress_json, trained_json
from app.sessions.problems import Problem
from app.sessions.run import Run, runs, taken_over
from app.sessions.until import Until

router = APIRouter(prefix="/api/v1/sessions/{id}", tags=["training"], responses=WRONG)
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The session after training; or, with `Accept: text/event-stream`, events `progress`, "
        "then `done` (the same session) or `problem`.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}


@router.post("/train", response_model=TrainedSession, response_class=Json, responses=STREAM)
async def train(
    id: SessionId,
    keeper: KeeperDep,
    call: TrainCall,
    request: Request,
    accept: Annotated[str, Header()] = "*/*",
) -> Response:
    """Run iterations, until they are done, a goal is met, time is up, or the caller has gone away."""
    until = Until(**call.until.model_dump()) if call.until else Until()
    steps = runs(keeper, id, call.revision, call.iterations, call.epochs, until)
    first = await anext(steps)
    if "text/event-stream" in accept:
        headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
        return StreamingResponse(_events(first, steps), media_type="text/event-stream", headers=headers)
    last = first
    async with aclosing(steps):
        async for run in steps:
            last = run
            if await request.is_disconnected():
                break
    return Json(trained_json(last))


@router.post("/stop", response_model=SessionState, response_class=Json)
async def stop(id: SessionId, keeper: KeeperDep, call: RevisionOnly | None = None) -> Json:
    """End a training run, whoever began it: the session stays where the run last stored it."""
    revision = call.revision if call else None
    _, stored = await keeper.change(id, revision, lambda session, _: taken_over(session), lambda _: True)
    return Json(session_json(stored))


async def _events(first: Run, steps: AsyncGenerator[Run]) -> AsyncIterator[bytes]:
    last = first
    try:
        yield event("progress", progress_json(first))
        async with aclosing(steps):
            async for run in steps:
                last = run
                yield event("progress", progress_json(last))
        yield event("done", trained_json(last))
    except Problem as problem:
        yield event("problem", body_of(problem))
