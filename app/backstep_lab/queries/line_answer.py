"""Answers about one unit on its own: the line it draws, and how it combines its inputs."""

from typing import Any

from pydantic import Field

from backstep_lab.queries.line import Line, Trial, line_of, shown
from backstep_lab.queries.sums import Combination, combination_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class LineExample(Wire):
    """One training example beside the line."""

    x: float = Field(description="Its first input.")
    y: float = Field(description="Its second input.")
    target: float | None = Field(description="What the unit should say; null for a hidden unit.")
    kind: int | None = Field(description="The class that its targets say; null where they are no classes.")
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


class UnitTerm(Wire):
    """One input on its way into a unit."""

    input: str = Field(description="The input's ref.")
    weight: str = Field(description="The weight's ref.")
    x: float | None = Field(description="The input; null until it is computed.")
    w: float = Field(description="The weight.")
    product: float | None = Field(description="w·x.")


class UnitSums(Wire):
    """A plain sum of a unit's inputs beside their weighted sum, for the focus example."""

    ref: str = Field(description="The unit's activation.")
    terms: list[UnitTerm] = Field(description="Input by input.")
    bias: str = Field(description="The bias's ref.")
    b: float = Field(description="The bias.")
    plain: float | None = Field(description="The inputs added up; null until all of them are computed.")
    weighted: float | None = Field(description="Σ w·x + b.")
    bias_alone: bool | None = Field(description="Whether every product is 0, so that the bias is left.")


def line_json(session: Session, ref: str, trial: Trial) -> bytes:
    """A unit's line. Raises Invalid where `ref` names none that draws one."""
    line = line_of(session, ref, trial)
    right = line.found.right
    return json_bytes(
        {
            "ref": str(line.name),
            "activation": line.activation,
            "w_x": float(line.w[0]),
            "w_y": float(line.w[1]),
            "b": line.b,
            "count": line.examples,
            "right": None if right is None else int(right.sum()),
            "examples": [_example(line, row) for row in shown(line)],
        }
    )


def _example(line: Line, row: int) -> dict[str, Any]:
    found = line.found
    return {
        "x": float(line.data.X[row, 0]),
        "y": float(line.data.X[row, 1]),
        "target": None if line.targets is None else float(line.targets[row, 0]),
        "kind": None if line.classes is None else line.classes[row],
        "z": float(found.z[row]),
        "above": bool(found.above[row]),
        "right": None if found.right is None else bool(found.right[row]),
    }


def sums_json(session: Session, ref: str) -> bytes:
    """A unit's two sums. Raises Invalid where `ref` names no unit."""
    found = combination_of(session, ref)
    sums = found.sums
    return json_bytes(
        {
            "ref": str(found.name),
            "terms": [_term(found, k) for k in range(len(found.inputs))],
            "bias": str(found.name._replace(kind="b")),
            "b": found.b,
            "plain": sums and sums.plain,
            "weighted": sums and sums.weighted,
            "bias_alone": None if sums is None else not sums.terms.any(),
        }
    )


def _term(found: Combination, k: int) -> dict[str, Any]:
    return {
        "input": found.inputs[k],
        "weight": found.weights[k],
        "x": None if found.x is None else float(found.x[k]),
        "w": float(found.w[k]),
        "product": None if found.sums is None else float(found.sums.terms[k]) + 0.0,
    }
