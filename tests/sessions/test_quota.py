"""What a session's edits may hold: one list of limits, checked wherever edits come from."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from backstep_lab.config import limits
from backstep_lab.exports.session_file import session_file
from backstep_lab.models.change import Change
from backstep_lab.models.layered.model import LayeredModel
from backstep_lab.sessions.edits import Edit
from backstep_lab.sessions.history import History
from backstep_lab.sessions.link import link
from backstep_lab.sessions.navigation import seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.quota import check_edits, packed_edit
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.store.codec import CodecError, pack, unpack
from backstep_lab.spec.errors import Invalid
from tests.api.calling import SESSIONS, new, problem
from tests.sessions.building import mazur

DATASET = Change(parts={"dataset": {"name": "xor"}})
NUMBER = Change({"W1[0,0]": 0.5})


def edit(change: Change, *dropped: Edit) -> Edit:
    return Edit(0, (0, 0), (0, 0), 0, change, dropped)


def nested(depth: int) -> Edit:
    found = edit(NUMBER)
    for _ in range(depth):
        found = edit(NUMBER, found)
    return found


TOO_MUCH = {
    "edits": [edit(NUMBER)] * (limits.MAX_EDITS + 1),
    "dropped edits": [edit(NUMBER, *[edit(NUMBER)] * limits.MAX_EDITS)],
    "data sets": [edit(DATASET)] * (limits.MAX_DATA_EDITS + 1),
    "dropped data sets": [edit(NUMBER, *[edit(DATASET)] * (limits.MAX_DATA_EDITS + 1))],
    "numbers": [
        edit(replace(DATASET, parts={"dataset": {"X": [[0.0] * 100] * 300, "Y": [[0.0] * 100] * 300}}))
        for _ in range(4)
    ],
    "bytes": [
        edit(replace(NUMBER, parts={"network": {"parameters": {"W": [[[0.1] * 1000] * 100], "b": []}}}))
        for _ in range(5)
    ],
    "depth": [nested(limits.MAX_EDITS_DEPTH + 1)],
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_too_much_is_refused(what: str) -> None:
    with pytest.raises(Invalid):
        check_edits(TOO_MUCH[what])


def test_as_much_as_is_allowed_is_not() -> None:
    check_edits([edit(NUMBER)] * limits.MAX_EDITS)
    check_edits([edit(DATASET)] * limits.MAX_DATA_EDITS)
    check_edits([nested(limits.MAX_EDITS_DEPTH)])


def own_data(rows: int) -> Edit:
    """A data set of its own with a hundred numbers in each of its rows."""
    return edit(replace(DATASET, parts={"dataset": {"X": [[0.0] * 50] * rows, "Y": [[0.0] * 50] * rows}}))


def test_numbers_of_data_sets_are_counted_to_the_last() -> None:
    check_edits([own_data(1_999), own_data(1)])
    with pytest.raises(Invalid, match="2 data sets with 200100 numbers") as caught:
        check_edits([own_data(2_000), own_data(1)])
    assert (caught.value.field, caught.value.key) == ("dataset", "problem-too-many-datasets")
    assert caught.value.message_args["count"] == 1


def test_bytes_are_counted_to_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    edits = [edit(NUMBER), edit(NUMBER, edit(NUMBER))]
    size = sum(len(packed_edit(one)) for one in edits)
    monkeypatch.setattr(limits, "MAX_EDITS_BYTES", size)
    check_edits(edits)
    monkeypatch.setattr(limits, "MAX_EDITS_BYTES", size - 1)
    with pytest.raises(Invalid) as caught:
        check_edits(edits)
    assert (caught.value.field, caught.value.key) == ("parameters", "problem-edits-too-large")


def test_the_size_of_edits_is_said_in_megabytes() -> None:
    with pytest.raises(Invalid, match=r"would hold 4\.5 MB; they may hold 4 MB") as caught:
        check_edits(TOO_MUCH["bytes"])
    arguments = caught.value.message_args
    assert (arguments["megabytes"], arguments["max"]) == (4.5, 4.0)


@pytest.mark.parametrize("what", TOO_MUCH)
def test_bytes_with_too_much_are_refused_before_an_edit_is_applied(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = pack(History(mazur().history.spec, tuple(TOO_MUCH[what])))
    monkeypatch.setattr(LayeredModel, "apply", lambda *_: pytest.fail("an edit was applied"))
    with pytest.raises(CodecError):
        unpack(packed)


def flooded() -> Session:
    """A session with a thousand edits of its data: more than one may hold, but short in a link."""
    session = mazur()
    edits = tuple(edit(DATASET) for _ in range(limits.MAX_EDITS))
    return replace(session, history=replace(session.history, edits=edits))


def test_a_link_with_a_thousand_data_sets_is_refused_at_every_entrance(client: TestClient) -> None:
    state = link(flooded())
    assert state is not None
    assert len(state) < 1_000, "it is a short address"
    problem(client.post(SESSIONS, json={"state": state}), 422, "validation", "state")
    for address in ("/", "/p/mazur", "/embed"):
        page = client.get(address, params={"state": state})
        assert page.status_code == 200
        assert '"name":"state"' in page.text, "the page says that the address could not be followed"
    for picture in ("/picture.svg", "/picture.png"):
        assert client.get(picture, params={"state": state}).status_code == 200


def test_a_file_with_a_thousand_data_sets_is_refused(client: TestClient) -> None:
    file = session_file(flooded(), "en")
    answer = client.post(f"{SESSIONS}/import", content=file, headers={"Content-Type": "application/json"})
    problem(answer, 422, "validation", "edits")


BIG = {
    "network": {"inputs": 100, "layers": [{"units": 100}, {"units": 98}]},
    "data": {"name": "custom", "X": [[0.5] * 100], "Y": [[0.5] * 98]},
}


def test_edits_of_all_parameters_are_refused_before_they_are_acknowledged(client: TestClient) -> None:
    address = new(client, **BIG)
    weights = [[[0.123456789] * 100] * 100, [[0.123456789] * 100] * 98]
    edit = {"network": {"parameters": {"W": weights, "b": [[0.1] * 100, [0.1] * 98]}}}
    statuses: list[int] = []
    while not statuses or statuses[-1] == 200:
        answer = client.patch(address, json=edit)
        statuses.append(answer.status_code)
        assert len(statuses) < 100
    assert 20 < len(statuses) < 30
    assert "they may hold 4 MB" in problem(answer, 422, "validation", "parameters")["detail"]
    manager = client.app.state.service.manager  # type: ignore[attr-defined]
    manager.cache.drop(address.rsplit("/", 1)[1])
    session = client.get(address).json()
    assert session["edits"] == len(statuses) - 1, "what was acknowledged is read back"
    back = client.post(f"{address}/back", json={})
    assert back.status_code == 200
    assert client.patch(address, json=edit).status_code == 200, "going back makes room"


def test_going_back_and_editing_again_and_again_stays_readable() -> None:
    """Each edit drops the one after it; edits within edits are read by readers that recurse."""
    session = mazur()
    refused = None
    for iteration in range(200, 0, -1):
        session = seek(session, iteration, 0).end
        try:
            session = patched(session, {"parameters": {"W1[0,0]": iteration / 1000}}).end
        except Invalid as problem:
            refused = problem
            break
    assert refused is not None
    assert refused.key == "problem-too-many-edits"
    assert unpack(pack(session.history)).edits[0].iteration == session.history.edits[0].iteration


def test_a_full_session_says_so() -> None:
    session = mazur()
    full = replace(session, history=replace(session.history, edits=tuple([edit(NUMBER)] * limits.MAX_EDITS)))
    with pytest.raises(Invalid, match="1000 edits"):
        patched(full, {"parameters": {"W1[0,0]": 1.0}})
