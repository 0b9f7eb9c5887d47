"""What tests of several folders share: a fresh application for each test, and compute processes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config.settings import Settings
from backstep_lab.main import WORKER, create_app
from tests.client import Client

# The same examples in every run, and as much time for each as a busy machine takes.
settings.register_profile(
    "tests", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("tests")

# On busy processors a browser can take longer than a test waits. What fails runs once more, and is listed.
BROWSERS = tuple(Path(__file__).parent / name for name in ("e2e", "engines"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A second try for the tests that drive a browser, and for no others."""
    # Workers take tests of one name for one test, and run it once.
    same = [name for name, count in Counter(item.nodeid for item in items).items() if count > 1]
    if same:
        raise pytest.UsageError(f"several tests have the same name: {', '.join(same)}")
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in BROWSERS):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def pool() -> Iterator[ProcessPool]:
    """Compute processes for all applications of this run."""
    pool = ProcessPool(WORKER, 1)
    yield pool
    pool.close()


@pytest.fixture
def client(pool: ProcessPool) -> Iterator[TestClient]:
    """A client of a fresh application with its own memory."""
    with Client(create_app(Settings(store="memory:", allowed_hosts="testserver"), pool)) as client:
        yield client
