"""Sessions of programs as links, files and stored bytes: they come back bit for bit, or are refused."""

import json
from random import Random
from typing import Any

import msgpack  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.config import limits
from backstep_lab.exports.formats import FORMATS
from backstep_lab.jobs.creations import CREATIONS
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.link import decode_link, link, open_bookmark
from backstep_lab.sessions.navigation import advance, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.restart import with_new_weights
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.codec import CodecError, pack, unpack
from backstep_lab.sessions.store.history_parts import parts_of
from backstep_lab.sessions.store.stored_session import restored
from backstep_lab.sessions.training import train
from backstep_lab.spec.errors import Problem, Unreadable
from tests.models.graph.programs import PROGRAMS
from tests.models.graph.sessions import picture, session_of

ADAM = {"optimizer": {"name": "adam", "learning_rate": 0.05}}


def lived_in(name: str) -> Session:
    """A session with edits of every kind, in the middle of an iteration."""
    here = advance(session_of(PROGRAMS[name], ADAM), "iteration", 3).end
    leaves = [here.current.setup.graph.nodes[i].ref for i in here.current.setup.graph.leaves]
    if leaves:
        here = patched(here, {"parameters": {leaves[0]: 0.125}}).end
    here = patched(here, {"graph": {"program": PROGRAMS[name] + " + 1"}}).end
    here = patched(here, {"training": {"optimizer": {"learning_rate": 0.01}}}).end
    here = with_new_weights(here).end
    return seek(here, 2, min(7, here.current.steps)).end


def moment(session: Session) -> Any:
    return {**picture(session), "furthest": None}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_link_leads_to_the_same_numbers(name: str) -> None:
    for here in (session_of(PROGRAMS[name]), lived_in(name)):
        text = link(here)
        assert text is not None
        assert len(text) <= limits.MAX_LINK == 4096
        there = open_bookmark("here", decode_link(text))
        assert moment(there)["values"] == moment(here)["values"]
        assert {**moment(there), "losses": None} == {**moment(here), "losses": None}


def test_values_that_do_not_fit_in_an_address_have_no_link() -> None:
    draw = Random(1)
    assert link(session_of("L = sum(x)", values={"x": [draw.random() for _ in range(600)]})) is None


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_session_is_stored_and_restored(name: str) -> None:
    trained = train(lived_in(name), 200, StopCriteria(), never_stop).session
    here = seek(trained, trained.iteration - 3, 2).end
    parts = parts_of(here.history, here.work)
    assert any(part.startswith("checkpoint") for part in parts)
    there, _ = restored("here", here.revision, here.head, parts, never_stop)
    assert picture(there) == picture(here)


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_session_file_is_read_back(name: str) -> None:
    here = lived_in(name)
    file = json.loads(FORMATS["session"].make(here, "en"))
    assert file["spec"]["graph"]["program"] == PROGRAMS[name]
    assert len(file["edits"]) == 1
    there = open_bookmark("here", CREATIONS["import"]({"body": json.dumps(file).encode()}))
    assert {**moment(there), "losses": None} == {**moment(here), "losses": None}


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damaged_bytes_are_refused_by_name_or_hold_a_history(data: st.DataObject) -> None:
    whole = pack(lived_in("arrays").history)
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]
    try:
        history = unpack(damaged)
    except CodecError:
        return
    there = Session.restore("", 0, seek(lived_in("arrays"), 0, 0).end.head, history)
    try:
        picture(there.at_iteration(1))
    except Problem:
        return


def changed(**fields: Any) -> bytes:
    """Packed bytes with other fields at the top."""
    version, body = msgpack.unpackb(pack(lived_in("arrays").history))
    return bytes(msgpack.packb([version, {**body, **fields}]))


SPEC = {"graph": {"program": "x = 2\nL = x*x"}, "training": {}}
EDITS: dict[str, list[Any]] = {
    "of what is no leaf": [{"L": 1.0}, {}, 0, {}, {}, {}],
    "of what is not there": [{"W1[0,0]": 1.0}, {}, 0, {}, {}, {}],
    "of a number that is none": [{"x": "1"}, {}, 0, {}, {}, {}],
}


@pytest.mark.parametrize("edit", EDITS)
def test_edits_that_cannot_be_are_refused_by_name(edit: str) -> None:
    body = changed(spec=SPEC, edits=[[0, [0, 0], [0, 0], 0, EDITS[edit], []]], checkpoints=[])
    with pytest.raises((CodecError, Problem)):
        picture(Session.restore("", 0, session_of("x = 2\nL = x*x").head, unpack(body)))


@pytest.mark.parametrize(
    "spec",
    [
        {"graph": {"program": "L = ("}},
        {"graph": {"program": "L = y"}},
        {"graph": {"program": 3}},
        {"graph": {"program": "x = 2\nL = x*x", "train": ["z"]}},
        {"graph": {"program": "x = 2\nL = x*x", "values": {"x": float("nan")}}},
        {"graph": {}},
        {"graph": None},
    ],
)
def test_a_spec_that_cannot_be_is_refused_by_name(spec: dict[str, Any]) -> None:
    with pytest.raises((CodecError, Problem)):
        picture(Session.restore("", 0, session_of("L = 2").head, unpack(changed(spec=spec, edits=[]))))


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x93\x01\x02\x03"])
def test_damaged_checkpoints_are_unreadable(damage: bytes) -> None:
    here = train(lived_in("arrays"), 200, StopCriteria(), never_stop).session
    parts = parts_of(here.history, here.work)
    for name in [name for name in parts if name.startswith("checkpoint")]:
        with pytest.raises(Unreadable):
            restored("here", 1, here.head, parts | {name: damage}, never_stop)
