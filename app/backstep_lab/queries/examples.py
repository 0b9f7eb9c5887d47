"""The examples of a session as a table."""

from typing import Literal

from pydantic import Field

from backstep_lab.engine.batching import Data
from backstep_lab.queries.query import NUMBER_WORK, Arguments, Query
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes

SetName = Literal["batch", "train", "test"]


class ExampleRow(Wire):
    """One example."""

    row: int = Field(description="Its row in the set, from 0.")
    place: int | None = Field(description="Its row in the current batch, for `focus`; null outside it.")
    x: list[float] = Field(description="Its inputs.")
    y: list[float] = Field(description="Its targets.")


class ExampleTable(Wire):
    """Some rows of a set, and how many there are."""

    set: SetName = Field(description="Which set.")
    train: int = Field(description="Training examples.")
    test: int = Field(description="Examples set aside for testing.")
    batch: list[int] = Field(
        description="Rows of the training set that are in the current batch, in its order."
    )
    offset: int = Field(description="The first row given.")
    rows: list[ExampleRow] = Field(description="The rows.")


def examples(session: Session, set_name: SetName, offset: int, limit: int) -> ExampleTable:
    """Rows of the current batch, of the training set or of the test set, in its order."""
    current = layered(session)
    setup = current.setup
    data = setup.test if set_name == "test" else setup.plan.data
    batch = [current.row(place) for place in range(current.examples)]
    places = {} if set_name == "test" else {row: place for place, row in enumerate(batch)}
    rows = batch if set_name == "batch" else range(len(data))
    return ExampleTable(
        set=set_name,
        train=len(setup.plan.data),
        test=len(setup.test),
        batch=batch,
        offset=offset,
        rows=[_row(data, row, places) for row in rows[offset : offset + limit]],
    )


def _row(data: Data, row: int, places: dict[int, int]) -> ExampleRow:
    return ExampleRow(row=row, place=places.get(row), x=data.X[row].tolist(), y=data.Y[row].tolist())


def _work(session: Session, arguments: Arguments) -> int:
    shape = layered(session).setup.shape
    limit: int = arguments["limit"]
    return NUMBER_WORK * limit * (shape.inputs + shape.outputs)


QUERY = Query(lambda session, a, _: json_bytes(examples(session, a["set"], a["offset"], a["limit"])), _work)
