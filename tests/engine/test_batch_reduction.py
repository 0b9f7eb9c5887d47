"""The losses of a batch's examples added up instead of averaged."""

from dataclasses import replace

import numpy as np
import pytest

from backstep_lab.engine.analysis.gradient_check import gradient_check, portions
from backstep_lab.engine.analysis.loss_landscape import Move, losses_along
from backstep_lab.engine.analysis.premature_update import update_during_backward
from backstep_lab.engine.batching import Batching
from backstep_lab.engine.functions.conventions import Conventions
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.training import UpdateRule, iterate, run, update_after_backward
from tests.engine.building import data, start, traced

X = [[0.5, -1.0], [1.5, 0.25], [-0.75, 2.0]]
Y = [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]]
MEAN = Shape(2, (3, 2), ("tanh", "softmax"), "cross_entropy")
SUM = replace(MEAN, conventions=Conventions(batch_reduction="sum"))
WIDE = replace(SUM, units=(200, 2))  # whose products are no longer added in order
RULE = UpdateRule(SGD(0.1), l1=0.01, l2=0.1)


def network(shape: Shape) -> Network:
    return Network(shape, np.linspace(-1.0, 1.0, shape.parameter_count))


def test_loss_and_gradients_are_n_times_those_of_the_mean_and_delta_is_the_same() -> None:
    added, averaged = traced(network(SUM), X, Y), traced(network(MEAN), X, Y)
    assert added.loss == sum(added.example_loss)
    assert added.loss == pytest.approx(3 * averaged.loss, rel=1e-15)
    np.testing.assert_allclose(added.gradient, 3 * averaged.gradient, rtol=1e-14)
    for ours, theirs in zip(added.delta, averaged.delta, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_penalty_is_counted_once() -> None:
    added, averaged = traced(network(SUM), X, Y, RULE), traced(network(MEAN), X, Y, RULE)
    assert added.loss == pytest.approx(3 * averaged.data_loss + averaged.penalty, rel=1e-14)
    np.testing.assert_allclose(
        added.dW[0] - added.dW_data[0], averaged.dW[0] - averaged.dW_data[0], atol=1e-14
    )


@pytest.mark.parametrize("shape", [SUM, WIDE])
@pytest.mark.parametrize("order", [update_after_backward, update_during_backward])
def test_training_without_traces_is_the_same_to_the_bit_with_smaller_last_batches(
    shape: Shape, order: object
) -> None:
    plan, state = start(network(shape), data(X, Y), UpdateRule(SGD(0.1)), Batching(2))
    trained = run(plan, state, 5, order=order)  # type: ignore[arg-type]
    losses = []
    for _ in range(5):
        trace, state = iterate(plan, state, order)  # type: ignore[arg-type]
        losses.append(trace.loss)
        assert trace.loss == sum(trace.example_loss)
    assert trained.losses.tolist() == losses
    np.testing.assert_array_equal(trained.state.network.theta, state.network.theta)


def test_the_gradient_check_and_the_landscape_look_at_the_same_loss() -> None:
    trace = traced(network(SUM), X, Y, RULE)
    for some in portions(trace, np.arange(trace.shape.parameter_count)):
        assert gradient_check(trace, RULE, some).agrees.all()
    along = losses_along(trace, RULE, Move(1, 0, 1, np.array([trace.W[0].item(0, 1), 0.5])))
    elsewhere = traced(network(SUM).with_parameter("W", 1, (0, 1), 0.5), X, Y, RULE)
    np.testing.assert_allclose(along, [trace.loss, elsewhere.loss], rtol=1e-14)
