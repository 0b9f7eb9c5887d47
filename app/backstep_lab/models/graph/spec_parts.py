"""A whole spec of a graph from the parts of a request."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.graph import GraphSpec
from backstep_lab.spec.resolve import merged
from backstep_lab.spec.validation_messages import invalid


def spec_of(body: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> GraphSpec:
    """A whole spec from a request's parts, on top of a preset's or a session's spec. Raises Invalid.

    A new program drops the values, the target and the choice of trained leaves of the one before.
    """
    given = {name: value for name, value in body.items() if value}
    below = dict(base or {})
    program = given.get("graph") or {}
    if "program" in program and "graph" in below:
        below["graph"] = {}
    for part in ("network", "data", "names"):
        if given.get(part):
            raise Invalid(part, f"A graph has no {part}.", "problem-graph-has-none", part=part)
    parts = merged(below, given)
    if "reveal_upcoming" in body and body["reveal_upcoming"] is not None:
        parts["reveal_upcoming"] = body["reveal_upcoming"]
    for replaced in ("values", "train"):
        if replaced in program:
            parts["graph"][replaced] = program[replaced]
    try:
        return GraphSpec.model_validate(parts)
    except ValidationError as error:
        raise invalid(error.errors()) from None
