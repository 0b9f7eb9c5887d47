"""One request to an application in this process, as a server would pass it on, and what is sent for it."""

import asyncio
from collections.abc import Sequence

from starlette.types import ASGIApp, Message, Scope


async def exchange(app: ASGIApp, scope: Scope, received: Sequence[Message]) -> list[Message]:
    """What the application sends for these messages of a client. Whatever it raises is raised."""
    sent: list[Message] = []
    left = list(reversed(received))

    async def receive() -> Message:
        if not left:
            await asyncio.Event().wait()  # the client stays until it is answered
        return left.pop()

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent


def start_and_body(sent: list[Message]) -> tuple[Message, bytes]:
    """The message with status and headers, and all of the body."""
    start = next(message for message in sent if message["type"] == "http.response.start")
    parts = (message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return start, b"".join(parts)
