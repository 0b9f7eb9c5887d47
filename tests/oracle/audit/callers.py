"""Calls of the API over several connections, so that several workers answer the same session."""

import json
from types import TracebackType
from typing import Any, Self

import httpx2

from tests.oracle.audit.recipes import Json

CONNECTIONS = 4
RENEWED = 30  # calls after which a connection is made again, which may lead to another worker
SHOWN = 400  # characters of a body in a transcript


class RefusedError(Exception):
    """The server refused a call: an RFC 9457 problem."""

    def __init__(self, status: int, problem: Json) -> None:
        super().__init__(f"{status} {problem.get('type')}: {problem.get('detail')}")
        self.status, self.problem = status, problem


class Caller:
    """Calls take turns over the connections; `calls` is the transcript."""

    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/") + "/api/v1"
        self.calls: list[str] = []
        self._made = 0
        self._clients = [self._client() for _ in range(CONNECTIONS)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for client in self._clients:
            client.close()

    def get(self, path: str, **query: Any) -> Json:
        """The JSON of an answer."""
        found: Json = self._call("GET", path, params=query).json()
        return found

    def file(self, path: str, **query: Any) -> bytes:
        """The bytes of an answer."""
        return self._call("GET", path, params=query).content

    def post(self, path: str, body: Json) -> Json:
        """The JSON of an answer."""
        found: Json = self._call("POST", path, json=body).json()
        return found

    def patch(self, path: str, body: Json) -> Json:
        """The JSON of an answer."""
        found: Json = self._call("PATCH", path, json=body).json()
        return found

    def delete(self, path: str) -> None:
        """Forget a session."""
        self._call("DELETE", path)

    def _client(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.base, timeout=60, trust_env=False)

    def _call(self, method: str, path: str, **parts: Any) -> httpx2.Response:
        place, self._made = self._made % CONNECTIONS, self._made + 1
        if self._made % RENEWED == 0:
            self._clients[place].close()
            self._clients[place] = self._client()
        if method != "GET":
            self.calls.append(f"{method} {path} {json.dumps(parts.get('json', {}))[:SHOWN]}")
        answer = self._clients[place].request(method, path, **parts)
        if answer.status_code >= 400:
            self.calls.append(f"{method} {path} {parts.get('params', '')} gave {answer.status_code}")
            raise RefusedError(answer.status_code, answer.json())
        return answer
