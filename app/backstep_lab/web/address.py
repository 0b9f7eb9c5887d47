"""The parameters of an address: schema, parser, and the custom element `<backstep-embed>`."""

from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import FileResponse

from backstep_lab.api.preparation import asked_lesson_ready
from backstep_lab.config.assets import folder
from backstep_lab.web.page_address import requested_address
from backstep_lab.wire.address import ParsedAddress, schema_json

router = APIRouter()


@router.get("/embed.js", include_in_schema=False)
async def element() -> FileResponse:
    """The custom element `<backstep-embed>`; for an hour, then it is asked for again."""
    return _built("embed.js", "text/javascript")


@router.get("/embed.d.ts", include_in_schema=False)
async def element_types() -> FileResponse:
    """The types of the custom element, for TypeScript."""
    return _built("embed.d.ts", "text/plain; charset=utf-8")


@router.get("/widget.mjs", include_in_schema=False)
async def widget() -> FileResponse:
    """The custom element as a module for tools that show anywidgets."""
    return _built("widget.mjs", "text/javascript")


def _built(name: str, media_type: str) -> FileResponse:
    file = folder("static/dist", "dist") / name
    if not file.is_file():
        raise HTTPException(404)
    return FileResponse(file, media_type=media_type, headers={"Cache-Control": "public, max-age=3600"})


@router.get("/embed/schema.json", include_in_schema=False)
async def schema() -> dict[str, Any]:
    """The parameters of `/`, `/p/{preset}` and `/embed`, as JSON Schema."""
    return schema_json()


@router.get("/api/v1/address", tags=["choices"], dependencies=[Depends(asked_lesson_ready)])
async def address(request: Request) -> ParsedAddress:
    """An address, parsed: send its query, get its values, its warnings, and how its session begins."""
    return requested_address(request.query_params)
