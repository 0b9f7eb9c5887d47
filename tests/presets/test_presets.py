"""The presets: every file loads, has its texts in both languages, and does what its story says."""

from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from fluent.syntax import FluentParser, ast
from pydantic import ValidationError

from backstep_lab.engine.training import iterate, mean_loss, run
from backstep_lab.presets import DEFAULT, PRESETS, Preset
from backstep_lab.presets.preset import Erratum
from tests.engine.building import NETWORKS, from_preset, split_of

LOCALES = Path(__file__).parents[2] / "app" / "backstep_lab" / "i18n" / "locales"


def test_there_are_sixteen_networks_and_mazur_is_the_first() -> None:
    assert [preset.name for preset in NETWORKS] == [
        "mazur",
        "linear-by-hand",
        "and-perceptron",
        "perceptron-rule",
        "nielsen-neuron",
        "micrograd-neuron",
        "cs231n-neuron",
        "macleod",
        "errors-in-print",
        "errors-in-print-softmax",
        "errors-in-print-hidden",
        "xor",
        "playground",
        "softmax",
        "deep",
        "digits",
    ]
    assert list(PRESETS)[: len(NETWORKS)] == [preset.name for preset in NETWORKS]
    assert DEFAULT == "mazur"


def test_every_preset_names_its_source_but_four_of_our_own() -> None:
    without = {name for name, preset in PRESETS.items() if preset.source is None}
    assert without == {"linear-by-hand", "power", "errors-in-print-softmax", "errors-in-print-hidden"}


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_catalogue_holds_a_title_and_a_story_for_every_preset_and_no_other(language: str) -> None:
    files = (
        LOCALES / language / name for name in ("presets.ftl", "later/stories.ftl", "later/graph-stories.ftl")
    )
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    entries = [
        entry for entry in FluentParser().parse(text).body if not isinstance(entry, ast.ResourceComment)
    ]
    keys = [entry.id.name for entry in entries if isinstance(entry, ast.Message)]
    assert not [entry for entry in entries if isinstance(entry, ast.Junk)]
    wanted = [key for preset in PRESETS.values() for key in (preset.title_key, preset.story_key)]
    errata = [f"erratum-{why}" for why in get_args(Erratum)]
    assert sorted(keys) == sorted([*wanted, *errata])


@pytest.mark.parametrize("preset", NETWORKS, ids=lambda preset: preset.name)
def test_a_network_fits_its_data_and_can_take_a_step(preset: Preset) -> None:
    trace, _ = iterate(*from_preset(preset))
    assert trace.overflow is None


def test_xor_from_seed_1_is_below_five_hundredths_after_300_iterations_and_solved() -> None:
    plan, state = from_preset(PRESETS["xor"])
    trained = run(plan, state, 301)
    assert trained.losses[300] < 0.05
    np.testing.assert_array_equal(np.round(trained.state.network.predict(plan.data.X)), [[0], [1], [1], [0]])


def test_the_playground_has_learnt_its_circle_after_500_iterations() -> None:
    plan, state = from_preset(PRESETS["playground"])
    trained = run(plan, state, 500).state.network
    for part in (plan.data, split_of(PRESETS["playground"]).test):
        assert (np.round(trained.predict(part.X)) == part.Y).mean() >= 0.95


def test_xor_from_seed_2_gets_stuck_near_35_hundredths() -> None:
    losses = run(*from_preset(PRESETS["xor"], seed=2), 3000).losses
    assert 0.345 < losses[-1] < 0.355
    assert losses[-1000] - losses[-1] < 0.005


def test_the_perceptron_gets_two_rows_wrong_without_a_gradient_and_learns_nothing() -> None:
    plan, state = from_preset(PRESETS["and-perceptron"])
    trace, after = iterate(plan, state)
    assert (trace.A[1] != trace.Y).sum() == 2
    assert trace.loss == 0.25
    assert not trace.gradient.any()
    np.testing.assert_array_equal(after.network.theta, state.network.theta)


def test_the_perceptron_computes_and_with_the_bias_that_its_story_names() -> None:
    plan, state = from_preset(PRESETS["and-perceptron"])
    network = state.network.with_parameter("b", 1, (0,), -1.5)
    np.testing.assert_array_equal(network.predict(plan.data.X), plan.data.Y)


def test_the_perceptrons_rule_learns_and_in_eighteen_iterations_as_one_written_by_hand() -> None:
    plan, state = from_preset(PRESETS["perceptron-rule"])
    w1 = w2 = b = 0.0
    changed = []
    for iteration, (x1, x2, y) in enumerate([(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)] * 6, start=1):
        a = 1.0 if w1 * x1 + w2 * x2 + b > 0 else 0.0
        w1, w2, b = w1 + (y - a) * x1, w2 + (y - a) * x2, b + (y - a)
        _, after = iterate(plan, state)
        assert after.network.theta.tolist() == [w1, w2, b]
        if after.network.theta.tolist() != state.network.theta.tolist():
            changed.append(iteration)
        state = after
    assert changed == [4, 5, 6, 8, 10, 11, 12, 15, 16, 18]
    assert state.network.theta.tolist() == [2.0, 1.0, -2.0]
    np.testing.assert_array_equal(state.network.predict(plan.data.X), plan.data.Y)


@pytest.mark.parametrize(("name", "flowers", "tested"), [("softmax", 120, 30), ("deep", 80, 20)])
def test_the_iris_networks_learn_most_flowers_including_those_never_met(
    name: str, flowers: int, tested: int
) -> None:
    split = split_of(PRESETS[name])
    assert (len(split.train.X), len(split.test.X)) == (flowers, tested)
    plan, state = from_preset(PRESETS[name])
    network = run(plan, state, 1000).state.network
    assert mean_loss(network, plan.data) < 0.2
    right = network.predict(split.test.X).argmax(axis=1) == split.test.Y.argmax(axis=1)
    assert right.mean() >= 0.9


@pytest.mark.parametrize("name", ["micrograd-neuron", "cs231n-neuron"])
def test_a_target_one_below_the_output_makes_the_loss_slope_one(name: str) -> None:
    trace, _ = iterate(*from_preset(PRESETS[name]))
    assert trace.dL_dA[0][0, 0] == pytest.approx(1.0, abs=1e-15)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Mazur"},
        {"network": {"inputs": 2}},
        {"data": {"name": "rings"}},
        {"story": "Once upon a time"},
        {"graph": {"program": ["L = 2*"]}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_preset_file_that_makes_no_session_is_refused(change: dict[str, object]) -> None:
    whole = PRESETS["mazur"].model_dump(mode="json")
    assert Preset.model_validate(whole) == PRESETS["mazur"]
    with pytest.raises(ValidationError):
        Preset.model_validate(whole | change)
