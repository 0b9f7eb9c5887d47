"""The answer to: how good are the predictions?"""

from typing import Any

from pydantic import Field

from backstep_lab.engine.analysis.metrics import Quality
from backstep_lab.queries.metrics import measured
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class SetQuality(Wire):
    """One set of examples, judged."""

    examples: int = Field(description="How many there are.")
    loss: float | None = Field(description="Their mean loss, without a penalty; null where it overflows.")
    accuracy: float | None = Field(description="The share in the right class; null where there are none.")
    confusion: list[list[int]] | None = Field(
        description="Examples by true class (row) and by the class that was said (column)."
    )
    r2: list[float | None] | None = Field(
        description="1 − Σ(y − ŷ)² / Σ(y − ȳ)² by output; null where its targets are all the same."
    )


class Metrics(Wire):
    """The predictions over the training and the test examples, with the parameters as they stand."""

    iteration: int = Field(description="The iteration.")
    updated: bool = Field(description="Whether the parameters are those after its update.")
    classes: list[float] | None = Field(
        description="The classes: the two targets of one output, or the outputs' numbers; null: no classes."
    )
    threshold: float | None = Field(
        description="Where one output decides between two classes; null where the largest of several wins."
    )
    train: SetQuality = Field(description="The examples to learn from.")
    test: SetQuality | None = Field(description="Those set aside, if any.")


def metrics_json(session: Session) -> bytes:
    """How good the predictions are."""
    found = measured(session)
    read = found.read
    return json_bytes(
        {
            "iteration": session.iteration,
            "updated": session.is_complete,
            "classes": read and [float(name) for name in read.names or range(read.classes)],
            "threshold": read and read.threshold,
            "train": _set(found.train),
            "test": found.test and _set(found.test),
        }
    )


def _set(quality: Quality) -> dict[str, Any]:
    return {
        "examples": quality.examples,
        "loss": quality.loss,
        "accuracy": quality.accuracy,
        "confusion": None if quality.confusion is None else quality.confusion.tolist(),
        "r2": None if quality.r2 is None else quality.r2.tolist(),
    }
