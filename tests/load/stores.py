"""The stores that a program is run on: temporary ones, or one that is named."""

import signal
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.servers import cluster

SQLITE, POSTGRESQL = "sqlite", "postgresql"


def add_options(parser: ArgumentParser, workers: list[int]) -> None:
    """`--store` and `--workers`, each with one or several values, and `--short`."""
    parser.add_argument(
        "--store", nargs="+", default=[SQLITE], help="sqlite, postgresql (both temporary), or postgresql://…"
    )
    parser.add_argument("--workers", nargs="+", type=int, default=workers, help="processes of the server")
    parser.add_argument("--short", action="store_true", help="a small form of a few seconds")


def name_of(store: str) -> str:
    """How a table names the store."""
    return store.partition(":")[0]


@contextmanager
def opened(store: str) -> Iterator[Path | str]:
    """The store that an option names, empty where it is a temporary one."""
    if store == SQLITE:
        with TemporaryDirectory(prefix="backstep-load-") as folder:
            yield Path(folder) / "sessions.sqlite3"
    elif store == POSTGRESQL:
        with cluster.running() as server:
            yield server.address()
    else:
        yield store


def combinations(options: Namespace) -> list[tuple[str, int]]:
    """Every store with every number of workers. From here on SIGTERM ends the servers too."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(f"ended by signal {number}"))
    return [(store, workers) for store in options.store for workers in options.workers]
