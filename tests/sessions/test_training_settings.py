"""The training settings change in the middle of a run: what was learned stays, and the way back is exact."""

from typing import Any

import numpy as np
import pytest

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.engine.memory.workspace import weight_mask
from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.sessions.create import new_spec
from backstep_lab.sessions.layered import current_network
from backstep_lab.sessions.navigation import seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.store.codec import pack, unpack
from backstep_lab.sessions.undo import undone


def new(**optimizer: Any) -> Session:
    training = {"optimizer": {"learning_rate": 0.1, **optimizer}}
    return Session.new("here", new_spec({"preset": "xor", "training": training}))


def changed(session: Session, **training: Any) -> Session:
    return patched(session, {"training": training}).end


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_stepping_back_and_forth_and_the_store_keep_the_optimizers_memory(name: str) -> None:
    there = seek(new(name=name), 40, 0).end
    again = seek(seek(there, 7, 0).end, 40, 0).end
    stored = Session.restore("here", 0, Head(40), unpack(pack(there.history)))
    for other in (again, stored):
        np.testing.assert_array_equal(current_network(other).theta, current_network(there).theta)
        state, expected = other.current.setup.state, there.current.setup.state
        np.testing.assert_array_equal(state.optimizer_state, expected.optimizer_state)
        assert (state.optimizer_step, state.schedule_step) == (40, 40)


@pytest.mark.parametrize("name", [name for name, kind in OPTIMIZERS.items() if kind.memory])
def test_frozen_biases_remember_nothing_and_begin_with_an_empty_memory(name: str) -> None:
    there = seek(new(name=name), 3, 0).end
    biases = ~weight_mask(there.current.setup.shape)

    def memory(session: Session) -> Array:
        state: Array = session.current.setup.state.optimizer_state.reshape(-1, len(biases))
        return state[:, biases]

    assert memory(there).any()
    frozen = changed(there, train_biases=False)
    assert not memory(frozen).any()
    later = seek(frozen, 6, 0).end
    assert not memory(later).any()
    freed = changed(later, train_biases=True)
    assert not memory(freed).any()
    assert memory(seek(freed, 7, 0).end).any()
    layer = {"m": "mb1_next[0]", "v": "vb1_next[0]"}[OPTIMIZERS[name].memory[0]]
    ordinal = freed.current.source_of(layer).ordinal
    assert ordinal is not None
    operation = freed.current.explain(ordinal, 0)
    assert {o.ref: o.value for o in operation.operands}[layer.replace("_next", "")] == 0.0


def test_another_optimizer_begins_with_an_empty_memory_and_leaves_the_weights() -> None:
    before = seek(new(name="momentum"), 5, 0).end
    after = changed(before, optimizer={"name": "adam", "learning_rate": 0.01})
    np.testing.assert_array_equal(current_network(after).theta, current_network(before).theta)
    state = after.current.setup.state
    assert (state.optimizer_step, state.schedule_step, state.optimizer_state.tolist()) == (
        0,
        5,
        [0.0] * len(state.optimizer_state),
    )
    back = undone(after)
    np.testing.assert_array_equal(
        back.current.setup.state.optimizer_state, before.current.setup.state.optimizer_state
    )


def test_a_setting_of_the_same_optimizer_keeps_its_memory() -> None:
    before = seek(new(name="adam"), 5, 0).end
    after = changed(before, optimizer={"learning_rate": 0.02, "beta1": 0.5})
    np.testing.assert_array_equal(
        after.current.setup.state.optimizer_state, before.current.setup.state.optimizer_state
    )
    assert after.current.setup.state.optimizer_step == 5


def test_a_schedule_counts_from_where_it_was_chosen() -> None:
    later = seek(
        changed(seek(new(), 5, 0).end, schedule={"name": "step", "every": 2, "gamma": 0.5}), 10, 0
    ).end
    rates = [seek(later, n, 0).end.current.learning_rate for n in range(4, 10)]
    assert rates == [0.1, 0.1, 0.1, 0.05, 0.05, 0.025]


def test_other_data_of_another_size_begin_with_an_empty_memory_of_age_0() -> None:
    before = seek(new(name="adam"), 5, 0).end
    after = patched(before, {"dataset": {"name": "iris"}, "training": {"schedule": {"name": "cosine"}}}).end
    state = after.current.setup.state
    assert (state.optimizer_step, state.schedule_step) == (0, 0)
    assert not state.optimizer_state.any()


def test_other_data_of_the_same_size_leave_the_memory_as_it_is() -> None:
    before = seek(new(name="adam"), 5, 0).end
    after = patched(before, {"dataset": {"name": "and"}}).end
    state, expected = after.current.setup.state, before.current.setup.state
    assert (state.optimizer_step, state.schedule_step) == (5, 5)
    np.testing.assert_array_equal(state.optimizer_state, expected.optimizer_state)


def test_data_that_a_hinge_cannot_take_change_the_output_with_them() -> None:
    network = {"inputs": 2, "layers": [{"units": 1, "activation": "identity"}], "loss": "hinge"}
    hinge = Session.new("", new_spec({"network": network, "data": {"name": "and", "targets": "signed"}}))
    after = patched(hinge, {"dataset": {"name": "or"}}).end
    assert after.current.setup.shape.loss == "binary_cross_entropy"
