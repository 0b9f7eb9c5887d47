"""A data set's small picture."""

import pytest

from backstep_lab.engine.datasets.examples import DATASETS
from backstep_lab.wire.thumbnails import POINTS, thumbnail


@pytest.mark.parametrize("name", sorted(set(DATASETS) - {"digits"}))
def test_points_fill_the_square(name: str) -> None:
    drawn = thumbnail(name)
    for coordinates in (drawn.x, drawn.y):
        assert 4 <= len(coordinates) <= POINTS
        assert all(0 <= value <= 1 for value in coordinates)
        assert max(coordinates) - min(coordinates) > 0.8


def test_classes_and_values_are_distinguished() -> None:
    xor = thumbnail("xor")
    assert dict(zip(zip(xor.x, xor.y, strict=True), xor.classes or [], strict=True)) == {
        (0.0, 0.0): 0,
        (0.0, 1.0): 1,
        (1.0, 0.0): 1,
        (1.0, 1.0): 0,
    }
    assert set(thumbnail("iris").classes or []) == {0, 1, 2}
    plane, sine = thumbnail("plane"), thumbnail("sine")
    assert (plane.classes, sine.classes, sine.values) == (None, None, None)
    assert len(plane.values or []) == len(plane.x)


def test_images_are_shown_by_the_first() -> None:
    digits = thumbnail("digits")
    assert (len(digits.pixels or []), digits.x) == (64, [])
