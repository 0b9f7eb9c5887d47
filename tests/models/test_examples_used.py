"""How many examples training has used up to an iteration: a shorter last batch counts as what it has."""

import pytest

from tests.models.graph.sessions import session_of
from tests.sessions.building import xor


# Four examples in batches of three: three of the first epoch, its last one, three of the second.
@pytest.mark.parametrize(("iteration", "before", "after"), [(0, 0, 3), (1, 3, 4), (2, 4, 7), (5, 11, 12)])
def test_of_a_network_each_batch_counts(iteration: int, before: int, after: int) -> None:
    session = xor().at_iteration(iteration)
    assert session.current.examples_used(after=False) == before
    assert session.current.examples_used(after=True) == after


def test_of_a_graph_each_iteration_is_one_example() -> None:
    session = session_of("L = (a - 1)**2", values={"a": 3.0})
    assert (session.current.examples_used(after=False), session.current.examples_used(after=True)) == (0, 1)
