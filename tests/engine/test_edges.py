"""At the edges: saturation stays exact, overflow is named and harms nothing."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.trace import Overflow
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate, mean_loss, run
from backstep_lab.presets import Preset
from tests.engine import building
from tests.engine.building import flat, from_preset, neuron, start, traced


@pytest.mark.parametrize(("z", "y", "loss"), [(1000, 0, 1000), (1000, 1, 0), (-1000, 1, 1000), (-1000, 0, 0)])
def test_sigmoid_with_its_cross_entropy_is_exact_at_a_thousand(z: float, y: float, loss: float) -> None:
    trace = traced(neuron("sigmoid", "binary_cross_entropy", [1.0], 0.0), [[z]], [[y]])
    a = 1.0 if z > 0 else 0.0
    assert (trace.A[1].item(), trace.delta[0].item(), trace.loss) == (a, a - y, loss)
    assert trace.dW[0].item() == (a - y) * z
    assert trace.overflow is None


@pytest.mark.parametrize(("right", "loss"), [(0, 0.0), (1, 1000.0), (2, 2000.0)])
def test_softmax_with_cross_entropy_is_exact_at_a_thousand(right: int, loss: float) -> None:
    shape = Shape(1, (3,), ("softmax",), "cross_entropy")
    network = Network.from_parameters(shape, [[[1000.0], [0.0], [-1000.0]]], [[0.0, 0.0, 0.0]])
    y = np.eye(3)[right]
    trace = traced(network, [[1.0]], [y.tolist()])
    assert trace.A[1].tolist() == [[1.0, 0.0, 0.0]]
    np.testing.assert_array_equal(trace.delta[0], [np.array([1.0, 0.0, 0.0]) - y])
    assert trace.loss == loss
    assert trace.overflow is None
    assert trace.dL_dA[0].tolist() == [[0.0 if k != right else -1.0 if k == 0 else -np.inf for k in range(3)]]


@given(st.lists(st.floats(-1e4, 1e4), min_size=2, max_size=6), st.floats(-1e3, 1e3))
def test_softmax_gives_a_distribution_that_a_shift_leaves_alone(z: list[float], shift: float) -> None:
    def softmax(values: list[float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        Z = np.array(values)[:, np.newaxis]
        A = np.empty_like(Z)
        ACTIVATIONS["softmax"].value(Z, A)
        return A

    a = softmax(z)
    assert ((a >= 0) & (a <= 1)).all()
    assert a.sum() == pytest.approx(1.0, rel=1e-15 * len(z))
    np.testing.assert_allclose(softmax([value + shift for value in z]), a, rtol=1e-10, atol=1e-300)


@pytest.mark.parametrize(
    "activation", [name for name, function in ACTIVATIONS.items() if not function.is_softmax]
)
@pytest.mark.parametrize(
    "loss", ["half_squared_error", "mean_squared_error", "absolute_error", "huber", "hinge"]
)
def test_every_activation_is_finite_at_a_thousand(activation: str, loss: str) -> None:
    trace = traced(neuron(activation, loss, [1.0], 0.0), [[1000.0], [-1000.0]], [[0.0], [0.0]])
    assert np.isfinite(flat(trace)).all()


def test_a_learning_rate_of_a_million_diverges_with_layer_and_quantity() -> None:
    shape = Shape(1, (2, 1), ("identity", "identity"), "half_squared_error")
    network = Network.from_parameters(shape, [[[0.5], [0.4]], [[0.3, 0.2]]], [[0.0, 0.0], [0.0]])
    plan, state = start(network, building.data([[1.0]], [[2.0]]), UpdateRule(SGD(1e6)))
    iterations = 0
    while True:
        trace, after = iterate(plan, state)
        if trace.overflow:
            break
        state, iterations = after, iterations + 1
        assert iterations < 100
    assert trace.overflow == Overflow(0, "loss"), "the squares of the outputs are the first to overflow"
    assert after is state
    ran = run(plan, *start(network, plan.data, plan.rule)[1:], 1000)
    assert (len(ran.losses), ran.overflow) == (iterations, trace.overflow)
    np.testing.assert_array_equal(ran.state.network.theta, state.network.theta)
    assert np.isfinite(ran.losses).all()


@pytest.mark.parametrize("preset", building.NETWORKS, ids=lambda preset: preset.name)
def test_every_network_survives_a_learning_rate_of_a_million(preset: Preset) -> None:
    plan, state = from_preset(preset)
    wild = building.start(state.network, plan.data, UpdateRule(SGD(1e6)), plan.batching)
    ran = run(*wild, 200)
    assert np.isfinite(ran.losses).all()
    assert np.isfinite(ran.state.network.theta).all()
    if ran.overflow is None:
        assert len(ran.losses) == 200


@pytest.mark.parametrize(
    ("w", "x", "y", "rate", "expected"),
    [
        (1e200, 1e200, 0.0, 0.1, Overflow(1, "z")),
        (1e160, 1.0, 0.0, 0.1, Overflow(0, "loss")),
        (1e100, 1e100, 1e153, 0.1, Overflow(0, "loss")),
        (0.0, 1e200, 1e150, 0.1, Overflow(1, "dW")),
        (0.0, 1e150, 1e150, 1e300, Overflow(1, "W")),
        (0.0, 0.0, 1e150, 1e300, Overflow(1, "b")),
    ],
)
def test_an_overflow_is_named_where_it_first_happens(
    w: float, x: float, y: float, rate: float, expected: Overflow
) -> None:
    network = neuron("identity", "half_squared_error", [w], 0.0)
    plan, state = start(network, building.data([[x]], [[y]]), UpdateRule(SGD(rate)))
    trace, after = iterate(plan, state)
    assert trace.overflow == expected
    assert after is state
    ran = run(plan, state, 5)
    assert (ran.overflow, len(ran.losses)) == (expected, 0)
    np.testing.assert_array_equal(ran.state.network.theta, network.theta)


@pytest.mark.parametrize("spoil", [iterate, lambda plan, state: run(plan, state, 3)], ids=["iterate", "run"])
def test_an_overflow_leaves_nothing_behind_in_later_iterations(
    spoil: Callable[[TrainingPlan, TrainingState], object],
) -> None:
    plan, state = start(neuron("relu", "half_squared_error", [0.5], 0.1), building.data([[1.0]], [[2.0]]))
    before, losses = flat(iterate(plan, state)[0]), run(plan, state, 3).losses
    wild = neuron("relu", "half_squared_error", [1e100], 0.0)
    spoil(*start(wild, building.data([[1e200]], [[0.0]])))
    again = run(plan, state, 3)
    assert (again.losses.tolist(), again.overflow) == (losses.tolist(), None)
    np.testing.assert_array_equal(flat(iterate(plan, state)[0]), before)


def test_the_loss_of_a_set_is_infinite_and_not_a_number_nowhere() -> None:
    assert (
        mean_loss(neuron("identity", "half_squared_error", [1e200], 0.0), building.data([[1e200]], [[0]]))
        == np.inf
    )
