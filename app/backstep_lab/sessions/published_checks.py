"""Compares a preset's published figures with what the session computes."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from backstep_lab.models.protocol import Iteration, ModelSpec
from backstep_lab.presets import PRESETS, Figure
from backstep_lab.presets.published import Check, SlipResult, checks_of
from backstep_lab.sessions.create import new_spec
from backstep_lab.sessions.history import History
from backstep_lab.sessions.replay import replayed
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.formulas.arithmetic import compiled
from backstep_lab.stepping.formulas.mathml import mathml, on_one_line
from backstep_lab.stepping.formulas.symbols import symbol
from backstep_lab.stepping.formulas.templates import Operand, Template
from backstep_lab.stepping.refs import RefError, parse

SLIP_DIGITS = 4  # significant: as many as the sources print


def published_figures(session: Session) -> tuple[Figure, ...]:
    """The figures that the session's preset publishes; none where it is not the network that was printed."""
    memo = session.current.memo
    if "figures" not in memo:
        memo["figures"] = _published(session.history)
    published: tuple[Figure, ...] = memo["figures"]
    return published


def _published(history: History) -> tuple[Figure, ...]:
    preset = PRESETS.get(history.spec.preset or "")
    if (
        preset is None
        or not preset.published
        or any(edit.change.changes_model or edit.change.part("dataset") for edit in history.edits)
    ):
        return ()
    return preset.published if history.spec == _as_printed(preset.name) else ()


@lru_cache(maxsize=len(PRESETS))
def _as_printed(name: str) -> ModelSpec:
    return new_spec({"preset": name})


def checks(session: Session, chosen: Iterable[Figure]) -> list[Check]:
    """Each of the chosen figures with its computed value, as far as the session has come."""
    return [_check(session, figure) for figure in chosen]


def _check(session: Session, figure: Figure) -> Check:
    if figure.iteration > session.iteration:
        return Check(figure, None)
    if figure.iteration == session.iteration:
        ordinal, check = _within(session.current, figure)
        return check if ordinal < session.step else Check(figure, None)
    key = id(figure)
    if key not in session.published:
        _remember(session, figure.iteration)
    found: Check = session.published[key]
    return found


def _remember(session: Session, iteration: int) -> None:
    """The figures of an earlier iteration, replayed once and then kept."""
    current = replayed(session.history, iteration)
    for figure in published_figures(session):
        if figure.iteration == iteration:
            session.published[id(figure)] = _within(current, figure)[1]


def _within(current: Iteration, figure: Figure) -> tuple[int, Check]:
    """The operation that computes a figure, and the check of the figure against its value."""
    key = ("figure", id(figure))
    known: tuple[int, Check] | None = current.memo.get(key)
    if known is None:
        known = current.memo[key] = _found(current, figure)
    return known


def _found(current: Iteration, figure: Figure) -> tuple[int, Check]:
    try:
        ordinal = current.source_of(figure.ref).ordinal
    except RefError:
        return 0, Check(figure, None)
    value = current.value_of(figure.ref, 0)
    check = replace(checks_of([figure], lambda _: value)[0], slip=_slip(current, figure))
    return (-1 if ordinal is None else ordinal), check


def _slip(current: Iteration, figure: Figure) -> SlipResult | None:
    """The calculation that gives the printed figure, with the numbers of this iteration."""
    if figure.slip is None:
        return None
    operands = [Operand(ref, current.value_of(ref, 0), symbol(parse(ref))) for ref in figure.slip.of]
    template, formula = Template(figure.slip.formula), compiled(figure.slip.formula)
    assert formula is not None, f"{figure.slip.formula} leaves nothing out"
    value = formula([operand.value or 0.0 for operand in operands])
    symbols, numbers = template.symbols(operands), template.numbers(operands, SLIP_DIGITS)
    return SlipResult(symbols, numbers, on_one_line(mathml(f"{symbols} = {numbers}")), value)
