"""A neuron's values over the plane of two inputs, by hand."""

import numpy as np

from backstep_lab.engine.analysis.input_grid import (
    PORTION,
    NeuronOutput,
    Range,
    points_over,
    range_of,
    values_over,
)
from backstep_lab.engine.network import Network, Shape

SHAPE = Shape(2, (2, 1), ("relu", "identity"), "half_squared_error")
NETWORK = Network.from_parameters(SHAPE, [[[1.0, -1.0], [2.0, 0.0]], [[1.0, 3.0]]], [[0.0, -1.0], [0.5]])


def test_the_range_is_that_of_the_data_with_a_margin() -> None:
    assert range_of(np.array([0.0, 5.0, 10.0])) == Range(-2.0, 12.0)
    assert range_of(np.array([3.0, 3.0])) == Range(2.0, 4.0)


def test_the_grid_runs_along_x_first_and_holds_all_other_coordinates() -> None:
    grid = points_over(np.array([7.0, 8.0, 9.0]), (2, 0), (Range(0.0, 1.0), Range(10.0, 20.0)), 2)
    assert grid.tolist() == [[10.0, 8.0, 0.0], [10.0, 8.0, 1.0], [20.0, 8.0, 0.0], [20.0, 8.0, 1.0]]


def test_of_one_coordinate_the_grid_is_a_line() -> None:
    assert points_over(np.array([7.0]), (0,), (Range(0.0, 2.0),), 3).tolist() == [[0.0], [1.0], [2.0]]


def test_a_neurons_values_are_those_of_a_forward_pass() -> None:
    X = np.array([[1.0, 2.0], [3.0, 1.0]])
    # by hand: z1 = (−1, 1) and (2, 5); a1 = (0, 1) and (2, 5); a2 = 3.5 and 17.5
    places = [NeuronOutput(1, 0, is_sum=True), NeuronOutput(1, 1), NeuronOutput(2, 0)]
    assert values_over(NETWORK, X, places, lambda: None).tolist() == [[-1.0, 2.0], [1.0, 5.0], [3.5, 17.5]]


def test_many_points_are_taken_in_portions_without_a_seam() -> None:
    X = np.random.default_rng(0).normal(size=(2 * PORTION + 1, 2))
    asked: list[None] = []
    values = values_over(NETWORK, X, [NeuronOutput(2, 0)], lambda: asked.append(None))
    np.testing.assert_allclose(values[0], NETWORK.predict(X)[:, 0], rtol=1e-14)
    assert len(asked) == 3
