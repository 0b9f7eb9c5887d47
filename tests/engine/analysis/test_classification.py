"""How outputs are read as classes."""

import numpy as np

from backstep_lab.engine.analysis.classification import Decision, decision


def test_one_output_with_two_targets_decides_half_way_between_them() -> None:
    assert decision(np.array([[-1.0], [1.0], [1.0]])) == Decision(2, 0.0, (-1.0, 1.0))
    read = decision(np.array([[0.1], [0.9]]))
    assert read is not None
    assert read.of(np.array([[0.5], [0.51], [0.2]])).tolist() == [0, 1, 0]


def test_of_several_outputs_the_largest_decides() -> None:
    read = decision(np.eye(3))
    assert read == Decision(3, None)
    assert read.of(np.array([[0.1, 0.2, 0.1], [3.0, 2.0, 1.0]])).tolist() == [1, 0]


def test_any_other_targets_are_no_classes() -> None:
    for targets in ([[1.0], [1.0]], [[0.01, 0.99]], [[0.0], [0.5], [1.0]], [[1.0, 1.0], [0.0, 1.0]]):
        assert decision(np.array(targets)) is None
