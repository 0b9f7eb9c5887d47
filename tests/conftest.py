"""What tests of several folders share: a fresh application for each test, and compute processes."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config.settings import Settings
from backstep_lab.main import WORKER, create_app


@pytest.fixture(scope="session")
def pool() -> Iterator[ProcessPool]:
    """Compute processes for all applications of this run."""
    pool = ProcessPool(WORKER, 1)
    yield pool
    pool.close()


@pytest.fixture
def client(pool: ProcessPool) -> Iterator[TestClient]:
    """A client of a fresh application with its own memory."""
    with TestClient(create_app(Settings(store="memory:", allowed_hosts="testserver"), pool)) as client:
        yield client
