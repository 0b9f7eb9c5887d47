"""Optimizers by hand, and by the figures that PyTorch gave once (tests/oracle/optimizers.npz)."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from backstep_lab.engine.memory.arrays import frozen
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import OPTIMIZERS, Adagrad, Adam, AdamW, Momentum, Optimizer, RMSProp
from backstep_lab.engine.schedules import SCHEDULES, Cosine, Exponential, StepDown
from backstep_lab.engine.training import TrainingState, UpdateRule
from tests.oracle.descents import ITERATIONS, kept, ours


def once(
    optimizer: Optimizer, theta: float, g: float, state: list[float], optimizer_step: int
) -> tuple[float, list[float]]:
    """One parameter, one step."""
    after, memory = np.empty(1), np.empty(len(state))
    optimizer.update(np.array([theta]), np.array([g]), np.array(state), after, memory, 0.1, optimizer_step)
    return after.item(), memory.tolist()


def test_momentum_adds_the_gradient_to_what_it_remembers() -> None:
    after, memory = once(Momentum(0.1), 1.0, 2.0, [5.0], 3)
    assert after == pytest.approx(1.0 - 0.1 * 6.5)
    assert memory == [6.5]


def test_dampened_momentum_takes_a_part_of_the_gradient() -> None:
    after, memory = once(Momentum(0.1, dampening=0.9), 1.0, 2.0, [5.0], 3)
    assert memory == pytest.approx([0.9 * 5.0 + 0.1 * 2.0])
    assert after == pytest.approx(1.0 - 0.1 * memory[0])


@pytest.mark.parametrize("kind", [Adagrad, RMSProp, Adam, AdamW])
def test_without_epsilon_a_parameter_without_squares_makes_no_step(kind: type[Optimizer]) -> None:
    optimizer: Any = kind(0.1)
    optimizer = replace(optimizer, epsilon=0.0)
    memory = [0.0] * len(optimizer.memory)
    decayed = 2.0 * (1.0 - 0.1 * 0.01) if kind is AdamW else 2.0
    assert once(optimizer, 2.0, 0.0, memory, 0) == (decayed, memory)
    assert once(optimizer, 2.0, 1e-9, memory, 0)[0] < decayed, "any gradient that leaves a square makes one"


@pytest.mark.parametrize("train_biases", [True, False])
def test_a_memory_may_begin_elsewhere_and_begins_anew_where_that_changes(train_biases: bool) -> None:
    network = Network.from_parameters(
        Shape(1, (1,), ("identity",), "half_squared_error"), [[[0.5]]], [[0.25]]
    )
    rule = UpdateRule(Adam(0.1, first_m=0.5, first_v=2.0), train_biases=train_biases)
    state = TrainingState.start(network, rule)
    b = 1.0 if train_biases else 0.0
    assert state.optimizer_state.tolist() == [0.5, 0.5 * b, 2.0, 2.0 * b]
    later = replace(state, optimizer_step=7, optimizer_state=frozen(np.ones(4)))
    same = later.with_rule(network, replace(rule, l2=0.1), rule, reset_memory=False)
    assert same.optimizer_step == 7
    other = replace(rule, optimizer=Adam(0.1, first_m=-1.0))
    begun = later.with_rule(network, other, rule, reset_memory=False)
    assert (begun.optimizer_step, begun.optimizer_state.tolist()) == (0, [-1.0, -b, 0.0, 0.0])


def test_adams_first_step_is_the_rate_whatever_the_gradient() -> None:
    for gradient in (1e-3, 1.0, 50.0):
        after, (m, v) = once(Adam(0.1), 1.0, gradient, [0.0, 0.0], 0)
        assert after == pytest.approx(0.9, abs=1e-5)
        assert m == pytest.approx(0.1 * gradient)
        assert v == pytest.approx(0.001 * gradient**2)


def test_adamw_shrinks_a_parameter_without_a_gradient() -> None:
    assert once(AdamW(0.1, weight_decay=0.5), 2.0, 0.0, [0.0, 0.0], 0)[0] == pytest.approx(2.0 * 0.95)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_fifty_iterations_of_pytorch(name: str) -> None:
    np.testing.assert_allclose(ours(name), kept()[name], rtol=1e-12, atol=1e-14)
    assert len(kept()[name]) == ITERATIONS == 50


@pytest.mark.parametrize("name", SCHEDULES)
def test_fifty_rates_of_pytorchs_schedulers(name: str) -> None:
    rates = {"constant": SCHEDULES["constant"](), "step": StepDown(7, 0.5)}
    rates |= {"exponential": Exponential(0.95), "cosine": Cosine(60)}
    factors = [rates[name].factor(t) for t in range(ITERATIONS)]
    np.testing.assert_allclose(factors, kept()[f"schedule-{name}"], rtol=1e-12)


def test_a_cosine_stays_where_it_ends() -> None:
    assert [round(Cosine(2).factor(t), 12) for t in range(5)] == [1.0, 0.5, 0.0, 0.0, 0.0]
