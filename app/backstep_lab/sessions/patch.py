"""PATCH of a session: another focus example, an edit, or both."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.sessions.default_example import default_example
from backstep_lab.sessions.edits import Change, Edit, apply_change
from backstep_lab.sessions.iteration import Iteration
from backstep_lab.sessions.parse_ref import parse_ref
from backstep_lab.sessions.permissions import check_unlocked
from backstep_lab.sessions.quota import check_edits
from backstep_lab.sessions.replay import ReplayCursor
from backstep_lab.sessions.session import Head, Session, check_iteration
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.operations import LOSS, UPDATE

_EDITS = ("parameters", "data", "training", "network", "dataset")
_BATCH_SETTINGS = {"batch_size", "shuffle", "seed"}  # a change of these makes another batch
_PENALTIES = {"l1", "l2"}


def patched(session: Session, parts: Mapping[str, Any]) -> Transition:
    """The session after a PATCH. Raises Invalid, Locked."""
    check_unlocked(session, parts)
    end = session
    if "focus" in parts:
        end = _focused(end, parts["focus"])
    if set(_EDITS) & set(parts):
        end = edited(end, {name: parts[name] for name in _EDITS if name in parts})
    return Transition(session, end, needs_snapshot=True)


def edited(session: Session, parts: Mapping[str, Mapping[str, Any]]) -> Session:
    """The session after an edit, at the last step before an operation that reads what was edited.

    Raises Invalid where the edit does not fit. An edit of a complete iteration belongs to the next one.
    """
    change = _change(session, parts)
    iteration, step, setup, history = session.iteration, 0, session.current.setup, session.history
    if session.is_complete:
        check_iteration(iteration + 1)
        history = history.with_loss(iteration, session.current.trace.loss)
        iteration, setup = iteration + 1, session.current.setup_after
    else:
        step = _first_stale_step(session, change)
    edit = Edit(iteration, (session.iteration, session.step), (iteration, step), session.head.focus, change)
    history = history.with_edit(edit)
    check_edits(history.edits)
    setup = apply_change(setup, change)
    current = Iteration.compute(iteration, setup)
    landing = (iteration, min(step, current.limit))
    cursor = ReplayCursor(history.with_landing(landing), setup, iteration).evaluated()
    focus = default_example(setup) if change.dataset else session.head.focus
    return session.at_edit(Head(*landing, focus), cursor.history, current)


def _change(session: Session, parts: Mapping[str, Mapping[str, Any]]) -> Change:
    """The change that an edit asks for. Raises Invalid for a ref that cannot be edited."""
    parameters, data = dict(parts.get("parameters", {})), dict(parts.get("data", {}))
    _check_refs(session, "parameters", parameters, ("W", "b"))
    _check_refs(session, "data", data, ("x", "y"))
    training, network, dataset = (dict(parts.get(name, {})) for name in ("training", "network", "dataset"))
    return Change(parameters, data, session.current.row(session.focus), training, network, dataset)


def _check_refs(session: Session, field: str, changes: Mapping[str, float], kinds: tuple[str, ...]) -> None:
    """Raise Invalid unless every ref names a number of these kinds in this network."""
    for text in changes:
        ref = parse_ref(f"{field}.{text}", text, session.current.setup.shape)
        if ref.kind not in kinds or ref.row is not None:
            allowed = " and ".join(kinds)
            raise Invalid(
                f"{field}.{text}",
                f"{text} cannot be changed in {field}: only {allowed} can.",
                "problem-not-editable",
                ref=text,
            )


def _first_stale_step(session: Session, change: Change) -> int:
    """How many operations stay valid: those before the first that reads an edited number."""
    program = session.current.program
    if change.network or change.dataset or _BATCH_SETTINGS & set(change.training):
        return 0
    readers = [session.step]
    readers += [program.first_reader(ref) for ref in (*change.parameters, *change.data)]
    if _PENALTIES & set(change.training):
        readers.append(program.phases[LOSS][0] + program.shape.outputs)
    if change.training:
        readers.append(program.phases[UPDATE][0])
    return min(readers)


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
