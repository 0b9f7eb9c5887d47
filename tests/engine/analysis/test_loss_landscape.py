"""The loss around where the parameters stand, against the loss of networks that stand elsewhere."""

import numpy as np
import pytest

from backstep_lab.engine.analysis.loss_landscape import Move, losses_along, losses_over
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from tests.engine.building import neuron, traced

X = [[0.5, -1.0], [1.5, 0.25], [-0.75, 2.0]]
Y = [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]]
RULE = UpdateRule(SGD(0.1), l1=0.01, l2=0.1)
SHAPE = Shape(2, (3, 2, 2), ("tanh", "relu", "softmax"), "cross_entropy")
NETWORK = Network(SHAPE, np.linspace(-1.0, 1.0, SHAPE.parameter_count))
AT = np.array([-1.0, 0.3, 2.0])


def moved(name: str, layer: int, *at: int) -> Move:
    k = at[1] if name == "W" else SHAPE.sizes[layer - 1]
    return Move(layer, at[0], k, AT)


def loss_with(*places: tuple[str, int, tuple[int, ...], float]) -> float:
    network = NETWORK
    for name, layer, at, value in places:
        network = network.with_parameter(name, layer, at, value)
    return traced(network, X, Y, RULE).loss


def trace() -> Trace:
    return traced(NETWORK, X, Y, RULE)


@pytest.mark.parametrize("layer", [1, 2, 3])
@pytest.mark.parametrize(("name", "at"), [("W", (1, 0)), ("b", (1,))])
def test_along_a_parameter_the_loss_is_that_of_the_network_moved_there(
    name: str, layer: int, at: tuple[int, ...]
) -> None:
    along = losses_along(trace(), RULE, moved(name, layer, *at))
    np.testing.assert_allclose(along, [loss_with((name, layer, at, v)) for v in AT], rtol=1e-13)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (("W", 1, (0, 1)), ("W", 1, (0, 0))),
        (("W", 1, (0, 1)), ("b", 1, (2,))),
        (("W", 1, (0, 1)), ("W", 3, (1, 0))),
        (("W", 3, (0, 1)), ("W", 2, (1, 0))),
        (("b", 3, (0,)), ("W", 3, (1, 1))),
    ],
)
def test_over_two_parameters_rows_are_values_of_y(
    x: tuple[str, int, tuple[int, ...]], y: tuple[str, int, tuple[int, ...]]
) -> None:
    over = losses_over(trace(), RULE, moved(x[0], x[1], *x[2]), moved(y[0], y[1], *y[2]))
    there = [[loss_with((*x, across), (*y, up)) for across in AT] for up in AT]
    np.testing.assert_allclose(over, there, rtol=1e-13)


def test_by_hand_half_the_square_of_what_is_missing() -> None:
    one = traced(neuron("identity", "half_squared_error", [1.0], 0.0), [[2.0]], [[1.0]])
    along = losses_along(one, UpdateRule(SGD(0.1)), Move(1, 0, 0, np.array([0.0, 0.5, 1.0])))
    assert along.tolist() == [0.5, 0.0, 0.5]


def test_a_batch_in_portions_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    moves = moved("W", 1, 0, 0), moved("W", 2, 1, 1)
    whole = losses_over(trace(), RULE, *moves)
    monkeypatch.setattr("backstep_lab.engine.analysis.loss_landscape.NUMBERS_AT_ONCE", 1)
    np.testing.assert_allclose(losses_over(trace(), RULE, *moves), whole, rtol=1e-13)
