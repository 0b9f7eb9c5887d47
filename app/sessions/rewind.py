"""Back to the initial weights, with the settings as they are now."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.schemas import spec as wire
from app.sessions.build import World
from app.sessions.change import Walk
from app.sessions.edits import Change, Edit, applied
from app.sessions.history import Road
from app.sessions.moment import Moment
from app.sessions.session import Head, Session
from app.sessions.undo import check_room

_NETWORK = ("layers", "loss", "initializer", "seed")


def rewound(session: Session) -> Walk:
    """The session at its very start, but with today's settings; going back takes this back."""
    check_room(session)
    first, change = session.history.nearest(0), settings_since_start(session)
    start = replace(first, world=applied(first.world, change))
    edit = Edit(0, (session.iteration, session.step), (0, 0), session.head.focus, change)
    road = Road(first.history.with_rewind(edit), start.world, 0).evaluated()
    there = replace(
        session,
        head=Head(0, 0, session.head.focus),
        history=road.history,
        moment=Moment.of(road),
        figures={},
    )
    return Walk(session, there, jumped=True)


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
