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
    if preset is None or not preset.published:
        return ()
    return () if any(edit.change.network for edit in session.history.edits) else preset.published


def checks(session: Session, chosen: Iterable[Figure]) -> list[Check]:
    """Each of the chosen figures with its computed value, as far as the session has come."""
    return [_check(session, figure) for figure in chosen]


def _check(session: Session, figure: Figure) -> Check:
    if figure.iteration > session.iteration:
        return Check(figure, None)
    if figure.iteration == session.iteration:
        ordinal, check = _within(session.moment, figure)
        return check if ordinal < session.step else Check(figure, None)
    key = id(figure)
    if key not in session.figures:
        _remember(session, figure.iteration)
    found: Check = session.figures[key]
    return found


def _remember(session: Session, iteration: int) -> None:
    """The figures of an earlier iteration, replayed once and then kept."""
    moment = Moment.of(session.history.nearest(iteration).travel(iteration))
    for figure in figures(session):
        if figure.iteration == iteration:
            session.figures[id(figure)] = _within(moment, figure)[1]


def _within(moment: Moment, figure: Figure) -> tuple[int, Check]:
    """The operation after which a figure is known, and the figure beside its value then."""
    key = ("figure", id(figure))
    known: tuple[int, Check] | None = moment.memo.get(key)
    if known is None:
        known = moment.memo[key] = _found(moment, figure)
    return known


def _found(moment: Moment, figure: Figure) -> tuple[int, Check]:
    try:
        ordinal = moment.program.producing(figure.ref)
    except RefError:
        return 0, Check(figure, None)
    value = value_of(moment.trace, figure.ref, 0, moment.world.plan.rule)
    return (-1 if ordinal is None else ordinal), beside([figure], lambda _: value)[0]
