"""Which example a learner is shown first."""

import numpy as np

from backstep_lab.spec.resolve import TrainingSetup


def telling_focus(setup: TrainingSetup) -> int:
    """The first row of the batch whose inputs are not all 0: of zeros alone there is little to see."""
    plan, state = setup.plan, setup.state
    rows = plan.batching.rows(len(plan.data), state.epoch, state.offset)
    found = np.flatnonzero(plan.data.X[rows].any(axis=1))
    return int(found[0]) if len(found) else 0
