"""The OpenAPI document holds: whatever is sent, no server error, and every answer as documented."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.core.result import Ok
from schemathesis.generation.feedback import FeedbackSources
from schemathesis.pytest._test_builder import build_operation_test
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app

# A body that describes a network has so many fields that cases for the limits of each, a thousand for an
# operation, take ten seconds to make: test_bounds.py tries these limits. Here such bodies are made at random.
DESCRIBING_NETWORKS = (
    "POST /api/v1/sessions",
    "PATCH /api/v1/sessions/{id}",
    "POST /api/v1/sessions/import",
    "POST /api/v1/sessions/{id}/race",
    "POST /api/v1/graph",
)
AT_RANDOM = {"coverage": {"enabled": False}}
CONFIG = schemathesis.Config.from_dict(
    {"operations": [{"include-name": name, "phases": AT_RANDOM} for name in DESCRIBING_NETWORKS]}
)
APP = create_app(Settings(store="memory:", max_train_seconds=0.5))
schema = schemathesis.openapi.from_dict(APP.openapi(), config=CONFIG)
schema.app = APP
OPERATIONS = {found.ok().label: found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)}
HOW = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


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


def holds_for_its_cases(operation: APIOperation[Any, Any, Any, Any], known_ids: list[str]) -> None:
    """Make cases of an operation, its examples and limits and others at random, and try each."""

    def holds(case: Any) -> None:
        if "id" not in (case.path_parameters or {}) or case.method == "DELETE":
            case.call_and_validate(checks=CHECKS)
            return
        for known in known_ids:
            case.path_parameters["id"] = known
            case.call_and_validate(checks=CHECKS)

    build_operation_test(
        config=schema.config,
        operation=operation,
        test_func=HOW(holds),
        given_kwargs={},
        feedback=FeedbackSources(),
    )()


# Not by `schema.parametrize`: it makes the cases of all operations in each worker, while tests are collected,
# and gives all of its tests one name, for which workers run only one of them.
@pytest.mark.parametrize("label", OPERATIONS)
def test_every_answer_is_as_documented(label: str, known_ids: list[str]) -> None:
    holds_for_its_cases(OPERATIONS[label], known_ids)
