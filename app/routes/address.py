"""The language of an address, described and read."""

from typing import Any

from fastapi import APIRouter, Request

from app.schemas.query import Reading, reading, schema_json

router = APIRouter()


@router.get("/embed/schema.json", include_in_schema=False)
async def schema() -> dict[str, Any]:
    """Everything that an address of `/`, `/p/{preset}` and `/embed` may say, as JSON Schema."""
    return schema_json()


@router.get("/api/v1/address", tags=["choices"])
async def address(request: Request) -> Reading:
    """What an address says: give its query, and get its values, its slips, and how its session begins."""
    return reading(request.query_params)
