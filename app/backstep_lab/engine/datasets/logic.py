"""Truth tables of two inputs.

AND and OR are what one threshold unit can compute; XOR is the smallest table that it cannot (Minsky &
Papert 1969, Perceptrons), and the classic first task of back-propagation (Rumelhart, Hinton & Williams
1985, Learning Internal Representations by Error Propagation).
"""

from collections.abc import Callable

import numpy as np

from backstep_lab.engine.datasets.class_targets import ClassificationData

ROWS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def table(
    outputs: tuple[int, int, int, int],
) -> Callable[[int, float, np.random.Generator], ClassificationData]:
    """A generator of the rows 00, 01, 10, 11 over and over, with these outputs.

    `noise` is the standard deviation of a normal number added to every input.
    """

    def rows(samples: int, noise: float, rng: np.random.Generator) -> ClassificationData:
        row = np.arange(samples) % 4
        X = ROWS[row] + noise * rng.standard_normal((samples, 2))
        return ClassificationData(X, np.array(outputs, dtype=np.int64)[row], 2)

    return rows


and_table = table((0, 0, 0, 1))
or_table = table((0, 1, 1, 1))
xor_table = table((0, 1, 1, 0))
nand_table = table((1, 1, 1, 0))
