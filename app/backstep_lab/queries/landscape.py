"""The loss around a session's parameters: along one of them, and over two. Nothing is changed by looking."""

from dataclasses import dataclass

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.analysis.loss_landscape import Move, losses_along, losses_over
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Network
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.queries.gradient_check import comparisons, is_reached
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered, network_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.numbers import value_of
from backstep_lab.stepping.refs import Ref

SPAN = 1.0  # to either side, unless the way that is shown reaches further
ROOM = 1.25  # beyond the last point that is shown


@dataclass(frozen=True, slots=True)
class Axis:
    """A parameter that moves: its name, where it stands, the values it is given, its gradient if known."""

    name: Ref
    value: float
    values: Array
    gradient: float | None

    def move(self, session: Session) -> Move:
        return _move(session, self.name, self.values)


@dataclass(frozen=True, slots=True)
class Step:
    """−η·∂L/∂w from here, and the loss that it leads to when no other parameter moves."""

    change: float
    value: float
    loss: float


@dataclass(frozen=True, slots=True)
class Slice:
    """The loss along one parameter; `slope` is the curve's own, by a difference. None: not reached yet."""

    axis: Axis
    losses: Array
    loss: float | None
    slope: float | None
    learning_rate: float
    step: Step | None


@dataclass(frozen=True, slots=True)
class Surface:
    """The loss over two parameters, (P_y, P_x), and the way they have come: (iteration, x, y)."""

    x: Axis
    y: Axis
    losses: Array
    loss: float | None
    path: list[tuple[int, float, float]]


def slice_of(session: Session, ref: str, span: float | None) -> Slice:
    """The loss of the batch along a weight or bias. Raises Invalid where `ref` names none."""
    trace, rule = layered(session).trace, layered(session).setup.plan.rule
    name = parameter(session, "ref", ref)
    gradient = _gradient(session, name)
    eta = value_of(trace, "learning_rate", 0, rule) or 0.0
    change = None if gradient is None else -eta * gradient
    stepped = _value(trace.network, name) + (change or 0.0)
    axis = _axis(session, name, limits.SLICE_POINTS, span, [stepped])
    slope = None if gradient is None else comparisons(session, f"d{name}", lambda: True)[0].difference
    return Slice(
        axis,
        losses_along(trace, rule, axis.move(session)),
        trace.loss if session.knows_loss else None,
        slope,
        eta,
        None if change is None else _stepped(session, axis, change),
    )


def surface_of(
    session: Session, x: str, y: str, resolution: int, span: float | None, proceed: Proceed
) -> Surface:
    """The loss of the batch over two weights or biases. Raises Invalid where they are not two."""
    names = parameter(session, "x", x), parameter(session, "y", y)
    if names[0] == names[1]:
        detail = f"x and y are both “{x}”; a surface needs two different parameters."
        raise Invalid("y", detail, "problem-same-parameter", ref=x)
    path = _path(session, *names)
    across, up = (
        _axis(session, name, resolution, span, [place[i] for place in path])
        for i, name in enumerate(names, start=1)
    )
    trace, rule = layered(session).trace, layered(session).setup.plan.rule
    losses = losses_over(trace, rule, across.move(session), up.move(session), proceed)
    return Surface(across, up, losses, trace.loss if session.knows_loss else None, path)


def parameter(session: Session, field: str, text: str) -> Ref:
    """The weight or bias that a ref names, itself or by its gradient. Raises Invalid."""
    name = parse_ref(field, text, layered(session).setup.shape, layered(session).trace.N)
    if name.kind in ("dW", "db"):
        name = name._replace(kind=name.kind[1])
    if name.kind not in ("W", "b"):
        detail = f"“{text}” is no weight or bias; those have refs such as W1[0,1] and b1[0]."
        raise Invalid(field, detail, "problem-ref-no-parameter", ref=text)
    return name


def _move(session: Session, name: Ref, values: Array) -> Move:
    n_in = layered(session).setup.shape.sizes[name.layer - 1]
    j, k = (*name.at, n_in)[:2]
    return Move(name.layer, j, k, values)


def _axis(session: Session, name: Ref, points: int, span: float | None, seen: list[float]) -> Axis:
    """`points` values around where the parameter stands; without a span as far as `seen` reaches."""
    value = _value(layered(session).trace.network, name)
    reach = span or min(max(SPAN, *(ROOM * abs(other - value) for other in (value, *seen))), limits.MAX_SPAN)
    values = value + reach * np.linspace(-1.0, 1.0, points)  # the middle one is the value itself, to the bit
    return Axis(name, value, values, _gradient(session, name))


def _gradient(session: Session, name: Ref) -> float | None:
    gradient = name._replace(kind=f"d{name.kind}")
    if not is_reached(session, gradient):
        return None
    return value_of(layered(session).trace, gradient, session.focus, layered(session).setup.plan.rule)


def _stepped(session: Session, axis: Axis, change: float) -> Step:
    trace, rule = layered(session).trace, layered(session).setup.plan.rule
    value = axis.value + change
    (loss,) = losses_along(trace, rule, _move(session, axis.name, np.array([value])))
    return Step(change, value, float(loss))


def _path(session: Session, x: Ref, y: Ref) -> list[tuple[int, float, float]]:
    """Where two parameters stood at the start of those iterations that are kept, and stand now."""
    history, current = session.history, layered(session)
    kept = [(0, history.initial_setup.state.network)]
    kept += [(checkpoint.iteration, checkpoint.state.network) for checkpoint in history.checkpoints]
    stands = [(at, network) for at, network in kept if at < current.number]
    stands.append((current.number, current.trace.network))
    if session.is_complete:
        stands.append((current.number + 1, network_of(session)))
    alike = [(at, network) for at, network in stands if network.shape == current.setup.shape]
    return [(at, _value(network, x), _value(network, y)) for at, network in alike]


def _value(network: Network, name: Ref) -> float:
    return network.parameter(name.kind, name.layer, name.at)
