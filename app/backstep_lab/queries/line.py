"""The line that a unit of the first layer draws through the plane of two inputs."""

from dataclasses import dataclass

import numpy as np
from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.analysis.decision_line import separation
from backstep_lab.queries.parse_refs import parse
from backstep_lab.queries.query import Query, per_example
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes

INPUTS = 2


class LineExample(Wire):
    """One training example beside the line."""

    x: float = Field(description="Its first input.")
    y: float = Field(description="Its second input.")
    target: float | None = Field(description="The unit's target; null for a hidden unit.")
    kind: int | None = Field(description="The class that its targets encode; null where they are no classes.")
    z: float | None = Field(description="w_x·X + w_y·Y + b there; null where it overflows.")
    above: bool = Field(description="Whether z > 0.")
    right: bool | None = Field(description="Whether that is the side of its class; null: no two classes.")


class UnitLine(Wire):
    """The line w_x·X + w_y·Y + b = 0 of a unit with two inputs, its parameters as they stand or given."""

    ref: str = Field(description="The unit's activation.")
    activation: str = Field(description="Its function's name.")
    w_x: float = Field(description="Weight of the first input.")
    w_y: float = Field(description="Weight of the second input.")
    b: float = Field(description="The bias.")
    count: int = Field(description="How many training examples there are.")
    right: int | None = Field(description="How many stand on the side of their class; null: no two classes.")
    examples: list[LineExample] = Field(description="The training examples, the first 500 of many.")


@dataclass(frozen=True, slots=True)
class LineParameters:
    """Parameters of the line to draw; None stands for the network's own."""

    w_x: float | None = None
    w_y: float | None = None
    b: float | None = None


def line(session: Session, text: str, given: LineParameters) -> UnitLine:
    """The line of a unit of the first layer among the training examples. Raises Invalid."""
    ref, data, network = (
        _first_unit(session, text),
        layered(session).setup.plan.data,
        current_network(session),
    )
    (unit,) = ref.at
    own_w = network.parameter("W", 1, (unit, 0)), network.parameter("W", 1, (unit, 1))
    w = np.array([_given_or(given.w_x, own_w[0]), _given_or(given.w_y, own_w[1])])
    b = _given_or(given.b, network.parameter("b", 1, (unit,)))
    targets = data.Y[:, unit : unit + 1] if network.shape.depth == 1 else None  # (N, 1)
    sides, read = separation(data.X, w, b, targets), decision(data.Y)
    classes = None if read is None else read.of(data.Y).tolist()
    return UnitLine(
        ref=str(ref),
        activation=network.shape.activations[0],
        w_x=float(w[0]),
        w_y=float(w[1]),
        b=b,
        count=len(data),
        right=None if sides.right is None else int(sides.right.sum()),
        examples=[
            LineExample(
                x=float(data.X[row, 0]),
                y=float(data.X[row, 1]),
                target=None if targets is None else float(targets[row, 0]),
                kind=None if classes is None else classes[row],
                z=float(sides.z[row]),
                above=bool(sides.above[row]),
                right=None if sides.right is None else bool(sides.right[row]),
            )
            for row in range(min(len(data), limits.EXAMPLES_DRAWN))
        ],
    )


def _given_or(given: float | None, own: float) -> float:
    return own if given is None else given


def _first_unit(session: Session, text: str) -> Ref:
    ref, shape = parse(session, "ref", text), layered(session).setup.shape
    if ref.kind not in ("a", "z") or ref.layer != 1:
        detail = f"“{text}” is no unit of the first layer; those have refs such as a1[0] and z1[0]."
        raise Invalid("ref", detail, "problem-ref-no-first-unit", ref=text)
    if shape.inputs != INPUTS:
        detail = f"This network has {shape.inputs} inputs; a unit draws a line only where there are {INPUTS}."
        raise Invalid("ref", detail, "problem-line-inputs", inputs=shape.inputs)
    return ref._replace(kind="a", row=None)


QUERY = Query(
    lambda session, a, _: json_bytes(line(session, a["ref"], LineParameters(a["w_x"], a["w_y"], a["b"]))),
    per_example,
)
