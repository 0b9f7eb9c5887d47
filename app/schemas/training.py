"""What training tells: events on the way, and the session at its end."""

from app.schemas import told
from app.schemas.session import joined, session_json
from app.sessions.run import Run


def trained_json(run: Run) -> bytes:
    """The session after training."""
    return session_json(run.session, ran={"iterations": run.done, "stopped": run.stopped or "time"})


def progress_json(run: Run) -> bytes:
    """How far training has come."""
    session = run.session
    return joined(
        revision=told.json(session.revision),
        position=told.position(session),
        done=told.json(run.done),
        wanted=told.json(run.wanted),
        examples=told.json(run.examples),
        loss=told.json(session.moment.trace.loss if session.knows_loss else None),
        state=told.json(session.status),
        session=session_json(session),
    )


def event(name: str, data: bytes | dict[str, object]) -> bytes:
    """A server-sent event."""
    line = data if isinstance(data, bytes) else told.json(data)
    return b"event: " + name.encode() + b"\ndata: " + line + b"\n\n"
