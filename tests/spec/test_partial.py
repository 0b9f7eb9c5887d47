"""Types of edits have every field of the model that they are a part of, with its bounds, each optional."""

from typing import get_args

import pytest
from pydantic import ValidationError

from backstep_lab.spec.base import Wire
from backstep_lab.spec.create import DataPart, NetworkPart, OptimizerPart, TrainingPart
from backstep_lab.spec.model import DataSpec, NetworkSpec, OptimizerSpec, TrainingSpec

PARTS = [
    (NetworkPart, NetworkSpec),
    (DataPart, DataSpec),
    (OptimizerPart, OptimizerSpec),
    (TrainingPart, TrainingSpec),
]


@pytest.mark.parametrize(("part", "whole"), PARTS)
def test_a_part_has_every_field_of_the_whole_and_needs_none(part: type[Wire], whole: type[Wire]) -> None:
    assert list(part.model_fields) == list(whole.model_fields)
    assert part.model_validate({}).model_dump(exclude_unset=True) == {}
    assert all(type(None) in get_args(field.annotation) for field in part.model_fields.values())


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        (NetworkPart, {"layers": []}),
        (NetworkPart, {"inputs": 0}),
        (DataPart, {"noise": -1.0}),
        (OptimizerPart, {"learning_rate": float("inf")}),
        (TrainingPart, {"batch_size": "some"}),
        (TrainingPart, {"optimizer": {"learning_rate": -1.0}}),
        (TrainingPart, {"unknown": 1}),
    ],
)
def test_a_part_keeps_the_bounds_of_the_whole(part: type[Wire], wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        part.model_validate(wrong)
