"""What the engine answers to a question that a passage asks."""

from math import floor, log10

from app.lessons.doing import Predict
from app.sessions.session import Session
from app.stepping.numbers import NUMBERS
from app.stepping.refs import parse


def agrees(session: Session, do: Predict) -> tuple[bool, object]:
    value = _value(session, do.predict, do.later)
    if do.ask == "number":
        unit = 10.0 ** (floor(log10(abs(value))) - do.digits + 1) if value else 10.0**-do.digits
        return isinstance(do.answer, float | int) and abs(do.answer - value) <= unit, value
    if do.ask == "sign":
        right = "+" if value > 0 else "-" if value < 0 else "0"
    elif do.ask == "compare":
        other = _value(session, do.other or "", 0)
        right = "larger" if value > other else "smaller" if value < other else "equal"
    else:
        right = max(do.among or [], key=lambda ref: abs(_value(session, ref, do.later)))
    return do.answer == right, right


def _value(session: Session, ref: str, later: int) -> float:
    there = session.forward_to(session.iteration + 1) if later else session
    kind, layer, at, row = parse(ref, there.moment.world.shape)
    j, k = (*at, 0, 0)[:2]
    return NUMBERS[kind](there.moment.trace, layer, j, k, there.focus if row is None else row)
