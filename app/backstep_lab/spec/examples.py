"""The training and test examples that a spec describes."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from backstep_lab.config import limits
from backstep_lab.engine.batching import Data
from backstep_lab.engine.datasets import examples as datasets
from backstep_lab.spec import model as wire
from backstep_lab.spec.errors import Invalid

GENERATED_KEPT = 16  # data sets of at most a few megabytes each
_OPTIONS = ("classes", "columns", "species", "scale", "target_scale", "targets")
_GENERATED_ONLY = ("samples", "noise", "classes", "columns", "species", "targets")


def data_of(spec: wire.DataSpec) -> tuple[Data, Data]:
    """The training and the test examples; generated ones are shared between all sessions that have them."""
    try:
        if spec.name != "custom":
            options = [(name, getattr(spec, name)) for name in _OPTIONS if getattr(spec, name) is not None]
            return _generated(
                spec.name,
                spec.samples,
                spec.noise,
                spec.seed,
                spec.test_fraction,
                tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in options),
                tuple(spec.features or ()),
            )
        assert spec.X is not None, "custom data comes with X"
        assert spec.Y is not None, "custom data comes with Y"
        _check_options(spec)
        _bounded(sum(map(len, spec.X)) + sum(map(len, spec.Y)))
        return _both(
            datasets.custom(
                spec.X,
                spec.Y,
                test_fraction=spec.test_fraction,
                seed=spec.seed,
                features=spec.features or (),
                scale=spec.scale or "none",
                target_scale=spec.target_scale or "none",
            )
        )
    except datasets.DataError as error:
        raise Invalid(f"data.{error.field}", str(error), error.key, **error.args_of_key) from None


def stored_data(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Stored fields of data without the options that given examples cannot follow: once they were kept."""
    if fields.get("name") != "custom":
        return dict(fields)
    return {name: value for name, value in fields.items() if name not in _GENERATED_ONLY}


def _check_options(spec: wire.DataSpec) -> None:
    """Raise Invalid where given examples have an option that only generated ones can follow."""
    for name in _GENERATED_ONLY:
        if getattr(spec, name) not in (None, 0.0):
            raise Invalid(
                f"data.{name}",
                f"data.{name} is an option of generated data; these examples are given: leave it out.",
                "problem-data-generated-only",
            )


@lru_cache(maxsize=GENERATED_KEPT)
def _generated(
    name: str,
    samples: int | None,
    noise: float,
    seed: int,
    test_fraction: float,
    options: tuple[tuple[str, Any], ...],
    features: tuple[str, ...],
) -> tuple[Data, Data]:
    return _both(
        datasets.make(
            name,
            samples=samples,
            noise=noise,
            seed=seed,
            test_fraction=test_fraction,
            options={key: list(value) if isinstance(value, tuple) else value for key, value in options},
            features=features,
        )
    )


def _both(split: datasets.TrainTestSplit) -> tuple[Data, Data]:
    return Data(split.train.X, split.train.Y), Data(split.test.X, split.test.Y)


def _bounded(numbers: int) -> None:
    if numbers > limits.MAX_CUSTOM_NUMBERS:
        raise Invalid(
            "data.X",
            f"data.X and data.Y have {numbers} numbers; it must be from 2 to {limits.MAX_CUSTOM_NUMBERS}.",
            "problem-out-of-range",
            value=numbers,
            min=2,
            max=limits.MAX_CUSTOM_NUMBERS,
        )
