"""Calls of the API, and how a problem looks."""

from typing import Any

import httpx2
from fastapi.testclient import TestClient

SESSIONS = "/api/v1/sessions"


def new(client: TestClient, **body: Any) -> str:
    """The address of a new session, Mazur's by default."""
    answer = client.post(SESSIONS, json=body or {"preset": "mazur"})
    assert answer.status_code == 201, answer.text
    return f"{SESSIONS}/{answer.json()['id']}"


def problem(answer: httpx2.Response, status: int, slug: str, field: str | None = None) -> dict[str, Any]:
    """The body of a problem, whose form is checked."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["type"] == f"/problems/{slug}"
    assert body["status"] == status
    assert body["detail"].endswith(".")
    assert body["title"]
    assert body["message"]["key"].startswith(("problem-", "program-"))
    if field is not None:
        assert body["field"] == field
    return body


def post(client: TestClient, address: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    """The answer to a call that succeeds."""
    answer = client.post(address, json=body or {})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())
