"""How far float64 may lead a pass astray: a bound for each number, of first order.

Where a number is the difference of larger ones, no float64 holds it to twelve digits; the bound follows the
terms through the pass. What can be computed without cancellation, as the slope of a sigmoid, is bounded so.
"""

from dataclasses import dataclass

import numpy as np

from tests.oracle.audit.passes import Pass, Shape
from tests.oracle.audit.sequential import UNIT, Array

FEW = 4.0 * UNIT  # roundings of one operation or two
KINKS = {"step": (0.0,), "relu": (0.0,), "leaky_relu": (0.0,), "hard_sigmoid": (-3.0, 3.0)}


@dataclass(frozen=True)
class Bounds:
    """In the shapes of `Pass`; `decided` is false where a rounding may carry a unit across a kink."""

    Z: list[Array]
    A: list[Array]
    slope: list[Array]
    dL_da: list[Array]
    delta: list[Array]
    terms: Array
    example_loss: Array
    decided: bool


def bounds(shape: Shape, W: list[Array], b: list[Array], X: Array, Y: Array, one: Pass) -> Bounds:
    """The bounds of every number of this pass."""
    a, ea = X, np.zeros_like(X)
    Z, A, slope, decided = [], [], [], True
    layers = zip(shape.activations, W, b, one.Z, one.A, one.slope, strict=True)
    for name, weights, biases, z, a_next, f in layers:
        size = abs(a) @ abs(weights.T) + abs(biases)
        ez = (weights.shape[1] + 2) * UNIT * size + ea @ abs(weights.T)
        inexact = (ea > 0).any()
        decided &= not inexact or all(bool((abs(z - kink) > ez).all()) for kink in KINKS.get(name, ()))
        a, ea = a_next, _activation(name, a_next, f, ez)
        Z.append(ez)
        A.append(ea)
        slope.append(_curvature(name, z, a, f) * ez + FEW * abs(f))
    g, terms, edge = _loss(shape, Y, one, ea, ez)
    dL_da, delta = _backward(shape, W, Y, one, (Z, A, slope), g)
    share = 1.0 if shape.is_sum else 1.0 / Y.shape[1]
    example_loss = share * (terms + (Y.shape[1] + 2) * UNIT * abs(one.terms)).sum(axis=1)
    return Bounds(Z, A, slope, dL_da, delta, terms, example_loss, decided and edge)


def _activation(name: str, a: Array, f: Array, ez: Array) -> Array:
    if name == "softmax":
        ez = 2.0 * ez.max(axis=1, keepdims=True)
        f = a
    bound: Array = abs(f) * ez + (0.0 if name in ("identity", "relu", "step") else FEW) * abs(a)
    return bound


def _curvature(name: str, z: Array, a: Array, f: Array) -> Array:
    """A bound of |f″| that is as small as f′ where the function is flat."""
    bound: Array = 0.0 * f if name in (*KINKS, "identity") else 2.0 * abs(f)
    if name == "gelu":
        bound = np.exp(-z * z / 2) * (2 + z * z)
    elif name == "silu":
        bound = np.exp(-abs(z)) * (2 + abs(z))
    return bound


def _loss(shape: Shape, y: Array, one: Pass, ea: Array, ez: Array) -> tuple[Array, Array, bool]:
    """Bounds of ∂ℓ/∂a and of the terms, and whether the loss is on one side of its kinks for certain."""
    share = 1.0 if shape.is_sum else 1.0 / y.shape[1]
    a, g = one.A[-1], one.dL_da[-1]
    with np.errstate(all="ignore"):
        curvature = {
            "binary_cross_entropy": y / a**2 + (1 - y) / (1 - a) ** 2,
            "cross_entropy": y / a**2,
            "mean_squared_error": 2.0 + 0.0 * a,
        }.get(shape.loss, 1.0 + 0.0 * a)
    ends = {"absolute_error": abs(a - y), "hinge": abs(1 - y * a), "huber": abs(abs(a - y) - 1)}
    near = ends.get(shape.loss, np.ones_like(a))
    certain = bool(((near > ea) | (ea == 0)).all())
    slope = np.nan_to_num(share * curvature * (ea + UNIT * (abs(a) + abs(y))), nan=np.inf) + FEW * abs(g)
    if shape.loss == "perceptron":
        return slope, abs(a - y) * ez + FEW * abs(one.terms), certain
    if shape.loss == "binary_cross_entropy":
        return slope, FEW * abs(one.terms) + abs(one.delta[-1]) / share * ez, certain
    if shape.loss == "cross_entropy":
        steep = y * (1 - a) + abs(one.delta[-1])
        return slope, FEW * abs(one.terms) + 2.0 * steep * ez.max(axis=1, keepdims=True), certain
    terms = abs(g) / share * (ea + UNIT * (abs(a) + abs(y))) + ea**2
    return slope, terms + FEW * abs(one.terms), certain


def _backward(
    shape: Shape, W: list[Array], Y: Array, one: Pass, forward: tuple[list[Array], ...], g: Array
) -> tuple[list[Array], list[Array]]:
    slope = forward[2]
    gradients, deltas = [g], [_output(shape, Y, one, forward, g)]
    for layer in reversed(range(len(W) - 1)):
        weights, above = abs(W[layer + 1]), abs(one.delta[layer + 1])
        eg = deltas[0] @ weights + (weights.shape[0] + 2) * UNIT * (above @ weights)
        gradient, f = abs(one.dL_da[layer]), abs(one.slope[layer])
        gradients.insert(0, eg)
        deltas.insert(0, gradient * slope[layer] + eg * f + FEW * gradient * f)
    return gradients, deltas


def _output(shape: Shape, y: Array, one: Pass, forward: tuple[list[Array], ...], eg: Array) -> Array:
    """The bound of the last layer's δ."""
    Z, A, slope = (layers[-1] for layers in forward)
    if shape.loss == "perceptron":
        return FEW * abs(one.delta[-1])
    a, g, f, delta = one.A[-1], abs(one.dL_da[-1]), abs(one.slope[-1]), abs(one.delta[-1])
    if shape.loss in ("binary_cross_entropy", "cross_entropy"):
        between = np.where((y == 0) | (y == 1), 0.0, FEW * (a + abs(y)))
        fused: Array = f * 2.0 * Z.max(axis=1, keepdims=True) + FEW * delta + between
        return fused
    if shape.activations[-1] != "softmax":
        return g * slope + eg * f + FEW * g * f
    pull = (a * g).sum(axis=1, keepdims=True)
    pulled = (a * eg + A * g).sum(axis=1, keepdims=True)
    softmax: Array = a * (eg + pulled) + A * (g + pull) + 2 * FEW * a * (g + pull)
    return softmax
