"""By law: an iteration adds up in the order in which it shows its terms, as Python adds floats one by one."""

from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine import products
from backstep_lab.engine.batching import Data
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.workspace import Workspace
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import Adagrad
from backstep_lab.engine.products import IN_ORDER, in_order, is_in_order, ordered
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule, iterate, mean_loss, run
from tests.engine.building import neuron, traced
from tests.engine.strategies import Start, starts

Matrix = list[list[float]]


def one_by_one(numbers: Iterable[float]) -> float:
    """Their sum as float64 has it; `sum` would keep what is rounded off."""
    first, *others = numbers
    for number in others:
        first = first + number
    return first


def product(left: Matrix, right: Matrix) -> Matrix:
    return [
        [one_by_one(x * row[i] for x, row in zip(line, right, strict=True)) for i in range(len(right[0]))]
        for line in left
    ]


def uneven(rng: np.random.Generator, *shape: int) -> Array:
    """Numbers of very different sizes, so that another order of adding them shows in the last bits."""
    numbers: Array = rng.uniform(-1.0, 1.0, shape) * 10.0 ** rng.integers(-6, 7, shape)
    return numbers


@pytest.mark.parametrize("m", [1, 2, 5])
@pytest.mark.parametrize("k", [1, 2, 3, 4, 7, 8, 9, 16, 17, 65, 130])
@pytest.mark.parametrize("n", [1, 2, 3, 8, 33])
def test_a_product_is_added_from_its_first_term_to_its_last(m: int, k: int, n: int) -> None:
    rng = np.random.default_rng((m, k, n))
    left, right = uneven(rng, m, k), uneven(rng, k, n)
    assert ordered(left, right).tolist() == product(left.tolist(), right.tolist())
    out, transposed = np.empty((m, n)), np.asfortranarray(left)
    in_order(transposed, np.asfortranarray(right), out)()
    assert out.tolist() == product(left.tolist(), right.tolist())


def sums(trace: Trace) -> Iterator[tuple[str, float, float]]:
    """Every sum of an iteration beside the one made of its terms by hand: name, ours, by hand."""
    N = trace.N
    for layer, (W, b, delta) in enumerate(zip(trace.W, trace.b, trace.delta, strict=True), start=1):
        A = trace.A[layer - 1]
        for n, j in np.ndindex(N, len(b)):
            z = one_by_one([*terms(W[j], A[n]), b.item(j)])
            yield f"z{layer}[{j}]@{n}", trace.Z[layer - 1].item(n, j), z
        for n, k in np.ndindex(N, W.shape[1] if layer > 1 else 0):
            ours = trace.dL_dA[layer - 2].item(n, k)
            yield f"dL/da{layer - 1}[{k}]@{n}", ours, one_by_one(terms(W[:, k], delta[n]))
        for j, k in np.ndindex(W.shape):
            share = one_by_one(terms(delta[:, j], A[:, k])) / N
            yield f"dW{layer}[{j},{k}]", trace.dW_data[layer - 1].item(j, k), share
        for j in range(len(b)):
            yield f"db{layer}[{j}]", trace.db[layer - 1].item(j), one_by_one(delta[:, j].tolist()) / N
    losses = [one_by_one(row) for row in trace.loss_terms.tolist()]
    if trace.shape.loss_function.reduction == "mean":
        losses = [loss / trace.shape.outputs for loss in losses]
    for n, loss in enumerate(losses):
        yield f"example_loss@{n}", trace.example_loss.item(n), loss
    yield "mean_loss", trace.data_loss, one_by_one(losses) / N


def terms(left: Array, right: Array) -> list[float]:
    return [x * y for x, y in zip(left.tolist(), right.tolist(), strict=True)]


@given(starts())
def test_every_sum_of_an_iteration_is_that_of_its_terms_in_their_order(start: Start) -> None:
    trace, _ = iterate(start.plan, start.state)
    assert [(name, ours, by_hand) for name, ours, by_hand in sums(trace) if ours != by_hand] == []


@given(starts(), st.integers(1, 6))
def test_so_is_every_sum_of_training_and_of_the_mean_loss(start: Start, iterations: int) -> None:
    state = start.state
    for _ in range(iterations):
        trace, state = iterate(start.plan, state)
    ran = run(start.plan, start.state, iterations)
    assert ran.state.network.theta.tobytes() == state.network.theta.tobytes()
    batch = Data(trace.X, trace.Y)
    assert mean_loss(trace.network, batch) == trace.data_loss


@pytest.mark.parametrize(
    ("sizes", "N"), [((64, 32, 16, 10), 1), ((2, 4, 2, 1), 120), ((1, 1), 1500), ((40, 1), 1)]
)
def test_the_largest_iterations_that_add_in_order_do(sizes: tuple[int, ...], N: int) -> None:
    rng = np.random.default_rng(3)
    shape = Shape(sizes[0], sizes[1:], ("tanh",) * (len(sizes) - 1), "half_squared_error")
    assert is_in_order(shape.parameter_count, N)
    network = Network(shape, rng.uniform(-1.0, 1.0, shape.parameter_count))
    trace = traced(
        network, uneven(rng, N, sizes[0]).tolist(), rng.uniform(-1.0, 1.0, (N, sizes[-1])).tolist()
    )
    assert [(name, ours, by_hand) for name, ours, by_hand in sums(trace) if ours != by_hand] == []


def test_terms_that_cancel_by_hand_cancel_here_and_let_nothing_pass_a_relu() -> None:
    trace = traced(neuron("relu", "half_squared_error", [0.1, -0.3], 0.0), [[2.7, 0.9]], [[1.0]])
    assert (0.1 * 2.7, -0.3 * 0.9) == (0.27, -0.27)
    assert (trace.Z[0].item(0), trace.A[1].item(0), trace.slope[0].item(0)) == (0.0, 0.0, 0.0)


def test_shares_that_cancel_move_no_weight_however_large_the_step_of_a_small_gradient() -> None:
    network = neuron("identity", "half_squared_error", [0.0], 0.0)
    trace = traced(network, [[1.0], [0.7], [-0.7]], [[0.25], [0.0], [0.0]], UpdateRule(Adagrad(1.0)))
    assert trace.dW[0].item(0) == one_by_one([-0.25 * 1.0, 0.0, 0.0]) / 3
    cancelling = traced(network, [[1.0], [1.0]], [[0.25], [-0.25]], UpdateRule(Adagrad(1.0)))
    assert (cancelling.dW[0].item(0), cancelling.W_next[0].item(0)) == (0.0, 0.0)


def test_an_iteration_in_blocks_differs_by_roundings_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(2)
    shape = Shape(6, (9, 7, 3), ("tanh", "sigmoid", "softmax"), "cross_entropy")
    network = Network(shape, rng.uniform(-1.0, 1.0, shape.parameter_count))
    X, Y = rng.uniform(-1.0, 1.0, (12, 6)), np.eye(3)[rng.integers(0, 3, 12)]
    small = traced(network, X.tolist(), Y.tolist())
    monkeypatch.setattr(products, "IN_ORDER", 0)
    blocks = Workspace(shape, 12)
    assert not blocks.is_in_order
    monkeypatch.setattr("backstep_lab.engine.training.workspace", lambda *_: blocks)
    large = traced(network, X.tolist(), Y.tolist())
    for ours, theirs in zip((*small.Z, *small.dW, *small.db), (*large.Z, *large.dW, *large.db), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-15)


def test_the_bound_counts_parameters_times_examples() -> None:
    assert is_in_order(IN_ORDER, 1)
    assert is_in_order(1, IN_ORDER)
    assert not is_in_order(IN_ORDER + 1, 1)
    assert not is_in_order(25, 250)
