"""Whatever is asked in the middle of whatever is done, nothing changes."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.queries.activation import activation
from backstep_lab.queries.batch import batch
from backstep_lab.queries.explain import explain
from backstep_lab.queries.gradient_check import check_gradients, comparisons
from backstep_lab.queries.landscape import landscape
from backstep_lab.queries.loss_slice import loss_slice
from backstep_lab.queries.paths import paths
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.navigation import advance
from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import spec_of
from backstep_lab.stepping.cursor import Unit
from tests.sessions.building import bodies, picture

UNITS: list[Unit] = ["term", "neuron", "layer", "pass", "iteration"]
walks = st.lists(st.tuples(st.sampled_from(UNITS), st.integers(1, 5)), min_size=1, max_size=5)


def ask_everything(session: Session) -> None:
    check_gradients(session, None, never_stop)
    for ref in ("dW1[0,0]", "db1[0]"):
        check_gradients(session, ref, never_stop)
        paths(session, ref, 8)
        explain(session, ref)
    for ref in ("W1[0,0]", "b1[0]"):
        loss_slice(session, ref, None)
        batch(session, ref)
    landscape(session, "W1[0,0]", "b1[0]", 3, None, never_stop)
    activation(session, "a1[0]")


def stops_of(session: Session, walk: list[tuple[Unit, int]]) -> Iterator[Session]:
    """The session after each move, as long as its numbers are finite."""
    for unit, count in walk:
        if session.status == "diverged":
            return
        session = advance(session, unit, count).end
        yield session


def walked(session: Session, walk: list[tuple[Unit, int]], asking: bool) -> list[tuple[int, bytes, bytes]]:
    """Revision, picture and bits of the iteration at every stop; given only after all questions, if any."""
    stops = []
    for stop in stops_of(session, walk):
        if asking:
            ask_everything(stop)
        stops.append((stop.revision, picture(stop), layered(stop).trace.buffer.tobytes()))
    return stops


@settings(max_examples=30, deadline=None)
@given(bodies(), walks)
def test_questions_on_the_way_change_nothing(body: dict[str, Any], walk: list[tuple[Unit, int]]) -> None:
    quietly, asked = (Session.new("one", spec_of(body)) for _ in range(2))
    assert walked(asked, walk, asking=True) == walked(quietly, walk, asking=False)


@settings(max_examples=30, deadline=None)
@given(bodies(), walks)
def test_only_what_the_cursor_has_reached_is_reported_and_it_is_right(
    body: dict[str, Any], walk: list[tuple[Unit, int]]
) -> None:
    session = deque(stops_of(Session.new("one", spec_of(body)), walk), maxlen=1).pop()
    for answer in comparisons(session, None, never_stop):
        ordinal = layered(session).program.producing(answer.ref)
        assert ordinal is not None
        assert answer.reached == (ordinal < session.step)
        assert (answer.gradient is not None) == (answer.difference is not None) == answer.reached
        assert answer.agrees is not False, answer
