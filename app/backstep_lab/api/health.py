"""Liveness, readiness, metrics."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

from backstep_lab.api.dependencies import ManagerDep
from backstep_lab.api.prometheus import exposition

router = APIRouter(tags=["operation"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """200 while the process runs."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(manager: ManagerDep) -> dict[str, str]:
    """200 while the store answers."""
    await manager.store.count()
    return {"status": "ok"}


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def metrics(manager: ManagerDep) -> Response:
    """Metrics of all worker processes for Prometheus."""
    return Response(exposition(await manager.store.count()), media_type=CONTENT_TYPE_LATEST)
