"""The line that one unit draws through the plane of two inputs. Looking changes nothing."""

from dataclasses import dataclass

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.analysis.decision_line import Separation, separation
from backstep_lab.engine.batching import Data
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.models.layered.parse_ref import parse_ref
from backstep_lab.sessions.layered import layered, network_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref

INPUTS = 2


@dataclass(frozen=True, slots=True)
class Trial:
    """The line as it would be; what is None is as the network has it."""

    w_x: float | None = None
    w_y: float | None = None
    b: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """w_x·X + w_y·Y + b = 0 among the training examples, the first of which are `data`."""

    name: Ref
    activation: str
    w: Array
    b: float
    examples: int
    found: Separation
    data: Data
    targets: Array | None
    classes: list[int] | None


def line_of(session: Session, ref: str, trial: Trial) -> Line:
    """The line of a unit of the first layer. Raises Invalid where there is none."""
    name, data = _unit(session, ref), layered(session).setup.plan.data
    network, (unit,) = network_of(session), name.at
    own = network.parameter("W", 1, (unit, 0)), network.parameter("W", 1, (unit, 1))
    w = np.array([_or(trial.w_x, own[0]), _or(trial.w_y, own[1])])
    b = _or(trial.b, network.parameter("b", 1, (unit,)))
    targets = data.Y[:, unit : unit + 1] if network.shape.depth == 1 else None
    found = separation(data.X, w, b, targets)
    read = decision(data.Y)
    classes = None if read is None else read.of(data.Y).tolist()
    return Line(name, network.shape.activations[0], w, b, len(data), found, data, targets, classes)


def shown(line: Line) -> range:
    """The rows that are told one by one."""
    return range(min(line.examples, limits.EXAMPLES_DRAWN))


def _or(wanted: float | None, otherwise: float) -> float:
    return otherwise if wanted is None else wanted


def _unit(session: Session, ref: str) -> Ref:
    shape = layered(session).setup.shape
    name = parse_ref("ref", ref, shape, layered(session).trace.N)
    if name.kind not in ("a", "z") or name.layer != 1:
        detail = f"“{ref}” is no unit of the first layer; those have refs such as a1[0] and z1[0]."
        raise Invalid("ref", detail, "problem-ref-no-first-unit", ref=ref)
    if shape.inputs != INPUTS:
        detail = f"This network has {shape.inputs} inputs; a unit draws a line only where there are {INPUTS}."
        raise Invalid("ref", detail, "problem-line-inputs", inputs=shape.inputs)
    return name._replace(kind="a", row=None)
