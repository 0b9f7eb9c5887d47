"""A network refuses what does not fit, in a sentence that shows both sides."""

import numpy as np
import pytest

from backstep_lab.engine.network import Network, Shape, ShapeError
from tests.engine.building import neuron

TWO = Shape(2, (3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")


def test_a_shape_knows_its_sizes() -> None:
    assert (TWO.sizes, TWO.depth, TWO.outputs, TWO.parameter_count) == ((2, 3, 1), 2, 1, 13)


@pytest.mark.parametrize(
    ("inputs", "units", "activations", "loss", "words"),
    [
        (2, (), (), "half_squared_error", "at least one layer"),
        (2, (3, 1), ("tanh",), "half_squared_error", "2 layer sizes and 1 activations"),
        (0, (1,), ("tanh",), "half_squared_error", r"\(0, 1\)"),
        (1, (0,), ("tanh",), "half_squared_error", r"\(1, 0\)"),
        (1, (1,), ("sine",), "half_squared_error", "'sine'; there are identity, step, sigmoid"),
        (1, (1,), ("tanh",), "guess", "'guess'; there are half_squared_error"),
        (1, (2, 1), ("softmax", "tanh"), "half_squared_error", "last layer only"),
        (1, (1,), ("tanh",), "binary_cross_entropy", "needs sigmoid in the last layer, which has tanh"),
        (1, (2,), ("sigmoid",), "cross_entropy", "needs softmax in the last layer, which has sigmoid"),
    ],
)
def test_a_shape_that_cannot_be_is_refused(
    inputs: int, units: tuple[int, ...], activations: tuple[str, ...], loss: str, words: str
) -> None:
    with pytest.raises(ShapeError, match=words):
        Shape(inputs, units, activations, loss)


@pytest.mark.parametrize(
    ("W", "b", "words"),
    [
        ([[[1, 2]]], [[0]], "1 weight matrices and 1 bias vectors for 2 layers"),
        ([[[1, 2]] * 3, [[1, 2]]], [[0, 0, 0], [0]], r"W2 has shape \(1, 2\), where \(1, 3\) is needed"),
        ([[[1, 2]] * 3, [[1, 2, 3]]], [[0, 0], [0]], r"b1 has shape \(2,\), where \(3,\) is needed"),
        ([[[1, 2]] * 3, [[1, 2, float("nan")]]], [[0, 0, 0], [0]], "W2 has a number that is not finite"),
        ([[[1, 2], [3]], [[1, 2, 3]]], [[0, 0, 0], [0]], "W1 must be numbers of shape"),
        ([[["a", 2]] * 3, [[1, 2, 3]]], [[0, 0, 0], [0]], "W1 must be numbers of shape"),
    ],
)
def test_parameters_that_do_not_fit_are_refused(W: list[object], b: list[object], words: str) -> None:
    with pytest.raises(ShapeError, match=words):
        Network.from_parameters(TWO, W, b)


def test_parameters_come_back_as_they_were_given() -> None:
    W, b = [[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0, 9.0]]], [[0.1, 0.2, 0.3], [0.4]]
    network = Network.from_parameters(TWO, W, b)
    assert [matrix.tolist() for matrix in network.W] == W
    assert [vector.tolist() for vector in network.b] == b


def test_one_changed_parameter_is_the_only_change() -> None:
    W, b = [[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0, 9.0]]], [[0.1, 0.2, 0.3], [0.4]]
    network = Network.from_parameters(TWO, W, b)
    changed = network.with_parameter("W", 1, (2, 1), -6.0).with_parameter("b", 2, (0,), -0.4)
    assert [matrix.tolist() for matrix in changed.W] == [[[1.0, 2.0], [3.0, 4.0], [5.0, -6.0]], W[1]]
    assert [vector.tolist() for vector in changed.b] == [b[0], [-0.4]]
    assert [matrix.tolist() for matrix in network.W] == W


def test_a_prediction_is_the_last_activation_of_each_row() -> None:
    one = neuron("relu", "half_squared_error", [2.0, -1.0], 0.5)
    predicted = one.predict(np.array([[1.0, 1.0], [0.0, 1.0], [3.0, 0.0]]))
    assert predicted.tolist() == [[1.5], [0.0], [6.5]]
