import re
from pathlib import Path

import pytest
from hypothesis import given

from app.stepping.explain import explain
from tests.stepping.cases import Case, cases

LOCALES = Path(__file__).parents[2] / "app" / "locales"

BESIDE = {"layer", "unit", "value", "sign"}
EDGE = {"from", "from_layer"}
STEP = {"old", "gradient", "learning_rate", "optimizer", "change"}
KEYS: dict[str, set[str]] = {
    "op-product": EDGE | {"w", "a"},
    "op-sum": {"count", "bias"},
    "op-activation": {"activation", "z"},
    "op-activation-softmax": {"activation", "z", "count"},
    "op-loss-term": {"loss", "a", "y"},
    "op-loss": {"loss", "count"},
    "op-batch-loss": {"examples", "example_loss"},
    "op-batch-loss-penalty": {"examples", "example_loss", "mean", "penalty"},
    "op-loss-slope": {"loss", "a", "y"},
    "op-loss-slope-unbounded": {"loss", "a", "y"},
    "op-loss-slope-margin": {"loss", "a", "y"},
    "op-downstream-term": {"to", "to_layer", "w", "delta"},
    "op-downstream-sum": {"count"},
    "op-slope": {"activation", "z", "a"},
    "op-slope-zero": {"activation", "z", "a"},
    "op-slope-step": {"activation", "z", "a"},
    "op-delta": {"gradient", "slope"},
    "op-delta-fused": {"activation", "loss", "a", "y", "count"},
    "op-delta-softmax": {"activation", "a", "gradient", "count"},
    "op-weight-gradient": EDGE | {"delta", "a"},
    "op-weight-gradient-share": EDGE | {"delta", "a", "example", "examples"},
    "op-bias-gradient": {"delta"},
    "op-bias-gradient-share": {"delta", "example", "examples"},
    "op-batch-gradient": EDGE | {"share", "examples"},
    "op-batch-gradient-bias": {"share", "examples"},
    "op-penalty-gradient": EDGE | {"mean", "w", "added"},
    "op-update": EDGE | {"w", "gradient", "learning_rate", "optimizer", "change"},
    "op-first-moment": {"old", "gradient", "optimizer"},
    "op-second-moment": {"old", "gradient", "optimizer"},
    "op-sum-of-squares": {"old", "gradient", "optimizer"},
    **{f"op-update-{name}": STEP for name in ("momentum", "nesterov", "scaled")},
    **{f"op-update-{name}": STEP | {"m_hat", "v_hat"} for name in ("adam", "adamw")},
    "op-update-bias": {"b", "gradient", "learning_rate", "optimizer", "change"},
}
WITHOUT_VALUE = {"op-loss-slope-unbounded"}


@given(cases())
def test_a_sentence_gets_the_arguments_of_its_key_and_none_is_missing(case: Case) -> None:
    for ordinal in range(case.program.steps):
        message = explain(case.trace, case.program, ordinal, case.focus, case.rule).message
        beside = {"layer", "unit"} if message.key in WITHOUT_VALUE else BESIDE
        assert set(message.args) == KEYS[message.key] | beside, message.key
        assert None not in message.args.values()


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_key_has_a_sentence_that_asks_for_nothing_else(language: str) -> None:
    files = ("operations.ftl", "training-settings.ftl")
    catalogue = "\n".join((LOCALES / language / name).read_text(encoding="utf-8") for name in files)
    sentences = dict(re.findall(r"^(op-[a-z-]+) =((?:.|\n(?=[ }]))*)", catalogue, re.MULTILINE))
    asked = {key: set(re.findall(r"\$([a-z_]+)", sentences[key])) for key in KEYS}
    derived = {"size", "direction"}  # of value and change, by whoever prints the sentence
    unknown = {key: args - KEYS[key] - BESIDE - derived for key, args in asked.items()}
    assert unknown == {key: set() for key in KEYS}
    assert not asked["op-loss-slope-unbounded"] & {"value", "sign", "size"}
