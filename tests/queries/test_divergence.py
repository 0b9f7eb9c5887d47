"""Why a session diverged, and advice that was tried out."""

import math
from typing import Any

import pytest

from backstep_lab.engine.training import mean_loss
from backstep_lab.queries.divergence import DivergenceAccount, divergence, lower_rates
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.navigation import seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.spec.resolve import spec_of
from tests.sessions.building import mazur


def running_away(rate: float = 100.0, data: dict[str, Any] | None = None, **network: Any) -> Session:
    """A network of straight lines at a rate far too large, trained until a number overflows."""
    layers = [{"units": 2, "activation": "relu"}, {"units": 1, "activation": "identity"}]
    body = {
        "network": {"inputs": 2, "layers": layers, "seed": 3, **network},
        "data": data or {"name": "xor"},
        "training": {"optimizer": {"learning_rate": rate}, "batch_size": "all"},
    }
    trained = train(Session.new("s", spec_of(body)), 5_000, StopCriteria(), never_stop)
    assert trained.stopped == "diverged"
    return trained.session


def test_a_session_that_has_not_diverged_has_no_divergence() -> None:
    assert divergence(mazur(), never_stop) == DivergenceAccount(ref=None, grown=None, remedies=[])


def test_the_account_names_a_number_that_is_not_finite() -> None:
    session = running_away()
    found = divergence(session, never_stop)
    overflow = session.current.overflow
    assert overflow is not None
    assert found.ref is not None
    assert found.ref.startswith((overflow.quantity, "loss"))
    assert found.grown is not None
    assert abs(found.grown.last) > 1e50 > abs(found.grown.first)


# A weight gets x times the gradient of its bias: the one or the other grows faster.
@pytest.mark.parametrize(("x", "ref"), [(3.0, "W1[0,0]"), (0.25, "b1[0]")])
def test_the_account_names_the_parameter_that_has_grown_most(x: float, ref: str) -> None:
    layers = [{"units": 1, "activation": "identity"}]
    session = running_away(inputs=1, layers=layers, data={"name": "custom", "X": [[x]], "Y": [[1.0]]})
    found = divergence(session, never_stop)
    assert found.grown is not None
    assert found.grown.ref == ref


def test_every_remedy_keeps_what_it_promises() -> None:
    session = running_away(initializer="constant")
    found = divergence(session, never_stop)
    assert [remedy.kind for remedy in found.remedies][:1] == ["learning_rate"]
    for remedy in found.remedies:
        begin = seek(session, remedy.iteration, 0).end
        cured = patched(begin, remedy.change).end
        trained = train(cured, remedy.trial, StopCriteria(), never_stop)
        assert trained.stopped == "completed"
        setup = trained.session.current.setup_after
        assert mean_loss(setup.state.network, setup.plan.data) == remedy.loss


def test_a_rate_that_ends_above_the_loss_it_began_with_is_no_advice() -> None:
    """A line through three points at its best already: every rate only leads away from it."""
    body = {
        "network": {
            "inputs": 1,
            "layers": [{"units": 1, "activation": "identity"}],
            "parameters": {"W": [[[0.0]]], "b": [[0.0]]},
        },
        "data": {"name": "custom", "X": [[-1.0], [0.0], [1.0]], "Y": [[1.0], [-2.0], [1.0]]},
        "training": {"optimizer": {"learning_rate": 1e4}, "batch_size": 1},
    }
    trained = train(Session.new("s", spec_of(body)), 5_000, StopCriteria(), never_stop)
    assert trained.stopped == "diverged"
    found = divergence(trained.session, never_stop)
    assert found.remedies == []


def test_advice_begins_at_the_edit_that_went_wrong() -> None:
    calm = train(mazur(), 50, StopCriteria(), never_stop).session
    layers = [{"units": 2, "activation": "identity"}, {"units": 2, "activation": "identity"}]
    change = {"network": {"layers": layers}, "training": {"optimizer": {"learning_rate": 1e6}}}
    wild = patched(calm, change).end
    trained = train(wild, 5_000, StopCriteria(), never_stop)
    assert trained.stopped == "diverged"
    found = divergence(trained.session, never_stop)
    assert {remedy.iteration for remedy in found.remedies} == {50}


@pytest.mark.parametrize(
    ("rate", "expected"), [(100.0, [30.0, 10.0, 3.0]), (0.5, [0.3, 0.1, 0.03]), (1.0, [0.3, 0.1, 0.03])]
)
def test_lower_rates_are_round_numbers_below_the_rate(rate: float, expected: list[float]) -> None:
    assert lower_rates(rate)[:3] == expected
    assert all(math.isfinite(lower) and lower > 0 for lower in lower_rates(rate))
