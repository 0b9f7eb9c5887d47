"""Why training diverged, and what helps, on the wire."""

from typing import Any, Literal

from pydantic import Field

from backstep_lab.queries.divergence import Account, account
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes


class GrownParameter(Wire):
    """The largest weight of the iteration that overflows."""

    ref: str = Field(description="Its name.")
    first: float = Field(description="Its value after the last edit, or at the start where there is none.")
    last: float = Field(description="Its value at the beginning of the iteration that overflows.")


class Remedy(Wire):
    """A change that helps: it was tried out."""

    kind: Literal["learning_rate", "initializer"] = Field(description="What is changed.")
    value: float | str = Field(description="What it becomes.")
    change: dict[str, Any] = Field(description="The body of the PATCH that makes the change.")
    iteration: int = Field(description="The iteration to seek first: the change belongs to its start.")
    trial: int = Field(description="How many iterations were tried from there.")
    loss: float = Field(description="Mean loss of the training set after them.")


class DivergenceAccount(Wire):
    """Why training diverged; of a session that has not, nothing is told."""

    ref: str | None = Field(description="The first number that overflowed.")
    grown: GrownParameter | None = Field(description="The weight that had become largest.")
    remedies: list[Remedy] = Field(description="What helps, at most one of each kind.")


def divergence_json(session: Session, proceed: Proceed) -> bytes:
    """The account as JSON."""
    found = account(session, proceed)
    return json_bytes(as_dict(found) if found else {"ref": None, "grown": None, "remedies": []})


def as_dict(found: Account) -> dict[str, Any]:
    """The account as it stands on the wire."""
    grown = found.grown
    return {
        "ref": found.ref,
        "grown": {"ref": grown.ref, "first": grown.first, "last": grown.last},
        "remedies": [
            {
                "kind": remedy.kind,
                "value": remedy.value,
                "change": remedy.change,
                "iteration": remedy.iteration,
                "trial": remedy.trial,
                "loss": remedy.loss,
            }
            for remedy in found.remedies
        ],
    }
