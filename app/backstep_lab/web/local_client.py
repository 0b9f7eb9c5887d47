"""Calls of the API of a server on this machine, by the program that has started it."""

import json
from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from backstep_lab.spec.errors import Problem

SECONDS = 60.0  # until a server that does not answer is given up
PAUSE = 0.05  # seconds between two questions whether it listens
_open = build_opener(ProxyHandler({})).open  # this machine is asked itself, whatever proxy there is


def listens(address: str, is_running: Callable[[], bool]) -> bool:
    """Wait until the server answers; False where it ends before, or takes too long."""
    deadline = monotonic() + SECONDS
    while is_running() and monotonic() < deadline:
        with suppress(OSError), _open(f"{address}/healthz", timeout=SECONDS):
            return True
        sleep(PAUSE)
    return False


def call(address: str, path: str, body: Any = None) -> Any:
    """The answer of the API; a POST where there is a body. Raises Problem with its sentence."""
    data = None if body is None else json.dumps(body).encode()
    request = Request(f"{address}/api/v1{path}", data, {"Content-Type": "application/json"})
    try:
        with _open(request, timeout=SECONDS) as answer:
            return json.load(answer)
    except HTTPError as error:
        refused = json.load(error)
        message = refused["message"]
        raise Problem(refused["detail"], message["key"], **message["args"]) from None
