"""Fisher's irises: 150 flowers of three species, four measurements each (Fisher 1936; see iris.csv)."""

import csv
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from backstep_lab.engine.datasets.class_targets import ClassificationData
from backstep_lab.engine.memory.arrays import Array, frozen

COLUMNS = ("sepal_length", "sepal_width", "petal_length", "petal_width")
SPECIES = ("setosa", "versicolor", "virginica")
SCALES = ("none", "standard")


def iris(
    samples: int,
    noise: float,
    rng: np.random.Generator,
    columns: Sequence[str],
    species: Sequence[str],
    scale: str,
) -> ClassificationData:
    """The chosen columns of flowers of the chosen species, in the order of the paper.

    With fewer `samples` than flowers, that many are drawn; with more, all are taken. `noise` is the standard
    deviation, in cm, of a normal number added to every measurement. Scale "standard" takes from each column
    the mean of all 150 flowers and divides by their standard deviation, whichever flowers were drawn.
    """
    measured, kind = _flowers()
    rows = np.flatnonzero(np.isin(kind, [SPECIES.index(name) for name in species]))
    if samples < len(rows):
        rows = np.sort(rng.choice(rows, samples, replace=False))
    chosen = [COLUMNS.index(name) for name in columns]
    X = measured[rows][:, chosen] + noise * rng.standard_normal((len(rows), len(chosen)))
    if scale == "standard":
        X = (X - measured.mean(axis=0)[chosen]) / measured.std(axis=0)[chosen]
    position = {SPECIES.index(name): place for place, name in enumerate(species)}
    labels = np.array([position[int(number)] for number in kind[rows]], dtype=np.int64)
    return ClassificationData(X, labels, len(species))


@lru_cache(maxsize=1)
def _flowers() -> tuple[Array, Array]:
    """All measurements in cm (150, 4), and the number of each flower's species (150,)."""
    text = Path(__file__).with_name("iris.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    measured = frozen([[float(row[column]) for column in COLUMNS] for row in rows])
    return measured, frozen([SPECIES.index(row["species"]) for row in rows])
