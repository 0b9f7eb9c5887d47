"""A PostgreSQL server of the tests' own: in a temporary folder, on a free port of the loopback address.

It keeps what it promises as a real one does: nothing about its writing to the disk is relaxed.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import psycopg

from tests.servers.ports import free_port, give_away, unprivileged
from tools.debian import postgresql

START_SECONDS = 60


class Cluster:
    """One server with its data. `settings` are those of postgresql.conf."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self.folder = folder
        self.port = free_port()
        self._settings = settings

    def start(self) -> None:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            **self._settings,
        }
        given = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self._control(
            "start", "--wait", f"--timeout={START_SECONDS}", f"--log={self.folder}/log", "-o", given
        )

    def stop(self, mode: Literal["fast", "immediate"] = "fast") -> None:
        """`fast` ends connections and writes everything down; `immediate` is a crash."""
        self._control("stop", "--wait", f"--mode={mode}")

    def restart(self, mode: Literal["fast", "immediate"] = "fast") -> None:
        self.stop(mode)
        self.start()

    def promote(self) -> None:
        """Make a standby the primary."""
        self._control("promote", "--wait")

    def _control(self, *arguments: str) -> None:
        _run("pg_ctl", f"--pgdata={self.folder}", "--silent", *arguments)

    def address(self, database: str = "postgres", port: int | None = None) -> str:
        """The address of a database, by another port where something stands in between."""
        return f"postgresql://postgres@127.0.0.1:{port or self.port}/{database}"

    @property
    def process_id(self) -> int:
        return int((self.folder / "postmaster.pid").read_text("utf-8").split()[0])

    def addresses(self, standby: "Cluster", database: str) -> str:
        """The address of a database on whichever of the two takes changes."""
        both = f"127.0.0.1:{self.port},127.0.0.1:{standby.port}"
        return f"postgresql://postgres@{both}/{database}?target_session_attrs=read-write"

    def empty_database(self) -> str:
        """The name of a database, emptied. Always the same: a new one has hundreds of files to be synced."""
        name = "test"
        if not self.ask(f"SELECT datname FROM pg_database WHERE datname = '{name}'"):
            self.ask(f"CREATE DATABASE {name}")
        self.ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public", name)
        return name

    def ask(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """The rows of a statement, asked as the administrator."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []


@contextmanager
def running(**settings: str) -> Iterator[Cluster]:
    """A new server, stopped and removed at the end."""
    with _folder() as folder:
        _run("initdb", f"--pgdata={folder}", "--username=postgres", "--auth=trust", "--encoding=UTF8",
             "--locale=C", "--no-sync", "--no-instructions")  # fmt: skip
        with _started(Cluster(folder, settings)) as cluster:
            yield cluster


@contextmanager
def standby_of(primary: Cluster, port: int, name: str) -> Iterator[Cluster]:
    """A standby that follows the primary by `port`, under a name for its synchronous_standby_names."""
    with _folder() as folder:
        _run("pg_basebackup", f"--pgdata={folder}", "--write-recovery-conf", "--checkpoint=fast", "--no-sync",
             f"--dbname=host=127.0.0.1 port={port} user=postgres application_name={name}")  # fmt: skip
        with _started(
            Cluster(folder, {"wal_receiver_timeout": "2s", "wal_retrieve_retry_interval": "200ms"})
        ) as it:
            yield it


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    give_away(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def _started(cluster: Cluster) -> Iterator[Cluster]:
    cluster.start()
    try:
        yield cluster
    finally:
        if (cluster.folder / "postmaster.pid").exists():
            cluster.stop("immediate")


def _run(program: str, *arguments: str) -> None:
    subprocess.run(
        [postgresql() / program, *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # a pipe would stay open in the server
        timeout=2 * START_SECONDS,
        **unprivileged(),
    )
