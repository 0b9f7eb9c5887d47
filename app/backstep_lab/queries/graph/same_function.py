"""Whether a session's program computes the same function of its leaves as another program."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose
from typing import Literal

from pydantic import Field

from backstep_lab.models.graph.numbers import GraphNumbers
from backstep_lab.models.graph.setup import GraphSetup, build, with_leaves
from backstep_lab.queries.query import Query, slow
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.graph import GraphProgram, GraphSpec
from backstep_lab.wire.json_encoder import json_bytes

TOLERANCE = 1e-9  # relative: two ways to write a formula round differently
_OTHER = ((1.0, 0.37), (-0.6, 1.13))  # factor and summand: leaves of which equal numbers would be no accident

Difference = Literal["names", "value", "gradient", "elsewhere"]


class SameFunction(Wire):
    """A comparison with another program, at the values that stand in that one."""

    differs: Difference | None = Field(
        description="The first that differs: the leaves' names, the target's value, a gradient, or both at "
        "other values of the leaves; null where nothing does."
    )
    names: list[str] = Field(description="The leaves of the other program.")
    ref: str | None = Field(description="The leaf whose gradient differs, if it is a gradient.")
    found: float | None = Field(description="The number that differs, as the session's program has it.")
    wanted: float | None = Field(description="The same of the other program.")


@dataclass(frozen=True)
class _Point:
    """What a program computes: its target, and its gradients by the refs of leaves; None where undefined."""

    value: float | None
    gradients: Mapping[str, float | None]

    @property
    def is_defined(self) -> bool:
        return None not in (self.value, *self.gradients.values())


def same_function(session: Session, program: str) -> SameFunction:
    """Compare the session's program with another one. Raises NoGraph, or Invalid where that has a mistake."""
    own = graph_of(session).setup
    other = _read(program)
    values = _values(other)
    names = list(dict.fromkeys(other.graph.nodes[leaf].name for leaf in other.graph.leaves))

    def found(
        differs: Difference | None,
        ref: str | None = None,
        here: float | None = None,
        there: float | None = None,
    ) -> SameFunction:
        return SameFunction(differs=differs, names=names, ref=ref, found=here, wanted=there)

    if set(_values(own)) != set(values):
        return found("names")
    here, there = _computed(own, values), _computed(other, values)
    if not _agree(here.value, there.value):
        return found("value", None, here.value, there.value)
    for ref, wanted in there.gradients.items():
        if not _agree(here.gradients[ref], wanted):
            return found("gradient", ref, here.gradients[ref], wanted)
    for factor, summand in _OTHER:
        moved = {ref: factor * value + summand for ref, value in values.items()}
        here, there = _computed(own, moved), _computed(other, moved)
        pairs = ((here.gradients[ref], wanted) for ref, wanted in there.gradients.items())
        if there.is_defined and not all(_agree(*pair) for pair in [(here.value, there.value), *pairs]):
            return found("elsewhere", None, here.value, there.value)
    return found(None)


def _read(program: str) -> GraphSetup:
    try:
        return build(GraphSpec(graph=GraphProgram(program=program)))
    except Invalid as mistake:
        mistake.field = "program"  # of this question, not of a session's graph
        raise


def _values(setup: GraphSetup) -> dict[str, float]:
    """The values that the leaves begin with, by ref."""
    graph = setup.graph
    return {graph.nodes[leaf].ref: value for leaf, value in graph.leaf_values.items()}


def _computed(setup: GraphSetup, values: Mapping[str, float]) -> _Point:
    graph = setup.graph
    numbers = GraphNumbers.of(
        with_leaves(setup, {leaf: values[graph.nodes[leaf].ref] for leaf in graph.leaves})
    )
    passes = numbers.passes
    gradients = {
        graph.nodes[leaf].ref: numbers.gradient(leaf) if passes.failed is None else None
        for leaf in graph.leaves
    }
    is_reached = passes.failed is None or passes.in_backward
    return _Point(numbers.value(graph.target) if is_reached else None, gradients)


def _agree(here: float | None, there: float | None) -> bool:
    if here is None or there is None:
        return here is there
    return isclose(here, there, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


QUERY = Query(
    lambda session, arguments, _: json_bytes(same_function(session, arguments["program"])),
    slow,
)
