"""The page as one file, as a server gives it away."""

import json
from urllib.request import Request, urlopen

from tests.e2e.server import Server


def recording(server: Server) -> bytes:
    """Three iterations of Mazur's network as HTML."""
    begin = Request(
        f"{server.address}/api/v1/sessions", b'{"preset": "mazur"}', {"Content-Type": "application/json"}
    )
    with urlopen(begin, timeout=20) as answer:
        id = json.load(answer)["id"]
    export = f"{server.address}/api/v1/sessions/{id}/export/html?iterations=3&lang=en"
    with urlopen(export, timeout=20) as answer:
        return bytes(answer.read())
