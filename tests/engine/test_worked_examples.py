"""By hand: published worked examples, and the slips of some of them done again on purpose.

Sources that differentiate an output rather than a loss are met with ½(y − a)² and a target 1 below the
output, so that ∂ℓ/∂a is 1. What their printed figures and ours come to side by side is in tests/presets.
"""

from collections.abc import Sequence

import numpy as np
import pytest

from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule, iterate, run
from backstep_lab.presets import PRESETS
from backstep_lab.presets.published import agrees
from tests.engine.building import data as examples
from tests.engine.building import from_preset, neuron, start, traced

MAZUR, MACLEOD = from_preset(PRESETS["mazur"]), from_preset(PRESETS["macleod"])
Vector = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def sigmoid(z: Vector) -> Vector:
    return 1.0 / (1.0 + np.exp(-z))


def differentiated(network: Network, x: Sequence[float], sign: float = 1.0) -> Trace:
    """An iteration in which ∂ℓ/∂a of the only output is `sign`."""
    output = float(network.predict(np.array([x]))[0, 0])
    return traced(network, [x], [[output - sign]])


# Mazur, "A Step by Step Backpropagation Example", 2015


def test_mazur_first_iteration_in_full() -> None:
    trace, _ = iterate(*MAZUR)
    np.testing.assert_allclose(trace.Z[0], [[0.3775, 0.3925]], rtol=1e-15)
    np.testing.assert_allclose(trace.A[1], [[0.5932699921071872, 0.596884378259767]], rtol=1e-14)
    np.testing.assert_allclose(trace.A[2], [[0.7513650695523157, 0.7729284653214625]], rtol=1e-14)
    np.testing.assert_allclose(trace.loss, 0.2983711087600027, rtol=1e-14)
    dW2 = [[0.08216704056423077, 0.08266762784753325], [-0.02260254047747507, -0.022740242215978222]]
    dW1 = [[0.0004385677344743465, 0.000877135468948693], [0.0004977127352608599, 0.0009954254705217198]]
    np.testing.assert_allclose(trace.dW[1], dW2, rtol=1e-13)
    np.testing.assert_allclose(trace.dW[0], dW1, rtol=1e-13)


def test_mazur_after_one_update_the_error_is_2910277737() -> None:
    plan, state = MAZUR
    trace, _ = iterate(plan, iterate(plan, state)[1])
    assert agrees("0.2910277737", trace.loss), trace.loss


def test_mazur_after_ten_thousand_iterations() -> None:
    plan, state = MAZUR
    trace, _ = iterate(plan, run(plan, state, 10_000).state)
    figures = [trace.loss, *trace.A[2][0].tolist()]
    assert agrees("0.00003510188", figures[0]), figures
    assert agrees("0.0159136204", figures[1]), figures
    assert agrees("0.9840642735", figures[2]), figures


def test_mazur_published_errors_come_of_output_weights_updated_too_early() -> None:
    plan, state = MAZUR
    (W1, W2), (b1, b2) = (W.copy() for W in state.network.W), (b.copy() for b in state.network.b)
    x, t, errors = plan.data.X[0], plan.data.Y[0], {}
    for iteration in range(10_001):
        h = sigmoid(W1 @ x + b1)
        o = sigmoid(W2 @ h + b2)
        errors[iteration] = float(0.5 * ((t - o) ** 2).sum())
        if iteration == 10_000:
            break
        delta2 = (o - t) * o * (1 - o)
        W2 = W2 - 0.5 * np.outer(delta2, h)
        delta1 = (W2.T @ delta2) * h * (1 - h)  # the slip: these weights are already the new ones
        W1 = W1 - 0.5 * np.outer(delta1, x)
    assert agrees(".291027924", errors[1]), errors[1]
    assert agrees(".000035085", errors[10_000]), errors[10_000]
    assert agrees(".015912196", float(o[0])), o
    assert agrees(".984065734", float(o[1])), o


# MacLeod, "An Introduction to Practical Neural Networks and Genetic Algorithms", chapter 3


def test_macleod_with_all_weights_of_one_moment() -> None:
    trace, _ = iterate(*MACLEOD)
    np.testing.assert_allclose(trace.W_next[0], [[0.099071, 0.797611], [0.397140, 0.592646]], atol=5e-7)


def test_macleod_output_weights_come_of_a_delta_rounded_on_the_way() -> None:
    trace, _ = iterate(*MACLEOD)
    h1, h2, out = 0.68, 0.6637, 0.69
    assert [agrees("0.68", trace.A[1][0, 0]), agrees("0.6637", trace.A[1][0, 1])] == [True, True]
    assert agrees("0.69", trace.A[2][0, 0])
    delta = round((0.5 - out) * (1 - out) * out, 4)
    assert delta == -0.0406
    assert [agrees("0.272392", 0.3 + delta * h1), agrees("0.87305", 0.9 + delta * h2)] == [True, True]
    assert not agrees("-0.0406", -trace.delta[1][0, 0])


def test_macleod_hidden_weights_come_of_updated_output_weights() -> None:
    hidden, delta, x = np.array([0.68, 0.6637]), -0.0406, np.array([0.35, 0.9])
    updated = np.array([0.272392, 0.87305])
    W1 = np.array([[0.1, 0.8], [0.4, 0.6]]) + np.outer(delta * updated * hidden * (1 - hidden), x)
    printed, last_digit = (
        np.array([[0.09916, 0.7978], [0.3972, 0.5928]]),
        np.array([[1e-5, 1e-4], [1e-4, 1e-4]]),
    )
    assert (abs(W1 - printed) < last_digit).all(), W1  # he cuts digits off where others round
    update_after_backward = iterate(*MACLEOD)[0].W_next[0]
    assert not agrees("0.09916", update_after_backward[0, 0])


# Nielsen, "Neural Networks and Deep Learning", chapter 3


@pytest.mark.parametrize(
    ("w", "b", "before", "after"),
    [(0.6, 0.9, "0.82", "0.09"), (2.0, 2.0, "0.98", "0.20")],
    ids=["quick", "slow-saturated"],
)
def test_nielsen_neuron_falls_in_300_epochs(w: float, b: float, before: str, after: str) -> None:
    network = neuron("sigmoid", "half_squared_error", [w], b)
    plan, state = start(network, examples([[1.0]], [[0.0]]), UpdateRule(SGD(0.15)))
    end = run(plan, state, 300).state.network
    figures = (network.predict(plan.data.X).item(), end.predict(plan.data.X).item())
    assert (agrees(before, figures[0]), agrees(after, figures[1])) == (True, True), figures


# A line by hand


def test_line_by_hand() -> None:
    plan, state = from_preset(PRESETS["linear-by-hand"])
    first, state = iterate(plan, state)
    second, _ = iterate(plan, state)
    figures = [first.loss, first.dW[0][0, 0], first.db[0][0], first.W_next[0][0, 0], first.b_next[0][0]]
    np.testing.assert_allclose(figures, [3.61, -7.98, -3.8, 1.0798, 0.038], rtol=1e-14)
    np.testing.assert_allclose(second.loss, (4 - (1.0798 * 2.1 + 0.038)) ** 2, rtol=1e-14)


# Karpathy's lecture "building micrograd", 2022


def test_micrograd_neuron_gradients_of_weights_and_inputs() -> None:
    trace = differentiated(neuron("tanh", "half_squared_error", [-3.0, 1.0], 6.8813735870195432), [2.0, 0.0])
    assert (agrees(".8814", trace.Z[0].item()), agrees(".7071", trace.A[1].item())) == (True, True)
    np.testing.assert_allclose(trace.dW[0], [[1.0, 0.0]], rtol=1e-13)
    np.testing.assert_allclose(trace.db[0], [0.5], rtol=1e-13)
    np.testing.assert_allclose(trace.delta[0] @ trace.W[0], [[-1.5, 0.5]], rtol=1e-13)


def test_micrograd_lecture_expression_as_a_chain_of_layers() -> None:
    a, b, c, f = (
        2.0,
        -3.0,
        10.0,
        -2.0,
    )  # L = (a·b + c)·f: a into the first unit, b and c into the second, f last
    network = identities(1, [[[a]], [[b]], [[f]]], [[0.0], [c], [0.0]])
    trace = differentiated(network, [1.0])
    assert trace.A[3].item() == -8.0
    gradients = [trace.dW[0].item(), trace.dW[1].item(), trace.db[1].item(), trace.dW[2].item()]
    assert gradients == [6.0, -4.0, -2.0, 4.0]
    assert trace.delta[1].item() == -2.0  # ∂L/∂d, and ∂L/∂e by the sum
    up = [value + 0.01 * slope for value, slope in zip((a, b, c, f), gradients, strict=True)]
    climbed = identities(1, [[[up[0]]], [[up[1]]], [[up[3]]]], [[0.0], [up[2]], [0.0]])
    assert climbed.predict(np.ones((1, 1))).item() == pytest.approx(-7.286496, rel=1e-14)


# Stanford CS231n, "Backpropagation, Intuitions"


def test_cs231n_circuit_as_two_layers() -> None:
    x, y, z = -2.0, 5.0, -4.0  # f = (x + y)·z
    trace = differentiated(identities(2, [[[x, y]], [[z]]], [[0.0], [0.0]]), [1.0, 1.0])
    assert (trace.A[1].item(), trace.A[2].item()) == (3.0, -12.0)
    assert (trace.dW[1].item(), trace.delta[0].item(), trace.dW[0].tolist()) == (3.0, -4.0, [[-4.0, -4.0]])


def test_cs231n_neuron_gradients_of_weights_and_inputs() -> None:
    trace = differentiated(neuron("sigmoid", "half_squared_error", [2.0, -3.0], -3.0), [-1.0, -2.0])
    assert trace.Z[0].item() == 1.0
    assert trace.slope[0].item() == pytest.approx(0.196611933241482, rel=1e-14)
    figures = [*trace.dW[0][0].tolist(), trace.db[0].item(), *(trace.delta[0] @ trace.W[0])[0].tolist()]
    printed = ["-.20", "-.39", ".20", ".39", "-.59"]
    precise = ["-.1966", "-.3932", ".1966", ".3932", "-.5898"]
    assert [agrees(p, value) for p, value in zip(printed + precise, figures * 2, strict=True)] == [True] * 10


def test_cs231n_max_with_relu_layers() -> None:
    x, y, z, w = 3.0, -4.0, 2.0, -1.0  # 2·(x·y + max(z, w)), with max(z, w) = z + relu(w − z)
    shape = Shape(2, (3, 1, 1), ("relu", "identity", "identity"), "half_squared_error")
    W = [[[x, 0.0], [w, z], [z, 0.0]], [[y, 1.0, 1.0]], [[2.0]]]
    network = Network.from_parameters(shape, W, [[0.0, 0.0, 0.0], [0.0], [0.0]])
    trace = differentiated(network, [1.0, -1.0])
    assert trace.A[3].item() == -20.0
    through_relu = trace.dW[0][1]  # of w and, with the input −1, of z
    gradients = [trace.dW[0][0, 0], trace.dW[1][0, 0], trace.dW[0][2, 0] - through_relu[1], through_relu[0]]
    assert gradients == [-8.0, 6.0, 2.0, 0.0]


def identities(inputs: int, W: Sequence[object], b: Sequence[Sequence[float]]) -> Network:
    """A network that only adds and multiplies."""
    units = tuple(len(row) for row in b)
    return Network.from_parameters(
        Shape(inputs, units, ("identity",) * len(units), "half_squared_error"), W, b
    )
