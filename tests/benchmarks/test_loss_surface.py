"""How long a loss surface takes: 61 × 61 points over a batch of 250 examples."""

from time import perf_counter

import numpy as np

from backstep_lab.engine.analysis.loss_landscape import Move, losses_over
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.network import Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from tests.engine.building import traced

AIM = 100.0  # milliseconds
ROUNDS = 5
PLACES = [((1, 0, 0), (1, 0, 1)), ((1, 0, 0), (1, 1, 0)), ((1, 0, 0), (2, 0, 0))]


def test_a_surface_is_there_before_a_learner_notices() -> None:
    draw = np.random.default_rng(0)
    X, Y = draw.normal(size=(250, 2)), draw.integers(0, 2, size=(250, 1)).astype(np.float64)
    values = np.linspace(-2.0, 2.0, 61)
    print(f"\n61 × 61 points, 250 examples; the best of {ROUNDS} (aim {AIM:g} ms)")
    for units in ((8, 1), (4, 4, 1), (8, 8, 1)):
        shape = Shape(2, units, (*["tanh"] * (len(units) - 1), "sigmoid"), "binary_cross_entropy")
        trace = traced(initialized(shape, "xavier_uniform", 1), X.tolist(), Y.tolist())
        for x, y in PLACES:
            best = min(_milliseconds(trace, Move(*x, values), Move(*y, values)) for _ in range(ROUNDS))
            print(f"     2-{'-'.join(map(str, units)):7} layers {x[0]} and {y[0]}: {best:6.1f} ms")


def _milliseconds(trace: Trace, x: Move, y: Move) -> float:
    start = perf_counter()
    losses_over(trace, UpdateRule(SGD(0.1)), x, y)
    return (perf_counter() - start) * 1000
