"""A unit's curve, and the units through which no gradient passes."""

import numpy as np

from backstep_lab.engine.analysis.saturation import flat_examples, saturated_share, unit_curve
from backstep_lab.engine.network import Network, Shape
from tests.engine.building import neuron, traced


def test_the_curve_of_a_sigmoid_is_steepest_at_zero() -> None:
    curve = unit_curve(
        traced(neuron("sigmoid", "half_squared_error", [1.0], 0.0), [[1.0]], [[1.0]]), 1, 0, 0, True
    )
    middle = len(curve.z) // 2
    assert (curve.z[0], curve.z[middle], curve.a[middle], curve.slope[middle]) == (-6.0, 0.0, 0.5, 0.25)
    assert curve.slope.max() == 0.25


def test_a_sum_far_out_is_on_the_curve_only_when_it_is_known() -> None:
    trace = traced(neuron("tanh", "half_squared_error", [10.0], 0.0), [[2.0]], [[1.0]])
    assert unit_curve(trace, 1, 0, 0, True).z[-1] == 25.0
    assert unit_curve(trace, 1, 0, 0, False).z[-1] == 6.0


def test_softmax_moves_along_one_sum_with_the_others_fixed() -> None:
    shape = Shape(1, (2,), ("softmax",), "cross_entropy")
    trace = traced(Network.from_parameters(shape, [[[0.0], [1.0]]], [[0.0, 0.0]]), [[1.0]], [[1.0, 0.0]])
    curve = unit_curve(trace, 1, 0, 0, True)
    np.testing.assert_allclose(curve.a, 1 / (1 + np.exp(1.0 - curve.z)), rtol=1e-14)


def test_a_dead_unit_is_flat_for_every_example() -> None:
    shape = Shape(1, (2, 1), ("relu", "identity"), "half_squared_error")
    network = Network.from_parameters(shape, [[[1.0], [1.0]], [[1.0, 1.0]]], [[0.0, -5.0], [0.0]])
    assert flat_examples(traced(network, [[1.0], [-1.0], [2.0]], [[0.0]] * 3), 1).tolist() == [1, 3]


def test_the_saturated_share_counts_slopes_below_a_tenth_of_the_steepest() -> None:
    network = neuron("tanh", "half_squared_error", [1.0], 0.0)
    X = np.array([[0.0], [1.8], [1.9], [-5.0]])  # 1 − tanh² is 0.1036 at 1.8 and 0.0855 at 1.9
    assert saturated_share(network, X) == 0.5
    assert saturated_share(neuron("relu", "half_squared_error", [1.0], 0.0), X) is None
    assert saturated_share(neuron("sigmoid", "binary_cross_entropy", [1.0], 0.0), X) is None
