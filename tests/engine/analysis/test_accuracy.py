"""Accuracy: the share of examples in the right class."""

import numpy as np
import pytest

from backstep_lab.engine.analysis.accuracy import accuracy, has_classes
from backstep_lab.engine.batching import Data
from backstep_lab.engine.network import Network, Shape


def identity(outputs: int) -> Network:
    """Hands its inputs through."""
    shape = Shape(outputs, (outputs,), ("identity",), "half_squared_error")
    return Network.from_parameters(shape, [np.eye(outputs)], [np.zeros(outputs)])


def data(X: list[list[float]], Y: list[list[float]]) -> Data:
    return Data(np.array(X), np.array(Y))


def test_one_output_decides_half_way_between_its_two_targets() -> None:
    assert accuracy(identity(1), data([[0.2], [0.6], [0.4], [0.9]], [[0.0], [0.0], [1.0], [1.0]])) == 0.5
    assert accuracy(identity(1), data([[-0.1], [0.1]], [[-1.0], [1.0]])) == 1.0


def test_of_several_outputs_the_largest_wins() -> None:
    measured = data([[3.0, 2.0], [1.0, 2.0]], [[0.0, 1.0], [0.0, 1.0]])
    assert accuracy(identity(2), measured) is None  # one class alone is none
    measured = data([[3.0, 2.0], [1.0, 2.0]], [[1.0, 0.0], [0.0, 1.0]])
    assert accuracy(identity(2), measured) == 1.0
    measured = data([[3.0, 2.0], [4.0, 2.0]], [[1.0, 0.0], [0.0, 1.0]])
    assert accuracy(identity(2), measured) == 0.5


@pytest.mark.parametrize("Y", [[[0.1], [0.5], [0.9]], [[1.0], [1.0], [1.0]]])
def test_targets_that_are_no_classes_have_no_accuracy(Y: list[list[float]]) -> None:
    measured = data([[0.0], [0.0], [0.0]], Y)
    assert accuracy(identity(1), measured) is None
    assert not has_classes(measured)
