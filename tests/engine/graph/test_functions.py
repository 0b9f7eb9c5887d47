"""Every scalar function of graphs: its value, and each derivative beside a central difference."""

import math
from collections.abc import Callable, Mapping, Sequence

import pytest

from backstep_lab.engine.graph.functions import FUNCTIONS

EPSILON = 1e-5
POINTS = (-2.75, -1.0, -0.3, 0.4, 1.0, 2.5)
ABOVE_0 = tuple(x for x in POINTS if x > 0.0)
POSITIVE_ALONE = {"log", "sqrt"}
PAIRS = [(x, y) for x in POINTS for y in POINTS]
ROWS = [(0.5, -1.25, 3.0), (2.0, 1.0), (-1.0, -2.0, -0.5, -3.0)]

EXPECTED: Mapping[str, Callable[..., float]] = {
    "add": lambda x, y: x + y,
    "subtract": lambda x, y: x - y,
    "multiply": lambda x, y: x * y,
    "divide": lambda x, y: x / y,
    "power": lambda x, y: x**y,
    "sum": lambda *row: math.fsum(row),
    "max": lambda *row: sorted(row)[-1],
    "min": lambda *row: sorted(row)[0],
    "negative": lambda x: 0.0 - x,
    "exp": lambda x: math.e**x,
    "log": lambda x: math.log2(x) * math.log(2.0),
    "sqrt": lambda x: x**0.5,
    "sin": lambda x: math.cos(x - math.pi / 2.0),
    "cos": lambda x: math.sin(x + math.pi / 2.0),
    "tan": lambda x: math.sin(x) / math.cos(x),
    "tanh": lambda x: 1.0 - 2.0 / (math.exp(2.0 * x) + 1.0),
    "sigmoid": lambda x: 0.5 * (1.0 + math.tanh(0.5 * x)),
    "relu": lambda x: 0.5 * (x + abs(x)),
    "leaky_relu": lambda x: max(x, x / 100.0),
    "softplus": lambda x: math.log(1.0 + math.exp(x)),
    "gelu": lambda x: 0.5 * x * (1.0 + math.erf(x / math.sqrt(2.0))),
    "silu": lambda x: x / (1.0 + math.exp(-x)),
    "elu": lambda x: x if x > 0.0 else math.exp(x) - 1.0,
    "abs": lambda x: math.sqrt(x * x),
    "square": lambda x: x**2,
    "stop": lambda x: x,
}


def points(name: str) -> Sequence[tuple[float, ...]]:
    """Arguments at which a function has a derivative by each of them."""
    function = FUNCTIONS[name]
    if function.arguments == 0:
        return ROWS
    if function.arguments == 1:
        return [(x,) for x in (ABOVE_0 if name in POSITIVE_ALONE else POINTS)]
    return [(x, y) for x, y in PAIRS if name != "power" or x > 0.0]


def value(name: str, inputs: Sequence[float]) -> float:
    function = FUNCTIONS[name]
    return function.value(list(inputs)) if function.arguments == 0 else function.value(*inputs)


def slope(name: str, inputs: Sequence[float], position: int) -> float:
    function, local = FUNCTIONS[name], FUNCTIONS[name].slope(position).value
    if local is None:
        return 1.0
    if function.arguments == 0:
        return local(list(inputs), value(name, inputs), position)
    return local(*inputs, value(name, inputs))


def test_every_function_has_an_expected_value_here() -> None:
    assert set(EXPECTED) == set(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_value_is_that_of_another_formula(name: str) -> None:
    for inputs in points(name):
        assert value(name, inputs) == pytest.approx(EXPECTED[name](*inputs), rel=1e-14, abs=1e-15)


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - {"stop"}))
def test_a_slope_is_a_central_difference(name: str) -> None:
    for inputs in points(name):
        for position in range(len(inputs)):
            ways = ([*inputs[:position], inputs[position] + e, *inputs[position + 1 :]] for e in STEPS)
            up, down = (value(name, way) for way in ways)
            difference = (up - down) / (2.0 * EPSILON)
            assert slope(name, inputs, position) == pytest.approx(difference, rel=1e-7, abs=1e-8), inputs


STEPS = (EPSILON, -EPSILON)


def test_the_slope_at_a_kink_is_the_subgradient_that_pytorch_takes() -> None:
    assert slope("relu", [0.0], 0) == 0.0
    assert slope("leaky_relu", [0.0], 0) == 0.01
    assert slope("elu", [0.0], 0) == 1.0
    assert slope("abs", [0.0], 0) == 0.0
    assert [slope("max", [2.0, 2.0], i) for i in (0, 1)] == [0.5, 0.5]
    assert [slope("min", [1.0, 3.0, 1.0, 1.0], i) for i in range(4)] == [1 / 3, 0.0, 1 / 3, 1 / 3]


def test_a_power_has_a_slope_for_its_exponent_where_its_base_is_positive() -> None:
    assert slope("power", [2.0, 3.0], 1) == 8.0 * math.log(2.0)
    assert slope("power", [0.0, 2.0], 1) == 0.0
    assert slope("power", [0.0, 0.0], 1) == 0.0
    with pytest.raises(ValueError, match="math domain"):
        slope("power", [-2.0, 3.0], 1)


def test_a_power_has_a_slope_for_its_base_wherever_it_has_a_value() -> None:
    assert slope("power", [-2.0, 3.0], 0) == 12.0
    assert slope("power", [0.0, 0.0], 0) == 0.0
    assert slope("power", [0.0, 1.0], 0) == 1.0
    assert slope("power", [0.0, 2.0], 0) == 0.0
    with pytest.raises(ZeroDivisionError):
        slope("power", [0.0, 0.5], 0)


@pytest.mark.parametrize(("x", "y"), [(-2.0, 0.5), (0.0, -1.0), (1e200, 2.0), (-1e-200, -3.0)])
def test_a_power_that_is_no_float64_is_refused(x: float, y: float) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        FUNCTIONS["power"].value(x, y)


@pytest.mark.parametrize(
    ("name", "x", "expected"),
    [
        ("sigmoid", -800.0, 0.0),
        ("sigmoid", 800.0, 1.0),
        ("softplus", -800.0, 0.0),
        ("softplus", 800.0, 800.0),
        ("tanh", 800.0, 1.0),
        ("silu", -800.0, 0.0),
        ("gelu", -800.0, 0.0),
        ("gelu", 800.0, 800.0),
        ("elu", -800.0, -1.0),
    ],
)
def test_far_from_zero_a_function_is_its_limit(name: str, x: float, expected: float) -> None:
    assert value(name, [x]) == expected
    assert math.isfinite(slope(name, [x], 0))


@pytest.mark.parametrize("name", ["tanh", "sigmoid"])
def test_a_slope_keeps_its_digits_where_the_value_is_saturated(name: str) -> None:
    expected = {"tanh": 4.0 * math.exp(-40.0), "sigmoid": math.exp(-20.0)}
    for x in (20.0, -20.0):
        assert slope(name, [x], 0) == pytest.approx(expected[name], rel=3e-9)
