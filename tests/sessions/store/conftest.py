"""One address for each kind of store; the tests of this folder hold for all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.cluster import Cluster, running

SHARED = ("sqlite", "postgresql")  # those that several processes may use


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with running() as cluster:
        yield cluster


@pytest.fixture(params=["memory", *SHARED])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store."""
    return _address(request, tmp_path)


@pytest.fixture(params=SHARED)
def shared_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store that may be opened several times."""
    return _address(request, tmp_path)


def _address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "memory":
        return "memory:"
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'sessions.sqlite3'}"
    cluster: Cluster = request.getfixturevalue("cluster")
    return cluster.address(cluster.empty_database())
