"""A session to take away: one file that steps, rewinds and explains without a server."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from backstep_lab.api.dependencies import QuestionsDep, SettingsDep
from backstep_lab.api.json_response import WRONG_QUESTION
from backstep_lab.api.request_context import language_of
from backstep_lab.config import limits

router = APIRouter(prefix="/api/v1/sessions", tags=["sessions"])

Iterations = Annotated[
    int, Query(ge=1, le=limits.MAX_RECORDED_ITERATIONS, description="How many iterations it holds.")
]
First = Annotated[
    int | None,
    Query(ge=0, le=limits.MAX_ITERATION, description="The first of them; by default the current one."),
]
TAKEN = {
    "Content-Disposition": 'attachment; filename="backstep.html"',
    "Content-Security-Policy": "sandbox allow-scripts",  # opened here after all, it has no right of ours
    "Cache-Control": "no-store",
}


@router.get("/{id}/export/html", response_class=HTMLResponse, responses=WRONG_QUESTION)
async def export_html(
    request: Request,
    questions: QuestionsDep,
    settings: SettingsDep,
    iterations: Iterations = 3,
    first: First = None,
) -> HTMLResponse:
    """Some iterations as one HTML file; parameters of an address (`lang`, `theme` …) set its appearance."""
    text = await questions.ask(
        "export-html",
        iterations=iterations,
        first=first,
        query=dict(request.query_params),
        lang=language_of(request),
        live=settings.address,
    )
    return HTMLResponse(text, headers=TAKEN)
