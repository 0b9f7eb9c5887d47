"""Sessions of programs, for tests."""

import json
from typing import Any

from backstep_lab.jobs.queries import QUERIES
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.session import Session
from backstep_lab.wire.session import session_json


def session_of(program: str, training: dict[str, Any] | None = None, **fields: Any) -> Session:
    """A new session; `fields` are values, target and train."""
    return opened({"graph": {"program": program, **fields}, "training": training or {}})


def opened(body: dict[str, Any]) -> Session:
    return open_bookmark("here", parse_create(body))


def picture(session: Session) -> Any:
    """Everything of a session but its revision."""
    return {**json.loads(session_json(session)), "revision": None}


def values(session: Session) -> dict[str, float | None]:
    """Every number by ref; None for what is not computed."""
    found: dict[str, float | None] = picture(session)["values"]
    return found


def query(session: Session, name: str, **arguments: Any) -> Any:
    """The answer to a query, as JSON."""
    return json.loads(QUERIES[name].answer(session, arguments, never_stop))
