"""Which example of the batch is shown first."""

import numpy as np

from backstep_lab.spec.setup import TrainingSetup


def default_example(setup: TrainingSetup) -> int:
    """The first row of the batch whose inputs are not all 0, so that products are not all 0."""
    plan, state = setup.plan, setup.state
    rows = plan.batching.rows(len(plan.data), state.epoch, state.offset)
    found = np.flatnonzero(plan.data.X[rows].any(axis=1))
    return int(found[0]) if len(found) else 0
