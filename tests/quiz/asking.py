"""Sessions to ask about, and answers to them."""

from typing import Any

from backstep_lab.quiz.judging import judge
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.wire.quiz import Ask, Verdict


def answered(session: Session, ref: str, text: str, **more: Any) -> Verdict:
    """The verdict on an answer."""
    return judge(session, Ask(ref=ref, text=text, **more))


def at(session: Session, ref: str) -> Session:
    """The session just before a number is made."""
    ordinal = layered(session).program.producing(ref)
    assert ordinal is not None
    return session.at_step(ordinal)
