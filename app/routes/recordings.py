"""A session to take away: one file that steps, rewinds and explains without a server."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app import limits
from app.deps import KeeperDep, SessionDep, SettingsDep
from app.presets import DEFAULT
from app.recordings.file import Wish, file_of
from app.routes.answers import WRONG_QUESTION
from app.routes.templates import language_of
from app.schemas.query import reading

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])

Iterations = Annotated[
    int, Query(ge=1, le=limits.MAX_RECORDED_ITERATIONS, description="How many iterations it holds.")
]
First = Annotated[
    int | None,
    Query(ge=0, le=limits.MAX_ITERATION, description="The first of them; by default the one at hand."),
]
TAKEN = {
    "Content-Disposition": 'attachment; filename="backstep.html"',
    "Content-Security-Policy": "sandbox allow-scripts",  # opened here after all, it has no right of ours
    "Cache-Control": "no-store",
}


@router.get("/{id}/export/html", response_class=HTMLResponse, responses=WRONG_QUESTION)
async def export_html(
    request: Request,
    session: SessionDep,
    keeper: KeeperDep,
    settings: SettingsDep,
    iterations: Iterations = 3,
    first: First = None,
) -> HTMLResponse:
    """Some iterations as one HTML file; words of an address (`lang`, `theme` …) say how it looks."""
    read = reading(request.query_params, session.history.spec.preset or DEFAULT)
    wish = Wish(iterations, first, read, language_of(request), settings.public_url)
    text = await keeper.workers.run(lambda proceed: file_of(session, wish, proceed))
    return HTMLResponse(text, headers=TAKEN)
