"""Circle, quadrants, moons, plane, sine and digits are built as described; features are made of points."""

import numpy as np
import pytest

from backstep_lab.engine.datasets.examples import DATASETS, DataError, custom, make
from backstep_lab.engine.datasets.features import FEATURES, engineered
from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.losses import LOSSES


def test_the_circle_is_a_disc_inside_a_ring() -> None:
    X, Y = make("circle", samples=400, seed=1).train
    radius, inside = np.hypot(*X.T), Y[:, 0] == 1
    assert inside.sum() == 200
    assert radius[inside].max() < 2.5
    assert radius[~inside].min() > 3.5
    assert radius.max() < 5


def test_a_quadrant_has_the_class_of_the_one_across_and_no_point_near_the_axes() -> None:
    X, Y = make("quadrants", samples=400, seed=1).train
    assert ((X[:, 0] * X[:, 1] > 0) == (Y[:, 0] == 1)).all()
    assert abs(X).min() > 0.3
    assert abs(X).max() < 5.3


@pytest.mark.parametrize("name", ["circle", "quadrants"])
def test_noise_puts_points_on_the_wrong_side_and_moves_none(name: str) -> None:
    plain, noisy = (make(name, samples=400, noise=noise, seed=1).train for noise in (0.0, 0.3))
    np.testing.assert_array_equal(plain.X, noisy.X)
    assert 0 < (plain.Y != noisy.Y).mean() < 0.5


def test_moons_without_noise_are_half_circles() -> None:
    X, Y = make("moons", samples=200).train
    upper, lower = X[Y[:, 0] == 0], X[Y[:, 0] == 1]
    np.testing.assert_allclose(np.hypot(*upper.T), 1, rtol=1e-12)
    np.testing.assert_allclose(np.hypot(*(lower - [1, 0.5]).T), 1, rtol=1e-12)
    assert upper[:, 1].min() > -1e-12
    assert lower[:, 1].max() < 0.5 + 1e-12


def test_the_plane_and_the_sine_are_functions_of_their_inputs() -> None:
    X, Y = make("plane", seed=1).train
    np.testing.assert_allclose(Y[:, 0], (X[:, 0] + X[:, 1]) / 10, rtol=1e-14)
    X, Y = make("sine", seed=1).train
    np.testing.assert_array_equal(Y, np.sin(X))
    assert abs(X).max() < np.pi


def test_digits_are_pictures_of_8_by_8_from_0_to_1_ten_classes() -> None:
    X, Y = make("digits").train
    assert (X.shape, Y.shape) == ((1797, 64), (1797, 10))
    assert (X.min(), X.max()) == (0, 1)
    assert Y.argmax(axis=1)[:10].tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert Y.sum(axis=0).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert make("digits", samples=1, options={"scale": "none"}).train.X[0, :8].tolist() == [
        0, 0, 5, 13, 9, 1, 0, 0,
    ]  # fmt: skip


@pytest.mark.parametrize("name", DATASETS)
def test_the_suggested_network_fits_its_data(name: str) -> None:
    dataset = DATASETS[name]
    X, Y = make(name).train
    units, activation = dataset.suggested.layers[-1]
    loss = LOSSES[dataset.suggested.loss]
    assert (X.shape[1], Y.shape[1]) == (dataset.inputs, units)
    assert activation in ACTIVATIONS
    assert loss.target_range is None or (Y.min() >= loss.target_range[0] and Y.max() <= loss.target_range[1])


def test_features_are_what_their_names_say() -> None:
    points = np.array([[2.0, 3.0], [0.0, -1.0]])
    expected = [[2, 3, 4, 9, 6, np.sin(2), np.sin(3)], [0, -1, 0, 1, 0, 0, np.sin(-1)]]
    np.testing.assert_array_equal(engineered(points, list(FEATURES)), expected)
    assert engineered(points, ["x2^2", "x1"]).tolist() == [[9, 2], [1, 0]]


def test_any_data_of_two_inputs_can_have_features() -> None:
    plain, extended = make("spiral"), make("spiral", features=["x1^2", "x2"])
    np.testing.assert_array_equal(
        extended.train.X, np.column_stack([plain.train.X[:, 0] ** 2, plain.train.X[:, 1]])
    )
    assert custom([[3, 4]], [[1]], features=["x1*x2"]).train.X.tolist() == [[12]]


@pytest.mark.parametrize(
    ("name", "features", "words"),
    [
        ("iris", ["x1"], "made of two inputs, x1 and x2; this data has 4"),
        ("xor", ["x1", "x1"], "each once"),
        ("xor", ["x3"], "one or more, each once, of x1, x2, x1\\^2"),
    ],
)
def test_features_that_cannot_be_are_refused(name: str, features: list[str], words: str) -> None:
    with pytest.raises(DataError, match=words):
        make(name, features=features)
