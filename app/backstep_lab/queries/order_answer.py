"""Updates in the right order and in the wrong one, on the wire."""

from typing import Any, Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.queries.order import Compared, orders
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class OrderNumber(Wire):
    """One number in both orders; null where it overflows."""

    ref: str = Field(description="Its name; of a weight that δ reads, that of the old weight.")
    right: float | None = Field(description="When all weights move at once.")
    wrong: float | None = Field(description="When each layer moves before the layers below have their δ.")
    differs: bool = Field(description="Whether the two orders part here.")
    published: str | None = Field(description="What the preset's source prints, to the letter; else null.")
    agrees: list[Literal["right", "wrong"]] = Field(description="The orders that reach the printed figure.")


class OrderLayer(Wire):
    """What the first of the iterations does to one layer."""

    layer: int = Field(description="From 1.")
    read: list[OrderNumber] = Field(description="The weights above that its δ reads; none of the last layer.")
    delta: list[OrderNumber] = Field(description="δ of its units, of the focus example.")
    updated: list[OrderNumber] = Field(description="Its new weights and, where they are trained, biases.")
    left_out: int = Field(description=f"Numbers not told: of each kind the first {limits.ORDER_ROWS} are.")


class UpdateOrder(Wire):
    """Both orders from the start of the iteration at hand."""

    iteration: int = Field(description="The iteration at hand.")
    iterations: int = Field(description="How many were done from there.")
    before: float | None = Field(description="Mean loss of the training set before them, without a penalty.")
    loss: OrderNumber = Field(description="The same after them.")
    outputs: list[OrderNumber] = Field(description="What the network says of the focus example after them.")
    layers: list[OrderLayer] = Field(description="The last layer first; told of a single iteration only.")


def order_json(session: Session, iterations: int, proceed: Proceed) -> bytes:
    """Both orders as JSON. Raises Invalid unless plain gradient descent trains the network."""
    found = orders(session, iterations, proceed)
    return json_bytes(
        {
            "iteration": session.iteration,
            "iterations": iterations,
            "before": found.before,
            "loss": _number(found.loss),
            "outputs": [_number(output) for output in found.outputs],
            "layers": [
                {
                    "layer": layer.layer,
                    "read": [_number(one) for one in layer.read],
                    "delta": [_number(one) for one in layer.delta],
                    "updated": [_number(one) for one in layer.updated],
                    "left_out": layer.left_out,
                }
                for layer in found.layers
            ],
        }
    )


def _number(compared: Compared) -> dict[str, Any]:
    return {
        "ref": compared.ref,
        "right": compared.right,
        "wrong": compared.wrong,
        "differs": compared.right != compared.wrong,
        "published": compared.published,
        "agrees": compared.agrees,
    }
