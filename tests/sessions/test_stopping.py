"""What ends training early, wherever it was cut into stretches."""

from dataclasses import replace

import pytest

from backstep_lab.engine.training import mean_loss
from backstep_lab.models.registry import DEFAULT as LAYERED
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import Trained, train
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.resolve import spec_of
from tests.sessions.building import mazur, picture, xor


def learner(**training: float) -> Session:
    return xor(shuffle=False, **training)


def stretch_by_stretch(session: Session, wanted: int, until: StopCriteria, length: int) -> Trained:
    """The same training, cut off again and again."""
    done = 0
    while True:
        part = train(session, min(length, wanted - done), until, never_stop)
        session, until, done = part.session, part.criteria, done + part.iterations
        stopped = part.stopped if part.stopped != "completed" or done == wanted else None
        if stopped is not None:
            return replace(part, iterations=done)


@pytest.mark.parametrize(
    "until", [StopCriteria(loss=0.05), StopCriteria(accuracy=1.0), StopCriteria(no_change=True)]
)
@pytest.mark.parametrize("length", [1, 7, 10])
def test_a_condition_is_met_at_the_same_iteration_in_whatever_stretches(
    until: StopCriteria, length: int
) -> None:
    begin = learner(l2=0.02 if until.no_change else 0.0)  # held back by a penalty, its loss comes to a rest
    whole = train(begin, 20_000, until, never_stop)
    cut = stretch_by_stretch(begin, 20_000, until, length)
    assert whole.stopped not in (None, "completed")
    assert (cut.stopped, cut.iterations) == (whole.stopped, whole.iterations)
    assert picture(cut.session) == picture(whole.session)


def test_an_accuracy_is_judged_at_most_every_tenth_iteration() -> None:
    trained = train(learner(), 20_000, StopCriteria(accuracy=1.0), never_stop)
    assert trained.stopped == "accuracy"
    assert trained.iterations % 10 == 0


def test_a_loss_that_stands_still_ends_training_when_patience_is_over() -> None:
    body = {"preset": None, "training": {"optimizer": {"learning_rate": 0.0}}}
    still = Session.new("s", spec_of(body, mazur().current.setup.spec.model_dump(exclude_none=True)))
    trained = train(still, 5_000, StopCriteria(no_change=True), never_stop)
    assert (trained.stopped, trained.iterations) == ("converged", 500)


@pytest.mark.parametrize(("seen", "met"), [(48, None), (49, "converged")])
def test_the_loss_has_to_stand_still_for_fifty_judgements(seen: int, met: str | None) -> None:
    setup = mazur().current.setup
    loss = mean_loss(setup.state.network, setup.plan.data)
    until, found = StopCriteria(no_change=True, seen=(loss,) * seen).evaluate(LAYERED, setup)
    assert (until.seen, found) == ((loss,) * (seen + 1), met)


@pytest.mark.parametrize(("apart", "met"), [(0.9e-4, "converged"), (1.1e-4, None)])
def test_a_loss_that_differs_by_a_ten_thousandth_stands_still(apart: float, met: str | None) -> None:
    setup = mazur().current.setup
    loss = mean_loss(setup.state.network, setup.plan.data)
    _, found = StopCriteria(no_change=True, seen=(loss * (1 - apart),) * 49).evaluate(LAYERED, setup)
    assert found == met


def test_only_the_latest_fifty_judgements_count() -> None:
    setup = mazur().current.setup
    loss = mean_loss(setup.state.network, setup.plan.data)
    until, found = StopCriteria(no_change=True, seen=(2 * loss, *(loss,) * 49)).evaluate(LAYERED, setup)
    assert (until.seen, found) == ((loss,) * 50, "converged")


def test_no_accuracy_can_be_waited_for_where_targets_are_no_classes() -> None:
    body = {
        "network": {"inputs": 1, "layers": [{"units": 1, "activation": "identity"}]},
        "data": {"name": "custom", "X": [[0.0], [1.0], [2.0]], "Y": [[0.0], [1.0], [2.0]]},
    }
    setup = Session.new("s", spec_of(body)).current.setup
    with pytest.raises(Invalid, match=r"until.accuracy is 0.9, but the targets here are not classes"):
        StopCriteria(accuracy=0.9).check(LAYERED, setup)
