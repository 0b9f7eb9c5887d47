"""Settings that are trained from the same initial weights, side by side; the session stays as it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from backstep_lab.config import limits
from backstep_lab.queries.query import Query, slow
from backstep_lab.queries.race.contours import contours
from backstep_lab.queries.race.models import Race
from backstep_lab.queries.race.racer import race_one, starts_of
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.setup import TrainingSetup
from backstep_lab.wire.json_encoder import json_bytes


def race(session: Session, call: Mapping[str, Any], proceed: ShouldContinue) -> Race:
    """The race of a RaceCall's fields. Raises Invalid for settings that do not fit and too long a race."""
    starts = starts_of(session, call["variants"])
    weights: Sequence[str] = call.get("weights", ())
    lengths = [_iterations(start, call) for start in starts]
    racers = [race_one(start, n, weights, proceed) for start, n in zip(starts, lengths, strict=True)]
    return Race(
        examples=len(starts[0].plan.data),
        racers=racers,
        contours=contours(starts[0], weights, racers, proceed) if weights else None,
    )


def _iterations(start: TrainingSetup, call: Mapping[str, Any]) -> int:
    epochs: int | None = call.get("epochs")
    iterations: int = call["iterations"] if epochs is None else epochs * start.epoch_length
    if iterations > limits.MAX_AHEAD:
        raise Invalid(
            "epochs",
            f"epochs is {epochs}, which are {iterations} iterations in batches of "
            f"{start.plan.batching.size}; a racer makes at most {limits.MAX_AHEAD}.",
            "problem-too-far",
            value=iterations,
            max=limits.MAX_AHEAD,
        )
    return iterations


QUERY = Query(lambda session, arguments, proceed: json_bytes(race(session, arguments, proceed)), slow)
