"""The check of gradients: it agrees with right ones, finds wrong ones, and marks what it cannot judge."""

from dataclasses import replace
from math import copysign

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from backstep_lab.engine.analysis.gradient_check import GradientCheck, gradient_check, portions
from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule, iterate
from tests.engine.building import neuron, traced
from tests.engine.strategies import SMOOTH, SMOOTH_LOSSES, Start, starts


def checks(trace: Trace, rule: UpdateRule) -> list[GradientCheck]:
    places = np.arange(trace.shape.parameter_count)
    return [gradient_check(trace, rule, some) for some in portions(trace, places)]


def disagreeing(trace: Trace, rule: UpdateRule) -> list[tuple[int, float, float]]:
    """Place, gradient and difference wherever the two disagree and no kink excuses it."""
    return [
        (int(place), float(gradient), float(difference))
        for check in checks(trace, rule)
        for place, gradient, difference, agrees, is_kink in zip(
            check.places, check.gradient, check.difference, check.agrees, check.is_kink, strict=True
        )
        if not (agrees or is_kink)
    ]


def spoiled(trace: Trace, place: int, gradient: float) -> Trace:
    """The trace with one gradient replaced."""
    buffer: Array = trace.buffer.copy()
    trace.layout.view(buffer, "gradient")[place] = gradient
    return replace(trace, buffer=frozen(buffer))


@given(starts())
def test_the_gradients_of_any_network_agree(start: Start) -> None:
    trace, _ = iterate(start.plan, start.state)
    assert disagreeing(trace, start.plan.rule) == []


@given(starts(SMOOTH, SMOOTH_LOSSES), st.data())
def test_a_wrong_gradient_is_found_and_no_other_is_blamed(start: Start, data: st.DataObject) -> None:
    rule = replace(start.plan.rule, l1=0.0)
    trace, _ = iterate(replace(start.plan, rule=rule), start.state)
    assert not any(check.is_kink.any() for check in checks(trace, rule)), "a smooth network has no kink"
    place = data.draw(st.integers(0, trace.shape.parameter_count - 1))
    right = trace.gradient.item(place)
    wrong = right * 1.001 + copysign(1e-6, right)
    assert [place for place, *_ in disagreeing(spoiled(trace, place, wrong), rule)] == [place]


def test_a_gradient_that_is_off_by_more_than_rounding_is_found_where_it_should_be_zero() -> None:
    trace = traced(neuron("tanh", "half_squared_error", [0.0, 0.5], 0.1), [[0.0, 1.0]], [[0.2]])
    assert trace.gradient.item(0) == 0.0
    for wrong, found in [(1e-8, [0]), (-1e-8, [0]), (1e-11, []), (-1e-11, [])]:
        places = [place for place, *_ in disagreeing(spoiled(trace, 0, wrong), UpdateRule(SGD(0.1)))]
        assert places == found, wrong


def test_a_forgotten_penalty_is_found() -> None:
    rule = UpdateRule(SGD(0.1), l2=0.1)
    trace = traced(neuron("tanh", "half_squared_error", [0.5, -0.25], 0.1), [[1.0, 2.0]], [[0.0]], rule)
    without = replace(trace, buffer=frozen(with_gradient(trace, "gradient_data")))
    assert [place for place, *_ in disagreeing(without, rule)] == [0, 1]


def with_gradient(trace: Trace, quantity: str) -> NDArray[np.float64]:
    buffer: Array = trace.buffer.copy()
    trace.layout.view(buffer, "gradient")[:] = trace.layout.view(buffer, quantity)
    return buffer


def test_both_numbers_and_their_relative_error_are_given() -> None:
    trace = traced(neuron("identity", "half_squared_error", [2.0], 0.5), [[3.0]], [[1.0]])
    (check,) = checks(trace, UpdateRule(SGD(0.1)))
    assert check.gradient.tolist() == [16.5, 5.5]
    assert check.difference == pytest.approx([16.5, 5.5], rel=1e-9)
    apart = np.abs(check.gradient - check.difference) / np.maximum(check.gradient, check.difference)
    assert check.error.tolist() == apart.tolist()


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "step"])
def test_a_difference_across_a_kink_is_marked_and_not_judged(activation: str) -> None:
    trace = traced(neuron(activation, "half_squared_error", [1.0, 1.0], 0.0), [[0.5, -0.5]], [[1.0]])
    (check,) = checks(trace, UpdateRule(SGD(0.1)))
    assert check.is_kink.tolist() == [True, True, True]
    assert not check.agrees.any()


@pytest.mark.parametrize(
    ("activation", "loss", "z", "y"),
    [
        ("hard_sigmoid", "half_squared_error", -3.0, 1.0),
        ("hard_sigmoid", "half_squared_error", 3.0, 0.0),
        ("identity", "absolute_error", 0.5, 0.5),
        ("identity", "hinge", 1.0, 1.0),
    ],
)
def test_so_is_one_at_any_other_corner(activation: str, loss: str, z: float, y: float) -> None:
    at, beside = (
        checks(traced(neuron(activation, loss, [shifted], 0.0), [[1.0]], [[y]]), UpdateRule(SGD(0.1)))[0]
        for shifted in (z, z + 0.01)
    )
    assert (at.is_kink.tolist(), beside.is_kink.tolist()) == ([True, True], [False, False])
    assert beside.agrees.all()


@pytest.mark.parametrize("beside", [0.0, 3e-6, -3e-6, 7e-6, -9e-6, 1.5e-5])
@pytest.mark.parametrize(
    ("activation", "loss", "z", "y"),
    [("elu", "half_squared_error", 0.0, 1.0), ("identity", "huber", 1.5, 0.5)],
)
def test_where_only_the_curvature_jumps_the_gradients_are_judged_and_agree(
    activation: str, loss: str, z: float, y: float, beside: float
) -> None:
    trace = traced(neuron(activation, loss, [z + beside], 0.0), [[1.0]], [[y]])
    (check,) = checks(trace, UpdateRule(SGD(0.1)))
    assert (check.is_kink.tolist(), check.agrees.tolist()) == ([False, False], [True, True])
    wrong = spoiled(trace, 0, 1.001 * trace.gradient.item(0))
    assert [place for place, *_ in disagreeing(wrong, UpdateRule(SGD(0.1)))] == [0]


def test_a_weight_of_almost_nothing_stands_at_the_corner_of_its_penalty() -> None:
    rule = UpdateRule(SGD(0.1), l1=0.5)
    trace = traced(neuron("identity", "half_squared_error", [1e-6, 1.0], 0.0), [[1.0, 1.0]], [[0.0]], rule)
    (check,) = checks(trace, rule)
    assert (check.is_kink.tolist(), check.agrees.tolist()) == ([True, False, False], [False, True, True])


def test_inputs_in_the_thousands_bend_the_loss_but_are_not_blamed() -> None:
    trace = traced(neuron("tanh", "half_squared_error", [0.0004], 0.3), [[4000.0]], [[0.0]])
    assert disagreeing(trace, UpdateRule(SGD(0.1))) == []
    wrong = spoiled(trace, 0, 1.01 * trace.gradient.item(0))
    assert [place for place, *_ in disagreeing(wrong, UpdateRule(SGD(0.1)))] == [0]


def test_a_saturated_network_agrees() -> None:
    rng = np.random.default_rng(5)
    shape = Shape(3, (5, 5, 2), ("sigmoid", "tanh", "softmax"), "cross_entropy")
    network = Network(shape, frozen(20.0 * rng.standard_normal(shape.parameter_count)))
    trace = traced(network, rng.standard_normal((4, 3)).tolist(), [[1.0, 0.0], [0.0, 1.0]] * 2)
    assert disagreeing(trace, UpdateRule(SGD(0.1))) == []


def test_asking_changes_nothing() -> None:
    trace = traced(neuron("sigmoid", "binary_cross_entropy", [0.5, -0.25], 0.1), [[1.0, 2.0]], [[0.0]])
    before = trace.buffer.tobytes()
    checks(trace, UpdateRule(SGD(0.1)))
    assert trace.buffer.tobytes() == before


def test_many_parameters_are_checked_in_portions_of_one_layer() -> None:
    shape = Shape(30, (40, 20, 2), ("tanh", "tanh", "identity"), "half_squared_error")
    network = Network(shape, frozen(0.1 * np.random.default_rng(0).standard_normal(shape.parameter_count)))
    trace = traced(network, np.eye(30).tolist(), [[0.0, 1.0]] * 30)
    found = list(portions(trace, np.arange(shape.parameter_count)))
    assert len(found) > 3
    assert np.concatenate(found).tolist() == list(range(shape.parameter_count))
    assert disagreeing(trace, UpdateRule(SGD(0.1))) == []
