"""f′ of neighbouring layers with the same activation in one call: the numbers are those of each layer."""

import numpy as np
import pytest

from backstep_lab.engine.memory.workspace import Workspace
from backstep_lab.engine.network import Network, Shape
from tests.engine.building import traced

X = [[0.5, -1.0], [1.5, 0.25], [-0.75, 2.0]]
ROWS = [
    (("tanh", "tanh", "tanh"), "half_squared_error", [(1, 3)]),
    (("tanh", "tanh", "sigmoid"), "half_squared_error", [(1, 2), (3, 3)]),
    (("relu", "tanh", "relu"), "half_squared_error", [(1, 1), (2, 2), (3, 3)]),
    (("gelu", "elu", "elu", "softmax"), "half_squared_error", [(1, 1), (2, 3), (4, 4)]),
    (("silu", "silu", "softmax"), "cross_entropy", [(1, 2)]),
]


@pytest.mark.parametrize(("activations", "loss", "together"), ROWS)
def test_slopes_in_rows_of_layers_are_those_of_each_layer(
    activations: tuple[str, ...], loss: str, together: list[tuple[int, int]]
) -> None:
    shape = Shape(2, tuple(range(len(activations) + 1, 1, -1)), activations, loss)
    units = [sum(shape.units[first - 1 : last]) for first, last in together]
    assert [len(call.slope) for call in Workspace(shape, len(X)).slope_calls] == units

    network = Network(shape, np.linspace(-1.0, 1.0, shape.parameter_count))
    trace = traced(network, X, [[1.0, 0.0]] * len(X))
    for function, Z, A, slope in zip(shape.functions, trace.Z, trace.A[1:], trace.slope, strict=True):
        alone = np.empty_like(Z.T)
        function.slope(np.ascontiguousarray(Z.T), np.ascontiguousarray(A.T), alone)
        np.testing.assert_array_equal(slope, alone.T)
