"""Back to the initial weights, with the settings as they are now."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from backstep_lab.sessions.edits import Change, Edit, applied
from backstep_lab.sessions.history import Road
from backstep_lab.sessions.iteration import Moment
from backstep_lab.sessions.memo import Memo
from backstep_lab.sessions.quota import check_edits
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.transition import Walk
from backstep_lab.spec import model as wire
from backstep_lab.spec.resolve import World

_NETWORK = ("layers", "loss", "initializer", "seed")


def rewound(session: Session) -> Walk:
    """The session at its very start, but with today's settings; going back takes this back."""
    first, change = session.history.nearest(0), settings_since_start(session)
    edit = Edit(0, (session.iteration, session.step), (0, 0), session.head.focus, change)
    history = first.history.with_rewind(edit)
    check_edits(history.edits)
    start = replace(first, world=applied(first.world, change))
    road = Road(history, start.world, 0).evaluated()
    there = replace(
        session,
        head=Head(0, 0, session.head.focus),
        history=road.history,
        moment=Moment.of(road),
        figures=Memo(),
    )
    return Walk(session, there, jumped=True, ends_run=True)


def initial(session: Session) -> World:
    """The world with today's settings and examples, and the weights that it all began with."""
    first, now = session.history.nearest(0).world, session.moment.world
    began = applied(first, settings_since_start(session))
    return replace(now, plan=replace(began.plan, data=now.plan.data), state=began.state)


def settings_since_start(session: Session) -> Change:
    """What of the settings has been changed since the start."""
    first, now = session.history.nearest(0).world.spec, session.moment.world.spec
    network = {name: part for name, part in _told(now.network).items() if part != _told(first.network)[name]}
    training = {} if now.training == first.training else now.training.model_dump(exclude_none=True)
    dataset = {} if now.data == first.data else now.data.model_dump(exclude_none=True)
    return Change({}, {}, 0, training, network, dataset)


def _told(network: wire.Network) -> Mapping[str, Any]:
    return network.model_dump(include=set(_NETWORK))
