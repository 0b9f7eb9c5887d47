"""The OpenAPI document holds: whatever is sent, no server error, and every answer as documented."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app

APP = create_app(Settings(store="memory:", max_train_seconds=0.5))
# The server is not started while cases are made: before Python 3.11.8 two threads must not parse at once, and
# a starting server parses the programs of its lessons.
schema = schemathesis.openapi.from_dict(APP.openapi())
schema.app = APP


def rejection(context: Any, response: Any, case: Any) -> bool | None:
    """What is wrong is refused; a body or an address beyond the server's limit is refused unread."""
    return True if response.status_code in (413, 414) else negative_data_rejection(context, response, case)


CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    rejection,
]


BODIES = [{"preset": "mazur"}, {"graph": {"program": "w = 2\nx = [1, -1]\nL = sum(tanh(w*x))"}}]


@pytest.fixture(scope="module")
def known_ids() -> list[str]:
    """The ids of sessions that exist, so that calls are not all answered with 404: a network and a graph."""
    from fastapi.testclient import TestClient

    return [str(TestClient(APP).post("/api/v1/sessions", json=body).json()["id"]) for body in BODIES]


@schema.parametrize()
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
def test_every_answer_is_as_documented(case: Any, known_ids: list[str]) -> None:
    if "id" not in (case.path_parameters or {}) or case.method == "DELETE":
        case.call_and_validate(checks=CHECKS)
        return
    for known in known_ids:
        case.path_parameters["id"] = known
        case.call_and_validate(checks=CHECKS)
