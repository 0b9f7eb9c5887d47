"""Numbers of a session by ref, as far as its cursor has reached them."""

from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.refs import Ref


def is_reached(session: Session, ref: str | Ref) -> bool:
    """Whether the number is computed by the session's step; what is given always is."""
    ordinal = layered(session).program.producing(ref)
    return ordinal is None or ordinal < session.step


def reached_value(session: Session, ref: str | Ref) -> float | None:
    """The number, for the focus example; None where it is not reached or not finite."""
    return value(session, ref) if is_reached(session, ref) else None


def value(session: Session, ref: str | Ref) -> float | None:
    """The number whether reached or not, for the focus example; None where it is not finite."""
    return layered(session).value_of(ref, session.focus)
