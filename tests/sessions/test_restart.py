"""Back to the initial weights: what is kept, and that it can be taken back."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.sessions.layered import current_network
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.restart import rewound
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.undo import undone
from backstep_lab.spec.resolve import spec_of
from tests.sessions.building import bodies, picture, xor

RATE: dict[str, Any] = {"training": {"optimizer": {"learning_rate": 0.05}}}


def test_it_begins_again_from_the_same_weights_with_todays_settings() -> None:
    session = xor()
    later = patched(whole(session, 3), RATE).end
    there = rewound(later).end
    assert (there.iteration, there.step) == (0, 0)
    assert current_network(there).theta.tolist() == current_network(session).theta.tolist()
    assert there.current.setup.spec.training.optimizer.learning_rate == 0.05


def test_weights_edited_before_the_start_are_initial_weights_too() -> None:
    session = patched(xor(), {"parameters": {"W1[0,0]": 0.125}}).end
    there = rewound(patched(whole(session, 2), {"parameters": {"W1[0,0]": 9.0}}).end).end
    assert current_network(there).W[0][0, 0] == 0.125


@settings(max_examples=25, deadline=None)
@given(body=bodies(), iterations=st.integers(0, 4), steps=st.integers(0, 5), edit=st.booleans())
def test_going_back_returns_to_the_very_same_moment(
    body: dict[str, Any], iterations: int, steps: int, edit: bool
) -> None:
    session = whole(Session.new("any", spec_of(body)), iterations).at_step(steps)
    if edit:
        session = patched(session, {**RATE, "network": {"seed": 5}}).end
    assert picture(undone(rewound(session).end)) == picture(session)


@settings(max_examples=25, deadline=None)
@given(body=bodies(), iterations=st.integers(0, 4), units=st.integers(1, 4), more=st.booleans())
def test_another_shape_is_taken_back_to_the_bit(
    body: dict[str, Any], iterations: int, units: int, more: bool
) -> None:
    session = whole(Session.new("any", spec_of(body)), iterations)
    *hidden, output = body["network"]["layers"]
    layers = [*hidden, {"units": units, "activation": "tanh"}, output] if more else [output]
    edited = patched(session, {"network": {"layers": layers}}).end
    assert [len(b) for b in current_network(edited).b] == [layer["units"] for layer in layers]
    assert picture(undone(edited)) == picture(session)


def whole(session: Session, iterations: int) -> Session:
    """The start of a later iteration."""
    return session.at_iteration(iterations)
