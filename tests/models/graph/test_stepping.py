"""Stepping through programs: by any mix of units, either way, the numbers are those of training."""

from itertools import pairwise
from math import isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.navigation import advance, retreat, seek
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.spec.errors import Invalid, NothingBehind, Undefined
from backstep_lab.stepping.cursor import GRAPH_UNITS, Unit
from backstep_lab.wire.models import SessionState, StepAnswer
from backstep_lab.wire.step import step_json
from tests.models.graph.programs import PROGRAMS
from tests.models.graph.sessions import picture, session_of, values

ADAM = {"optimizer": {"name": "adam", "learning_rate": 0.05}}
WITHIN: tuple[Unit, ...] = ("term", "element", "line", "group", "pass")


def known(session: Session) -> set[str]:
    return {ref for ref, value in values(session).items() if value is not None}


def moment(session: Session) -> Any:
    """What a learner sees, whatever came after it."""
    return {**picture(session), "furthest": None}


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_term_makes_its_number_known_and_no_other(name: str) -> None:
    here = session_of(PROGRAMS[name], ADAM)
    given = known(here)
    for ordinal in range(here.current.steps):
        forward = advance(here, "term", 1).end
        ref = here.current.name_of(ordinal)[1]
        assert ref not in given
        assert known(forward) - known(here) == {ref}
        assert values(forward)[ref] == here.current.value_of(ref, 0)
        assert moment(retreat(forward, "term", 1).end) == moment(here)
        here = forward
    assert here.is_complete
    assert known(here) == set(values(here))


@pytest.mark.parametrize("unit", GRAPH_UNITS)
@pytest.mark.parametrize("name", PROGRAMS)
def test_every_unit_covers_an_iteration_and_leads_the_same_way_back(name: str, unit: Unit) -> None:
    places = [session_of(PROGRAMS[name], ADAM)]
    while not places[-1].is_complete:
        places.append(advance(places[-1], unit, 1).end)
    for before, after in pairwise(places):
        assert known(after) - known(before) == set(after.current.refs_between(before.step, after.step))
    here = places[-1]
    for place in reversed(places[:-1]):
        here = retreat(here, unit, 1).end
        assert moment(here) == moment(place)
    with pytest.raises(NothingBehind):
        retreat(here, unit, 1)


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_answer_to_a_step_is_as_its_model_says(name: str) -> None:
    here = session_of(PROGRAMS[name], ADAM)
    while not here.is_complete:
        forward = advance(here, "line", 1)
        answer = StepAnswer.model_validate_json(step_json(forward))
        refs = list(forward.end.current.refs_between(here.step, forward.end.step))
        assert [operation.ref for operation in answer.operations] == refs[-len(answer.operations) :]
        here = forward.end


@settings(max_examples=120, deadline=None)
@given(
    name=st.sampled_from(sorted(PROGRAMS)),
    optimizer=st.sampled_from(sorted(OPTIMIZERS)),
    steps=st.lists(st.tuples(st.booleans(), st.sampled_from(WITHIN)), max_size=30),
)
def test_any_mix_of_units_ends_where_training_ends(
    name: str, optimizer: str, steps: list[tuple[bool, Unit]]
) -> None:
    start = session_of(PROGRAMS[name], {"optimizer": {"name": optimizer, "learning_rate": 0.01}})
    here = start
    for forward, unit in steps:
        if forward or (here.iteration, here.step) == (0, 0):
            here = advance(here, unit, 1).end
        else:
            here = retreat(here, unit, 1).end
        assert moment(here) == moment(seek(start, here.iteration, here.step).end)
    while not here.is_complete:
        here = advance(here, "term", 1).end
    trained = train(start, here.iteration + 1, StopCriteria(), never_stop).session
    assert trained.current.theta(True).tobytes() == here.current.theta(True).tobytes()
    assert moment(trained)["parameters"] == moment(here)["parameters"]
    assert moment(trained)["values"] == moment(here)["values"]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_training_computes_the_bits_of_stepping(optimizer: str) -> None:
    start = session_of(PROGRAMS["an LSTM"], {"optimizer": {"name": optimizer}})
    stepped = start
    for _ in range(30):
        stepped = advance(stepped, "iteration", 1).end
    trained = train(start, 30, StopCriteria(), never_stop).session
    assert stepped.current.theta(True).tobytes() == trained.current.theta(True).tobytes()
    assert moment(stepped)["losses"]["iteration"] == moment(trained)["losses"]["iteration"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_session_is_as_its_model_says_at_every_pass(name: str) -> None:
    here = session_of(PROGRAMS[name], ADAM)
    for _ in range(4):
        state = SessionState.model_validate(moment(here) | {"revision": 0, "furthest": 0})
        assert state.position.step == here.step
        here = advance(here, "pass", 1).end


def test_units_are_those_of_the_text() -> None:
    here = session_of("x = [1, 2]\ny = x*x\nL = sum(y)*3")
    stops = {unit: [*_stops(here, unit)] for unit in WITHIN}
    # y[0] y[1] | Σ L | dL, dΣ, dy[1], dy[0], dx[1] (2 messages and a sum), dx[0] | 2 updates
    assert stops["term"] == list(range(1, 17))
    assert stops["element"] == [1, 2, 4, 6, 7, 8, 11, 14, 15, 16]
    assert stops["line"] == [2, 4, 6, 8, 14, 16]
    assert stops["pass"] == [4, 14, 16]


def _stops(session: Session, unit: Unit) -> list[int]:
    found = []
    while not session.is_complete:
        session = advance(session, unit, 1).end
        found.append(session.step)
    return found


def test_a_loop_is_stepped_by_its_passes() -> None:
    here = session_of(PROGRAMS["loop"])
    refs = here.current.name_of
    assert [refs(stop - 1)[1] for stop in _stops(here, "group")[:4]] == ["h[0]", "h[1]", "h[2]", "L"]


def test_units_of_layers_are_refused_with_those_there_are() -> None:
    with pytest.raises(Invalid, match="term, element, line, group, pass, iteration, epoch"):
        advance(session_of("x = 2\nL = x*x"), "layer", 1)


UNDEFINED = {
    "in the forward pass": ("x = 0\np = x + 1\nq = p/x\nL = q*x", "q"),
    "far into the forward pass": ("x = 0\na = x + 1\nq = log(x)\nL = q*a", "q"),
    "in the backward pass": ("x = 0\na = x*1\nL = sqrt(a) + a*2", "dL/da<-L:3.1"),
    "in a sum of messages": ("x = 9.1e-155\nL = 1/x + 1/x", "dL/dx"),
}


@pytest.mark.parametrize("case", UNDEFINED)
def test_what_cannot_be_computed_is_named_and_stepping_back_works(case: str) -> None:
    program, ref = UNDEFINED[case]
    start = session_of(program)
    places = [start]
    while places[-1].status != "diverged":
        places.append(advance(places[-1], "term", 1).end)
        assert len(places) < 40
    last = places[-1]
    assert picture(last)["divergence"]["quantity"] == ref
    assert picture(last)["next"] is None
    assert values(last)[ref] is None
    assert all(value is None or isfinite(value) for value in values(last).values())
    with pytest.raises(Undefined, match="cannot be computed"):
        advance(last, "term", 1)
    here = last
    for place in reversed(places[:-1]):
        here = retreat(here, "term", 1).end
        assert moment(here) == moment(place)
    stopped = train(start, 10, StopCriteria(), never_stop)
    assert (stopped.stopped, stopped.iterations, stopped.session.step) == ("diverged", 0, last.step)


def test_training_stops_before_the_update_that_overflows() -> None:
    start = session_of("x = 1e6\nL = x**4", {"optimizer": {"learning_rate": 1e6}})
    trained = train(start, 50, StopCriteria(), never_stop)
    assert trained.stopped == "diverged"
    here = start
    while here.status != "diverged":
        here = advance(here, "term", 1).end
    assert (here.iteration, here.step) == (trained.session.iteration, trained.session.step)
    assert picture(here)["divergence"] == picture(trained.session)["divergence"]


def test_an_update_beyond_the_largest_number_is_named() -> None:
    start = session_of("x = 1e6\na = x**51\nL = a*10", {"optimizer": {"learning_rate": 1e6}})
    last = advance(start, "iteration", 1).end
    assert picture(last)["divergence"]["quantity"] == "x_next"
    assert values(last)["dL/dx"] is not None


def test_training_to_a_loss_stops_there() -> None:
    start = session_of("x = 2\nL = x*x", {"optimizer": {"learning_rate": 0.1}})
    found = train(start, 1000, StopCriteria(loss=1.0), never_stop)
    assert found.stopped == "target"
    assert found.session.current.loss <= 1.0
    assert found.session.iteration == 4


def test_adam_is_written_with_its_memory_before_and_after() -> None:
    session = session_of("L = (a - 1)**2", {"optimizer": {"name": "adam"}}, values={"a": 3.0})
    last = picture(session)["position"]["steps"]
    written = [picture(session.at_step(step))["operation"]["operands"] for step in (last - 2, last - 1, last)]
    symbols = [{operand["ref"]: operand["symbol"] for operand in operands} for operands in written]
    assert (symbols[0]["m:a"], symbols[1]["v:a"]) == ("m_{a}", "v_{a}")
    assert (symbols[2]["m_next:a"], symbols[2]["v_next:a"]) == ("m_{a}{}'", "v_{a}{}'")
