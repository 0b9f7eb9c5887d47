"""Back to the initial weights, with the settings as they are now."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.sessions.edits import Change, Edit, applied
from backstep_lab.sessions.history import ReplayCursor
from backstep_lab.sessions.iteration import Iteration
from backstep_lab.sessions.memo import Memo
from backstep_lab.sessions.quota import check_edits
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec import model as wire
from backstep_lab.spec.resolve import TrainingSetup

_NETWORK = ("layers", "loss", "initializer", "seed")


def rewound(session: Session) -> Transition:
    """The session at its very start, but with today's settings; going back takes this back."""
    first, change = session.history.from_checkpoint(0), settings_since_start(session)
    edit = Edit(0, (session.iteration, session.step), (0, 0), session.head.focus, change)
    history = first.history.with_rewind(edit)
    check_edits(history.edits)
    start = replace(first, setup=applied(first.setup, change))
    replay = ReplayCursor(history, start.setup, 0).evaluated()
    there = replace(
        session,
        head=Head(0, 0, session.head.focus),
        history=replay.history,
        current=Iteration.of(replay),
        figures=Memo(),
    )
    return Transition(session, there, jumped=True, ends_run=True)


def initial(session: Session) -> TrainingSetup:
    """The world with today's settings and examples, and the weights that it all began with."""
    first, now = session.history.from_checkpoint(0).setup, session.current.setup
    began = applied(first, settings_since_start(session))
    return replace(now, plan=replace(began.plan, data=now.plan.data), state=began.state)


def settings_since_start(session: Session) -> Change:
    """What of the settings has been changed since the start."""
    first, now = session.history.from_checkpoint(0).setup.spec, session.current.setup.spec
    network = {name: part for name, part in _told(now.network).items() if part != _told(first.network)[name]}
    training = {} if now.training == first.training else now.training.model_dump(exclude_none=True)
    dataset = {} if now.data == first.data else now.data.model_dump(exclude_none=True)
    return Change({}, {}, 0, training, network, dataset)


def _told(network: wire.Network) -> Mapping[str, Any]:
    return network.model_dump(include=set(_NETWORK))
