"""By stranger: 60-digit arithmetic, for sums so large that an activation is rounded to its limit."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from mpmath import mp, mpf

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.memory.arrays import quiet
from backstep_lab.engine.network import Network, Shape
from tests.engine.building import traced

mp.dps = 60
RELATIVE = 1e-12
SMALLEST = 1.5e-323  # three units of the smallest numbers of float64, which have no more digits
SUMS = [
    *(sign * z for z in np.linspace(0.0, 740.0, 371).tolist() for sign in (1, -1)),
    *np.linspace(-40.0, 40.0, 641).tolist(),
    *(-710.0, -716.25, -37.75, -38.25, 36.75, 709.5, 1e-9, -1e-9, 1e-300),
]


def sigmoid(z: mpf) -> mpf:
    return 1 / (1 + mp.exp(-z))


def normal(z: mpf) -> mpf:
    return mp.erfc(-z / mp.sqrt(2)) / 2


def softplus(z: mpf) -> mpf:
    return mp.log1p(mp.exp(z))


LEAK = mpf(0.01)
EXACT: dict[str, tuple[Callable[[mpf], mpf], Callable[[mpf], mpf]]] = {
    "identity": (lambda z: z, lambda z: mpf(1)),
    "step": (lambda z: mpf(z > 0), lambda z: mpf(0)),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * sigmoid(-z)),
    "hard_sigmoid": (lambda z: min(mpf(1), max(mpf(0), (z + 3) / 6)), lambda z: mpf(-3 < z <= 3) / 6),
    "tanh": (mp.tanh, lambda z: 1 / mp.cosh(z) ** 2),
    "bipolar_sigmoid": (lambda z: mp.tanh(z / 2), lambda z: 2 * sigmoid(z) * sigmoid(-z)),
    "relu": (lambda z: max(mpf(0), z), lambda z: mpf(z > 0)),
    "leaky_relu": (lambda z: z if z > 0 else LEAK * z, lambda z: mpf(1) if z > 0 else LEAK),
    "elu": (lambda z: z if z > 0 else mp.expm1(z), lambda z: mpf(1) if z > 0 else mp.exp(z)),
    "gelu": (lambda z: z * normal(z), lambda z: normal(z) + z * mp.npdf(z)),
    "silu": (lambda z: z * sigmoid(z), lambda z: sigmoid(z) * (1 + z * sigmoid(-z))),
    "softplus": (softplus, sigmoid),
}


def is_near(found: float, exact: mpf) -> bool:
    return bool(abs(mpf(found) - exact) <= RELATIVE * abs(exact) + SMALLEST)


def differences(z: list[float], found: list[float], exact: Callable[[mpf], mpf]) -> Iterator[str]:
    for one, value in zip(z, found, strict=True):
        wanted = exact(mpf(one))
        if not is_near(value, wanted):
            yield f"at z = {one!r} {value!r}, to 60 digits {mp.nstr(wanted, 20)}"


@pytest.mark.parametrize("name", EXACT)
def test_an_activation_and_its_slope_are_those_of_60_digits(name: str) -> None:
    z = np.array([SUMS])
    a, slope = np.empty_like(z), np.empty_like(z)
    with quiet():
        ACTIVATIONS[name].value(z, a)
        ACTIVATIONS[name].slope(z, a, slope)
    value, derivative = EXACT[name]
    assert not list(differences(SUMS, a[0].tolist(), value))
    assert not list(differences(SUMS, slope[0].tolist(), derivative))


def test_every_activation_is_checked() -> None:
    assert {*EXACT, "softmax"} == set(ACTIVATIONS)


# a few sums beside each other, one much larger than the others or two about the same
SPREADS = [
    *([z, 0.0] for z in (0.0, 1.0, 12.0, 28.0, 36.5, 40.0, 500.0, 740.0, -28.0, -37.0, -740.0)),
    *([z, 1.0, -2.0] for z in (3.0, 31.0, 60.0, 700.0, -700.0)),
    [40.0, 39.5, -300.0, 0.25],
]


def softmax(z: list[mpf]) -> list[mpf]:
    powers = [mp.exp(one) for one in z]
    return [power / mp.fsum(powers) for power in powers]


@pytest.mark.parametrize("spread", SPREADS, ids=str)
def test_a_softmax_and_its_diagonal_are_those_of_60_digits(spread: list[float]) -> None:
    Z = np.array([spread]).T
    A, S = np.empty_like(Z), np.empty_like(Z)
    ACTIVATIONS["softmax"].value(Z, A)
    ACTIVATIONS["softmax"].slope(Z, A, S)
    exact = softmax([mpf(z) for z in spread])
    for j, a in enumerate(exact):
        others = mp.fsum(other for k, other in enumerate(exact) if k != j)
        assert is_near(A.item(j), a), (j, A.item(j), a)
        assert is_near(S.item(j), a * others), (j, S.item(j), a * others)


def term_of(loss: str, z: list[float], y: list[float], j: int) -> mpf:
    zs = [mpf(one) for one in z]
    if loss == "binary_cross_entropy":
        return y[j] * softplus(-zs[j]) + (1 - mpf(y[j])) * softplus(zs[j])
    return y[j] * mp.log1p(mp.fsum(mp.exp(other - zs[j]) for k, other in enumerate(zs) if k != j))


def slope_of(loss: str, z: list[float], y: list[float], j: int) -> mpf:
    zs = [mpf(one) for one in z]
    if loss == "binary_cross_entropy":
        return ((1 - mpf(y[j])) / sigmoid(-zs[j]) - y[j] / sigmoid(zs[j])) / len(z)
    return -y[j] / softmax(zs)[j]


def delta_of(loss: str, z: list[float], y: list[float], j: int) -> mpf:
    zs = [mpf(one) for one in z]
    if loss == "binary_cross_entropy":
        return ((1 - mpf(y[j])) * sigmoid(zs[j]) - y[j] * sigmoid(-zs[j])) / len(z)  # a − y
    a = softmax(zs)
    return mp.fsum(a[j] * y[k] - a[k] * y[j] for k in range(len(z)) if k != j)


CROSS_ENTROPIES = ("binary_cross_entropy", "cross_entropy")
LARGEST = mpf(np.finfo(np.float64).max)


def targets(count: int) -> list[list[float]]:
    one_hot = np.eye(count).tolist()
    return [*one_hot, [0.0] * count, [0.25, *[0.75 / (count - 1)] * (count - 1)]]


@pytest.mark.parametrize("loss", CROSS_ENTROPIES)
@pytest.mark.parametrize("spread", SPREADS, ids=str)
def test_a_cross_entropy_and_its_derivatives_are_those_of_60_digits(loss: str, spread: list[float]) -> None:
    for y in targets(len(spread)):
        terms, slope, delta = computed(loss, spread, y)
        for j in range(len(spread)):
            for found, exact_of in ((terms, term_of), (slope, slope_of), (delta, delta_of)):
                exact = exact_of(loss, spread, y, j)
                if abs(exact) > LARGEST:
                    assert found[j] == np.copysign(np.inf, float(mp.sign(exact)))
                else:
                    assert is_near(found[j], exact), (exact_of.__name__, y, j, found[j], mp.nstr(exact, 20))


def computed(loss: str, z: list[float], y: list[float]) -> tuple[list[float], list[float], list[float]]:
    """Terms, ∂ℓ/∂a and δ of one example, as the engine computes them in an iteration."""
    of = LOSSES[loss]
    shape = Shape(1, (len(z),), (str(of.needs),), loss)
    network = Network.from_parameters(shape, [[[one] for one in z]], [[0.0] * len(z)])
    trace = traced(network, [[1.0]], [y])
    assert trace.overflow is None
    return trace.loss_terms[0].tolist(), trace.dL_dA[0][0].tolist(), trace.delta[0][0].tolist()


@pytest.mark.parametrize("z", [25.0, 30.0, 36.0, 40.0, 700.0])
def test_a_softmax_under_another_loss_has_a_delta_of_all_digits(z: float) -> None:
    shape = Shape(1, (2,), ("softmax",), "half_squared_error")
    trace = traced(Network.from_parameters(shape, [[[z], [0.0]]], [[0.0, 0.0]]), [[1.0]], [[0.25, 0.5]])
    a = softmax([mpf(z), mpf(0)])
    g = [a[0] - mpf(0.25), a[1] - mpf(0.5)]
    exact = a[0] * a[1] * (g[0] - g[1])
    assert is_near(trace.delta[0].item(0), exact)
    assert is_near(trace.delta[0].item(1), -exact)


def test_training_and_a_kept_iteration_hold_the_same_saturated_numbers() -> None:
    trace = traced(
        Network.from_parameters(Shape(1, (1,), ("sigmoid",), "binary_cross_entropy"), [[[30.0]]], [[0.0]]),
        [[1.0]],
        [[1.0]],
    )
    assert trace.loss == trace.loss_terms.item(0) == pytest.approx(9.357622968839299e-14, rel=1e-12)
    assert trace.delta[0].item(0) == pytest.approx(-9.357622968839299e-14, rel=1e-12)
