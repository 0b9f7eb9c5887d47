"""Activations beside their derivatives."""

from math import erfc, exp, expm1, log1p, sqrt, tanh

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine.functions.activations import ACTIVATIONS

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


def test_there_are_thirteen_activations() -> None:
    assert list(ACTIVATIONS) == [
        "identity",
        "step",
        "sigmoid",
        "hard_sigmoid",
        "tanh",
        "bipolar_sigmoid",
        "relu",
        "leaky_relu",
        "elu",
        "gelu",
        "silu",
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
        ("bipolar_sigmoid", 0.0, 0.5),
        ("relu", 0.0, 0.0),
        ("leaky_relu", 0.0, 0.01),
        ("hard_sigmoid", 0.5, 0.16666666666666666),
        ("elu", 0.0, 1.0),
        ("gelu", 0.0, 0.5),
        ("silu", 0.0, 0.5),
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
        "hard_sigmoid": 0.0 if z < -3 else 1.0 if z > 3 else (z + 3) / 6,
        "elu": z if z > 0 else expm1(z),
        "gelu": z * erfc(-z / sqrt(2)) / 2,
        "silu": z / (1 + exp(-z)),
        "tanh": tanh(z),
        "bipolar_sigmoid": -expm1(-z) / (1 + exp(-z)),
        "relu": max(0.0, z),
        "leaky_relu": z if z > 0 else 0.01 * z,
        "softplus": z + log1p(exp(-z)) if z > 0 else log1p(exp(z)),
    }
    # erfc turns a rounding of its argument z/√2 into z² of its own
    close = pytest.approx(expected, rel=max(1e-14, 1e-15 * z * z), abs=1e-300)
    assert {name: value(name, z)[0] for name in ELEMENTWISE} == close


@given(st.floats(-20, 20).filter(lambda z: min(abs(z), abs(abs(z) - 3)) > 1e-3))
def test_slopes_are_central_differences(z: float) -> None:
    step = 1e-5
    for name in ELEMENTWISE:
        above, below = value(name, z + step, z - step)
        assert slope(name, z)[0] == pytest.approx((above - below) / (2 * step), abs=2e-9), name


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_squashing_activations_stay_in_their_range_for_every_float(z: float) -> None:
    assert 0 <= value("sigmoid", z)[0] <= 1
    assert -1 <= value("tanh", z)[0] <= 1
    assert -1 <= value("bipolar_sigmoid", z)[0] <= 1
    assert value("softplus", z)[0] >= max(0.0, z)
    assert 0 <= value("hard_sigmoid", z)[0] <= 1
    assert value("elu", z)[0] >= -1
    for name in ELEMENTWISE:
        if name in ("gelu", "silu"):
            continue  # they dip below 0 and overshoot 1
        assert 0 <= slope(name, z)[0] <= 1


def test_the_smooth_rectifiers_by_hand() -> None:
    assert value("gelu", 1.0, -1.0) == pytest.approx([0.8413447460685429, -0.15865525393145707], abs=1e-15)
    assert slope("gelu", 1.0, -10.0) == pytest.approx([1.0833154705876864, -7.6183e-22], rel=1e-4)
    assert value("silu", 1.0) == pytest.approx([0.7310585786300049], abs=1e-15)
    assert value("elu", -1.0, 2.0) == pytest.approx([-0.6321205588285577, 2.0], abs=1e-15)
    assert slope("elu", -1.0, 2.0) == pytest.approx([0.36787944117144233, 1.0], abs=1e-15)


def test_the_hard_sigmoid_has_the_slope_from_the_left_at_its_corners() -> None:
    assert value("hard_sigmoid", -3.0, -1.5, 3.0, 9.0) == [0.0, 0.25, 1.0, 1.0]
    assert slope("hard_sigmoid", -3.0, -1.5, 3.0, 9.0) == [0.0, 1 / 6, 1 / 6, 0.0]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_kink_is_where_the_value_or_the_slope_jumps_and_the_slope_there_is_the_left_one(name: str) -> None:
    if name == "softmax":
        assert ACTIVATIONS[name].kinks == ()
        return
    places = [-3.0, 0.0, 3.0]
    near = 1e-9
    jumps = []
    for z in places:
        (below, at, above), slopes = value(name, z - near, z, z + near), slope(name, z - near, z, z + near)
        if above - below > 0.1 or abs(slopes[2] - slopes[0]) > 0.1:
            jumps.append(z)
        assert slopes[1] == pytest.approx(slopes[0], abs=1e-6), (name, z)
        assert at == pytest.approx(below, abs=1e-6), (name, z)
    assert list(ACTIVATIONS[name].kinks) == jumps


def test_no_slope_of_the_sigmoid_is_larger_than_at_0() -> None:
    assert max(slope("sigmoid", *np.linspace(-5, 5, 1001))) == 0.25


def test_softmax_works_column_by_column() -> None:
    Z = np.array([[0.0, 1.0], [0.0, 3.0], [0.0, 2.0]])
    A = np.empty_like(Z)
    ACTIVATIONS["softmax"].value(Z, A)
    powers = np.exp([1.0, 3.0, 2.0])
    np.testing.assert_allclose(A, np.column_stack([[1 / 3] * 3, powers / powers.sum()]), rtol=1e-15)
