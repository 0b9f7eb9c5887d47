"""What a session of a computation graph is made from."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from backstep_lab.config import limits
from backstep_lab.spec.base import Number, RefText, Seed, Wire
from backstep_lab.spec.fields import Locks, RevealUpcoming
from backstep_lab.spec.model import OptimizerSpec, ScheduleSpec, Spec

_Row = Annotated[list[Number], Field(max_length=limits.MAX_GRAPH_NUMBERS)]
_Matrix = Annotated[list[_Row], Field(max_length=limits.MAX_GRAPH_NUMBERS)]
_Cube = Annotated[list[_Matrix], Field(max_length=limits.MAX_GRAPH_NUMBERS)]
_Block = Annotated[list[_Cube], Field(max_length=limits.MAX_GRAPH_NUMBERS)]


def _axes(value: Any) -> str:
    """Which kind of value is meant, by the lists within one another: so that a mistake is named for it."""
    axes = 0
    while isinstance(value, list) and axes < limits.MAX_AXES:
        axes += 1
        value = value[0] if value else None
    return f"axes-{axes}"


LeafValue = Annotated[
    Annotated[Number, Tag("axes-0")]
    | Annotated[_Row, Tag("axes-1")]
    | Annotated[_Matrix, Tag("axes-2")]
    | Annotated[_Cube, Tag("axes-3")]
    | Annotated[_Block, Tag("axes-4")],
    Discriminator(_axes),
]
LeafValues = Annotated[dict[RefText, LeafValue], Field(max_length=limits.MAX_LEAVES)]


class GraphProgram(Wire):
    """A program whose operations are stepped."""

    program: str = Field(
        min_length=1,
        max_length=limits.MAX_PROGRAM_BYTES,
        description="Lines such as `q = x + y`; the language is at `/functions`.",
        examples=["q = x + y\nL = q*z"],
    )
    values: LeafValues = Field(
        default={},
        description="Values of leaves, numbers or nested lists; they win over those in the program.",
        examples=[{"x": -2, "y": 5, "z": -4}],
    )
    target: RefText | None = Field(
        default=None,
        description="The variable that is differentiated; the last one, or the one named L or loss.",
    )
    train: Annotated[list[RefText], Field(max_length=limits.MAX_LEAVES)] | None = Field(
        default=None,
        description="The leaves that an update changes; where it is left out, those whose names "
        "begin with w, W, b or k if one with w, W or k multiplies something, else all. "
        "Null, as in specs of before: those names, whatever they do.",
    )
    seed: Seed | None = Field(
        default=None,
        description="Draws the first values of the trained leaves between -1 and 1; null for those given.",
    )


class GraphTraining(Wire):
    """How the leaves of a graph are trained."""

    optimizer: OptimizerSpec = Field(
        default_factory=OptimizerSpec, description="The optimizer and its settings."
    )
    schedule: ScheduleSpec = Field(default_factory=ScheduleSpec, description="How the learning rate falls.")


class GraphSpec(Wire):
    """All that a session of a graph is made from: the same spec always gives the same numbers."""

    preset: str | None = Field(
        default=None, max_length=limits.MAX_NAME, description="The preset it came from, if any."
    )
    graph: GraphProgram = Field(description="The program.")
    training: GraphTraining = Field(default_factory=GraphTraining, description="How it is trained.")
    lock: Locks = Field(default=[], description="What may be seen but not changed in its sessions.")
    reveal_upcoming: RevealUpcoming = True


def _kind(fields: Any) -> str:
    is_graph = isinstance(fields, GraphSpec) or (isinstance(fields, Mapping) and "graph" in fields)
    return "GraphSpec" if is_graph else "Spec"


AnySpec = Annotated[
    Annotated[Spec, Tag("Spec")] | Annotated[GraphSpec, Tag("GraphSpec")], Discriminator(_kind)
]
