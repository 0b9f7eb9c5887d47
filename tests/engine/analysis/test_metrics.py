"""Confusion and R², by hand and by law."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.analysis.metrics import confusion, quality, r2
from backstep_lab.engine.batching import Data
from backstep_lab.engine.network import Network, Shape


def identity(outputs: int) -> Network:
    """Hands its inputs through."""
    shape = Shape(outputs, (outputs,), ("identity",), "half_squared_error")
    return Network.from_parameters(shape, [np.eye(outputs)], [np.zeros(outputs)])


def test_a_row_of_the_confusion_is_what_became_of_one_class() -> None:
    true, said = np.array([0, 0, 0, 1, 2]), np.array([0, 0, 2, 1, 1])
    assert confusion(true, said, 3).tolist() == [[2, 0, 1], [0, 1, 0], [0, 1, 0]]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_every_example_is_counted_once_in_the_row_of_its_class(pairs: list[tuple[int, int]]) -> None:
    true, said = np.array(pairs).T
    counted = confusion(true, said, 4)
    assert counted.sum(axis=1).tolist() == np.bincount(true, minlength=4).tolist()
    assert counted.sum(axis=0).tolist() == np.bincount(said, minlength=4).tolist()


def test_accuracy_is_the_diagonals_share() -> None:
    data = Data(np.array([[0.2], [0.6], [0.4], [0.9]]), np.array([[0.0], [0.0], [1.0], [1.0]]))
    judged = quality(identity(1), data, decision(data.Y))
    assert judged.confusion is not None
    assert judged.confusion.tolist() == [[1, 1], [1, 1]]
    assert (judged.examples, judged.accuracy, judged.r2) == (4, 0.5, None)
    assert judged.loss == pytest.approx((0.04 + 0.36 + 0.36 + 0.01) / 2 / 4)


def test_a_test_set_of_one_class_is_read_as_the_training_set_is() -> None:
    read = decision(np.array([[0.0], [1.0]]))
    judged = quality(identity(1), Data(np.array([[0.7], [0.2]]), np.array([[1.0], [1.0]])), read)
    assert judged.confusion is not None
    assert judged.confusion.tolist() == [[0, 0], [1, 1]]


def test_r2_is_1_for_the_targets_and_0_for_their_mean() -> None:
    targets = np.array([[1.0, 5.0], [2.0, 5.0], [6.0, 5.0]])
    perfect, mean, halved = targets, np.full((3, 2), [3.0, 5.0]), targets / 2
    assert r2(perfect, targets)[0] == 1.0
    assert r2(mean, targets)[0] == 0.0
    # by hand: residuals 0.5, 1, 3 and deviations −2, −1, 3
    assert r2(halved, targets)[0] == pytest.approx(1 - 10.25 / 14)
    assert np.isnan(r2(perfect, targets)[1])


def test_numbers_have_no_confusion() -> None:
    data = Data(np.array([[1.0], [2.0], [4.0]]), np.array([[1.0], [2.0], [3.0]]))
    judged = quality(identity(1), data, decision(data.Y))
    assert (judged.confusion, judged.accuracy) == (None, None)
    assert judged.r2 is not None
    assert judged.r2.tolist() == [0.5]
