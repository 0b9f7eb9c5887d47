"""Editing a session, and taking the newest edit back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.sessions.default_example import telling_focus
from backstep_lab.sessions.edits import Change, Edit, Place, applied
from backstep_lab.sessions.history import Proceed, ReplayCursor, always
from backstep_lab.sessions.iteration import Iteration
from backstep_lab.sessions.memo import Memo
from backstep_lab.sessions.parse_ref import named
from backstep_lab.sessions.permissions import check_unlocked
from backstep_lab.sessions.quota import check_edits
from backstep_lab.sessions.session import Head, Session, check_iteration
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.operations import LOSS, UPDATE

_ANEW = {"batch_size", "shuffle", "seed"}  # what makes another batch of the iteration at hand
_PENALTIES = {"l1", "l2"}


def edited(
    session: Session,
    parameters: Mapping[str, float],
    data: Mapping[str, float],
    training: Mapping[str, Any],
    network: Mapping[str, Any],
    dataset: Mapping[str, Any],
) -> Session:
    """The session after an edit, its cursor before the first operation that reads what was edited.

    Raises Invalid where the edit does not fit; an edit of a complete iteration belongs to the next one.
    """
    check_refs(session, "parameters", parameters, ("W", "b"))
    check_refs(session, "data", data, ("x", "y"))
    change = Change(
        dict(parameters),
        dict(data),
        session.current.row(session.focus),
        dict(training),
        dict(network),
        dict(dataset),
    )
    origin: Place = (session.iteration, session.step)
    if session.is_complete:
        check_iteration(session.iteration + 1)
        start, step = ReplayCursor(session.history, session.current.setup_after, session.iteration + 1), 0
        history = session.with_own_loss()
    else:
        start, step = (
            ReplayCursor(session.history, session.current.setup, session.iteration),
            _landing_step(session, change),
        )
        history = session.history
    history = history.with_edit(Edit(start.at, origin, (start.at, step), session.head.focus, change))
    check_edits(history.edits)
    start = replace(start, setup=applied(start.setup, change))
    current = Iteration.of(start)
    landing = (start.at, min(step, current.limit))
    history = history.landing_at(landing)
    replay = replace(start, history=history).evaluated()
    focus = telling_focus(current.setup) if dataset else session.head.focus
    return replace(
        session, head=Head(*landing, focus), history=replay.history, current=current, figures=Memo()
    )


def check_refs(session: Session, field: str, changes: Mapping[str, float], kinds: tuple[str, ...]) -> None:
    """Raise Invalid unless every ref names a number of these kinds in this network."""
    for text in changes:
        ref = named(f"{field}.{text}", text, session.current.setup.shape)
        if ref.kind not in kinds or ref.row is not None:
            allowed = " and ".join(kinds)
            raise Invalid(
                f"{field}.{text}",
                f"{text} cannot be changed in {field}: only {allowed} can.",
                "problem-not-editable",
                ref=text,
            )


def _landing_step(session: Session, change: Change) -> int:
    """How many operations stay true: those before the first that reads an edited number."""
    program = session.current.program
    if change.network or change.dataset or _ANEW & set(change.training):
        return 0
    readers = [session.step]
    readers += [program.first_reader(ref) for ref in (*change.parameters, *change.data)]
    if _PENALTIES & set(change.training):
        readers.append(program.phases[LOSS][0] + program.shape.outputs)
    if change.training:
        readers.append(program.phases[UPDATE][0])
    return min(readers)


def newest_landing(session: Session) -> Place | None:
    """Where the newest edit led to."""
    return session.history.edits[-1].landing if session.history.edits else None


def taken_back(session: Session, proceed: Proceed = always) -> Session:
    """The session as it was before its newest edit, bit for bit."""
    newest = session.history.edits[-1]
    iteration, step = newest.origin
    replay = (
        session.history.without_newest().from_checkpoint(iteration).advance_to(iteration, proceed=proceed)
    )
    head = Head(iteration, step, newest.focus)
    return replace(session, head=head, history=replay.history, current=Iteration.of(replay), figures=Memo())


def patched(session: Session, parts: Mapping[str, Any]) -> Transition:
    """The session after a PATCH: another focus, an edit, or both."""
    check_unlocked(session, parts)
    here = session
    if "focus" in parts:
        here = _focused(session, parts["focus"])
    if {"parameters", "data", "training", "network", "dataset"} & set(parts):
        here = edited(
            here,
            parts.get("parameters", {}),
            parts.get("data", {}),
            parts.get("training", {}),
            parts.get("network", {}),
            parts.get("dataset", {}),
        )
    return Transition(session, here, jumped=True)


def _focused(session: Session, focus: int) -> Session:
    examples = session.current.trace.N
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


def reset(session: Session) -> Transition:
    """The session at its very start, without its edits."""
    there = Session.new(session.id, session.history.spec, session.revision)
    return Transition(session, there, jumped=True, ends_run=True)
