"""Back to iteration 0: with the current settings (rewind), or as the session was created (reset)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.sessions.edits import Change, Edit, apply_change
from backstep_lab.sessions.quota import check_edits
from backstep_lab.sessions.replay import ReplayCursor, from_checkpoint
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec import model as wire
from backstep_lab.spec.resolve import TrainingSetup

_NETWORK = ("layers", "loss", "initializer", "seed")


def reset(session: Session) -> Transition:
    """The session as it was created, without its edits."""
    start = Session.new(session.id, session.history.spec, session.revision)
    return Transition(session, start, needs_snapshot=True, ends_run=True)


def rewound(session: Session) -> Transition:
    """The session at iteration 0 with its current settings. It is an edit: a step back undoes it."""
    first, change = from_checkpoint(session.history, 0), settings_since_start(session)
    edit = Edit(0, (session.iteration, session.step), (0, 0), session.head.focus, change)
    history = first.history.with_restart(edit)
    check_edits(history.edits)
    cursor = ReplayCursor(history, apply_change(first.setup, change), 0).evaluated()
    start = session.at_edit(Head(0, 0, session.head.focus), cursor.history, cursor.computed())
    return Transition(session, start, needs_snapshot=True, ends_run=True)


def initial(session: Session) -> TrainingSetup:
    """The initial parameters, with the current settings and examples."""
    first, now = from_checkpoint(session.history, 0).setup, session.current.setup
    start = apply_change(first, settings_since_start(session))
    return replace(now, plan=replace(start.plan, data=now.plan.data), state=start.state)


def settings_since_start(session: Session) -> Change:
    """The settings that differ from those of iteration 0."""
    first, now = from_checkpoint(session.history, 0).setup.spec, session.current.setup.spec
    before, after = _network_settings(first.network), _network_settings(now.network)
    network = {name: part for name, part in after.items() if part != before[name]}
    training = {} if now.training == first.training else now.training.model_dump(exclude_none=True)
    dataset = {} if now.data == first.data else now.data.model_dump(exclude_none=True)
    return Change({}, {}, 0, training, network, dataset)


def _network_settings(network: wire.Network) -> Mapping[str, Any]:
    return network.model_dump(include=set(_NETWORK))
