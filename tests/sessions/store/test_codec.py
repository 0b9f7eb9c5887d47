"""Histories as bytes: nothing is lost, and foreign bytes can only fail to load."""

from typing import Any

import msgpack  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.sessions.navigation import advance, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.store.codec import VERSION, CodecError, pack, unpack
from backstep_lab.sessions.training import train
from tests.sessions.building import mazur, picture, xor


def lived_in() -> Session:
    """A session with a past: edits, edits that were dropped, checkpoints."""
    session = train(xor(), 200, StopCriteria(), lambda: True).session
    session = patched(session, {"parameters": {"W1[0,1]": 0.25}, "data": {"y[0]": 0.5}}).end
    session = advance(session, "iteration", 3).end
    session = seek(session, 50, 3).end
    session = patched(session, {"training": {"l2": 0.1}, "focus": 1}).end
    return advance(session, "term", 5).end


@pytest.mark.parametrize("make", [mazur, lived_in])
def test_a_history_comes_back_to_the_bit(make: Any) -> None:
    session = make()
    packed = pack(session.history)
    again = Session.restore(session.id, session.revision, session.head, unpack(packed))
    assert picture(again) == picture(session)
    assert pack(unpack(packed)) == packed


def test_a_history_from_before_there_were_accuracies_comes_back_without_them() -> None:
    session = train(xor(), 200, StopCriteria(), lambda: True).session
    version, body = msgpack.unpackb(pack(session.history))
    assert body["curves"].pop("train_accuracy")
    again = unpack(msgpack.packb([version, body]))
    assert again.curves.train_accuracy.points(200) == []
    assert again.curves.train.points(200) == session.history.curves.train.points(200)
    later = Session.restore(session.id, 0, session.head, again)
    assert picture(later) != picture(session)
    assert later.current.loss == session.current.loss


def test_a_long_history_stays_small() -> None:
    trained = train(mazur(), 20_000, StopCriteria(), lambda: True).session
    assert len(pack(trained.history)) < 64 * 1024


BYTES = pack(lived_in().history)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_damaged_bytes_are_refused_by_name_or_hold_a_history(data: st.DataObject) -> None:
    damaged = bytearray(BYTES)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    for candidate in (bytes(damaged), bytes(damaged[:cut])):
        try:
            unpack(candidate)
        except CodecError:
            continue


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_foreign_bytes_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(CodecError):
        unpack(data)


def test_a_history_with_the_former_name_of_reveal_upcoming_is_read() -> None:
    version, body = msgpack.unpackb(BYTES)
    history = unpack(msgpack.packb([version, body | {"spec": body["spec"] | {"ahead": False}}]))
    assert not history.spec.reveal_upcoming
    assert msgpack.unpackb(pack(history))[1]["spec"] == body["spec"] | {"reveal_upcoming": False}


def changed(**fields: Any) -> bytes:
    version, body = msgpack.unpackb(BYTES)
    return bytes(msgpack.packb([fields.pop("version", version), body | fields]))


@pytest.mark.parametrize(
    "data",
    [
        b"\x80\x04\x95cposix\nsystem\n",  # the beginning of a pickle
        b"\xdd\xff\xff\xff\xff",  # a list of four billion entries that are not there
        changed(version=VERSION + 1),
        changed(spec={"network": {"inputs": 10**9, "layers": [{"units": 1}]}}),
        changed(
            spec={"network": {"inputs": 1, "layers": [{"units": 1}]}, "data": {"X": [[1.0]], "Y": [[1.0]]}}
        ),
        changed(edits="none"),
        changed(edits=[[0, [0, 0], [0, 0], 0, [{"W1[0,0]": float("nan")}, {}, 0, {}, {}], []]]),
        changed(edits=[[0, [0, 0], [0, 0], 0, [{"W9[0,0]": 1.0}, {}, 0, {}, {}], []]]),
        changed(edits=[[0, [0, 0], [0, 0], 0, [{}, {"x[0]": 1.0}, 99, {}, {}], []]]),
        changed(edits=[[-1, [0, 0], [0, 0], 0, [{}, {}, 0, {}, {}], []]]),
        changed(checkpoints=[[1, b"short", b"", 0, 0, 0, 0]]),
        changed(checkpoints=[[1, b"\xff" * 72, b"", 0, 0, 0, 0]]),
        changed(checkpoints=[[2, b"\0" * 72, b"", 0, 0, 0, 0], [1, b"\0" * 72, b"", 0, 0, 0, 0]]),
        changed(curves={"iteration": [b"\0" * 8 * 513], "train": [], "test": []}),
        changed(interval=0),
        changed(reached=-1),
    ],
)
def test_what_cannot_be_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(CodecError):
        unpack(data)


def test_options_that_given_examples_cannot_follow_are_left_out_of_older_histories() -> None:
    rows = {"name": "custom", "X": [[0.0, 1.0], [1.0, 0.0]], "Y": [[1.0], [0.0]]}
    session = patched(xor(), {"dataset": rows}).end
    version, body = msgpack.unpackb(pack(session.history))
    _, _, _, _, (_, _, _, *parts), _ = body["edits"][0]
    assert parts[2]["X"] == rows["X"]
    parts[2] |= {"noise": 0.3, "samples": 50, "targets": "one_hot"}
    body["edits"][0][4][3:] = parts
    again = Session.restore(
        session.id, session.revision, session.head, unpack(msgpack.packb([version, body]))
    )
    assert picture(again) == picture(session)


def test_options_that_given_examples_cannot_follow_are_left_out_of_an_older_spec() -> None:
    version, body = msgpack.unpackb(pack(mazur().history))
    assert body["spec"]["data"]["name"] == "custom"
    body["spec"]["data"] |= {"noise": 0.3, "samples": 50}
    again = Session.restore("older", 0, mazur().head, unpack(msgpack.packb([version, body])))
    assert again.current.loss == mazur().current.loss
