"""The loss curves of a session: they grow by what follows, and forget what an edit makes untrue."""

from dataclasses import replace

import numpy as np

from backstep_lab.engine.analysis.classification import decision
from backstep_lab.engine.batching import Data
from backstep_lab.engine.training import mean_loss
from backstep_lab.models.registry import DEFAULT as LAYERED
from backstep_lab.sessions.loss_curves import Curves
from tests.sessions.building import mazur, xor


def losses(curves: Curves) -> list[tuple[int, float]]:
    return curves.iteration.points(curves.reached)


def grown(*values: float) -> Curves:
    return Curves().with_losses(0, np.array(values))


def test_losses_are_added_where_they_follow_what_is_known() -> None:
    curves = grown(4.0, 3.0)
    assert losses(curves) == [(0, 4.0), (1, 3.0)]
    assert losses(curves.with_losses(2, np.array([2.0]))) == [(0, 4.0), (1, 3.0), (2, 2.0)]
    assert losses(curves.with_losses(1, np.array([9.0, 2.0]))) == [(0, 4.0), (1, 3.0), (2, 2.0)]


def test_losses_that_are_known_or_leave_a_gap_change_nothing() -> None:
    curves = grown(4.0, 3.0)
    for start, values in [(0, [4.0]), (0, [4.0, 3.0]), (3, [1.0]), (2, [])]:
        assert curves.with_losses(start, np.array(values)) is curves, (start, values)


def test_the_whole_sets_are_evaluated_once_for_each_iteration_that_is_due() -> None:
    setup = xor().current.setup
    curves = Curves().evaluated_at(0, LAYERED, setup)
    assert curves.evaluated == 1
    assert curves.train.points(1) == [(0, mean_loss(setup.state.network, setup.plan.data))]
    assert curves.test.points(1) == [], "there is no test set"
    assert curves.evaluated_at(0, LAYERED, setup) is curves
    for iteration in range(1, 200):
        curves = curves.evaluated_at(iteration, LAYERED, setup)
    assert curves.evaluated == 200
    assert [iteration for iteration, _ in curves.train.points(200)] == list(range(0, 200, 4))


def test_a_test_set_is_evaluated_beside_the_training_set() -> None:
    setup = xor().current.setup
    setup = replace(setup, test=setup.plan.data)
    curves = Curves().evaluated_at(0, LAYERED, setup)
    assert curves.test.points(1) == curves.train.points(1) != []


def test_accuracy_is_known_where_the_targets_are_classes() -> None:
    setup = xor().current.setup
    setup = replace(setup, test=Data(setup.plan.data.X[:1], setup.plan.data.Y[:1]))
    curves = Curves().evaluated_at(0, LAYERED, setup)
    right = decision(setup.plan.data.Y)
    assert right is not None
    said = right.of(setup.state.network.predict(setup.plan.data.X)) == right.of(setup.plan.data.Y)
    assert curves.train_accuracy.points(1) == [(0, said.mean())]
    assert curves.test_accuracy.points(1) == [(0, float(said[0]))]
    assert Curves().evaluated_at(0, LAYERED, mazur().current.setup).train_accuracy.points(1) == []


def test_what_an_edit_brings_is_known_from_then_on() -> None:
    without = xor().current.setup
    both = replace(without, test=without.plan.data)
    curves = Curves().evaluated_at(0, LAYERED, without).evaluated_at(1, LAYERED, both)
    assert [i for i, _ in curves.test.points(2)] == [1]
    assert [i for i, _ in curves.test_accuracy.points(2)] == [1]


def test_an_edit_makes_untrue_what_comes_from_its_iteration_on() -> None:
    setup = mazur().current.setup
    curves = grown(4.0, 3.0, 2.0, 1.0)
    for iteration in range(4):
        curves = curves.evaluated_at(iteration, LAYERED, setup)
    cut = curves.truncated(2)
    assert losses(cut) == [(0, 4.0), (1, 3.0)]
    assert (cut.reached, cut.evaluated) == (2, 2)
    assert [iteration for iteration, _ in cut.train.points(4)] == [0, 1]
    assert curves.truncated(4) is curves


def test_an_edit_beyond_the_known_losses_keeps_them() -> None:
    setup = mazur().current.setup
    curves = grown(4.0)
    for iteration in range(3):
        curves = curves.evaluated_at(iteration, LAYERED, setup)
    assert (curves.truncated(2).reached, curves.truncated(2).evaluated) == (1, 2)
