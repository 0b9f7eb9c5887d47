"""A recording says what the session itself says: at every moment, after every step, of every number."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from backstep_lab.config import limits
from backstep_lab.exports.offline.file import packed
from backstep_lab.exports.offline.recording import recording_json
from backstep_lab.exports.offline.span import LOCKS, Span, span_of
from backstep_lab.queries.by_model import GRADIENT_CHECK, PATHS
from backstep_lab.queries.explain import explain
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.navigation import PHASES_OF, advance, advance_phase, retreat
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Diverged, Invalid, NothingBehind, OutOfTurn
from backstep_lab.wire.session import session_json
from tests.exports.offline.player import played

BATCHES = {"preset": "xor", "training": {"batch_size": 3}}  # an epoch of two iterations, of 3 examples and 1
PENALTY = {
    "network": {
        "inputs": 1,
        "layers": [{"units": 2, "activation": "relu"}, {"units": 2, "activation": "softmax"}],
    },
    "data": {"X": [[0.5], [1.0]], "Y": [[1.0, 0.0], [0.0, 1.0]]},
    "training": {"optimizer": {"name": "adam", "learning_rate": 0.1}, "batch_size": "all", "l2": 0.1},
}
LOOP = "w = [0.5, -1]\nx = [2, 3]\nfor t in range(2):\n    h[t] = w[t]*x[t]\nL = sum(h)*h[0]"
GRAPH = {"graph": {"program": LOOP}}
BEGINNINGS: list[dict[str, Any]] = [{"preset": "mazur"}, BATCHES, {"preset": "micrograd-neuron"}, GRAPH]


def session_of(begin: Mapping[str, Any]) -> Session:
    return open_bookmark("", parse_create({"lock": LOCKS, **begin}))


def recorded(session: Session, count: int, first: int | None = None) -> tuple[Span, dict[str, Any]]:
    span = span_of(session, first, count, never_stop)
    return span, json.loads(recording_json(span, never_stop))


def shown(session: Session, count: int, first: int | None = None) -> list[dict[str, Any]]:
    return played(recording_json(span_of(session, first, count, never_stop), never_stop))


def place(session: Session) -> tuple[int, int]:
    return session.iteration, session.step


@pytest.mark.parametrize("begin", [*BEGINNINGS, PENALTY])
def test_the_page_shows_at_every_moment_what_the_session_tells_there(begin: dict[str, Any]) -> None:
    span = span_of(session_of(begin), 1, 2, never_stop)
    for here, moment in zip(span.moments, played(recording_json(span, never_stop)), strict=True):
        where = (here.iteration, here.step)
        own = json.loads(session_json(here))
        beside = {"id": "recorded", "revision": moment["session"]["revision"], "furthest": 2}
        assert moment["session"] == own | beside, where
        assert moment["checks"] == json.loads(GRADIENT_CHECK.answer(here, {"ref": None}, never_stop)), where
        for ref, answer in moment["explain"].items():
            assert answer == json.loads(explain(here, ref)), (ref, where)
        for ref, answer in moment["check"].items():
            assert answer == json.loads(GRADIENT_CHECK.answer(here, {"ref": ref}, never_stop)), (ref, where)
        for ref, answer in moment["paths"].items():
            asked = {"ref": ref, "limit": limits.PATHS_SHOWN}
            assert answer == json.loads(PATHS.answer(here, asked, never_stop)), (ref, where)


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


def test_a_weight_made_under_another_optimizer_has_its_answer() -> None:
    adam = {"preset": "xor", "training": {"optimizer": {"name": "adam", "learning_rate": 0.1}}}
    trained = advance(open_bookmark("", parse_create(adam)), "iteration", 1).end
    session = patched(trained, {"training": {"optimizer": {"name": "sgd", "learning_rate": 0.1}}}).end
    answer = shown(session, 1)[0]["explain"]["W1[0,0]"]
    operands = {operand["ref"] for operand in answer["operation"]["operands"]}
    assert (answer["iteration"], "vW1_next[0,0]" in operands) == (0, True)


def test_every_number_of_the_page_has_an_answer() -> None:
    answers = shown(session_of({"preset": "mazur"}), 1)[-1]
    asked = {"x[0]", "y[1]", "W1[0,1]", "b2[0]", "W1[0,0]*x[0]", "z1[0]", "a2[1]", "loss[0]", "loss"}
    asked |= {"f'(z2[0])", "dL/da1[0]", "delta1[0]", "W2[0,0]*delta2[0]", "dW1[0,0]", "W2_next[1,1]"}
    assert asked | {"learning_rate"} <= set(answers["explain"])
    weights = [f"dW{layer}[{j},{k}]" for layer in (1, 2) for j in (0, 1) for k in (0, 1)]
    assert list(answers["check"]) == weights
    assert set(answers["check"]) <= set(answers["paths"])


def test_it_opens_at_the_moment_at_hand_and_holds_the_iterations_from_there() -> None:
    session = session_of({"preset": "mazur", "at": {"iteration": 5, "step": 7}})
    span, recording = recorded(session, 2)
    moments = [moment["session"]["position"] for moment in shown(session, 2)]
    starts = moments[:: session.current.steps + 1]
    assert [position["iteration"] for position in starts] == [5, 6]
    assert moments[recording["begins"]]["step"] == 7
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
    moments = [moment["session"]["parameters"] for moment in shown(edited, 2, first=0)]
    assert (moments[landing]["W"][1][0][0], moments[0]["W"][1][0][0]) == (0.7, 0.4)


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
    assert shown(session, 5)[-1]["session"]["state"] == "diverged"
    assert recording["moves"]["step"]["term"][-1] is None
    assert recording["moves"]["step"]["epoch"][0] == len(recording["moments"]) - 1
    assert recording["answers"][0]["divergence"]["grown"] is not None


def test_more_than_a_file_can_hold_is_refused() -> None:
    with pytest.raises(Invalid, match="iterations is 21; it must be from 1 to 20"):
        recorded(session_of({"preset": "mazur"}), 21)
    large = {"network": {"inputs": 64, "layers": [{"units": 64, "activation": "tanh"}, {"units": 1}]}}
    data = {"name": "custom", "X": [[0.5] * 64], "Y": [[1.0]]}
    with pytest.raises(Invalid, match="more than 10000 moments"):
        recorded(session_of({**large, "data": data}), 1)


def test_it_grows_with_its_operations_and_not_with_their_square() -> None:
    def packed_bytes(layers: int, units: int) -> tuple[int, int]:
        hidden = [{"units": units, "activation": "tanh"}] * layers
        network = {"inputs": 7, "layers": [*hidden, {"units": 1}]}
        data = {"X": [[0.1 * k for k in range(7)]], "Y": [[1.0]]}
        span = span_of(session_of({"network": network, "data": data}), 0, 1, never_stop)
        return len(span.moments), len(packed(recording_json(span, never_stop)))

    few, small = packed_bytes(2, 4)
    many, large = packed_bytes(6, 8)
    assert (many > 1800, large < 500_000) == (True, True)
    assert large / small < 1.2 * many / few


def test_a_graph_is_recorded_up_to_an_undefined_number() -> None:
    undefined = session_of({"graph": {"program": "x = 0\na = x + 1\nL = a/x"}})
    span, recording = recorded(undefined, 1)
    moments = shown(undefined, 1)
    assert len(span.moments) == len(moments) == 2
    assert moments[1]["session"]["divergence"]["quantity"] == "L"
    assert recording["answers"][0]["divergence"]["ref"] == "L"
