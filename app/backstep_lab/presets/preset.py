"""What a preset file holds."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, field_validator, model_validator

from backstep_lab.spec.graph import GraphSpec
from backstep_lab.spec.model import Spec

Erratum = Literal[
    "updated-weights", "rounded-steps", "softmax-as-shares", "softmax-diagonal", "sum-of-gradients"
]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PresetSource(_Frozen):
    """The text that a preset follows."""

    author: str = Field(description="Who wrote it.")
    title: str = Field(description="Its title, with the chapter where it is a book.")
    year: int = Field(ge=1900, le=2100, description="The year it appeared.")
    url: HttpUrl = Field(description="Where it can be read.")


class Slip(_Frozen):
    """A calculation that is not the right one: a template, with places for the numbers of the iteration."""

    formula: str = Field(description="LaTeX with a place `#{i}` for each number, as formulas have it.")
    of: tuple[str, ...] = Field(description="The refs of these numbers.")


class Figure(_Frozen):
    """A number that the source prints, and the number that it is compared with: `ref` in that iteration."""

    ref: str = Field(description="The number's ref, for instance dW1[0,0].")
    iteration: int = Field(ge=0, description="The iteration it belongs to; 0 is the first.")
    printed: str = Field(description="The figure exactly as printed.", pattern=r"^-?[0-9]*\.?[0-9]+$")
    label: str = Field(description="What the source calls it.")
    sign: Literal[1, -1] = Field(1, description="-1 where the source prints the negative of ours.")
    erratum: Erratum | None = Field(
        None,
        description="Why a correct computation does not reach the figure: the source used weights that it "
        "had already updated, went on with rounded numbers, divided sums in place of powers, took a "
        "softmax's slope alone, or added gradients of weights in place of weighted error terms.",
    )
    slip: Slip | None = Field(None, description="The calculation that gives the printed figure.")


class Preset(_Frozen):
    """What a session is made from, with the figures of its source: a network with its data, or a graph."""

    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Its name in addresses.")
    source: PresetSource | None = Field(description="The text it follows; null where it is our own.")
    network: dict[str, Any] | None = Field(None, description="As in the body of POST /api/v1/sessions.")
    data: dict[str, Any] | None = Field(None, description="As in the body of POST /api/v1/sessions.")
    graph: dict[str, Any] | None = Field(
        None, description="As in the body of POST /api/v1/sessions; a file has the program's lines as a list."
    )
    training: dict[str, Any] = Field(description="As in the body of POST /api/v1/sessions.")
    names: dict[str, Any] | None = Field(None, description="As in the body of POST /api/v1/sessions.")
    published: tuple[Figure, ...] = Field(description="The figures that the source prints.")

    @field_validator("graph")
    @classmethod
    def _program_in_one(cls, graph: dict[str, Any] | None) -> dict[str, Any] | None:
        if graph is None or not isinstance(graph.get("program"), list):
            return graph
        return {**graph, "program": "\n".join(graph["program"])}

    @model_validator(mode="after")
    def _makes_a_session(self) -> Self:
        (Spec if self.graph is None else GraphSpec).model_validate(self.spec)
        return self

    @property
    def spec(self) -> dict[str, Any]:
        """The body that makes a session of it."""
        parts = ("network", "data", "graph", "training", "names")
        return {part: value for part in parts if (value := getattr(self, part)) is not None}

    @property
    def title_key(self) -> str:
        """The catalogue's key of the title."""
        return f"preset-{self.name}-title"

    @property
    def story_key(self) -> str:
        """The catalogue's key of the story."""
        return f"preset-{self.name}-story"
