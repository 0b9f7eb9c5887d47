"""What is said to learn a data set learns it, from every preset, by the edit that the page makes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from backstep_lab.engine.analysis.accuracy import accuracy
from backstep_lab.engine.datasets.examples import DATASETS
from backstep_lab.engine.training import run
from backstep_lab.models.change import Change
from backstep_lab.models.layered.apply_change import apply_change
from backstep_lab.presets import PRESETS
from backstep_lab.spec.resolve import spec_of
from backstep_lab.spec.setup import TrainingSetup, build
from backstep_lab.wire.choices import datasets
from tests.engine.building import NETWORKS

INFOS = {info.name: info for info in datasets()}
BETWEEN = 500  # iterations between two evaluations: a batch at the end may throw it back for a moment


def edit_of(name: str) -> Change:
    """The edit that the page makes of a data set's thumbnail."""
    info = INFOS[name]
    suggested = info.suggested.model_dump(exclude_none=True)
    network = {part: suggested[part] for part in ("layers", "loss", "initializer", "seed")}
    dataset: dict[str, Any] = {option.name: option.default for option in info.options}
    dataset |= {"name": name, "samples": info.samples, "noise": 0.0, "seed": 0, "features": []}
    dataset["test_fraction"] = 0.2 if info.samples > 4 else 0.0
    return Change(parts={"dataset": dataset, "network": network, "training": suggested["training"]})


def started(preset: str, name: str) -> TrainingSetup:
    return apply_change(build(spec_of(PRESETS[preset].spec)), edit_of(name))


@pytest.mark.parametrize("name", DATASETS)
def test_the_suggested_network_starts_alike_from_every_preset(name: str) -> None:
    first, *others = [started(preset.name, name) for preset in NETWORKS]
    for setup in others:
        assert setup.spec == first.spec.model_copy(update={"preset": setup.spec.preset})
        assert (setup.plan.rule, setup.plan.batching) == (first.plan.rule, first.plan.batching)
        np.testing.assert_array_equal(setup.state.network.theta, first.state.network.theta)
        np.testing.assert_array_equal(setup.plan.data.X, first.plan.data.X)


@pytest.mark.parametrize("name", DATASETS)
def test_the_suggested_network_reaches_its_stated_accuracy(name: str) -> None:
    setup, stated, best = started("mazur", name), INFOS[name].suggested, -np.inf
    for _ in range(0, stated.iterations, BETWEEN):
        setup = replace(setup, state=run(setup.plan, setup.state, BETWEEN).state)
        best = max(best, share_right(setup))
    assert best >= stated.accuracy


def share_right(setup: TrainingSetup) -> float:
    """R² of values; of classes, the part that is right."""
    network, data = setup.state.network, setup.plan.data
    if DATASETS[setup.spec.data.name].is_regression:
        errors = network.predict(data.X) - data.Y
        return float(1 - (errors**2).sum() / ((data.Y - data.Y.mean()) ** 2).sum())
    right = accuracy(network, data)
    assert right is not None, "its targets are classes"
    return right
