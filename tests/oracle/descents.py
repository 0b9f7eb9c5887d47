"""Fifty iterations of every optimizer on one small network, to be compared with PyTorch's own."""

from functools import lru_cache
from pathlib import Path
from random import Random

import numpy as np

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, iterate
from tests.oracle.cases import Array

FILE = Path(__file__).with_name("optimizers.npz")
ITERATIONS = 50
RATE = 0.05
SHAPE = Shape(2, (3, 1), ("tanh", "identity"), "half_squared_error")


def _numbers(count: int, seed: int) -> Array:
    draw = Random(seed)
    return np.array([2.0 * draw.random() - 1.0 for _ in range(count)])


THETA = _numbers(SHAPE.parameter_count, 1)
X, Y = _numbers(12, 2).reshape(6, 2), _numbers(6, 3).reshape(6, 1)


DAMPENING = 0.7
FIRST_M, FIRST_V = 0.3, 0.2


def first_memories(name: str) -> dict[str, float]:
    """Where the memory of an optimizer begins, other than at 0."""
    return {f"first_{memory}": {"m": FIRST_M, "v": FIRST_V}[memory] for memory in OPTIMIZERS[name].memory}


def ours(name: str, **settings: float) -> Array:
    """Our parameters after each iteration, (ITERATIONS, parameters)."""
    rule = UpdateRule(OPTIMIZERS[name](RATE, **settings))
    plan = TrainingPlan(rule, Batching(len(X)), Data(X, Y))
    state = TrainingState.start(Network(SHAPE, THETA), rule)
    thetas = []
    for _ in range(ITERATIONS):
        _, state = iterate(plan, state)
        thetas.append(state.network.theta)
    return np.array(thetas)


@lru_cache(maxsize=1)
def kept() -> dict[str, Array]:
    """PyTorch's figures, kept for where there is no PyTorch."""
    with np.load(FILE, allow_pickle=False) as figures:
        return dict(figures)
