"""How good a session's predictions are, on its training examples and on its test examples."""

from pydantic import Field

from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.analysis.metrics import Quality, quality
from backstep_lab.queries.query import NUMBER_WORK, Arguments, Query
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class SetQuality(Wire):
    """One set of examples, judged."""

    examples: int = Field(description="How many there are.")
    loss: float | None = Field(description="Their mean loss, without a penalty; null where it overflows.")
    accuracy: float | None = Field(description="The share in the right class; null where there are none.")
    confusion: list[list[int]] | None = Field(
        description="Examples by true class (row) and predicted class (column)."
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
    train: SetQuality = Field(description="The training examples.")
    test: SetQuality | None = Field(description="Those set aside, if any.")


def metrics(session: Session) -> Metrics:
    """Quality of both sets with the parameters as they stand."""
    setup, network = layered(session).setup, current_network(session)
    read = decision(setup.plan.data.Y)
    return Metrics(
        iteration=session.iteration,
        updated=session.is_complete,
        classes=None if read is None else [float(name) for name in read.names or range(read.classes)],
        threshold=None if read is None else read.threshold,
        train=_set(quality(network, setup.plan.data, read)),
        test=_set(quality(network, setup.test, read)) if len(setup.test) else None,
    )


def _set(found: Quality) -> SetQuality:
    return SetQuality(
        examples=found.examples,
        loss=found.loss,
        accuracy=found.accuracy,
        confusion=None if found.confusion is None else found.confusion.tolist(),
        r2=None if found.r2 is None else found.r2.tolist(),
    )


def _work(session: Session, arguments: Arguments) -> int:
    setup = layered(session).setup
    return (len(setup.plan.data) + len(setup.test)) * (setup.shape.parameter_count + NUMBER_WORK)


QUERY = Query(lambda session, *_: json_bytes(metrics(session)), _work)
