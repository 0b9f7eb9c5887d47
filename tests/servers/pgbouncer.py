"""PgBouncer in transaction mode: each transaction may get another one of few connections to the database."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.cluster import Cluster
from tests.servers.ports import free_port, give_away, unprivileged, wait_for
from tools.debian import pgbouncer

CONFIGURATION = """
[databases]
* = host=127.0.0.1 port={behind} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {connections}
"""


@contextmanager
def pooling(cluster: Cluster, connections: int) -> Iterator[int]:
    """The port of a PgBouncer that keeps so many connections to each database of the cluster."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="pgbouncer-") as name:
        folder = Path(name)
        give_away(folder)
        file = folder / "pgbouncer.ini"
        file.write_text(
            CONFIGURATION.format(behind=cluster.port, port=port, connections=connections), "utf-8"
        )
        command: list[str | Path] = [pgbouncer(), "--quiet", file]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, **unprivileged()) as process:
            try:
                wait_for(port)
                yield port
            finally:
                process.terminate()
