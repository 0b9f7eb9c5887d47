"""Which sentence speaks of a slope: where it is 0, the one that says why."""

from __future__ import annotations

from backstep_lab.engine.functions.activations import ACTIVATIONS

_CORNERS = ("relu", "leaky_relu", "hard_sigmoid")  # whose slope is another on either side of a kink
_SMOOTH_BOTTOM = ("half_squared_error", "mean_squared_error", "huber", "binary_cross_entropy")


def loss_slope_key(loss: str, a: float | None, y: float | None, slope: float | None) -> str:
    """For ∂ℓ/∂a of an output."""
    if slope is None:
        return "op-loss-slope-unbounded"
    if slope != 0.0 or a is None or y is None:
        return "op-loss-slope"
    if loss == "cross_entropy" and y == 0.0:
        return "op-loss-slope-unwanted"
    if loss == "hinge":
        return _margin_key(y * a)
    if a == y:
        return "op-loss-slope-exact" if loss in _SMOOTH_BOTTOM else "op-loss-slope-corner"
    return "op-loss-slope-underflow"


def _margin_key(margin: float) -> str:
    if margin == 1.0:
        return "op-loss-slope-margin-corner"
    return "op-loss-slope-margin" if margin > 1.0 else "op-loss-slope-underflow"


def slope_key(activation: str, z: float | None, slope: float, in_one_piece: bool) -> str:
    """For f′(z); `in_one_piece` where δ is not made from it."""
    if activation == "step":
        return "op-slope-step"
    if in_one_piece and slope == 0.0:
        return "op-slope-unused"
    if activation == "softmax":
        return "op-slope-softmax"
    if activation in _CORNERS and z in ACTIVATIONS[activation].kinks:
        return "op-slope-kink"
    if slope != 0.0:
        return "op-slope"
    return "op-slope-zero" if activation in _CORNERS else "op-slope-underflow"
