"""The data that a description makes, before there is a session."""

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import Wire
from backstep_lab.spec.examples import data_of
from backstep_lab.spec.model import DataSpec


class DataPreview(Wire):
    """What a description of data makes."""

    inputs: int = Field(description="Numbers in each row of X.")
    outputs: int = Field(description="Numbers in each row of Y.")
    train: int = Field(description="Training examples.")
    test: int = Field(description="Examples set aside for testing.")
    X: list[list[float]] = Field(description="Inputs of the first training examples, before features.")
    Y: list[list[float]] = Field(description="Their targets.")
    given: list[list[float]] = Field(
        description="The first few rows of X before the scaling that is asked for."
    )
    seen: list[list[float]] = Field(
        description="The same rows as the network sees them, scaled and with features."
    )


def preview(spec: DataSpec) -> DataPreview:
    """The data that a description makes, as much of it as is drawn. Raises Invalid."""
    train, test = data_of(spec)
    plain = data_of(spec.model_copy(update={"features": None}))[0] if spec.features else train
    unscaled = {"features": None, "scale": "none"}
    given = data_of(spec.model_copy(update=unscaled))[0] if spec.scale else plain
    return DataPreview(
        inputs=train.X.shape[1],
        outputs=train.Y.shape[1],
        train=len(train),
        test=len(test),
        X=plain.X[: limits.POINTS_SHOWN].tolist(),
        Y=plain.Y[: limits.POINTS_SHOWN].tolist(),
        given=given.X[: limits.ROWS_SHOWN].tolist(),
        seen=train.X[: limits.ROWS_SHOWN].tolist(),
    )
