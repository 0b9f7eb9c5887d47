"""Whether large inputs saturate a network's first layer from the start, and whether scaling them helps."""

from typing import Any

import numpy as np
from pydantic import Field

from backstep_lab.config.limits import LARGE_INPUT
from backstep_lab.engine.analysis.saturation import saturated_share
from backstep_lab.models.change import Change
from backstep_lab.models.layered.apply_change import apply_change
from backstep_lab.queries.initial_setup import initial_setup
from backstep_lab.queries.query import Query, slow
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.spec.setup import TrainingSetup
from backstep_lab.wire.json_encoder import json_bytes

FEWEST = 0.5  # share of saturated activations from which on it is a hint
BETTER = 0.5  # at most this part of the share may be left with scaled inputs
SCALED: dict[str, Any] = {"dataset": {"scale": "standard"}}


class SaturationHint(Wire):
    """Saturation that scaling the inputs ends: it was tried out."""

    share: float = Field(
        description="Saturated activations of layer 1 at the initial weights, a share of all."
    )
    scaled_share: float = Field(description="The same with scaled inputs.")
    largest: float = Field(description="The largest magnitude of an input.")
    change: dict[str, Any] = Field(description="The body of the PATCH that scales the inputs.")


class SaturationReport(Wire):
    """Whether layer 1 is saturated from the start by large inputs."""

    hint: SaturationHint | None = Field(description="What to do; null where there is nothing to do.")


def saturation(session: Session) -> SaturationReport:
    """The report on the training examples at the initial weights."""
    start = initial_setup(session)
    largest = float(np.abs(start.plan.data.X).max())
    if not _is_unscaled(start) or largest <= LARGE_INPUT:
        return SaturationReport(hint=None)
    share = _share(start)
    if share is None or share < FEWEST:
        return SaturationReport(hint=None)
    scaled_share = _share(apply_change(start, Change(parts=SCALED)))
    if scaled_share is None or scaled_share > BETTER * share:
        return SaturationReport(hint=None)
    hint = SaturationHint(share=share, scaled_share=scaled_share, largest=largest, change=SCALED)
    return SaturationReport(hint=hint)


def _is_unscaled(setup: TrainingSetup) -> bool:
    """Whether these are given examples, whose inputs are as they were given."""
    data = setup.spec.data
    return data.name == "custom" and data.scale in (None, "none")


def _share(setup: TrainingSetup) -> float | None:
    return saturated_share(setup.state.network, setup.plan.data.X)


QUERY = Query(lambda session, _arguments, _proceed: json_bytes(saturation(session)), slow)
