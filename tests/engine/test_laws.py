"""By law: what must hold for every network, whatever its numbers."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate
from tests.engine import building
from tests.engine.strategies import SMOOTH, Start, examples, network, seeds, shapes, starts


def whole(start: Start, data: Data | None = None) -> Trace:
    """One iteration over all examples at once."""
    data = data or start.plan.data
    return iterate(TrainingPlan(start.plan.rule, Batching(len(data.X)), data), start.state)[0]


def close(ours: NDArray[np.float64] | float, theirs: NDArray[np.float64] | float) -> None:
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)


@given(starts(), seeds)
def test_permuting_a_batch_leaves_its_gradient_alone(start: Start, seed: int) -> None:
    data = start.plan.data
    order = np.random.default_rng(seed).permutation(len(data.X))
    there, here = whole(start), whole(start, Data(data.X[order], data.Y[order]))
    close(here.gradient, there.gradient)
    close(here.loss, there.loss)
    for mine, other in zip(here.delta, there.delta, strict=True):
        close(mine, other[order])


@given(starts(), st.integers(2, 4))
def test_repeating_every_example_leaves_loss_and_gradient_alone(start: Start, times: int) -> None:
    data = start.plan.data
    there, here = whole(start), whole(start, Data(np.tile(data.X, (times, 1)), np.tile(data.Y, (times, 1))))
    close(here.gradient, there.gradient)
    close(here.loss, there.loss)


@given(starts())
def test_the_gradient_before_a_penalty_is_the_mean_of_the_shares_of_the_examples(start: Start) -> None:
    trace = whole(start)
    for layer in range(1, trace.shape.depth + 1):
        shares = [trace.example_gradient(layer, example) for example in range(trace.N)]
        close(trace.dW_data[layer - 1], np.stack([dW for dW, _ in shares]).mean(axis=0))
        close(trace.db[layer - 1], np.stack([db for _, db in shares]).mean(axis=0))


@given(starts())
def test_the_loss_is_the_mean_of_the_examples_and_the_penalty(start: Start) -> None:
    trace, rule = whole(start), start.plan.rule
    weights = np.concatenate([W.ravel() for W in trace.W])
    close(trace.data_loss, trace.example_loss.mean())
    close(trace.penalty, rule.l1 * abs(weights).sum() + rule.l2 / 2 * (weights**2).sum())
    assert trace.loss == trace.data_loss + trace.penalty
    reduce = np.sum if trace.shape.loss in ("half_squared_error", "cross_entropy", "perceptron") else np.mean
    close(trace.example_loss, reduce(trace.loss_terms, axis=1))


@given(starts())
def test_a_penalty_adds_to_the_weights_gradient_and_to_no_bias(start: Start) -> None:
    rule, trace = start.plan.rule, whole(start)
    plain = iterate(
        TrainingPlan(UpdateRule(rule.optimizer), Batching(trace.N), start.plan.data), start.state
    )[0]
    for W, dW, before, db, plain_db in zip(trace.W, trace.dW, plain.dW, trace.db, plain.db, strict=True):
        close(dW, before + rule.l1 * np.sign(W) + rule.l2 * W)
        np.testing.assert_array_equal(db, plain_db)


@given(starts())
def test_the_update_subtracts_the_gradient_times_the_learning_rate(start: Start) -> None:
    plan = replace(start.plan, rule=replace(start.plan.rule, optimizer=SGD(0.1)))
    trace, rate = (
        whole(replace(start, plan=plan, state=TrainingState.start(start.state.network, plan.rule))),
        0.1,
    )
    for W, dW, W_next in zip(trace.W, trace.dW, trace.W_next, strict=True):
        np.testing.assert_array_equal(W_next, W - dW * rate)
    for b, db, b_next in zip(trace.b, trace.db, trace.b_next, strict=True):
        np.testing.assert_array_equal(b_next, b - db * rate if start.plan.rule.train_biases else b)


@given(starts())
def test_the_chain_rule_holds_from_layer_to_layer(start: Start) -> None:
    trace = whole(start)
    for layer in range(1, trace.shape.depth):
        close(trace.dL_dA[layer - 1], trace.delta[layer] @ trace.W[layer])
        np.testing.assert_array_equal(trace.delta[layer - 1], trace.dL_dA[layer - 1] * trace.slope[layer - 1])


@given(shapes(losses=("half_squared_error", "mean_squared_error")), seeds)
def test_without_an_error_there_is_no_gradient(shape: Shape, seed: int) -> None:
    rng = np.random.default_rng(seed)
    begin, X = network(shape, rng), examples(shape, 3, rng).X
    target = building.start(begin, Data(X, np.zeros((3, shape.outputs))))
    prediction = iterate(*target)[0].A[-1]
    trace, after = iterate(*building.start(begin, Data(X, prediction)))
    assert trace.loss == 0.0
    assert not any(delta.any() for delta in trace.delta)
    assert not trace.gradient.any()
    np.testing.assert_array_equal(after.network.theta, begin.theta)


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=6), st.floats(-10, 10))
def test_a_sum_hands_the_same_error_to_all_that_it_adds_up(inputs: list[float], target: float) -> None:
    n = len(inputs)
    shape = Shape(n, (n, 1), ("identity", "identity"), "half_squared_error")
    adding = Network.from_parameters(shape, [np.eye(n), np.ones((1, n))], [np.zeros(n), [0.0]])
    trace = building.traced(adding, [inputs], [[target]])
    error = trace.delta[1].item()
    assert error == trace.A[2].item() - target
    assert trace.dL_dA[0].tolist() == [[error] * n]


@given(shapes(losses=("cross_entropy",)), seeds)
def test_the_error_terms_of_softmax_with_cross_entropy_add_up_to_0(shape: Shape, seed: int) -> None:
    rng = np.random.default_rng(seed)
    trace = iterate(*building.start(network(shape, rng), examples(shape, 4, rng)))[0]
    np.testing.assert_allclose(trace.delta[-1].sum(axis=1), 0.0, atol=1e-15)


@given(starts(hidden=SMOOTH))
def test_a_small_enough_step_lowers_the_loss(start: Start) -> None:
    plan = TrainingPlan(UpdateRule(SGD(1e-4)), Batching(len(start.plan.data.X)), start.plan.data)
    before, state = iterate(plan, TrainingState.start(start.state.network, plan.rule))
    after, _ = iterate(plan, state)
    fall = 1e-4 * float(before.gradient @ before.gradient)
    assert after.loss <= before.loss - 0.9 * fall + 1e-15, (before.loss, after.loss, fall)
