"""The examples of a session or of a description of data, as a table."""

from typing import Any, Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.engine.batching import Data
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.model import Data as DataSpec
from backstep_lab.spec.resolve import data_of
from backstep_lab.wire.json_encoder import json_bytes

SetName = Literal["batch", "train", "test"]


class ExampleRow(Wire):
    """One example."""

    row: int = Field(description="Its row in the set, from 0.")
    place: int | None = Field(
        description="Its place in the batch in hand, which `focus` takes; null outside it."
    )
    x: list[float] = Field(description="Its inputs.")
    y: list[float] = Field(description="Its targets.")


class ExampleTable(Wire):
    """Some rows of a set, and how many there are."""

    set: SetName = Field(description="Which set.")
    train: int = Field(description="Examples to learn from.")
    test: int = Field(description="Examples set aside for testing.")
    batch: list[int] = Field(
        description="Rows of the training set that are in the batch in hand, in its order."
    )
    offset: int = Field(description="The first row told.")
    rows: list[ExampleRow] = Field(description="The rows.")


class DataPreview(Wire):
    """What a description of data makes."""

    inputs: int = Field(description="Numbers in each row of X.")
    outputs: int = Field(description="Numbers in each row of Y.")
    train: int = Field(description="Examples to learn from.")
    test: int = Field(description="Examples set aside for testing.")
    X: list[list[float]] = Field(description="Inputs of the first examples to learn from, before features.")
    Y: list[list[float]] = Field(description="Their targets.")


def examples_json(session: Session, set_name: SetName, offset: int, limit: int) -> bytes:
    """Rows of the batch in hand, of the training set or of the test set, in its order."""
    current = layered(session)
    setup = current.setup
    data = setup.test if set_name == "test" else setup.plan.data
    batch = [current.row(place) for place in range(current.examples)]
    places = {} if set_name == "test" else {row: place for place, row in enumerate(batch)}
    rows = batch if set_name == "batch" else range(len(data))
    return json_bytes(
        {
            "set": set_name,
            "train": len(setup.plan.data),
            "test": len(setup.test),
            "batch": batch,
            "offset": offset,
            "rows": [_row(data, row, places) for row in rows[offset : offset + limit]],
        }
    )


def _row(data: Data, row: int, places: dict[int, int]) -> dict[str, Any]:
    return {"row": row, "place": places.get(row), "x": data.X[row].tolist(), "y": data.Y[row].tolist()}


def preview_json(spec: DataSpec) -> bytes:
    """The data that a description makes, as far as a picture shows it. Raises Invalid."""
    train, test = data_of(spec)
    plain = data_of(spec.model_copy(update={"features": None}))[0] if spec.features else train
    return json_bytes(
        {
            "inputs": train.X.shape[1],
            "outputs": train.Y.shape[1],
            "train": len(train),
            "test": len(test),
            "X": plain.X[: limits.POINTS_SHOWN].tolist(),
            "Y": plain.Y[: limits.POINTS_SHOWN].tolist(),
        }
    )
