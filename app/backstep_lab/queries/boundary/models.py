"""What the boundary query answers."""

from pydantic import Field

from backstep_lab.spec.base import Wire


class PlaneAxis(Wire):
    """An input that runs from end to end of the map, in even steps."""

    input: int = Field(description="Which one, from 0.")
    low: float = Field(description="Its value at the first point.")
    high: float = Field(description="Its value at the last point.")


class HeldInput(Wire):
    """An input that stays as the focus example has it."""

    input: int = Field(description="Which one, from 0.")
    value: float = Field(description="Its value.")


class PlaneMap(Wire):
    """One neuron, or the class decided for, all over the plane."""

    ref: str = Field(description="The neuron's activation or sum; or `class`.")
    level: float | None = Field(
        description="Where the contour lies: where an output decides, where a hidden neuron's sum is 0."
    )
    low: float | None = Field(description="The smallest value.")
    high: float | None = Field(description="The largest value.")
    values: list[list[float | None]] | None = Field(
        description="To five significant figures: a row for each value of y, lowest first; null: overflow. "
        "Null where shades were asked for."
    )
    shades: str | None = Field(
        description="Base64 of a byte for each point, 0 for `low` and for overflow, 255 for `high`; in the "
        "order of `values`. Null unless asked for."
    )


class PlanePoints(Wire):
    """Examples, a list for each of their numbers; the first of a large set."""

    x: list[float] = Field(description="The input across.")
    y: list[float] | None = Field(description="The input upwards; null where there is only one.")
    classes: list[int] | None = Field(description="The class; null where the targets are no classes.")
    targets: list[float] = Field(description="The target of the first output.")


class Boundary(Wire):
    """Activations over one or two inputs; the other inputs are those of the focus example."""

    iteration: int = Field(description="The iteration.")
    updated: bool = Field(description="Whether the parameters are those after its update.")
    inputs: int = Field(description="How many numbers an example has, before inputs are engineered.")
    x: PlaneAxis = Field(description="The input across.")
    y: PlaneAxis | None = Field(description="The input upwards; null where there is only one.")
    point: list[float] = Field(description="The focus example.")
    held: list[HeldInput] = Field(description="The inputs that do not move.")
    classes: int | None = Field(description="How many classes there are; null where the targets are none.")
    threshold: float | None = Field(
        description="Where one output decides between two classes; null where the largest of several wins."
    )
    maps: list[PlaneMap] = Field(description="The neurons that were asked for; by default the prediction.")
    train: PlanePoints | None = Field(description="Training examples; null where `points` is false.")
    test: PlanePoints | None = Field(description="Test examples; null where `points` is false.")
