"""Messages between the server and its compute processes: msgpack behind a length of four bytes."""

from typing import IO, Any

import msgpack  # type: ignore[import-untyped]

MAX_FRAME = 256 * 1024 * 1024


def write_frame(pipe: IO[bytes], message: Any) -> None:
    """Write one message."""
    body = msgpack.packb(message)
    pipe.write(len(body).to_bytes(4, "big") + body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> Any | None:
    """The next message; None at the end."""
    head = pipe.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "big")
    assert size <= MAX_FRAME, f"a frame of {size} bytes was not written here"
    body = pipe.read(size)
    return msgpack.unpackb(body, strict_map_key=False, max_ext_len=0) if len(body) == size else None
