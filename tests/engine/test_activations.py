"""Activations beside their derivatives."""

from math import exp, log1p, tanh

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.activations import ACTIVATIONS

ELEMENTWISE = [name for name, function in ACTIVATIONS.items() if not function.is_softmax]
Values = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def value(name: str, *z: float) -> list[float]:
    Z = np.array(z)[np.newaxis, :]
    A = np.full_like(Z, np.nan)
    with np.errstate(all="ignore"):
        ACTIVATIONS[name].value(Z, A)
    return list(A[0].tolist())


def slope(name: str, *z: float) -> list[float]:
    Z = np.array(z)[np.newaxis, :]
    A, S = np.array([value(name, *z)]), np.full_like(Z, np.nan)
    with np.errstate(all="ignore"):
        ACTIVATIONS[name].slope(Z, A, S)
    return list(S[0].tolist())


def test_there_are_eight_activations() -> None:
    assert list(ACTIVATIONS) == [
        "identity",
        "step",
        "sigmoid",
        "tanh",
        "relu",
        "leaky_relu",
        "softplus",
        "softmax",
    ]


@pytest.mark.parametrize(
    ("name", "at_0", "slope_at_0"),
    [
        ("identity", 0.0, 1.0),
        ("step", 0.0, 0.0),
        ("sigmoid", 0.5, 0.25),
        ("tanh", 0.0, 1.0),
        ("relu", 0.0, 0.0),
        ("leaky_relu", 0.0, 0.01),
        ("softplus", 0.6931471805599453, 0.5),
    ],
)
def test_values_and_slopes_at_exactly_0(name: str, at_0: float, slope_at_0: float) -> None:
    assert (value(name, 0.0), slope(name, 0.0)) == ([at_0], [slope_at_0])
    assert (value(name, -0.0), slope(name, -0.0)) == ([at_0], [slope_at_0])


def test_the_step_is_1_as_soon_as_its_sum_is_positive_and_has_no_slope_anywhere() -> None:
    assert value("step", -1.0, -5e-324, 0.0, 5e-324, 1.0) == [0.0, 0.0, 0.0, 1.0, 1.0]
    assert slope("step", -1.0, -5e-324, 0.0, 5e-324, 1.0) == [0.0] * 5


@given(st.floats(-30, 30))
def test_activations_are_their_formulas(z: float) -> None:
    expected = {
        "identity": z,
        "step": float(z > 0),
        "sigmoid": 1 / (1 + exp(-z)),
        "tanh": tanh(z),
        "relu": max(0.0, z),
        "leaky_relu": z if z > 0 else 0.01 * z,
        "softplus": z + log1p(exp(-z)) if z > 0 else log1p(exp(z)),
    }
    assert {name: value(name, z)[0] for name in ELEMENTWISE} == pytest.approx(expected, rel=1e-14, abs=1e-300)


@given(st.floats(-20, 20).filter(lambda z: abs(z) > 1e-3))
def test_slopes_are_central_differences(z: float) -> None:
    step = 1e-5
    for name in ELEMENTWISE:
        above, below = value(name, z + step, z - step)
        assert slope(name, z)[0] == pytest.approx((above - below) / (2 * step), abs=2e-9), name


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_squashing_activations_stay_in_their_range_for_every_float(z: float) -> None:
    assert 0 <= value("sigmoid", z)[0] <= 1
    assert -1 <= value("tanh", z)[0] <= 1
    assert value("softplus", z)[0] >= max(0.0, z)
    for name in ("sigmoid", "tanh", "softplus", "relu", "leaky_relu", "step", "identity"):
        assert 0 <= slope(name, z)[0] <= 1


def test_no_slope_of_the_sigmoid_is_larger_than_at_0() -> None:
    assert max(slope("sigmoid", *np.linspace(-5, 5, 1001))) == 0.25


def test_softmax_works_column_by_column() -> None:
    Z = np.array([[0.0, 1.0], [0.0, 3.0], [0.0, 2.0]])
    A = np.empty_like(Z)
    ACTIVATIONS["softmax"].value(Z, A)
    powers = np.exp([1.0, 3.0, 2.0])
    np.testing.assert_allclose(A, np.column_stack([[1 / 3] * 3, powers / powers.sum()]), rtol=1e-15)
