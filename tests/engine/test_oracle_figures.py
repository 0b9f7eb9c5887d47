"""By stranger, without the stranger: sixty of PyTorch's iterations, kept in a file by `make oracle`."""

import pytest

from tests.oracle import kept
from tests.oracle.cases import case

FIGURES = kept.read()


def test_sixty_iterations_are_kept() -> None:
    assert len(FIGURES) == kept.KEPT


@pytest.mark.parametrize("number", FIGURES)
def test_every_number_of_an_iteration_is_the_one_kept(number: int) -> None:
    one = case(number)
    assert not kept.differences(one.figures, FIGURES[number]), one.shape
