"""Right is what lies within one unit of a significant digit."""

import pytest

from backstep_lab.quiz.tolerance import is_near, margin


@pytest.mark.parametrize(
    ("true", "digits", "expected"),
    [
        (0.0075, 2, 0.0001),
        (0.5932699921071872, 2, 0.01),
        (0.5932699921071872, 4, 0.0001),
        (-0.03809823651655623, 1, 0.01),
        (1000.0, 1, 1000.0),
        (0.001, 2, 0.0001),
        (123456.0, 6, 1.0),
        (0.0, 2, 1e-12),
        (1e-15, 2, 1e-12),
    ],
)
def test_the_margin_is_a_unit_of_the_digit(true: float, digits: int, expected: float) -> None:
    assert margin(true, digits) == pytest.approx(expected, rel=1e-12)


def test_an_updated_weight_must_be_nearer_to_itself_than_to_the_old_one() -> None:
    assert margin(0.14978, 2, old=0.15) == pytest.approx(0.00011)
    assert margin(0.5, 2, old=-3.0) == pytest.approx(0.01)
    assert margin(0.15, 2, old=0.15) == pytest.approx(0.01)


def test_being_off_by_exactly_one_unit_is_near() -> None:
    assert is_near(0.0076, 0.0075, margin(0.0075, 2))
    assert not is_near(0.00761, 0.0075, margin(0.0075, 2))


def test_where_zero_is_meant_what_float64_leaves_over_is_near() -> None:
    assert is_near(0.3 - 0.1 - 0.2, 0.0, margin(0.0, 2))
    assert not is_near(0.001, 0.0, margin(0.0, 2))
