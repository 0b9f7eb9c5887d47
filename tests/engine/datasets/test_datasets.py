"""Data sets: seeded, bounded, built as published."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.engine.datasets.examples import DATASETS, MAX_SAMPLES, DataError, custom, make

SEEDED = ["spiral", "gaussians"]
DRAWN = ["circle", "quadrants", "gaussians", "spiral", "moons", "plane", "sine"]


def test_the_data_sets_there_are() -> None:
    assert " ".join(DATASETS) == (
        "and or xor nand circle quadrants gaussians spiral moons plane sine iris digits"
    )


@pytest.mark.parametrize(
    ("name", "outputs"),
    [("xor", [0, 1, 1, 0]), ("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1]), ("nand", [1, 1, 1, 0])],
)
def test_a_truth_table_has_its_four_rows_in_order(name: str, outputs: list[int]) -> None:
    X, Y = make(name).train
    assert X.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert Y.tolist() == [[output] for output in outputs]


def test_a_truth_table_repeats_its_rows_and_spreads_them_with_noise() -> None:
    X, Y = make("xor", samples=4000, noise=0.2, seed=3).train
    assert Y[:8, 0].tolist() == [0, 1, 1, 0] * 2
    for row, centre in enumerate([[0, 0], [0, 1], [1, 0], [1, 1]]):
        np.testing.assert_allclose(X[row::4].mean(axis=0), centre, atol=0.03)
        np.testing.assert_allclose(X[row::4].std(axis=0), 0.2, rtol=0.1)


def test_a_spiral_without_noise_lies_on_its_arms() -> None:
    X, Y = make("spiral", samples=200).train
    way = np.arange(100) / 100
    angle = 2 * np.pi * 1.75 * way
    arm = 5 * way[:, np.newaxis] * np.column_stack([np.sin(angle), np.cos(angle)])
    np.testing.assert_allclose(X[0::2], arm, atol=1e-12)
    np.testing.assert_allclose(X[1::2], -arm, atol=1e-12)
    assert Y[:4, 0].tolist() == [0, 1, 0, 1]


def test_the_noise_of_a_spiral_moves_no_coordinate_by_more_than_it() -> None:
    plain, noisy = make("spiral", samples=500).train.X, make("spiral", samples=500, noise=0.3, seed=1).train.X
    assert 0.28 < abs(noisy - plain).max() <= 0.3


def test_clouds_lie_round_their_centres_with_the_variance_of_their_noise() -> None:
    X, Y = make("gaussians", samples=8000, noise=0.1, seed=1).train
    for label, centre in ((0, [2, 2]), (1, [-2, -2])):
        cloud = X[Y[:, 0] == label]
        np.testing.assert_allclose(cloud.mean(axis=0), centre, atol=0.1)
        np.testing.assert_allclose(cloud.var(axis=0), 0.5 + 0.7, rtol=0.1)


@pytest.mark.parametrize("name", SEEDED)
def test_more_classes_share_the_examples_evenly_and_have_an_output_each(name: str) -> None:
    _, Y = make(name, samples=32, options={"classes": 5}).train
    assert Y.shape == (32, 5)
    assert Y.sum(axis=0).tolist() == [7, 7, 6, 6, 6]
    assert (Y.sum(axis=1) == 1).all()


def test_iris_is_the_table_of_1936() -> None:
    X, Y = make("iris").train
    assert (X.shape, Y.shape) == ((150, 4), (150, 3))
    assert (X[0].tolist(), X[149].tolist()) == ([5.1, 3.5, 1.4, 0.2], [5.9, 3.0, 5.1, 1.8])
    # the rows that the copy of the UCI repository has wrong
    assert (X[34].tolist(), X[37].tolist()) == ([4.9, 3.1, 1.5, 0.2], [4.9, 3.6, 1.4, 0.1])
    means = [X[Y[:, kind] == 1].mean(axis=0).round(3).tolist() for kind in range(3)]
    # Fisher 1936, table II
    assert means == [[5.006, 3.428, 1.462, 0.246], [5.936, 2.770, 4.260, 1.326], [6.588, 2.974, 5.552, 2.026]]


def test_columns_and_species_of_iris_come_in_the_order_asked_for() -> None:
    options = {"columns": ["petal_width", "sepal_length"], "species": ["virginica", "setosa"]}
    X, Y = make("iris", options=options).train
    assert X[0].tolist() == [0.2, 5.1]
    assert Y[:, 0].tolist() == [1.0] * 50 + [0.0] * 50  # the flowers in the order of the paper, setosa first


def test_standard_iris_columns_have_mean_0_and_deviation_1() -> None:
    X = make("iris", options={"scale": "standard"}).train.X
    np.testing.assert_allclose(X.mean(axis=0), 0.0, atol=1e-14)
    np.testing.assert_allclose(X.std(axis=0), 1.0, rtol=1e-14)


def test_some_of_the_irises_are_a_draw_by_seed() -> None:
    few, again, others = (make("iris", samples=30, seed=seed).train.X for seed in (1, 1, 2))
    assert few.shape == (30, 4)
    np.testing.assert_array_equal(few, again)
    assert (few != others).any()


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ("auto", [[0.0], [1.0]]),
        ("binary", [[0.0], [1.0]]),
        ("signed", [[-1.0], [1.0]]),
        ("one_hot", [[1.0, 0.0], [0.0, 1.0]]),
    ],
)
def test_two_classes_can_be_given_in_four_ways(targets: str, expected: list[list[float]]) -> None:
    assert make("spiral", samples=2, options={"targets": targets}).train.Y.tolist() == expected


@given(
    st.sampled_from(list(DATASETS)),
    st.integers(1, 150),
    st.floats(0, 2),
    st.integers(0, 2**32 - 1),
    st.floats(0, 0.9),
)
def test_a_data_set_is_a_function_of_its_arguments(
    name: str, samples: int, noise: float, seed: int, fraction: float
) -> None:
    split, again = (
        make(name, samples=samples, noise=noise, seed=seed, test_fraction=fraction) for _ in range(2)
    )
    for part, other in zip((*split.train, *split.test), (*again.train, *again.test), strict=True):
        np.testing.assert_array_equal(part, other)
        assert not part.flags.writeable
        assert np.isfinite(part).all()
    total = len(split.train.X) + len(split.test.X)
    assert len(split.train.X) == len(split.train.Y) >= 1
    assert total == samples
    assert len(split.test.X) == min(int(samples * fraction + 0.5), samples - 1)


@pytest.mark.parametrize("name", DRAWN)
def test_another_seed_gives_other_points(name: str) -> None:
    first, other = (make(name, noise=0.1, seed=seed).train for seed in (1, 2))
    assert (first.X != other.X).all()


def test_setting_examples_aside_parts_the_same_examples_in_order() -> None:
    whole, split = make("gaussians", samples=20), make("gaussians", samples=20, test_fraction=0.25)
    rows = whole.train.X.tolist()
    kept, tested = ([rows.index(row) for row in part.X.tolist()] for part in split)
    assert (len(kept), len(tested)) == (15, 5)
    assert sorted(kept + tested) == list(range(20))
    assert (kept, tested) == (sorted(kept), sorted(tested))


def test_own_examples_are_kept_as_given() -> None:
    split = custom([[1, 2], [3, 4]], [[0], [1]])
    assert (split.train.X.tolist(), split.train.Y.tolist()) == ([[1.0, 2.0], [3.0, 4.0]], [[0.0], [1.0]])
    assert (split.test.X.shape, split.test.Y.shape) == ((0, 2), (0, 1))


@pytest.mark.parametrize(
    ("X", "Y", "field", "words"),
    [
        ([[1, 2], [3]], [[0], [1]], "X", "rows of numbers, all of one length"),
        ([["a", 2]], [[0]], "X", "rows of numbers"),
        ([1, 2], [[0]], "X", r"shape \(2,\)"),
        ([], [], "X", "must have 1 to"),
        ([[]], [[0]], "X", r"shape \(1, 0\)"),
        ([[1, 2]], [[0], [1]], "Y", "Y has 2 rows, X has 1"),
        ([[1, float("nan")]], [[0]], "X", "not finite"),
        ([[1]], [[float("inf")]], "Y", "not finite"),
        ([[0.0]] * (MAX_SAMPLES + 1), [[0.0]] * (MAX_SAMPLES + 1), "X", f"1 to {MAX_SAMPLES} rows"),
    ],
)
def test_own_examples_that_do_not_fit_are_refused(X: object, Y: object, field: str, words: str) -> None:
    with pytest.raises(DataError, match=words) as refused:
        custom(X, Y)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("arguments", "field", "words"),
    [
        ({"name": "rings"}, "name", "'rings'; there are and, or, xor, nand, circle, .*, digits, custom"),
        ({"samples": 0}, "samples", "samples is 0; it must be a whole number from 1 to 10000"),
        ({"samples": MAX_SAMPLES + 1}, "samples", "10001"),
        ({"samples": 2.5}, "samples", "2.5"),
        ({"samples": True}, "samples", "True"),
        ({"name": "iris", "samples": 151}, "samples", "from 1 to 150"),
        ({"noise": -0.1}, "noise", "noise is -0.1; it must be from 0.0 to 2.0"),
        ({"noise": 2.1}, "noise", "2.1"),
        ({"noise": float("nan")}, "noise", "nan"),
        ({"test_fraction": 0.95}, "test_fraction", "0.95; it must be from 0.0 to 0.9"),
        ({"seed": -1}, "seed", "-1"),
        ({"seed": 2**32}, "seed", "4294967296"),
        ({"options": {"classes": 7}}, "classes", "classes is 7; it must be a whole number from 2 to 6"),
        ({"options": {"arms": 2}}, "arms", "no option 'arms'; it has classes, targets"),
        ({"options": {"classes": 3, "targets": "signed"}}, "targets", "here are 3: use 'one_hot'"),
        ({"options": {"targets": "soft"}}, "targets", "'soft'; there are auto, binary, signed, one_hot"),
        ({"options": {"targets": ["auto"]}}, "targets", "there are auto"),
        ({"name": "iris", "options": {"columns": []}}, "columns", "one or more"),
        ({"name": "iris", "options": {"columns": ["petal_width"] * 2}}, "columns", "each once"),
        ({"name": "iris", "options": {"columns": [["petal_width"]]}}, "columns", "one or more"),
        ({"name": "iris", "options": {"species": ["rosa"]}}, "species", "setosa, versicolor, virginica"),
        ({"name": "iris", "options": {"scale": "log"}}, "scale", "none, standard"),
    ],
)
def test_what_is_out_of_range_is_refused_in_a_sentence_with_the_range(
    arguments: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(DataError, match=words) as refused:
        make(**{"name": "spiral", **arguments})
    assert refused.value.field == field
