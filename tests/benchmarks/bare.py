"""The least that FastAPI does for the same bytes: the same body model, a prepared response."""

import os
from pathlib import Path

from fastapi import FastAPI, Response

from backstep_lab.wire.calls import StepCall


def create_app() -> FastAPI:
    """One route, one prepared answer."""
    app = FastAPI()
    answer = Path(os.environ["BARE_ANSWER"]).read_bytes()

    @app.post("/api/v1/sessions/{id}/step")
    async def step(id: str, call: StepCall) -> Response:
        return Response(answer, media_type="application/json")

    return app
