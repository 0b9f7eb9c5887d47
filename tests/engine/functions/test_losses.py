"""Losses beside their derivatives, and by hand."""

from math import log

import pytest

from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.trace import Trace
from tests.engine.building import Rows, traced


def outputs(activation: str, loss: str, z: list[float], y: list[float]) -> Trace:
    """An iteration whose output layer has exactly these sums."""
    shape = Shape(1, (len(z),), (activation,), loss)
    network = Network.from_parameters(shape, [[[value] for value in z]], [[0.0] * len(z)])
    targets: Rows = [y]
    return traced(network, [[1.0]], targets)


def test_there_are_eight_losses() -> None:
    assert list(LOSSES) == [
        "half_squared_error",
        "mean_squared_error",
        "binary_cross_entropy",
        "cross_entropy",
        "absolute_error",
        "huber",
        "hinge",
        "perceptron",
    ]


def test_half_squared_error_adds_halves_over_the_outputs() -> None:
    trace = outputs("identity", "half_squared_error", [1.0, 5.0], [3.0, 2.0])
    assert trace.loss_terms.tolist() == [[2.0, 4.5]]
    assert (trace.loss, trace.dL_dA[0].tolist()) == (6.5, [[-2.0, 3.0]])


def test_mean_squared_error_is_the_mean_over_the_outputs() -> None:
    trace = outputs("identity", "mean_squared_error", [1.0, 5.0], [3.0, 2.0])
    assert trace.loss_terms.tolist() == [[4.0, 9.0]]
    assert (trace.loss, trace.dL_dA[0].tolist()) == (6.5, [[-2.0, 3.0]])


def test_binary_cross_entropy_by_hand() -> None:
    trace = outputs("sigmoid", "binary_cross_entropy", [log(3.0), 0.0], [1.0, 0.25])  # a = 3/4, 1/2
    assert trace.A[1][0].tolist() == pytest.approx([0.75, 0.5], rel=1e-14)
    assert trace.loss_terms[0].tolist() == pytest.approx([-log(0.75), log(2.0)], rel=1e-14)
    assert trace.loss == pytest.approx((log(2.0) - log(0.75)) / 2, rel=1e-14)
    assert trace.delta[0][0].tolist() == pytest.approx([-0.125, 0.125], rel=1e-14)
    assert trace.dL_dA[0][0].tolist() == pytest.approx([-1 / 0.75 / 2, (1 - 0.5) / 0.5 / 2], rel=1e-14)


def test_cross_entropy_by_hand() -> None:
    trace = outputs("softmax", "cross_entropy", [log(1.0), log(2.0), log(5.0)], [0.0, 1.0, 0.0])
    assert trace.A[1][0].tolist() == pytest.approx([1 / 8, 2 / 8, 5 / 8], rel=1e-14)
    assert trace.loss_terms[0].tolist() == pytest.approx([0.0, log(4.0), 0.0], rel=1e-14)
    assert trace.loss == pytest.approx(log(4.0), rel=1e-14)
    assert trace.delta[0][0].tolist() == pytest.approx([1 / 8, -6 / 8, 5 / 8], rel=1e-14)
    assert trace.dL_dA[0][0].tolist() == pytest.approx([0.0, -4.0, 0.0], rel=1e-14)


def test_cross_entropy_stays_right_where_targets_do_not_add_up_to_1() -> None:
    trace = outputs("softmax", "cross_entropy", [log(1.0), log(2.0), log(5.0)], [1.0, 1.0, 0.0])
    assert trace.loss == pytest.approx(log(8.0) + log(4.0), rel=1e-14)
    assert trace.delta[0][0].tolist() == pytest.approx([2 / 8 - 1, 4 / 8 - 1, 10 / 8], rel=1e-14)


@pytest.mark.parametrize(
    ("loss", "activation"), [("binary_cross_entropy", "sigmoid"), ("cross_entropy", "softmax")]
)
def test_the_factored_form_gives_the_fused_one(loss: str, activation: str) -> None:
    trace = outputs(activation, loss, [0.3, -1.2, 0.8], [0.2, 0.5, 0.3])
    a, d = trace.A[1][0], trace.dL_dA[0][0]
    factored = d * trace.slope[0][0] if activation == "sigmoid" else a * (d - (d * a).sum())
    assert factored.tolist() == pytest.approx(trace.delta[0][0].tolist(), rel=1e-13)


def test_a_softmax_output_with_a_squared_error_uses_the_whole_jacobian() -> None:
    trace = outputs("softmax", "half_squared_error", [0.3, -1.2, 0.8], [0.2, 0.5, 0.3])
    a, d = trace.A[1][0], trace.dL_dA[0][0]
    jacobian = [[a[j] * ((j == k) - a[k]) for k in range(3)] for j in range(3)]
    expected = [sum(d[j] * jacobian[j][k] for j in range(3)) for k in range(3)]
    assert trace.delta[0][0].tolist() == pytest.approx(expected, rel=1e-13)


def test_the_absolute_error_has_the_slope_of_a_sign_and_none_on_target() -> None:
    trace = outputs("identity", "absolute_error", [1.0, 5.0, 2.0, 0.0], [3.0, 2.0, 2.0, 0.0])
    assert trace.loss_terms.tolist() == [[2.0, 3.0, 0.0, 0.0]]
    assert (trace.loss, trace.dL_dA[0].tolist()) == (1.25, [[-0.25, 0.25, 0.0, 0.0]])


def test_huber_is_half_a_square_up_to_a_miss_of_1_and_a_line_beyond() -> None:
    trace = outputs("identity", "huber", [0.5, 1.0, -3.0, 2.0], [0.0, 0.0, 0.0, 0.0])
    assert trace.loss_terms.tolist() == [[0.125, 0.5, 2.5, 1.5]]
    assert trace.dL_dA[0].tolist() == [[0.125, 0.25, -0.25, 0.25]]


def test_the_hinge_asks_for_a_margin_of_1_and_no_more() -> None:
    trace = outputs("identity", "hinge", [0.5, 0.5, -1.0, 3.0], [1.0, -1.0, -1.0, 1.0])
    assert trace.loss_terms.tolist() == [[0.5, 1.5, 0.0, 0.0]]
    assert trace.dL_dA[0].tolist() == [[-0.25, 0.25, 0.0, 0.0]]


def test_the_perceptron_counts_how_far_a_sum_is_on_the_wrong_side_and_its_delta_is_the_difference() -> None:
    trace = outputs("step", "perceptron", [2.0, 2.0, -3.0, -3.0, 0.0], [0.0, 1.0, 0.0, 1.0, 1.0])
    assert trace.loss_terms.tolist() == [[2.0, 0.0, 0.0, 3.0, 0.0]]
    assert (trace.loss, trace.delta[0].tolist()) == (5.0, [[1.0, 0.0, 0.0, -1.0, -1.0]])
    assert trace.db[0].tolist() == [1.0, 0.0, 0.0, -1.0, -1.0]
