"""Functions of single numbers and their derivatives, in float64.

What is undefined or leaves float64's range raises ArithmeticError or ValueError, or is not finite: whoever
computes a graph looks for both. At a kink the derivative is the subgradient that PyTorch takes.
"""

from collections.abc import Sequence
from math import cos, cosh, erfc, exp, expm1, log, log1p, pi, sin, sqrt

from backstep_lab.engine.functions.piecewise import LEAK

_ROOT_HALF = sqrt(0.5)
_DENSITY = 1.0 / sqrt(2.0 * pi)
_LARGEST_COSH = 350.0  # beyond it 1/cosh² x is 0 in float64


def add(x: float, y: float) -> float:
    """x + y."""
    return x + y


def subtract(x: float, y: float) -> float:
    """x − y."""
    return x - y


def multiply(x: float, y: float) -> float:
    """x·y."""
    return x * y


def by_left_factor(x: float, y: float, value: float) -> float:
    """∂(x·y)/∂x = y."""
    return y


def by_right_factor(x: float, y: float, value: float) -> float:
    """∂(x·y)/∂y = x."""
    return x


def divide(x: float, y: float) -> float:
    """x/y. Raises ZeroDivisionError."""
    return x / y


def by_numerator(x: float, y: float, value: float) -> float:
    """∂(x/y)/∂x = 1/y."""
    return 1.0 / y


def by_denominator(x: float, y: float, value: float) -> float:
    """∂(x/y)/∂y = −x/y²."""
    return -x / (y * y)


def power(x: float, y: float) -> float:
    """xʸ. Raises ValueError for a negative x and a y that is not whole, ZeroDivisionError for 0 and y < 0."""
    if x < 0.0 and not y.is_integer():
        raise ValueError("no real number")
    return float(x**y)


def by_base(x: float, y: float, value: float) -> float:
    """∂xʸ/∂x = y·x^(y−1), and 0 for y = 0."""
    return 0.0 if y == 0.0 else y * power(x, y - 1.0)


def by_exponent(x: float, y: float, value: float) -> float:
    """∂xʸ/∂y = xʸ·ln x, and 0 at x = 0 where y ≥ 0. Raises ValueError for a negative x."""
    return 0.0 if x == 0.0 and y >= 0.0 else value * log(x)


def total(values: Sequence[float]) -> float:
    """The sum, added from left to right."""
    result = values[0]
    for value in values[1:]:
        result += value
    return result


def share_of_extreme(values: Sequence[float], value: float, position: int) -> float:
    """The derivative of max or min by the argument at `position`: 1 divided by how many are tied with it."""
    return 1.0 / values.count(value) if values[position] == value else 0.0


def negative(x: float) -> float:
    """−x."""
    return -x


def reciprocal(x: float, value: float) -> float:
    """1/x, the derivative of ln x. Raises ZeroDivisionError."""
    return 1.0 / x


def sqrt_slope(x: float, value: float) -> float:
    """1/(2√x). Raises ZeroDivisionError at 0."""
    return 0.5 / value


def sin_slope(x: float, value: float) -> float:
    """cos x."""
    return cos(x)


def cos_slope(x: float, value: float) -> float:
    """−sin x."""
    return -sin(x)


def tan_slope(x: float, value: float) -> float:
    """1 + tan² x."""
    return 1.0 + value * value


def tanh_slope(x: float, value: float) -> float:
    """1/cosh² x, which keeps its digits where 1 − tanh² x loses them."""
    return 0.0 if abs(x) > _LARGEST_COSH else 1.0 / cosh(x) ** 2


def sigmoid(x: float) -> float:
    """1/(1 + e⁻ˣ), without overflow."""
    if x >= 0.0:
        return 1.0 / (1.0 + exp(-x))
    small = exp(x)
    return small / (1.0 + small)


def sigmoid_slope(x: float, value: float) -> float:
    """σ(x)·σ(−x), which keeps its digits where σ(1 − σ) loses them."""
    return sigmoid(x) * sigmoid(-x)


def relu(x: float) -> float:
    """x for x > 0, else 0."""
    return x if x > 0.0 else 0.0


def relu_slope(x: float, value: float) -> float:
    """1 for x > 0, else 0."""
    return 1.0 if x > 0.0 else 0.0


def leaky_relu(x: float) -> float:
    """x for x > 0, else 0.01·x."""
    return x if x > 0.0 else LEAK * x


def leaky_relu_slope(x: float, value: float) -> float:
    """1 for x > 0, else 0.01."""
    return 1.0 if x > 0.0 else LEAK


def softplus(x: float) -> float:
    """ln(1 + eˣ), without overflow."""
    return x + log1p(exp(-x)) if x > 0.0 else log1p(exp(x))


def softplus_slope(x: float, value: float) -> float:
    """σ(x)."""
    return sigmoid(x)


def normal_distribution(x: float) -> float:
    """Φ(x)."""
    return 0.5 * erfc(-x * _ROOT_HALF)


def gelu(x: float) -> float:
    """x·Φ(x) (Hendrycks & Gimpel 2016)."""
    return x * normal_distribution(x)


def gelu_slope(x: float, value: float) -> float:
    """Φ(x) + x·φ(x)."""
    return normal_distribution(x) + x * _DENSITY * exp(-0.5 * x * x)


def silu(x: float) -> float:
    """x·σ(x)."""
    return x * sigmoid(x)


def silu_slope(x: float, value: float) -> float:
    """σ(x)·(1 + x·σ(−x))."""
    return sigmoid(x) * (1.0 + x * sigmoid(-x))


def elu(x: float) -> float:
    """x for x > 0, else eˣ − 1 (Clevert, Unterthiner & Hochreiter 2016)."""
    return x if x > 0.0 else expm1(x)


def elu_slope(x: float, value: float) -> float:
    """1 for x > 0, else eˣ."""
    return 1.0 if x > 0.0 else exp(x)


def absolute_slope(x: float, value: float) -> float:
    """The sign of x, and 0 at 0."""
    return float((x > 0.0) - (x < 0.0))


def square(x: float) -> float:
    """x²."""
    return x * x


def square_slope(x: float, value: float) -> float:
    """2x."""
    return 2.0 * x


def identity(x: float) -> float:
    """x."""
    return x
