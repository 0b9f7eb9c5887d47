"""By difference: every gradient against the central difference of the loss, kinks left out on purpose."""

import numpy as np
from hypothesis import given
from numpy.typing import NDArray

from backstep_lab.engine.batching import Batching
from backstep_lab.engine.functions.regularizers import penalty
from backstep_lab.engine.memory.arrays import frozen
from backstep_lab.engine.memory.workspace import weight_mask
from backstep_lab.engine.network import Network
from backstep_lab.engine.training import TrainingPlan, iterate, mean_loss
from tests.engine.strategies import KINKED, Start, starts

EPSILON, TOLERANCE = 1e-5, 1e-8


def nudged(network: Network, place: int, by: float) -> Network:
    theta = network.theta.copy()
    theta[place] += by
    return Network(network.shape, frozen(theta))


def loss(plan: TrainingPlan, network: Network) -> float:
    weights = network.theta[weight_mask(network.shape)]
    return mean_loss(network, plan.data) + penalty(weights, plan.rule.l1, plan.rule.l2)


def sides(plan: TrainingPlan, network: Network) -> NDArray[np.bool_]:
    """On which side of its kink each sum lies that has one."""
    sums, _ = network.forward(plan.data.X)
    kinked = [Z > 0 for Z, name in zip(sums, network.shape.activations, strict=True) if name in KINKED]
    return np.concatenate([np.ravel(Z) for Z in kinked]) if kinked else np.zeros(0, dtype=bool)


@given(starts())
def test_every_gradient_is_the_slope_of_the_loss(start: Start) -> None:
    network = start.state.network
    plan = TrainingPlan(start.plan.rule, Batching(len(start.plan.data.X)), start.plan.data)
    gradient = iterate(plan, start.state)[0].gradient
    for place, slope in enumerate(gradient):
        up, down = nudged(network, place, EPSILON), nudged(network, place, -EPSILON)
        if (sides(plan, up) != sides(plan, down)).any():
            continue  # the difference straddles a kink, where there is no slope to compare with
        difference = (loss(plan, up) - loss(plan, down)) / (2 * EPSILON)
        assert abs(slope - difference) <= TOLERANCE * max(1.0, abs(slope)), (place, slope, difference)
