"""Initializers against their published definitions: bounds, variance, and the same bits from a seed."""

import numpy as np
import pytest

from backstep_lab.engine.initializers import INITIALIZERS, initialized
from backstep_lab.engine.network import Network, Shape

N_IN, N_OUT = 300, 200
LARGE = Shape(N_IN, (N_OUT,), ("tanh",), "half_squared_error")
SMALL = Shape(2, (3, 3, 1), ("tanh", "tanh", "tanh"), "half_squared_error")

# half-width of the uniform ones, standard deviation of the normal ones
HALF_WIDTHS = {
    "uniform": 0.5,
    "xavier_uniform": np.sqrt(6 / (N_IN + N_OUT)),  # Glorot & Bengio 2010, equation 16
    "he_uniform": np.sqrt(
        6 / N_IN
    ),  # He et al. 2015, equation 10, as a uniform distribution of that variance
}
DEVIATIONS = {
    "normal": 0.1,
    "xavier_normal": np.sqrt(2 / (N_IN + N_OUT)),
    "he_normal": np.sqrt(2 / N_IN),
}


def weights(network: Network) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.concatenate([W.ravel() for W in network.W])


def test_there_are_eight_initializers() -> None:
    assert set(INITIALIZERS) == {"zeros", "constant", *HALF_WIDTHS, *DEVIATIONS}


@pytest.mark.parametrize(("name", "half_width"), HALF_WIDTHS.items())
def test_a_uniform_initializer_fills_its_interval_evenly(name: str, half_width: float) -> None:
    w = weights(initialized(LARGE, name, 1))
    assert abs(w).max() < half_width
    counts, _ = np.histogram(w, bins=10, range=(-half_width, half_width))
    np.testing.assert_allclose(counts, w.size / 10, rtol=0.05)
    assert w.var() == pytest.approx(half_width**2 / 3, rel=0.02)


@pytest.mark.parametrize(("name", "deviation"), DEVIATIONS.items())
def test_a_normal_initializer_is_normal(name: str, deviation: float) -> None:
    w = weights(initialized(LARGE, name, 1)) / deviation
    assert w.mean() == pytest.approx(0.0, abs=0.02)
    assert w.std() == pytest.approx(1.0, rel=0.02)
    assert (abs(w) < 1).mean() == pytest.approx(0.6827, abs=0.01)
    assert (abs(w) < 2).mean() == pytest.approx(0.9545, abs=0.005)


@pytest.mark.parametrize("kind", ["uniform", "normal"])
def test_xavier_keeps_the_mean_of_both_fans_and_he_the_incoming_one(kind: str) -> None:
    def variance(initializer: str, n_in: int, n_out: int) -> float:
        shape = Shape(n_in, (n_out,), ("tanh",), "half_squared_error")
        return float(weights(initialized(shape, f"{initializer}_{kind}", 3)).var())

    assert variance("xavier", 400, 100) == pytest.approx(variance("xavier", 100, 400), rel=0.05)
    assert variance("he", 100, 400) == pytest.approx(4 * variance("he", 400, 100), rel=0.05)


@pytest.mark.parametrize("name", [*HALF_WIDTHS, *DEVIATIONS])
def test_the_same_seed_gives_the_same_bits_and_another_gives_others(name: str) -> None:
    first, again, other = (initialized(SMALL, name, seed) for seed in (7, 7, 8))
    np.testing.assert_array_equal(first.theta, again.theta)
    assert (weights(first) != weights(other)).all()


@pytest.mark.parametrize("name", [*HALF_WIDTHS, *DEVIATIONS])
def test_no_two_weights_start_equal_in_one_layer_or_in_two(name: str) -> None:
    w = weights(initialized(SMALL, name, 7))
    assert len(set(w.tolist())) == w.size


@pytest.mark.parametrize("name", [*HALF_WIDTHS, *DEVIATIONS, "zeros"])
def test_biases_start_at_0(name: str) -> None:
    assert not any(b.any() for b in initialized(SMALL, name, 7).b)


def test_zeros_and_constant_are_what_they_say() -> None:
    assert not initialized(SMALL, "zeros", 7).theta.any()
    assert set(initialized(SMALL, "constant", 7).theta.tolist()) == {0.5}


def test_a_network_starts_read_only() -> None:
    network = initialized(SMALL, "he_normal", 7)
    assert not [array for array in (network.theta, *network.W, *network.b) if array.flags.writeable]
