"""A recording says what the session itself says: at every moment, after every step, of every number."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from backstep_lab.config import limits
from backstep_lab.exports.offline.recording import recording_json
from backstep_lab.exports.offline.span import LOCKS, Span, span_of
from backstep_lab.jobs.queries import QUERIES
from backstep_lab.queries.explain import explain
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.navigation import PHASES_OF, advance, advance_phase, retreat
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Diverged, Invalid, NothingBehind, OutOfTurn
from backstep_lab.wire.session import session_json

BATCHES = {"preset": "xor", "training": {"batch_size": 3}}  # an epoch of two iterations, of 3 examples and 1
LOOP = "w = [0.5, -1]\nx = [2, 3]\nfor t in range(2):\n    h[t] = w[t]*x[t]\nL = sum(h)*h[0]"
GRAPH = {"graph": {"program": LOOP}}
BEGINNINGS: list[dict[str, Any]] = [{"preset": "mazur"}, BATCHES, {"preset": "micrograd-neuron"}, GRAPH]


def session_of(begin: Mapping[str, Any]) -> Session:
    return open_bookmark("", parse_create({"lock": LOCKS, **begin}))


def recorded(session: Session, count: int, first: int | None = None) -> tuple[Span, dict[str, Any]]:
    span = span_of(session, first, count, never_stop)
    return span, json.loads(recording_json(span, never_stop))


def place(session: Session) -> tuple[int, int]:
    return session.iteration, session.step


@cache
def loaded(answer: bytes) -> Any:
    return json.loads(answer)


def asked(session: Session, name: str, **arguments: Any) -> Any:
    """The answer of a query, as JSON."""
    return loaded(QUERIES[name].answer(session, arguments, never_stop))


def version(versions: list[tuple[int, Any]], step: int) -> Any:
    return next(answer for start, answer in reversed(versions) if start <= step)


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_every_moment_is_what_the_session_tells_there(begin: dict[str, Any]) -> None:
    session = session_of(begin)
    _, recording = recorded(session, 2)
    answer = []
    for iteration in (0, 1):
        here = session.at_iteration(iteration)
        answer += [json.loads(session_json(here.at_step(step))) for step in range(here.current.steps + 1)]
    assert recording["moments"] == answer


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_every_step_leads_where_the_session_goes(begin: dict[str, Any]) -> None:
    span, recording = recorded(session_of(begin), 3)
    moments, moves = span.moments, recording["moves"]

    def leads(call: str, unit: str, at: int) -> tuple[int, int] | None:
        to = moves[call][unit][at]
        return None if to is None else place(moments[to])

    for at, here in enumerate(moments):
        for unit in here.current.units:
            on = place(advance(here, unit, 1).end)
            assert leads("step", unit, at) == (on if on[0] <= 2 else None), (here.head, unit)
            try:
                assert leads("back", unit, at) == place(retreat(here, unit, 1).end), (here.head, unit)
            except NothingBehind:
                assert leads("back", unit, at) is None
        for phase in PHASES_OF:
            try:
                on = place(advance_phase(here, phase, "pass").end)
                assert leads(phase, "pass", at) == (on if on[0] <= 2 else None)
            except OutOfTurn:
                assert leads(phase, "pass", at) is None


@pytest.mark.parametrize("begin", [{"preset": "mazur"}, BATCHES, GRAPH])
def test_every_answer_is_the_sessions_at_every_step(begin: dict[str, Any]) -> None:
    span, recording = recorded(session_of(begin), 2)
    for start, answers in zip(span.iterations, recording["answers"], strict=True):
        for here in (start.at_step(step) for step in range(start.current.steps + 1)):
            for ref, versions in answers["explain"].items():
                assert version(versions, here.step) == loaded(explain(here, ref))
            for ref, versions in answers["checks"].items():
                assert version(versions, here.step) == asked(here, "gradient-check", ref=ref)
            for ref, versions in answers["paths"].items():
                found = asked(here, "paths", ref=ref, limit=limits.PATHS_SHOWN)
                assert version(versions, here.step) == found


def test_a_weight_made_under_another_optimizer_has_its_answer() -> None:
    adam = {"preset": "xor", "training": {"optimizer": {"name": "adam", "learning_rate": 0.1}}}
    trained = advance(open_bookmark("", parse_create(adam)), "iteration", 1).end
    session = patched(trained, {"training": {"optimizer": {"name": "sgd", "learning_rate": 0.1}}}).end
    _, recording = recorded(session, 1)
    ((_, answer),) = recording["answers"][0]["explain"]["W1[0,0]"]
    operands = {operand["ref"] for operand in answer["operation"]["operands"]}
    assert (answer["iteration"], "vW1_next[0,0]" in operands) == (0, True)


def test_every_number_of_the_page_has_an_answer() -> None:
    _, recording = recorded(session_of({"preset": "mazur"}), 1)
    answers = recording["answers"][0]
    asked = {"x[0]", "y[1]", "W1[0,1]", "b2[0]", "W1[0,0]*x[0]", "z1[0]", "a2[1]", "loss[0]", "loss"}
    asked |= {"f'(z2[0])", "dL/da1[0]", "delta1[0]", "W2[0,0]*delta2[0]", "dW1[0,0]", "W2_next[1,1]"}
    assert asked | {"learning_rate"} <= set(answers["explain"])
    weights = [f"dW{layer}[{j},{k}]" for layer in (1, 2) for j in (0, 1) for k in (0, 1)]
    assert list(answers["checks"]) == weights
    assert set(answers["checks"]) <= set(answers["paths"])
    assert answers["divergence"] is None


def test_it_opens_at_the_moment_at_hand_and_holds_the_iterations_from_there() -> None:
    session = session_of({"preset": "mazur", "at": {"iteration": 5, "step": 7}})
    span, recording = recorded(session, 2)
    starts = recording["moments"][:: session.current.steps + 1]
    assert [current["position"]["iteration"] for current in starts] == [5, 6]
    assert recording["moments"][recording["begins"]]["position"]["step"] == 7
    assert span.index(4, 0) is None
    assert recorded(session, 1, first=0)[1]["begins"] == 0


def test_a_step_back_that_would_take_an_edit_back_leads_nowhere() -> None:
    session = open_bookmark("", parse_create({"preset": "mazur", "at": {"iteration": 1, "step": 20}}))
    edited = patched(session, {"parameters": {"W2[0,0]": 0.7}}).end
    span, recording = recorded(edited, 2, first=0)
    back = recording["moves"]["back"]["term"]
    landing = span.index(*place(edited))
    assert landing is not None
    assert [at for at, to in enumerate(back) if to is None] == [0, landing]
    assert recording["moments"][landing]["parameters"]["W"][1][0][0] == 0.7
    assert recording["moments"][0]["parameters"]["W"][1][0][0] == 0.4


def test_a_diverging_training_ends_the_recording_with_its_account() -> None:
    begin = {"preset": "linear-by-hand", "training": {"optimizer": {"name": "sgd", "learning_rate": 1e6}}}
    iteration = 0
    session = session_of(begin)
    with pytest.raises(Diverged):
        session.at_iteration(1000)
    while session.current.overflow is None:
        iteration += 1
        session = session.at_iteration(iteration)
    span, recording = recorded(session, 5)
    assert len(span.iterations) == 1
    assert recording["moments"][-1]["state"] == "diverged"
    assert recording["moves"]["step"]["term"][-1] is None
    assert recording["moves"]["step"]["epoch"][0] == len(recording["moments"]) - 1
    assert recording["answers"][0]["divergence"]["grown"] is not None


def test_more_than_a_file_can_hold_is_refused() -> None:
    with pytest.raises(Invalid, match="iterations is 21; it must be from 1 to 20"):
        recorded(session_of({"preset": "mazur"}), 21)
    large = {"network": {"inputs": 40, "layers": [{"units": 40, "activation": "tanh"}, {"units": 1}]}}
    data = {"name": "custom", "X": [[0.5] * 40], "Y": [[1.0]]}
    with pytest.raises(Invalid, match="more than 3000 moments"):
        recorded(session_of({**large, "data": data}), 1)


def test_a_graph_is_recorded_with_its_nodes_up_to_an_undefined_number() -> None:
    _, recording = recorded(session_of(GRAPH), 1)
    assert {"w[0]", "h[1]", "L"} <= {node["ref"] for node in recording["graph"]["nodes"]}
    span, recording = recorded(session_of({"graph": {"program": "x = 0\na = x + 1\nL = a/x"}}), 1)
    assert len(span.moments) == len(recording["moments"]) == 2
    assert recording["moments"][1]["divergence"]["quantity"] == "L"
    assert recording["answers"][0]["divergence"]["ref"] == "L"
