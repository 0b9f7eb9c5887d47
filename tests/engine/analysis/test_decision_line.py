"""A unit's line among examples, by hand; and the two ways to combine inputs."""

import numpy as np

from backstep_lab.engine.analysis.decision_line import separation
from backstep_lab.engine.analysis.weighted_sum import combined

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND = np.array([[0.0], [0.0], [0.0], [1.0]])
XOR = np.array([[0.0], [1.0], [1.0], [0.0]])


def test_a_line_between_the_corners_has_all_of_and_on_their_side() -> None:
    found = separation(CORNERS, np.array([1.0, 1.0]), -1.5, AND)
    assert found.z.tolist() == [-1.5, -0.5, -0.5, 0.5]
    assert found.above.tolist() == [False, False, False, True]
    assert found.right is not None
    assert found.right.all()


def test_an_example_on_the_line_counts_as_below_it() -> None:
    found = separation(CORNERS, np.array([1.0, 1.0]), -1.0, AND)
    assert found.above.tolist() == [False, False, False, True]


def test_no_line_has_all_of_xor_on_their_side() -> None:
    grid = np.linspace(-2.0, 2.0, 17)
    most = 0
    for x in grid:
        for y in grid:
            for b in grid:
                right = separation(CORNERS, np.array([x, y]), b, XOR).right
                assert right is not None
                most = max(most, int(right.sum()))
    assert most == 3


def test_a_hidden_unit_has_no_right_side() -> None:
    assert separation(CORNERS, np.array([1.0, 1.0]), 0.0, None).right is None


def test_a_plain_sum_takes_inputs_as_they_are_and_a_weighted_one_by_their_weights() -> None:
    found = combined(np.array([1.0, 0.5, 2.0]), np.array([0.0, 2.0, -1.0]), 0.25)
    assert (found.plain, found.terms.tolist(), found.weighted) == (3.5, [0.0, 1.0, -2.0], -0.75)
