"""Settings of torch and Keras alike that are conventions of Backstep: α of a layer, δ of Huber's loss."""

from collections.abc import Iterator
from typing import Any

from backstep_lab.config import limits
from backstep_lab.notebook.refusal import no_layer, no_setting

ALPHAS = {"LeakyReLU": "negative_slope", "ELU": "alpha"}  # what α is called there


def alpha_of(layer: Any, name: str) -> float | None:
    """α of the layer's function, if it has one. Raises Invalid for one out of range."""
    if name not in ALPHAS:
        return None
    alpha = getattr(layer, ALPHAS[name])
    if not limits.MIN_ALPHA <= alpha <= limits.MAX_ALPHA:
        raise no_layer(name, f"{ALPHAS[name]}={alpha}")
    return float(alpha)


def delta_of(delta: float | None, loss: str) -> Iterator[tuple[str, float]]:
    """δ as a field of a network, if the loss has one. Raises Invalid for one out of range."""
    if delta is None:
        return
    if not limits.MIN_HUBER_DELTA <= delta <= limits.MAX_HUBER_DELTA:
        raise no_setting(loss, f"delta={delta}")
    yield "huber_delta", float(delta)
