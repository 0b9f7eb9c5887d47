"""The application: wiring, nothing else."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version

from fastapi import FastAPI

from app import errors
from app.assets import FRAME, HOME, LAB, assets_of, folder
from app.lessons.library import library
from app.logs import configure
from app.routes import (
    address,
    analysis,
    data,
    divergence,
    files,
    health,
    landscape,
    lessons,
    order,
    pages,
    plane,
    predicting,
    races,
    recordings,
    sessions,
    sharing,
    single,
    steps,
    things,
    train,
)
from app.routes.built import BuiltFiles
from app.routes.doorway import Doorway
from app.routes.templates import error_page
from app.sessions.keeper import Keeper
from app.sessions.open import open_store
from app.sessions.store import Room
from app.sessions.workers import Workers
from app.settings import Settings

SWEEP_SECONDS = 600.0
SWITCH_SECONDS = 0.0005  # how long a training thread may hold the interpreter while a step waits


def create_app(settings: Settings | None = None) -> FastAPI:
    """A new application with its own store; `settings` come from the environment unless given.

    Raises LessonsWrong rather than serve a lesson that does not work.
    """
    library()
    settings = settings or Settings()
    configure(settings.log_level)
    app = FastAPI(
        title="Backstep",
        version=version("backstep"),
        summary="Step through back-propagation, one number at a time.",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    dist = folder("static/dist", "dist")
    app.state.settings = settings
    entries = {"lab": LAB, "embed": FRAME, "home": HOME}
    app.state.assets = {mode: assets_of(dist, entry) for mode, entry in entries.items()}
    app.state.keeper = Keeper(
        open_store(settings.store, Room(settings.max_sessions, settings.session_ttl)),
        Workers(settings.max_train_seconds, settings.workers_busy),
    )
    for routes in (
        steps,
        sessions,
        train,
        recordings,  # before files, which would take `html` for one of its formats
        analysis,
        data,
        files,
        races,
        divergence,
        order,
        landscape,
        plane,
        predicting,
        single,
        things,
        lessons,
        address,
        sharing,
        health,
        pages,
    ):
        app.router.routes.extend(routes.router.routes)
    if dist.is_dir():
        app.mount("/static/dist", BuiltFiles(directory=dist), name="static")
    errors.register(app, error_page)
    app.add_middleware(Doorway, settings=settings)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    keeper: Keeper = app.state.keeper
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.freeze()  # what was made at the start stays: looking through it again and again costs every step
    sweeping = asyncio.create_task(_sweep(keeper))
    yield
    sweeping.cancel()
    with suppress(asyncio.CancelledError):
        await sweeping
    gc.unfreeze()
    sys.setswitchinterval(interval)
    keeper.store.close()


async def _sweep(keeper: Keeper) -> None:
    while True:
        keeper.sweep()
        await asyncio.sleep(SWEEP_SECONDS)
