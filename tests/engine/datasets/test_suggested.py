"""The network suggested for a data set learns it."""

import numpy as np
import pytest

from backstep_lab.engine.batching import Batching, Data
from backstep_lab.engine.datasets.examples import DATASETS, make
from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.network import Shape
from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.engine.training import TrainingPlan, TrainingState, UpdateRule, run

HARD = {"spiral": 10_000, "circle": 5_000, "moons": 5_000, "quadrants": 5_000}


@pytest.mark.parametrize("name", DATASETS)
def test_the_suggested_network_learns_its_data(name: str) -> None:
    dataset, data = DATASETS[name], Data(*make(name).train)
    suggested = dataset.suggested
    units, activations = zip(*suggested.layers, strict=True)
    network = initialized(Shape(dataset.inputs, units, activations, suggested.loss), "xavier_uniform", 1)
    size = len(data) if suggested.batch_size == "all" else suggested.batch_size
    rule = UpdateRule(OPTIMIZERS["sgd"](suggested.learning_rate), 0.0, 0.0, True)
    plan = TrainingPlan(rule, Batching(size, suggested.shuffle, 1), data)
    state, best = TrainingState.start(network, rule), 0.0
    for _ in range(0, HARD.get(name, 3_000), 500):  # a batch at the end may throw it back for a moment
        state = run(plan, state, 500).state
        best = max(best, share_right(state.network.predict(data.X), data.Y, dataset.is_regression))
    assert best > 0.9


def share_right(said: np.ndarray, true: np.ndarray, is_regression: bool) -> float:
    """R² of values; of classes, the part that is right."""
    if is_regression:
        return float(1 - ((said - true) ** 2).sum() / ((true - true.mean()) ** 2).sum())
    right = said.argmax(axis=1) == true.argmax(axis=1) if true.shape[1] > 1 else (said > 0.5) == (true > 0.5)
    return float(right.mean())
