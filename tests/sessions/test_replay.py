"""Any sequence of steps, seeks and edits leads to the same numbers, bit for bit."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.navigation import advance, retreat, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.sessions.undo import newest_landing
from backstep_lab.spec.errors import Diverged, NothingBehind
from backstep_lab.spec.resolve import spec_of
from tests.sessions.building import bodies, mazur, picture, xor

UNITS = ["term", "neuron", "layer", "pass", "iteration", "epoch"]
steps = st.lists(st.tuples(st.sampled_from(UNITS), st.integers(1, 3)), min_size=1, max_size=8)
edits = st.sampled_from(
    [
        {"parameters": {"W1[0,0]": 0.25}},
        {"parameters": {"b1[0]": -0.5}},
        {"data": {"x[0]": 0.75}},
        {"data": {"y[0]": 0.25}},
        {"training": {"optimizer": {"learning_rate": 0.3}}},
        {"training": {"l2": 0.05}},
        {"training": {"batch_size": 2}},
        {"training": {"train_biases": False}},
        {"network": {"seed": 4}},
        {"parameters": {"W1[0,0]": 0.5}, "data": {"x[0]": 0.5}, "training": {"l1": 0.01}},
    ]
)
moves = st.lists(
    st.one_of(
        st.tuples(st.just("step"), st.sampled_from(UNITS)),
        st.tuples(st.just("back"), st.sampled_from(UNITS)),
        st.tuples(st.just("edit"), edits),
        st.tuples(st.just("seek"), st.tuples(st.integers(0, 5), st.floats(0, 1))),
    ),
    min_size=1,
    max_size=10,
)


def moved(session: Session, move: tuple[str, Any]) -> Session:
    """The session after a move, or as it was where the move is impossible."""
    kind, what = move
    try:
        if kind == "step":
            return advance(session, what, 1).end
        if kind == "back":
            return retreat(session, what, 1).end
        if kind == "edit":
            return patched(session, what).end
        iteration, part = what
        there = session.at_iteration(iteration)
        return seek(session, iteration, int(part * there.current.limit)).end
    except (NothingBehind, Diverged):
        return session


def replayed(session: Session) -> Session:
    """The same session found in a store: only its history and head are left."""
    return Session.restore(session.id, session.revision, session.head, session.history)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(body=bodies(), replay=moves)
def test_a_session_found_again_shows_the_same_numbers(
    body: dict[str, Any], replay: list[tuple[str, Any]]
) -> None:
    session = Session.new("s", spec_of(body))
    for move in replay:
        session = moved(session, move)
        assert picture(replayed(session)) == picture(session)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(body=bodies(), replay=moves, edit=edits)
def test_back_right_after_an_edit_takes_it_back_to_the_bit(
    body: dict[str, Any], replay: list[tuple[str, Any]], edit: dict[str, Any]
) -> None:
    session = Session.new("s", spec_of(body))
    for move in replay:
        session = moved(session, move)
    before = picture(session)
    edited = patched(session, edit).end
    assert newest_landing(edited) == (edited.iteration, edited.step)
    assert picture(retreat(edited, "term", 1).end) == before


@settings(max_examples=40, deadline=None, derandomize=True)
@given(body=bodies(), replay=moves, unit=st.sampled_from(UNITS))
def test_back_retraces_a_step_taken_from_its_boundary(
    body: dict[str, Any], replay: list[tuple[str, Any]], unit: Any
) -> None:
    session = Session.new("s", spec_of(body))
    for move in replay:
        session = moved(session, move)
    assume(session.step == session.current.steps or (session.iteration, session.step) == (0, 0))
    try:
        there = advance(session, unit, 1).end
    except Diverged:
        return
    assume(there.status != "diverged")
    assert picture(retreat(there, unit, 1).end) == picture(session)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(body=bodies(), replay=steps, iteration=st.integers(0, 4), part=st.floats(0, 1))
def test_seeking_shows_what_stepping_showed(
    body: dict[str, Any], replay: list[tuple[Any, int]], iteration: int, part: float
) -> None:
    session = Session.new("s", spec_of(body))
    step = int(part * session.at_iteration(iteration).current.limit)
    stepped = session
    while (stepped.iteration, stepped.step) < (iteration, step):
        stepped = advance(stepped, "term", 1).end
    far = session
    for unit, count in replay:
        far = advance(far, unit, count).end
    sought = seek(far, iteration, step).end
    expected = (
        stepped
        if (stepped.iteration, stepped.step) == (iteration, step)
        else seek(session, iteration, step).end
    )
    assert picture(sought) == picture(expected)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    body=bodies(),
    replay=st.lists(st.sampled_from(UNITS[:4]), min_size=1, max_size=400),
    iterations=st.integers(1, 4),
)
def test_training_leads_where_stepping_leads(
    body: dict[str, Any], replay: list[Any], iterations: int
) -> None:
    session = Session.new("s", spec_of(body))
    trained = train(session, iterations, StopCriteria(), never_stop).session
    stepped, units = session, iter(replay * 400)
    while (stepped.iteration, stepped.step) != (trained.iteration, trained.step):
        stepped = advance(stepped, next(units), 1).end
        assert stepped.iteration < iterations
    assert picture(stepped) == picture(trained)


def test_an_edit_leads_to_just_before_the_first_operation_that_reads_it() -> None:
    session = advance(mazur(), "pass", 1).end
    edited = patched(session, {"parameters": {"W2[0,0]": 0.7}}).end
    assert (edited.iteration, edited.step, layered(edited).program.at(edited.step)[:2]) == (
        0,
        8,
        ("product", 2),
    )


def test_an_edit_of_a_complete_iteration_belongs_to_the_next() -> None:
    session = advance(mazur(), "iteration", 1).end
    edited = patched(session, {"parameters": {"W1[0,0]": 0.7}}).end
    assert (edited.iteration, edited.step) == (1, 0)
    assert current_network(edited).W[0][0, 0] == 0.7
    assert current_network(edited).W[0][0, 1] == current_network(session).W[0][0, 1]
    assert picture(retreat(edited, "term", 1).end) == picture(session)


def test_going_back_stops_at_an_edit_before_it_passes_it() -> None:
    edited = patched(advance(mazur(), "term", 20).end, {"parameters": {"W1[1,0]": 0.7}}).end
    far = advance(edited, "iteration", 1).end
    at_edit = retreat(far, "iteration", 1).end
    assert picture(at_edit) == picture(edited)
    assert len(retreat(at_edit, "iteration", 1).end.history.edits) == 0


def test_an_edit_in_the_past_drops_later_edits_and_undoing_it_restores_them() -> None:
    session = advance(mazur(), "iteration", 3).end
    later = patched(session, {"parameters": {"W1[0,0]": 0.7}}).end
    later = advance(later, "iteration", 1).end
    past = seek(later, 1, 4).end
    changed = patched(past, {"parameters": {"W1[0,0]": 0.1}}).end
    assert [edit.iteration for edit in changed.history.edits] == [1]
    undone = retreat(changed, "term", 1).end
    assert picture(seek(undone, 3, 55).end) == picture(seek(later, 3, 55).end)


def test_focus_shows_another_example_and_changes_no_number_of_the_batch() -> None:
    session = advance(xor(shuffle=False), "iteration", 1).end
    other = patched(session, {"focus": 2}).end
    assert (session.focus, other.focus) == (1, 2)
    assert current_network(other).theta.tobytes() == current_network(session).theta.tobytes()


def test_the_focus_is_held_where_a_batch_is_shorter() -> None:
    session = patched(xor(), {"focus": 2}).end
    last_batch = advance(session, "iteration", 2).end
    assert (last_batch.current.examples, last_batch.focus, last_batch.head.focus) == (1, 0, 2)


def test_a_rate_beyond_reason_diverges_by_name() -> None:
    session = Session.new(
        "s",
        spec_of(
            {
                "network": {
                    "inputs": 2,
                    "layers": [{"units": 2, "activation": "relu"}, {"units": 1, "activation": "identity"}],
                },
                "data": {"name": "xor"},
                "training": {"optimizer": {"learning_rate": 1e6}, "batch_size": "all"},
            }
        ),
    )
    trained = train(session, 1000, StopCriteria(), never_stop)
    assert trained.stopped == "diverged"
    assert trained.session.status == "diverged"
    assert trained.session.current.overflow is not None
    assert trained.session.step == trained.session.current.limit
    with pytest.raises(Diverged, match=f"iteration {trained.session.iteration}"):
        advance(trained.session, "term", 1)
    assert picture(replayed(trained.session)) == picture(trained.session)


def test_training_stops_at_its_target() -> None:
    trained = train(mazur(), 10_000, StopCriteria(loss=0.01), never_stop)
    assert trained.stopped == "target"
    assert trained.session.current.loss <= 0.01
    before = seek(trained.session, trained.session.iteration - 1, 55).end
    assert before.current.loss > 0.01
