"""Tables that other packages ship for teaching: read as proposed, a small network learns them.

They are read from the packages' files; nothing of the packages is imported.
"""

import gzip
import json
from dataclasses import replace
from importlib.metadata import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backstep_lab.engine.analysis.accuracy import accuracy
from backstep_lab.engine.batching import Data
from backstep_lab.engine.network import Network
from backstep_lab.engine.training import run
from backstep_lab.models.layered.replace_dataset import output_for
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.resolve import spec_of
from backstep_lab.spec.setup import build
from backstep_lab.tables.encoding import decoded
from backstep_lab.wire.table_preview import TableCall, table_json
from tests.tables.reading import read

ITERATIONS = 2_000
# package, file, corrections, examples, inputs, and the accuracy or R² over the examples set aside for testing
LEARNED: list[tuple[str, str, dict[str, Any], int, int, float]] = [
    ("palmerpenguins", "penguins.csv", {"missing": "drop"}, 333, 9, 0.97),
    ("scikit-learn", "iris.csv", {}, 150, 4, 0.9),
    ("scikit-learn", "wine_data.csv", {}, 178, 13, 0.95),
    ("scikit-learn", "breast_cancer.csv", {}, 569, 30, 0.95),
    ("vega-datasets", "seattle-weather.csv", {}, 1461, 4, 0.6),
    ("vega-datasets", "iowa-electricity.csv", {}, 51, 3, 0.9),
]
REFUSED = {
    ("scikit-learn", "digits.csv.gz"): "problem-table-numbers",
    ("scikit-learn", "diabetes_target.csv.gz"): "problem-table-one-column",
    ("vega-datasets", "sf-temps.csv"): "problem-table-roles",
    ("palmerpenguins", "penguins.csv"): "problem-table-missing",
}


def content(package: str, name: str) -> bytes:
    """The bytes of a package's file."""
    place = next(file for file in files(package) or () if file.name == name)
    found = Path(place.locate()).read_bytes()
    return gzip.decompress(found) if name.endswith(".gz") else found


def goodness(network: Network, data: Data, like: Data) -> float:
    """Of classes the share that is right, of values R²."""
    share = accuracy(network, data, like)
    if share is not None:
        return share
    off = network.predict(data.X) - data.Y
    return float(1.0 - (off**2).sum() / ((data.Y - data.Y.mean(axis=0)) ** 2).sum())


@pytest.mark.parametrize(("package", "name", "choices", "examples", "inputs", "wanted"), LEARNED)
def test_a_teaching_table_is_read_and_learned_as_proposed(
    package: str, name: str, choices: dict[str, Any], examples: int, inputs: int, wanted: float
) -> None:
    call = TableCall(text=decoded(content(package, name)).text, **choices)
    table = json.loads(table_json(call))
    X, Y = np.array(table["X"]), np.array(table["Y"])
    assert X.shape == (examples, inputs)
    activation, loss = output_for(Y)
    data = {"name": "custom", **{part: table[part] for part in ("X", "Y", "scale", "target_scale")}}
    setup = build(
        spec_of(
            {
                "network": {
                    "inputs": inputs,
                    "layers": [
                        {"units": 8, "activation": "tanh"},
                        {"units": Y.shape[1], "activation": activation},
                    ],
                    "loss": loss,
                },
                "data": {**data, "test_fraction": 0.2, "seed": 1},
                "training": {
                    "batch_size": 10,
                    "shuffle": True,
                    "optimizer": {"name": "sgd", "learning_rate": 0.1},
                },
                "names": table["names"],
            }
        )
    )
    setup = replace(setup, state=run(setup.plan, setup.state, ITERATIONS).state)
    found = goodness(setup.state.network, setup.test, setup.plan.data)
    assert found >= wanted


@pytest.mark.parametrize(("package", "name"), REFUSED)
def test_a_teaching_table_that_is_too_large_or_has_no_targets_is_refused(package: str, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(decoded(content(package, name)).text)
    assert refused.value.key == REFUSED[package, name]
