"""Iterations in a row: kept or not, they are the same bits."""

from dataclasses import replace
from threading import Thread

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.training import (
    TrainingPlan,
    TrainingState,
    UpdateRule,
    converged,
    iterate,
    mean_loss,
    run,
)
from backstep_lab.presets import PRESETS
from tests.engine import building
from tests.engine.building import flat, from_preset, neuron, start
from tests.engine.strategies import Start, starts


def stepped(plan: TrainingPlan, state: TrainingState, iterations: int) -> tuple[list[float], TrainingState]:
    losses = []
    for _ in range(iterations):
        trace, state = iterate(plan, state)
        if trace.overflow is not None:
            break
        losses.append(trace.loss)
    return losses, state


def same(one: TrainingState, other: TrainingState) -> None:
    np.testing.assert_array_equal(one.network.theta, other.network.theta)
    assert one.network.theta.tobytes() == other.network.theta.tobytes(), "a zero with another sign"
    assert one.optimizer_state.tobytes() == other.optimizer_state.tobytes()
    assert (one.epoch, one.offset) == (other.epoch, other.offset)


@given(starts(), st.integers(0, 25))
def test_a_run_is_as_many_iterations_bit_for_bit(begin: Start, iterations: int) -> None:
    losses, end = stepped(begin.plan, begin.state, iterations)
    ran = run(begin.plan, begin.state, iterations)
    assert ran.losses.tolist() == losses
    assert (ran.overflow is not None) == (len(losses) < iterations)
    same(ran.state, end)


@given(starts(), st.integers(0, 12), st.integers(0, 12))
def test_a_run_can_be_cut_anywhere_bit_for_bit(begin: Start, first: int, second: int) -> None:
    whole = run(begin.plan, begin.state, first + second)
    part = run(begin.plan, begin.state, first)
    rest = run(begin.plan, part.state, second)
    assert [*part.losses, *rest.losses] == whole.losses.tolist()
    same(rest.state, whole.state)


@given(starts(), starts())
def test_what_else_is_computed_in_between_changes_no_bit(begin: Start, other: Start) -> None:
    first, state = iterate(begin.plan, begin.state)
    kept = flat(first).copy()
    second, _ = iterate(begin.plan, state)
    run(other.plan, other.state, 3)
    run(begin.plan, begin.state, 3)
    np.testing.assert_array_equal(flat(first), kept)
    np.testing.assert_array_equal(flat(iterate(begin.plan, begin.state)[0]), kept)
    np.testing.assert_array_equal(flat(iterate(begin.plan, state)[0]), flat(second))


@given(starts())
def test_another_thread_computes_the_same_bits(begin: Start) -> None:
    found: list[TrainingState] = []
    thread = Thread(target=lambda: found.append(run(begin.plan, begin.state, 5).state))
    thread.start()
    here = run(begin.plan, begin.state, 5).state
    thread.join()
    same(found[0], here)


@given(starts())
def test_an_iteration_leaves_what_it_started_from_as_it_was(begin: Start) -> None:
    theta, X, Y = begin.state.network.theta.copy(), begin.plan.data.X.copy(), begin.plan.data.Y.copy()
    iterate(begin.plan, begin.state)
    run(begin.plan, begin.state, 4)
    np.testing.assert_array_equal(begin.state.network.theta, theta)
    np.testing.assert_array_equal(begin.plan.data.X, X)
    np.testing.assert_array_equal(begin.plan.data.Y, Y)


@given(starts())
def test_a_trace_is_read_only(begin: Start) -> None:
    trace, state = iterate(begin.plan, begin.state)
    arrays = [*trace.Z, *trace.A, *trace.dL_dA, *trace.slope, *trace.delta, *trace.dW, *trace.db]
    arrays += [*trace.dW_data, *trace.W, *trace.b, *trace.W_next, *trace.b_next, trace.X, trace.Y]
    arrays += [
        trace.loss_terms,
        trace.example_loss,
        trace.gradient,
        state.network.theta,
        state.optimizer_state,
    ]
    assert not [array for array in arrays if array.flags.writeable]


@given(st.integers(1, 12), st.integers(1, 14), st.booleans(), st.integers(0, 5), st.integers(0, 3))
def test_an_epoch_takes_every_example_once(
    count: int, size: int, shuffle: bool, seed: int, epoch: int
) -> None:
    batching, offset, taken = Batching(size, shuffle, seed), 0, []
    at, batches = epoch, 0
    while at == epoch:
        taken += np.arange(count)[batching.rows(count, epoch, offset)].tolist()
        at, offset = batching.after(count, epoch, offset)
        batches += 1
    assert sorted(taken) == list(range(count))
    assert (at, offset, batches) == (epoch + 1, 0, batching.iterations(count))
    assert shuffle or taken == list(range(count))


def test_a_shuffle_depends_on_its_seed_and_on_the_epoch() -> None:
    orders = [
        np.arange(50)[Batching(50, True, seed).rows(50, epoch, 0)].tolist()
        for seed, epoch in ((1, 0), (1, 0), (1, 1), (2, 0))
    ]
    assert orders[0] == orders[1]
    assert orders[0] != orders[2]
    assert orders[0] != orders[3]


def test_the_last_batch_is_the_mean_over_its_own_examples() -> None:
    one = neuron("identity", "half_squared_error", [1.0], 0.0)
    plan, state = start(one, building.data([[1], [2], [3]], [[0], [0], [0]]), batching=Batching(2))
    first, state = iterate(plan, state)
    last, _ = iterate(plan, state)
    assert (first.N, first.dW[0].item()) == (2, (1 * 1 + 2 * 2) / 2)
    assert (last.N, last.X.tolist()) == (1, [[3.0]])
    assert last.dW[0].item() == 3 * last.A[1].item()


def test_frozen_biases_stay_bit_for_bit_and_the_weights_move() -> None:
    plan, state = from_preset(PRESETS["mazur"])
    end = run(plan, state, 100).state.network
    assert [b.tolist() for b in end.b] == [[0.35, 0.35], [0.60, 0.60]]
    assert (end.W[0] != state.network.W[0]).all()


def test_a_run_stops_after_the_iteration_that_reaches_the_loss_wanted() -> None:
    plan, state = from_preset(PRESETS["mazur"])
    full = run(plan, state, 500)
    wanted = float(full.losses[123])
    ran = run(plan, state, 500, until_loss=wanted)
    assert ran.losses.tolist() == full.losses[:124].tolist()
    same(ran.state, run(plan, state, 124).state)


def test_a_training_without_a_gradient_has_converged_and_mazur_has_not() -> None:
    settled = neuron("identity", "half_squared_error", [1.0], 0.0)
    rule = UpdateRule(SGD(0.1))
    assert converged(building.traced(settled, [[2.0]], [[2.0]], rule), rule)
    plan, state = from_preset(PRESETS["mazur"])
    assert not converged(iterate(plan, state)[0], plan.rule)


def test_convergence_asks_for_trained_parameters_only() -> None:
    only_the_bias = building.traced(
        neuron("identity", "half_squared_error", [1.0], 1.0), [[0.0]], [[0.0]], UpdateRule(SGD(0.1))
    )
    assert not converged(only_the_bias, UpdateRule(SGD(0.1)))
    assert converged(only_the_bias, UpdateRule(SGD(0.1), train_biases=False))


@given(starts())
def test_the_loss_of_the_whole_set_is_that_of_a_batch_of_all(begin: Start) -> None:
    data = begin.plan.data
    trace, _ = iterate(replace(begin.plan, batching=Batching(len(data.X))), begin.state)
    np.testing.assert_allclose(mean_loss(begin.state.network, data), trace.data_loss, rtol=1e-13, atol=1e-15)


def test_many_shapes_in_a_row_are_computed_as_each_alone() -> None:
    def begin(units: int) -> tuple[TrainingPlan, TrainingState]:
        shape = Shape(1, (units, 1), ("tanh", "identity"), "half_squared_error")
        W = [np.linspace(-1, 1, units)[:, np.newaxis], np.linspace(1, 2, units)[np.newaxis, :]]
        network = Network.from_parameters(shape, W, [np.zeros(units), [0.5]])
        return start(network, Data(np.array([[0.3], [0.7]]), np.array([[1.0], [0.0]])))

    before = [flat(iterate(*begin(units))[0]) for units in range(1, 50)]
    again = [flat(iterate(*begin(units))[0]) for units in range(1, 50)]
    for one, other in zip(before, again, strict=True):
        np.testing.assert_array_equal(one, other)


@given(examples=st.integers(1, 9), size=st.integers(1, 10), offset=st.integers(0, 8), shuffle=st.booleans())
def test_batches_in_a_row_are_the_batches_one_by_one(
    examples: int, size: int, offset: int, shuffle: bool
) -> None:
    data = Data(np.arange(2.0 * examples).reshape(-1, 2), np.arange(1.0 * examples).reshape(-1, 1))
    batching, place = Batching(size, shuffle, 3), (0, min(offset, examples - 1))
    for count, (X1, Y) in enumerate(batching.batches(data, *place, 12)):
        epoch, start = batching.after(examples, *place, count)
        rows = batching.rows(examples, epoch, start)
        np.testing.assert_array_equal(X1[:-1].T, data.X[rows])
        np.testing.assert_array_equal(Y.T, data.Y[rows])
        alone = batching.batch(data, epoch, start)
        assert X1.strides == alone[0].strides or size >= examples
        assert batching.after(examples, *place, count + 1) == batching.after(examples, epoch, start)
