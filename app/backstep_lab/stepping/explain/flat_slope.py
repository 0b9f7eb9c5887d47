"""The key of the message about a slope; where the slope is 0, the message gives the reason."""

from __future__ import annotations

from backstep_lab.engine.functions.activation import Activation
from backstep_lab.engine.functions.loss import Loss


def loss_slope_key(loss: Loss, a: float | None, y: float | None, slope: float | None) -> str:
    """For ∂ℓ/∂a of an output; `slope` is None where it is infinite."""
    if slope is None:
        return "op-loss-slope-unbounded"
    if slope != 0.0 or a is None or y is None:
        return "op-loss-slope"
    if loss.name == "cross_entropy" and y == 0.0:
        return "op-loss-slope-unwanted"
    if loss.name == "hinge":
        return _margin_key(y * a)
    if a == y:
        return "op-loss-slope-exact" if loss.piece is None else "op-loss-slope-corner"
    return "op-loss-slope-underflow"


def _margin_key(margin: float) -> str:
    if margin == 1.0:
        return "op-loss-slope-margin-corner"
    return "op-loss-slope-margin" if margin > 1.0 else "op-loss-slope-underflow"


def slope_key(function: Activation, z: float | None, slope: float, is_fused: bool) -> str:
    """For f′(z); `is_fused` where δ is not computed from it."""
    if function.zero_slope == "everywhere":
        return "op-slope-step"
    if is_fused and slope == 0.0:
        return "op-slope-unused"
    if function.is_softmax:
        return "op-slope-softmax"
    if z in function.kinks:
        return "op-slope-kink"
    if slope != 0.0:
        return "op-slope"
    return "op-slope-zero" if function.zero_slope == "interval" else "op-slope-underflow"
