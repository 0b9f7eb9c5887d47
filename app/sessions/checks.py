"""A preset's published figures beside what the session computes."""

from collections.abc import Iterable

from app.presets import PRESETS, Figure
from app.presets.published import Check, beside
from app.sessions.moment import Moment
from app.sessions.session import Session
from app.stepping.numbers import value_of
from app.stepping.refs import RefError


def figures(session: Session) -> tuple[Figure, ...]:
    """The figures that the session's preset publishes; none once the network is another one."""
    preset = PRESETS.get(session.history.spec.preset or "")
    if preset is None or any(edit.change.network for edit in session.history.edits):
        return ()
    return preset.published


def checks(session: Session, chosen: Iterable[Figure]) -> tuple[Check, ...]:
    """Each of the chosen figures with its computed value, as far as the session has come."""
    return beside(chosen, lambda figure: _computed(session, figure))


def _computed(session: Session, figure: Figure) -> float | None:
    if figure.iteration > session.iteration:
        return None
    if figure.iteration == session.iteration:
        return _value(session.moment, figure, session.step)
    known = session.figures.get(figure)
    if known is None and figure not in session.figures:
        known = _remembered(session, figure)
    return known


def _remembered(session: Session, figure: Figure) -> float | None:
    """A figure of an earlier iteration, replayed once and then kept."""
    moment = Moment.of(session.history.nearest(figure.iteration).travel(figure.iteration))
    for other in figures(session):
        if other.iteration == figure.iteration:
            session.figures[other] = _value(moment, other, moment.steps)
    return session.figures[figure]


def _value(moment: Moment, figure: Figure, step: int) -> float | None:
    try:
        ordinal = moment.program.producing(figure.ref)
    except RefError:
        return None
    if ordinal is not None and ordinal >= step:
        return None
    return value_of(moment.trace, figure.ref, 0, moment.world.plan.rule)
