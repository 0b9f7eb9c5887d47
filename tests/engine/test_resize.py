"""A network of another shape: which numbers stay."""

import numpy as np
import pytest

from backstep_lab.engine.initializers import initialized
from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.resize import transfer_parameters


def network(*sizes: int, seed: int = 1) -> Network:
    shape = Shape(sizes[0], sizes[1:], ("tanh",) * (len(sizes) - 1), "half_squared_error")
    return initialized(shape, "normal", seed)


def test_a_unit_more_leaves_every_old_number_alone() -> None:
    old, fresh = network(2, 2, 1), network(2, 3, 1, seed=2)
    new = transfer_parameters(old, fresh)
    assert np.array_equal(new.W[0][:2], old.W[0])
    assert np.array_equal(new.W[0][2], fresh.W[0][2])
    assert np.array_equal(new.W[1][:, :2], old.W[1])
    assert np.array_equal(new.W[1][:, 2], fresh.W[1][:, 2])


def test_a_unit_less_takes_only_its_own_numbers_away() -> None:
    old = network(2, 3, 1)
    new = transfer_parameters(old, network(2, 2, 1, seed=2))
    assert np.array_equal(new.W[0], old.W[0][:2])
    assert np.array_equal(new.W[1], old.W[1][:, :2])


def test_the_bias_of_a_unit_stays_when_a_unit_below_it_comes() -> None:
    old = network(2, 2, 1).with_parameter("b", 2, (0,), 0.75)
    assert transfer_parameters(old, network(2, 3, 1, seed=2)).b[1].tolist() == [0.75]


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ((2, 2, 2), (2, 2, 2, 2), {1: 1, 3: 2}),
        ((2, 3, 1), (2, 3, 3, 1), {1: 1, 3: 2}),
        ((2, 3, 3, 1), (2, 3, 1), {1: 1, 2: 3}),
        ((2, 3, 4, 1), (2, 4, 1), {2: 3}),
        ((2, 1), (2, 3, 1), {}),
        ((3, 3), (3, 3, 3), {2: 1}),
    ],
)
def test_with_another_depth_layers_of_the_same_size_stay_whole(
    before: tuple[int, ...], after: tuple[int, ...], kept: dict[int, int]
) -> None:
    old, fresh = network(*before), network(*after, seed=2)
    new = transfer_parameters(old, fresh)
    for layer, W in enumerate(new.W, start=1):
        source = old.W[kept[layer] - 1] if layer in kept else fresh.W[layer - 1]
        assert np.array_equal(W, source), f"layer {layer}"
