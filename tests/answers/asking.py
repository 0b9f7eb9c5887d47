"""Sessions to ask about, and answers to them."""

from typing import Any

from app.answers.judge import judge
from app.schemas.answering import Ask, Verdict
from app.sessions.session import Session


def answered(session: Session, ref: str, text: str, **more: Any) -> Verdict:
    """The verdict on an answer."""
    return judge(session, Ask(ref=ref, text=text, **more))


def at(session: Session, ref: str) -> Session:
    """The session just before a number is made."""
    ordinal = session.moment.program.producing(ref)
    assert ordinal is not None
    return session.at_step(ordinal)
