"""PATCH of a session: another focus example, an edit, or both."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.models.change import Change
from backstep_lab.sessions.edits import Edit
from backstep_lab.sessions.names import with_names
from backstep_lab.sessions.permissions import check_unlocked
from backstep_lab.sessions.quota import check_edits
from backstep_lab.sessions.replay import ReplayCursor
from backstep_lab.sessions.session import Head, Session, check_iteration
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Invalid

_NUMBERS = ("parameters", "data")
_NO_EDITS = ("focus", "revision")


def patched(session: Session, parts: Mapping[str, Any]) -> Transition:
    """The session after a PATCH. Raises Invalid, Locked."""
    check_unlocked(session, parts)
    end = session
    if "focus" in parts:
        end = _focused(end, parts["focus"])
    edits = {name: part for name, part in parts.items() if name not in _NO_EDITS}
    if "names" in edits and not {"network", "dataset"} & set(edits):
        end = with_names(end, edits.pop("names"))
    if edits:
        end = edited(end, edits)
    return Transition(session, end, needs_snapshot=True)


def edited(session: Session, parts: Mapping[str, Mapping[str, Any]]) -> Session:
    """The session after an edit, at the last step before an operation that reads what was edited.

    Raises Invalid where the edit does not fit. An edit of a complete iteration belongs to the next one.
    """
    change = session.history.model.completed(_change(session, parts))
    iteration, step, setup, history = session.iteration, 0, session.current.setup, session.history
    if session.is_complete:
        check_iteration(iteration + 1)
        history = history.with_loss(iteration, session.current.loss)
        iteration, setup = iteration + 1, session.current.setup_after
    else:
        step = session.current.first_stale_step(change, session.step)
    edit = Edit(iteration, (session.iteration, session.step), (iteration, step), session.head.focus, change)
    history = history.with_edit(edit)
    check_edits(history.edits)
    setup = history.model.apply(setup, change)
    current = history.model.compute(iteration, setup)
    landing = (iteration, min(step, current.limit))
    cursor = ReplayCursor(history.with_landing(landing), setup, iteration).evaluated()
    focus = history.model.default_example(setup) if change.part("dataset") else session.head.focus
    return session.at_edit(Head(*landing, focus), cursor.history, current)


def _change(session: Session, parts: Mapping[str, Mapping[str, Any]]) -> Change:
    """The change of an edit. Raises Invalid for a ref that cannot be edited."""
    current, parameters, data = (
        session.current,
        dict(parts.get("parameters", {})),
        dict(parts.get("data", {})),
    )
    current.check_edit("parameters", parameters)
    current.check_edit("data", data)
    fields = {name: dict(part) for name, part in parts.items() if name not in _NUMBERS}
    return Change(parameters, data, current.row(session.focus), fields)


def _focused(session: Session, focus: int) -> Session:
    examples = session.current.examples
    if focus >= examples:
        raise Invalid(
            "focus",
            f"focus is {focus}; it must be from 0 to {examples - 1}, the rows of this batch.",
            "problem-out-of-range",
            value=focus,
            min=0,
            max=examples - 1,
        )
    return replace(session, head=replace(session.head, focus=focus))
