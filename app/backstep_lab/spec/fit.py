"""Whether a network, its examples and its training settings go together."""

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.batching import Data
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Shape
from backstep_lab.spec import model as wire
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.names import check_names


def check_fit(shape: Shape, data: Data, spec: wire.Spec) -> None:
    """Raise Invalid unless these examples are for such a network, and a batch of them has a sensible size."""
    for name, matrix, wanted, what, key in (
        ("X", data.X, shape.inputs, "inputs", "problem-data-inputs"),
        ("Y", data.Y, shape.outputs, "outputs", "problem-data-outputs"),
    ):
        if matrix.shape[1] != wanted:
            raise Invalid(
                f"data.{name}",
                f"data.{name} has {matrix.shape[1]} numbers in each row, the network has {wanted} {what}.",
                key,
                count=matrix.shape[1],
                wanted=wanted,
            )
    check_targets(shape, data.Y)
    check_names(spec.names, shape.sizes)
    size = len(data) if spec.training.batch_size == "all" else min(spec.training.batch_size, len(data))
    numbers = size * sum(shape.sizes)
    if numbers > limits.MAX_BATCH_NUMBERS:
        raise Invalid(
            "training.batch_size",
            f"A batch of {size} examples in this network is {numbers} activations; "
            f"it must be at most {limits.MAX_BATCH_NUMBERS}. Take a smaller training.batch_size.",
            "problem-too-large-value",
            value=numbers,
            max=limits.MAX_BATCH_NUMBERS,
        )


def check_targets(shape: Shape, Y: Array) -> None:
    """Raise Invalid unless the loss can take these targets."""
    loss = LOSSES[shape.loss]
    wrong = loss.unfit(np.asarray(Y))
    if loss.target_range is None or not wrong.size:
        return
    low, high = loss.target_range
    if loss.targets is not None:
        raise Invalid(
            "data.Y",
            f"data.Y has the target {wrong[0]:g}; with {shape.loss} every target is {low:g} or {high:g}.",
            "problem-two-targets",
            value=float(wrong[0]),
            low=low,
            high=high,
        )
    raise Invalid(
        "data.Y",
        f"data.Y has the target {wrong[0]:g}; with {shape.loss} it must be from {low:g} to {high:g}.",
        "problem-out-of-range",
        value=float(wrong[0]),
        min=low,
        max=high,
    )
