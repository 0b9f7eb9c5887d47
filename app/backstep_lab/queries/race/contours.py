"""The training loss over two weights, on a grid around the places of all racers."""

from collections.abc import Sequence

import numpy as np

from backstep_lab.config import limits
from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.network import Network
from backstep_lab.engine.training import mean_loss
from backstep_lab.queries.race.models import RaceContours, RaceRacer
from backstep_lab.queries.race.racer import parse_weight
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.spec.setup import TrainingSetup
from backstep_lab.stepping.refs import Ref


def contours(
    setup: TrainingSetup, weights: Sequence[str], racers: Sequence[RaceRacer], proceed: ShouldContinue
) -> RaceContours:
    """The loss at each point of the grid, all other weights at their initial values."""
    x, y = (parse_weight(text, setup.shape) for text in weights)
    places = [place for racer in racers for place in racer.places]
    xs, ys = _axis([place.x for place in places]), _axis([place.y for place in places])
    loss: list[list[float | None]] = []
    for value_y in ys:
        proceed()
        network = _moved(setup.state.network, y, value_y)
        loss.append([mean_loss(_moved(network, x, value_x), setup.plan.data) for value_x in xs])
    return RaceContours(xs=xs.tolist(), ys=ys.tolist(), loss=loss)


def _axis(values: Sequence[float | None]) -> Array:
    """Evenly spaced values with a margin; where some are far beyond the others, around the middle 96 %."""
    bounded = np.clip(np.array(values, dtype=np.float64), -limits.MAX_NUMBER, limits.MAX_NUMBER)
    low, high = np.quantile(bounded, [0.02, 0.98])
    margin = max(0.25 * (high - low), 0.5)
    return np.linspace(low - margin, high + margin, limits.RACE_GRID)


def _moved(network: Network, ref: Ref, value: float) -> Network:
    return network.with_parameter(ref.kind, ref.layer, ref.at, value)
