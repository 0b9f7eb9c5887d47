"""A training run is held to a pace."""

from backstep_lab.jobs.pacing import Pacing

EVENT = 1 / 20


def done_in(pacing: Pacing, seconds: float, step: float = 0.01) -> int:
    """How many iterations a run does that can do any number at once, in so many seconds from 0."""
    done, now = 0, 0.0
    while now < seconds:
        if pacing.wait(now) == 0.0:
            most = pacing.most(now)
            assert most is not None
            pacing.spend(most)
            done += most
        now += step
    return done


def test_one_iteration_a_second_is_one_at_once_and_then_one_each_second() -> None:
    pacing = Pacing(1.0, EVENT, 0.0)
    assert (pacing.wait(0.0), pacing.most(0.0)) == (0.0, 1)
    pacing.spend(1)
    assert pacing.wait(0.25) == 0.75
    assert pacing.wait(1.0) == 0.0


def test_a_fast_pace_is_kept_in_slices_of_many_iterations() -> None:
    assert abs(done_in(Pacing(1000.0, EVENT, 0.0), 10.0) - 10_000) <= 250
    assert abs(done_in(Pacing(30.0, EVENT, 0.0), 10.0) - 300) <= 8


def test_a_run_that_was_kept_waiting_makes_up_for_a_moment_only() -> None:
    pacing = Pacing(100.0, EVENT, 0.0)
    assert pacing.most(60.0) == 25


def test_without_a_pace_nothing_is_waited_for() -> None:
    pacing = Pacing(None, EVENT, 0.0)
    assert (pacing.wait(0.0), pacing.most(0.0)) == (0.0, None)
