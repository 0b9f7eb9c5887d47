"""The conventions that a network's description chooses, and whether its loss has them."""

from backstep_lab.engine.functions.conventions import ALPHAS, ONE_REDUCTION, Conventions
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.functions.output_losses import HUBER_DELTA
from backstep_lab.spec import model as wire
from backstep_lab.spec.errors import Invalid

LOSS_CONVENTIONS = ("reduction", "huber_delta")  # what belongs to a loss, and goes with it


def conventions_of(network: wire.NetworkSpec) -> Conventions:
    """The conventions for the engine. Usual choices are left out, so that they make the same network."""
    assert network.loss is not None, "a resolved spec names its loss"
    alphas = tuple(
        None if layer.alpha == ALPHAS.get(layer.activation) else layer.alpha for layer in network.layers
    )
    return Conventions(
        None if network.reduction == LOSSES[network.loss].reduction else network.reduction,
        HUBER_DELTA if network.huber_delta is None else network.huber_delta,
        alphas if any(alpha is not None for alpha in alphas) else (),
        network.batch_reduction or "mean",
    )


def check_conventions(network: wire.NetworkSpec) -> None:
    """Raise Invalid where a convention is chosen that the loss does not have."""
    assert network.loss is not None, "a resolved spec names its loss"
    if network.reduction is not None and network.loss in ONE_REDUCTION:
        raise Invalid(
            "network.reduction",
            f"The terms of {network.loss} are always added up over the outputs. Leave reduction out.",
            "problem-one-reduction",
            loss=network.loss,
        )
    if network.huber_delta is not None and network.loss != "huber":
        raise Invalid(
            "network.huber_delta",
            f"huber_delta is an option of the loss huber; this network has {network.loss}: leave it out.",
            "problem-no-huber",
            loss=network.loss,
        )
