"""By stranger: 60-digit arithmetic does whole iterations of saturated networks, where PyTorch cancels too."""

from collections import Counter

import numpy as np
import pytest
from mpmath import mpf

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.network import Network
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate, run
from tests.oracle.exact import COUNT, Saturated, figures, vector

RELATIVE = 1e-12
SMALLEST = 1.5e-323


@pytest.mark.parametrize("number", range(COUNT))
def test_every_number_of_a_saturated_iteration_is_that_of_60_digits(number: int) -> None:
    case = Saturated(number)
    rule = UpdateRule(SGD(0.1))
    plan = TrainingPlan(rule, Batching(1), Data(np.array([case.x]), np.array([case.y])))
    state = TrainingState.start(Network.from_parameters(case.shape, case.W, case.b), rule)
    trace, after = iterate(plan, state)
    assert trace.overflow is None
    ours = {"terms": vector(trace.loss_terms)}
    for layer in range(1, case.shape.depth + 1):
        ours |= {
            f"z{layer}": vector(trace.Z[layer - 1]),
            f"a{layer}": vector(trace.A[layer]),
            f"delta{layer}": vector(trace.delta[layer - 1]),
            f"db{layer}": vector(trace.db[layer - 1]),
            f"dW{layer}": vector(trace.dW[layer - 1]),
        }
    exact, sizes = figures(case)
    assert ours.keys() == exact.keys()
    wrong = [
        (name, i, found, float(wanted))
        for name in exact
        for i, (found, wanted, size) in enumerate(zip(ours[name], exact[name], sizes[name], strict=True))
        if abs(mpf(found) - wanted) > RELATIVE * size + SMALLEST
    ]
    assert wrong == [], case.shape
    assert run(plan, state, 1).state.network.theta.tobytes() == after.network.theta.tobytes()


def test_the_cases_are_saturated_and_of_every_kind() -> None:
    cases = [Saturated(number) for number in range(COUNT)]
    seen = Counter(name for case in cases for name in (*case.shape.activations, case.shape.loss))
    assert min(seen.values()) >= 8, seen
    largest = [max(abs(float(z)) for z in figures(case)[0]["z1"]) for case in cases]
    assert sum(z > 36 for z in largest) > COUNT // 3
    assert max(largest) > 500
