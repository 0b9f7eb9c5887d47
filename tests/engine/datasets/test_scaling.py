"""Inputs and targets of one's own examples, scaled as the training examples need it."""

import numpy as np
import pytest

from backstep_lab.engine.datasets.examples import custom
from backstep_lab.engine.datasets.scaling import fitted

X = [[1.0, 5.0], [3.0, 5.0]]


def test_each_column_is_brought_to_one_size() -> None:
    Y = [[10.0], [30.0]]
    standard = custom(X, Y, scale="standard", target_scale="minmax").train
    assert (standard.X.tolist(), standard.Y.tolist()) == ([[-1, 0], [1, 0]], [[0], [1]])
    minmax = custom(X, Y, scale="minmax", target_scale="standard").train
    assert (minmax.X.tolist(), minmax.Y.tolist()) == ([[0, 0], [1, 0]], [[-1], [1]])


@pytest.mark.parametrize("scale", ["standard", "minmax"])
@pytest.mark.parametrize("value", [0.1, 0.7, 1e-300, -3.3, 1e6 / 3])
def test_a_column_that_never_changes_becomes_0_whatever_its_mean_is_rounded_to(
    scale: str, value: float
) -> None:
    rows = np.array([[value, n] for n in range(3)])
    scaled = fitted(rows, scale)(rows)
    assert scaled[:, 0].tolist() == [0.0, 0.0, 0.0]
    assert scaled[:, 1].any()


@pytest.mark.parametrize("scale", ["standard", "minmax"])
def test_the_test_examples_do_not_set_the_scale(scale: str) -> None:
    rows = [[float(k)] for k in range(20)]
    plain = custom(rows, rows, test_fraction=0.5, seed=3)
    far = [[row[0] if row in plain.train.X.tolist() else 1e5] for row in rows]
    split = custom(far, far, test_fraction=0.5, seed=3, scale=scale, target_scale=scale)
    alone = fitted(plain.train.X, scale)
    np.testing.assert_array_equal(split.train.X, alone(plain.train.X))
    np.testing.assert_array_equal(split.test.X, alone(np.full((10, 1), 1e5)))
    np.testing.assert_array_equal(split.train.Y, split.train.X)


def test_features_are_made_of_scaled_inputs() -> None:
    made = custom([[1.0, 5.0], [3.0, 9.0]], [[0], [1]], scale="standard", features=["x1", "x2^2"]).train
    assert made.X.tolist() == [[-1, 1], [1, 1]]


def test_a_column_of_0_and_1_stays_as_it_is_unless_it_never_changes() -> None:
    train = np.array([[0.0, 1.0, 10.0], [1.0, 1.0, 30.0]])
    for scale in ("standard", "minmax"):
        scaled = fitted(train, scale)(np.array([[1.0, 1.0, 30.0], [0.0, 1.0, 10.0]]))
        assert scaled[:, 0].tolist() == [1.0, 0.0]
        assert scaled[:, 1].tolist() == [0.0, 0.0]
        assert scaled[:, 2].tolist() == [1.0, -1.0 if scale == "standard" else 0.0]
