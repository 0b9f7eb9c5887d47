"""The program: `backstep serve`, `open`, `export`, `lesson` and `openapi`."""

import argparse
import asyncio
import os
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from tempfile import TemporaryDirectory
from threading import Thread

import uvicorn
from pydantic import ValidationError
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from backstep_lab.api.prometheus import FOLDER
from backstep_lab.config.settings import Settings
from backstep_lab.exports.offline import preset_export
from backstep_lab.lessons import check_command
from backstep_lab.openapi import document
from backstep_lab.sessions.store.base import Capacity, SchemaTooNew
from backstep_lab.sessions.store.factory import open_store
from backstep_lab.spec.errors import Problem
from backstep_lab.web import open_command
from backstep_lab.web.listening import listening

WORKER_SECONDS = 20  # until a worker that does not answer its parent is replaced: starting may take that long


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command that the arguments name."""
    parser = argparse.ArgumentParser(
        prog="backstep", description="Step through back-propagation, one number at a time."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", help="serve the page and the API")
    serving.add_argument("--host", help="address to listen on (HOST; 127.0.0.1)")
    serving.add_argument("--port", type=int, help="port to listen on (PORT; 8000; 0 for any free one)")
    serving.add_argument("--workers", type=int, default=1, help="processes, all on one store (1)")
    preset_export.add_options(
        commands.add_parser("export", help="write the recording of a network as one HTML file")
    )
    open_command.add_options(commands.add_parser("open", help="open a model's file in the lab"))
    check_command.add_options(commands.add_parser("lesson", help="check lessons of one's own"))
    commands.add_parser("openapi", help="print the OpenAPI document")
    chosen = parser.parse_args(arguments)
    if chosen.command == "openapi":
        sys.stdout.write(document())
    elif chosen.command == "export":
        preset_export.export(chosen, _settings({}).address)
    elif chosen.command == "open":
        open_file(chosen)
    elif chosen.command == "lesson":
        check_command.check(chosen)
    else:
        serve(chosen.host, chosen.port, chosen.workers)


def open_file(chosen: argparse.Namespace) -> None:
    """Serve a model's file on this machine alone, its sessions in memory, until stopped."""
    found = open_command.start(chosen)
    os.environ.setdefault("BACKSTEP_STORE", "memory:")
    serve(
        "127.0.0.1", chosen.port, 1, lambda address: open_command.show(address, found, not chosen.no_browser)
    )


def serve(
    host: str | None, port: int | None, workers: int, beside: Callable[[str], None] | None = None
) -> None:
    """Serve until stopped; `beside` runs in a thread, with the address of this machine."""
    settings = _settings({"host": host, "port": port})
    if workers > 1 and settings.store == "memory:":
        sys.exit(
            "Several workers need a store that they share; BACKSTEP_STORE=memory: belongs to one process."
        )
    port = _free(settings.host, settings.port)
    # Workers read the environment, not our arguments.
    os.environ.update(HOST=settings.host, PORT=str(port))
    _prepare_store(settings.store)
    address = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"Backstep: {settings.address or f'http://{address}:{port}{settings.root_path}'}/", flush=True)
    if beside is not None:
        local = f"http://{address}:{port}{settings.root_path}"
        Thread(target=beside, args=(local,), daemon=True).start()
    config = uvicorn.Config(
        "backstep_lab.main:create_app",
        factory=True,
        host=settings.host,
        port=port,
        workers=workers,
        log_level=settings.log_level,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the application reads them itself, with one more
        timeout_graceful_shutdown=5,
        timeout_worker_healthcheck=WORKER_SECONDS,
    )
    with _metrics_folder(workers):
        _run(config, settings.host, port)


@contextmanager
def _metrics_folder(workers: int) -> Iterator[None]:
    """A folder in which several workers add up their metrics; an operator's own where one is set."""
    if workers == 1 or FOLDER in os.environ:
        yield
        return
    try:
        folder = TemporaryDirectory(prefix="backstep-metrics-")
    except OSError as error:
        sys.exit(f"Backstep cannot make a folder for the metrics of its workers: {error}. Set {FOLDER}.")
    with folder as path:
        os.environ[FOLDER] = path
        yield


def _run(config: uvicorn.Config, host: str, port: int) -> None:
    try:
        sockets = listening(host, port)
    except OSError as error:
        sys.exit(_cannot_listen(host, port, error))
    if config.workers > 1:
        Multiprocess(config, sockets=sockets).run()
        return
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):
        server.run(sockets=sockets)
    if not server.started:
        sys.exit(STARTUP_FAILURE)


def _prepare_store(address: str) -> None:
    """Make or migrate the store before any process uses it; exits with a message where that fails."""

    async def prepare() -> None:
        store = open_store(address, Capacity(1, 1.0))
        await store.open()
        await store.close()

    try:
        asyncio.run(prepare())
    except (ValueError, SchemaTooNew, Problem) as error:
        sys.exit(str(error))


def _settings(given: dict[str, object]) -> Settings:
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        sys.exit("\n".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()))


def _free(host: str, port: int) -> int:
    """The port, or a free one for 0; exits with a message when it is taken."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            return int(probe.getsockname()[1])
    except OSError as error:
        sys.exit(_cannot_listen(host, port, error))


def _cannot_listen(host: str, port: int, error: OSError) -> str:
    return f"Backstep cannot listen on {host}:{port}: {error.strerror}. Try another: PORT=8001"


if __name__ == "__main__":
    main()
