"""What tests of several folders share: a fresh application for each test."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of a fresh application with its own memory."""
    with TestClient(create_app(Settings(store="memory:"))) as client:
        yield client
