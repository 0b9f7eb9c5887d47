"""Estimates of work: never less than what a call then does, and what is large leaves the event loop."""

import pytest

from backstep_lab.sessions.concurrency.work import (
    OPERATION_WORK,
    PARAMETER_WORK,
    back_work,
    distance,
    edit_work,
    is_inline,
    replay_distance,
    seek_work,
    snapshot_work,
    step_work,
)
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.navigation import advance, iterations_ahead, retreat, seek
from backstep_lab.sessions.session import INLINE_WORK, OVERHEAD, Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.spec.resolve import spec_of
from backstep_lab.stepping.cursor import UNITS, Unit
from tests.sessions.building import mazur, xor

WRITING = 2 * OVERHEAD + 12 * PARAMETER_WORK  # the JSON of the mazur preset, which has 12 parameters
ITERATION = OVERHEAD + 3 * 12 * 1  # one iteration of it, with its one example
WRITING_XOR = 2 * OVERHEAD + 9 * PARAMETER_WORK


def trained(iterations: int) -> Session:
    """xor at the end of so many iterations."""
    return train(xor(), iterations, StopCriteria(), never_stop).session


def large() -> Session:
    """2-80-80-80-1 with 2,000 examples: an iteration of it takes some tens of milliseconds."""
    layers = [*[{"units": 80, "activation": "relu"}] * 3, {"units": 1, "activation": "sigmoid"}]
    data = {"name": "spiral", "samples": 2_000}
    body = {"network": {"inputs": 2, "layers": layers}, "data": data, "training": {"batch_size": "all"}}
    return Session.new("large", spec_of(body))


def steps_of(session: Session, unit: Unit, count: int) -> int:
    iterations = iterations_ahead(session, unit, count) if unit in ("iteration", "epoch") else 0
    return step_work(session, unit, iterations, count)


def test_the_bound_itself_is_still_done_on_the_event_loop_and_nothing_above_it() -> None:
    assert is_inline(INLINE_WORK)
    assert not is_inline(INLINE_WORK + 1)


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("term", 1, OPERATION_WORK),
        ("term", 54, 54 * OPERATION_WORK),
        ("term", 55, 55 * OPERATION_WORK + ITERATION + WRITING),
        ("term", 110, 64 * OPERATION_WORK + 2 * ITERATION + WRITING),
        ("neuron", 3, 64 * OPERATION_WORK + ITERATION + WRITING),
        ("layer", 4, 64 * OPERATION_WORK + 2 * ITERATION + WRITING),
        ("pass", 1_800, 64 * OPERATION_WORK + 600 * ITERATION + WRITING),
        ("iteration", 9, 64 * OPERATION_WORK + 10 * ITERATION + WRITING),
        ("epoch", 9, 64 * OPERATION_WORK + 10 * ITERATION + WRITING),
    ],
)
def test_stepping_is_counted_in_operations_iterations_and_writing(
    unit: Unit, count: int, expected: int
) -> None:
    assert steps_of(mazur(), unit, count) == expected


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("count", [1, 2, 3, 7, 60])
@pytest.mark.parametrize("step", [0, 30, 53])
def test_no_step_computes_more_iterations_than_were_counted(unit: Unit, count: int, step: int) -> None:
    begin = xor().at_step(step)
    computed = advance(begin, unit, count).end.iteration - begin.iteration
    assert steps_of(begin, unit, count) >= computed * begin.work


@pytest.mark.parametrize("unit", ["neuron", "layer", "pass", "iteration", "epoch"])
def test_many_units_of_a_large_network_leave_the_event_loop_whatever_the_unit(unit: Unit) -> None:
    assert not is_inline(steps_of(large(), unit, 1_800))


def test_one_term_stays_on_the_event_loop_whatever_the_network() -> None:
    assert is_inline(step_work(large(), "term", 0, 1))
    assert is_inline(back_work(large().at_step(1), "term", 1))


def test_back_within_an_iteration_nothing_is_replayed() -> None:
    new = mazur().at_step(10)
    assert back_work(new, "term", 10) == OPERATION_WORK
    assert back_work(mazur().at_step(55), "term", 55) == WRITING
    assert back_work(new, "term", 11) == WRITING + 4 * ITERATION


@pytest.mark.parametrize(
    ("unit", "count", "entered", "replayed"),
    [("term", 60, 21, 0), ("pass", 2, 1, 0), ("pass", 3, 2, 3), ("iteration", 1, 2, 3), ("epoch", 2, 3, 2)],
)
def test_back_each_iteration_that_is_entered_is_replayed_from_a_checkpoint(
    unit: Unit, count: int, entered: int, replayed: int
) -> None:
    """There are checkpoints at every fourth iteration; the session is at the end of iteration 101."""
    session = seek(trained(200), 101, None).end
    expected = WRITING_XOR + entered * (1 + replayed) * session.work
    assert back_work(session, unit, count) == expected


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("count", [1, 2, 5, 60])
def test_no_way_back_enters_more_iterations_than_were_counted(unit: Unit, count: int) -> None:
    session = trained(200)
    entered = session.iteration - retreat(session, unit, count).end.iteration
    assert back_work(session, unit, count) >= entered * session.work


def test_near_the_start_no_more_is_counted_than_there_is() -> None:
    session = advance(xor(), "iteration", 3).end
    assert back_work(session, "iteration", 10_000) <= WRITING_XOR + 10_001 * session.work


def test_going_to_an_iteration_is_counted_from_where_its_replay_begins() -> None:
    session = seek(trained(200), 101, 0).end
    assert [distance(session.history, at) for at in (0, 3, 4, 103, 196, 250)] == [0, 3, 0, 3, 0, 54]
    assert [replay_distance(session, at) for at in (3, 103, 102, 250)] == [3, 2, 1, 54]
    assert seek_work(session, 101) == WRITING_XOR
    assert seek_work(session, 103) == WRITING_XOR + 3 * session.work
    assert seek_work(session, 3) == WRITING_XOR + 4 * session.work


def test_an_edit_computes_an_iteration_twice_and_writes_the_session() -> None:
    assert edit_work(mazur()) == WRITING + 2 * ITERATION + OPERATION_WORK
    assert snapshot_work(mazur()) == WRITING
