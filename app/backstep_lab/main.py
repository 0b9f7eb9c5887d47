"""The application: wiring, nothing else."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from importlib.metadata import version
from time import time

import structlog
from fastapi import FastAPI

from backstep_lab.api import (
    activation,
    as_graph,
    batch,
    boundary,
    choices,
    datasets,
    divergence,
    errors,
    examples,
    explain,
    export_html,
    exports,
    foreseen,
    gradient_check,
    graph,
    health,
    landscape,
    lessons,
    line,
    link,
    loss_slice,
    metrics,
    neuron_maps,
    order,
    paths,
    predict,
    quiz,
    race,
    reset,
    rewind,
    saturation,
    sessions,
    steps,
    sums,
    table,
    train,
    what_if,
)
from backstep_lab.api.preparation import LESSONS
from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config.assets import FRAME, HOME, LAB, assets_of, folder
from backstep_lab.config.logging import configure
from backstep_lab.config.settings import Settings
from backstep_lab.jobs.service import ComputeService
from backstep_lab.sessions.concurrency.threads import Threads
from backstep_lab.sessions.manager import SessionManager
from backstep_lab.sessions.store.base import Capacity, Store
from backstep_lab.sessions.store.factory import open_store
from backstep_lab.spec.errors import Problem
from backstep_lab.web import address, api_description, oembed, pages
from backstep_lab.web.cycle_collector import CycleCollector
from backstep_lab.web.drawn_addresses import DrawnAddresses
from backstep_lab.web.middleware.forwarded import ForwardedMiddleware
from backstep_lab.web.middleware.request_middleware import RequestMiddleware
from backstep_lab.web.precompressed_static import PrecompressedStaticFiles
from backstep_lab.web.templates import error_page

SWEEP_SECONDS = 600.0
SWEEP_PAUSE_SECONDS = 1.0  # between two parts of a long sweep
PREPARE_AFTER_SECONDS = 0.1  # first listen, then make what takes half a second of a thread
SWITCH_SECONDS = 0.0005  # how long a thread may hold the interpreter while a step waits
WORKER = "backstep_lab.jobs.worker"

ROUTES = (
    steps,
    sessions,
    link,
    reset,
    explain,
    foreseen,
    train,
    export_html,  # before exports, which would take `html` for one of its formats
    gradient_check,
    graph,
    as_graph,
    paths,
    datasets,
    table,
    examples,
    exports,
    rewind,
    race,
    divergence,
    saturation,
    order,
    loss_slice,
    landscape,
    batch,
    activation,
    boundary,
    predict,
    what_if,
    metrics,
    neuron_maps,
    quiz,
    line,
    sums,
    choices,
    lessons,
    address,
    oembed,
    health,
    pages,
    api_description,
)

log = structlog.get_logger()


def create_app(settings: Settings | None = None, pool: ProcessPool | None = None) -> FastAPI:
    """A new application with its own store; `settings` come from the environment unless given.

    It ends the compute processes of its own pool; a `pool` that is given stays with the caller.
    """
    settings = settings or Settings()
    configure(settings.log_level)
    app = FastAPI(
        title="Backstep",
        version=version("backstep-lab"),
        summary="Step through back-propagation, one number at a time.",
        openapi_url=None,  # the routes of `api_description` serve it
        docs_url=None,
        redoc_url=None,
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
        },  # asked for at every request; we have /metrics
        lifespan=_lifespan,
    )
    dist = folder("static/dist", "dist")
    app.state.settings = settings
    entries = {"lab": LAB, "embed": FRAME, "home": HOME}
    app.state.assets = {mode: assets_of(dist, entry) for mode, entry in entries.items()}
    app.state.service = _service(settings, pool)
    app.state.drawn_addresses = DrawnAddresses()
    app.state.own_pool = pool is None
    for routes in ROUTES:
        app.router.routes.extend(routes.router.routes)
    if dist.is_dir():
        app.mount("/static/dist", PrecompressedStaticFiles(directory=dist), name="static")
    unexpected = errors.register(app, error_page)
    app.add_middleware(RequestMiddleware, settings=settings, on_error=unexpected)
    app.add_middleware(ForwardedMiddleware, trusted_hosts=os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1"))
    return app


def _service(settings: Settings, pool: ProcessPool | None) -> ComputeService:
    capacity = Capacity(settings.max_sessions, settings.session_ttl, settings.sessions_per_client)
    queue, queue_of_session = settings.max_queue, settings.max_queue_per_session
    threads = Threads(settings.max_train_seconds, queue, queue_of_session)
    manager = SessionManager(open_store(settings.store, capacity), threads, settings.cache_megabytes * 2**20)
    processes = pool or ProcessPool(WORKER, settings.compute_processes)
    return ComputeService(manager, processes, settings.max_train_seconds, queue, queue_of_session)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    service: ComputeService = app.state.service
    await service.manager.store.open()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    collector = CycleCollector()
    collector.start()
    tasks = [asyncio.create_task(_sweep(service.manager.store)), asyncio.create_task(collector.run())]
    if app.state.own_pool:
        tasks.append(asyncio.create_task(_start_process(service.processes.pool)))
    preparing = asyncio.get_running_loop().call_later(PREPARE_AFTER_SECONDS, _prepare, app, collector)
    yield
    preparing.cancel()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    collector.stop()
    sys.setswitchinterval(interval)
    service.manager.threads.close()
    if app.state.own_pool:
        service.processes.pool.close()
    await service.manager.store.close()


async def _start_process(pool: ProcessPool) -> None:
    """Have one compute process ready when it is first needed."""
    await asyncio.to_thread(pool.start, 0)


def _prepare(app: FastAPI, collector: CycleCollector) -> None:
    """Have made what first pages would wait for; a request that comes sooner begins it itself."""
    made = api_description.description(app).begin()
    made.add_done_callback(lambda _: collector.keep())
    LESSONS.begin().add_done_callback(_report_lessons)


def _report_lessons(lessons: Future[None]) -> None:
    if (wrong := lessons.exception()) is not None:
        log.error("lessons are not served", reason=str(wrong))


async def _sweep(store: Store) -> None:
    while True:
        pause = SWEEP_SECONDS
        try:
            if await store.sweep(time()):
                pause = SWEEP_PAUSE_SECONDS
        except Problem as problem:
            log.warning("sessions whose time is over were not deleted", reason=problem.detail)
        await asyncio.sleep(pause)
