"""Checkpoints thin out as a session grows: bounded memory, and any iteration a short replay away."""

from dataclasses import replace

import numpy as np
import pytest

from backstep_lab.engine.memory.arrays import frozen
from backstep_lab.engine.network import Network
from backstep_lab.sessions import history as history_module
from backstep_lab.sessions.concurrency.work import distance
from backstep_lab.sessions.history import CHECKPOINT_NUMBERS, MOST_CHECKPOINTS, never_stop
from backstep_lab.sessions.layered import current_network
from backstep_lab.sessions.navigation import advance, seek
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.codec import pack, unpack
from backstep_lab.sessions.training import train
from backstep_lab.spec.resolve import spec_of
from tests.sessions.building import mazur, picture, xor


@pytest.mark.parametrize("iterations", [100, 10_000])
def test_a_long_session_holds_few_checkpoints_and_replays_little(iterations: int) -> None:
    session = train(mazur(), iterations, StopCriteria(), never_stop).session
    checkpoints = session.history.checkpoints
    numbers = sum(len(c.state.network.theta) + len(c.state.optimizer_state) for c in checkpoints)
    assert len(checkpoints) <= MOST_CHECKPOINTS
    assert numbers <= CHECKPOINT_NUMBERS
    furthest = max(distance(session.history, iteration) for iteration in range(iterations))
    assert furthest < max(2, 2 * iterations / (MOST_CHECKPOINTS / 2))


@pytest.mark.parametrize(
    ("iterations", "interval", "count"), [(64, 1, 63), (65, 1, 64), (66, 2, 32), (1_000, 16, 62)]
)
def test_checkpoints_are_thinned_by_half_beyond_sixty_four(
    iterations: int, interval: int, count: int
) -> None:
    history = train(mazur(), iterations, StopCriteria(), never_stop).session.history
    assert history.interval == interval
    assert [c.iteration for c in history.checkpoints] == [interval * (n + 1) for n in range(count)]


def test_checkpoints_of_a_large_network_are_thinned_at_half_a_million_numbers() -> None:
    layers = [{"units": 128, "activation": "relu"}, {"units": 100, "activation": "relu"}, {"units": 1}]
    body = {"network": {"inputs": 2, "layers": layers}, "data": {"name": "xor"}}
    session = Session.new("large", spec_of(body))
    assert session.current.setup.shape.parameter_count == 13_385
    history = train(session, 38, StopCriteria(), never_stop).session.history
    assert [c.iteration for c in history.checkpoints] == list(range(1, 38))
    history = train(session, 39, StopCriteria(), never_stop).session.history
    assert [c.iteration for c in history.checkpoints] == list(range(2, 39, 2))


def test_the_largest_states_still_have_four_checkpoints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "CHECKPOINT_NUMBERS", 1)
    history = train(mazur(), 8, StopCriteria(), never_stop).session.history
    assert [c.iteration for c in history.checkpoints] == [2, 4, 6]
    history = train(mazur(), 5, StopCriteria(), never_stop).session.history
    assert [c.iteration for c in history.checkpoints] == [1, 2, 3, 4]


def test_ten_thousand_iterations_are_stored_in_a_few_kilobytes() -> None:
    session = train(mazur(), 10_000, StopCriteria(), never_stop).session
    assert len(pack(session.history)) < 40_000


def test_a_checkpoint_with_other_last_bits_than_a_replay_has_loads_and_leads_on() -> None:
    session = train(mazur(), 300, StopCriteria(), never_stop).session
    moved = tuple(
        replace(one, state=replace(one.state, network=nudged(one.state.network)))
        for one in session.history.checkpoints
    )
    stored = unpack(pack(replace(session.history, checkpoints=moved)))
    found = Session.restore("earlier", 0, Head(300, 7), stored)
    assert picture(found) != picture(session)
    direct = current_network(session.at_iteration(300))
    np.testing.assert_allclose(current_network(found).theta, direct.theta, rtol=1e-9)
    again = seek(seek(found, 120, 3).end, 300, 7).end
    assert (again.iteration, again.step, again.status) == (300, 7, "running")
    assert seek(found, 301, 0).end.iteration == 301


def nudged(network: Network) -> Network:
    """Every parameter moved to the next number of float64."""
    return Network(network.shape, frozen(np.nextafter(network.theta, np.inf)))


def test_no_step_asks_for_the_end_of_an_iteration() -> None:
    session = train(mazur(), 300, StopCriteria(), never_stop).session
    assert picture(seek(session, 123, None).end) == picture(seek(session, 123, 55).end)


def test_a_checkpoint_holds_its_own_numbers_and_not_a_whole_iteration() -> None:
    session = advance(xor(optimizer={"name": "adam"}), "pass", 30).end
    assert len(session.history.checkpoints) > 4
    for checkpoint in session.history.checkpoints:
        state = checkpoint.state
        assert [array.base for array in (state.network.theta, state.optimizer_state)] == [None, None]
