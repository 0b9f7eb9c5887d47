"""A second kind of model does all that a session does, without a change outside its own file."""

import json
from typing import Any

import pytest

from backstep_lab.exports.formats import FORMATS
from backstep_lab.jobs.queries import QUERIES
from backstep_lab.models.registry import MODELS
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.link import decode_link, link, open_bookmark
from backstep_lab.sessions.navigation import advance, advance_phase, retreat, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.restart import reset, rewound
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.history_parts import parts_of
from backstep_lab.sessions.store.stored_session import restored
from backstep_lab.sessions.training import train
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Invalid, NothingBehind, OtherModel, OutOfTurn
from backstep_lab.stepping.cursor import UNITS, Unit
from backstep_lab.wire.session import session_json, stale
from backstep_lab.wire.step import step_json
from tests.models.toy import LEAVES, PROGRAM, ToyModel

BODY = {"toy": {"a": 1.0, "b": 2.0, "c": 3.0}, "training": {"learning_rate": 0.1}}
NUMBERS = {"s": 3, "y": 9, "loss": 9, "dL/dc": 3, "dL/ds": 3, "dL/da": 3, "dL/db": 3}
AFTER = {"a_next": 0.7, "b_next": 1.7, "c_next": 2.7}


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    """A new session of y = (a + b)·c at (1, 2, 3), with η = 0.1."""
    monkeypatch.setitem(MODELS, "toy", ToyModel())
    return open_bookmark("toy", parse_create(BODY))


def answer(change: Transition) -> Any:
    return json.loads(step_json(change))


def picture(session: Session) -> Any:
    """Everything of a session but its revision."""
    return {**json.loads(session_json(session)), "revision": None}


def explained(session: Session, ref: str) -> Any:
    return json.loads(QUERIES["explain"].answer(session, {"ref": ref}, never_stop))


def test_a_new_session_knows_its_leaves_and_nothing_else(session: Session) -> None:
    values = picture(session)["values"]
    assert {ref for ref, value in values.items() if value is not None} == {*LEAVES, "learning_rate"}
    assert picture(session)["parameters"] == BODY["toy"]


def test_each_term_makes_one_number_known_and_a_step_back_unknown(session: Session) -> None:
    here = session
    for ref, value in (NUMBERS | AFTER).items():
        forward = advance(here, "term", 1)
        assert answer(forward)["changed"] == {ref: pytest.approx(value)}
        back = retreat(forward.end, "term", 1)
        assert answer(back)["changed"] == {ref: None}
        assert picture(back.end)["values"] == picture(here)["values"]
        here = forward.end
    assert here.is_complete
    assert answer(advance(here, "term", 1))["position"]["iteration"] == 1


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_leads_forward_and_the_same_way_back(session: Session, unit: Unit) -> None:
    places, here = [session], session
    for _ in range(4):
        here = advance(here, unit, 1).end
        places.append(here)
    assert len({(place.iteration, place.step) for place in places}) == 5
    for place in reversed(places[:-1]):
        here = retreat(here, unit, 1).end
        if unit != "epoch":
            assert picture(here)["values"] == picture(place)["values"]
    with pytest.raises(NothingBehind):
        retreat(session, unit, 1)


def test_a_phase_is_stepped_at_its_turn_alone(session: Session) -> None:
    with pytest.raises(OutOfTurn):
        advance_phase(session, "backward", "pass")
    assert advance_phase(session, "forward", "pass").end.step == 3


def test_a_number_is_explained_before_and_after_it_is_computed(session: Session) -> None:
    before, after = explained(session, "y"), explained(advance(session, "pass", 1).end, "y")
    assert (before["value"], before["operation"]["formula"]["numbers"]) == (None, None)
    assert after["operation"]["formula"]["symbols"] == "s \\cdot c"
    assert [operand["value"] for operand in after["operation"]["operands"]] == [3.0, 3.0]
    second = advance(session, "iteration", 2).end
    assert explained(second, "a")["operation"]["ref"] == "a_next"
    with pytest.raises(Invalid, match="names no number"):
        explained(session, "W1[0,0]")


def test_an_edit_makes_stale_what_reads_it_and_is_undone(session: Session) -> None:
    complete = seek(session, 0, 9).end
    edited = patched(complete, {"parameters": {"c": 5.0}})
    assert edited.end.step == 1  # the sum of a and b stays
    assert stale(edited.start, edited.end) == [operation.ref for operation in PROGRAM[1:9]]
    assert advance(edited.end, "pass", 1).end.current.loss == 15.0
    assert picture(retreat(edited.end, "term", 1).end) == picture(complete)
    with pytest.raises(Invalid):
        patched(session, {"parameters": {"y": 1.0}})


def test_its_own_part_and_the_training_are_edited_by_name(session: Session) -> None:
    slower = patched(seek(session, 0, 9).end, {"training": {"learning_rate": 0.5}}).end
    assert slower.step == 7
    other = patched(slower, {"toy": {"a": 4.0}}).end
    assert (other.step, other.current.parameters(False)["a"]) == (0, 4.0)
    assert rewound(seek(other, 3, 0).end).end.current.learning_rate == 0.5
    assert picture(reset(other).end) == picture(session)


def test_seek_leads_where_stepping_leads(session: Session) -> None:
    stepped = advance(advance(session, "iteration", 3).end, "term", 5).end
    assert picture(seek(session, 3, 5).end)["values"] == picture(stepped)["values"]
    assert picture(seek(stepped, 1, 2).end)["values"] == picture(seek(session, 1, 2).end)["values"]


def test_a_link_leads_to_the_same_numbers(session: Session) -> None:
    here = seek(patched(session, {"parameters": {"b": 0.1}}).end, 4, 6).end
    text = link(here)
    assert text is not None
    there = open_bookmark("toy", decode_link(text))
    assert picture(there)["values"] == picture(here)["values"]
    assert picture(there)["spec"] == picture(here)["spec"]


def test_it_is_stored_and_restored_with_its_checkpoints(session: Session) -> None:
    trained = train(session, 100, StopCriteria(loss=-1e9), never_stop).session
    edited = patched(trained, {"toy": {"c": 0.5}}).end
    here = seek(edited, edited.iteration + 40, 6).end
    parts = parts_of(here.history, here.work)
    assert any(name.startswith("checkpoint") for name in parts)
    there, _ = restored("toy", here.revision, here.head, parts, never_stop)
    assert picture(there) == picture(here)


def test_training_stops_at_a_loss_and_where_numbers_overflow(session: Session) -> None:
    assert train(session, 100, StopCriteria(loss=1.0), never_stop).stopped == "target"
    diverged = train(
        patched(session, {"training": {"learning_rate": 9e5}}).end, 500, StopCriteria(), never_stop
    )
    assert (diverged.stopped, diverged.session.status) == ("diverged", "diverged")


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_it_is_exported_as_a_session_a_table_and_a_worked_solution(session: Session, lang: str) -> None:
    file = json.loads(FORMATS["session"].make(patched(session, {"toy": {"a": 7.0}}).end, lang))
    assert (file["spec"]["toy"], len(file["edits"])) == (BODY["toy"], 1)
    rows = FORMATS["csv"].make(session, lang).decode().splitlines()
    assert rows[2] == "2,forward,product,0,0,y,9.0,s = 3.0; c = 3.0"
    for name in ("markdown", "latex"):
        text = FORMATS[name].make(session, lang).decode()
        assert "s \\cdot c" in text
        assert "3 \\cdot 3" in text


@pytest.mark.parametrize(
    ("query", "arguments"),
    [
        ("batch", {"ref": "W1[0,0]"}),
        ("activation", {"ref": "a1[0]", "z": None}),
        ("boundary", {"unit": [], "resolution": 8, "x": None, "y": None, "points": True, "shades": False}),
        ("examples", {"set": "train", "offset": 0, "limit": 4}),
        ("gradient-check", {"ref": "dW1[0,0]"}),
        ("landscape", {"x": "W1[0,0]", "y": "W1[0,1]", "resolution": 8, "span": None}),
        ("loss-slice", {"ref": "W1[0,0]", "span": None}),
        ("line", {"ref": "a1[0]", "w_x": None, "w_y": None, "b": None}),
        ("metrics", {}),
        ("order", {"iterations": 1}),
        ("paths", {"ref": "dW1[0,0]", "limit": 4}),
        ("predict", {"x": [1.0]}),
        ("sums", {"ref": "a1[0]"}),
        ("export", {"format": "numpy", "lang": "en"}),
        ("export", {"format": "safetensors", "lang": "en"}),
        ("export", {"format": "svg", "lang": "en"}),
    ],
)
def test_what_knows_layers_is_refused_for_it(session: Session, query: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(OtherModel, match=r"needs a layered network.*“toy”"):
        QUERIES[query].answer(session, arguments, never_stop)


def test_it_has_no_layers_to_name(session: Session) -> None:
    with pytest.raises(OtherModel):
        patched(session, {"names": {"inputs": ["lemons"]}})
