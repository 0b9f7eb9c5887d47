"""What routes depend on is made on the event loop; FastAPI makes anything else in another thread."""

from collections.abc import Iterator
from inspect import iscoroutinefunction

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient


def below(dependant: Dependant) -> Iterator[object]:
    """Everything that a route depends on, and what that depends on."""
    for needed in dependant.dependencies:
        yield needed.call
        yield from below(needed)


def test_nothing_that_a_route_needs_waits_for_another_thread(client: TestClient) -> None:
    routes = [route for route in client.app.routes if isinstance(route, APIRoute)]  # type: ignore[attr-defined]
    needed = {call for route in routes for call in below(route.dependant)}
    assert len(needed) > 5
    assert [call for call in needed if not iscoroutinefunction(call)] == []
