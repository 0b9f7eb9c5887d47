"""Edits of programs: leaves, program, values, target, trained leaves and training; undone and rewound."""

from typing import Any

import pytest

from backstep_lab.sessions.navigation import advance, retreat, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.restart import reset, rewound, with_new_weights
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid, Locked, OtherModel, ProgramRefused
from backstep_lab.wire.session import stale
from tests.models.graph.sessions import opened, picture, query, session_of, values

PROGRAM = "w = 0.5\nx = 2\na = w*x\nb = tanh(a)\nL = (b - 1)² + x"


@pytest.fixture
def session() -> Session:
    """A new session of PROGRAM: operations a b L:5.1 L:5.2 L, then eight of the backward pass, then w."""
    return session_of(PROGRAM)


def complete(session: Session) -> Session:
    return advance(session, "iteration", 1).end


def memory(session: Session) -> float | None:
    return session.current.value_of("m:w", 0)


def moment(session: Session) -> Any:
    return {**picture(session), "furthest": None, "edits": None}


@pytest.mark.parametrize(("leaf", "step"), [("w", 0), ("x", 0)])
def test_an_edit_of_a_leaf_makes_stale_what_reads_it(session: Session, leaf: str, step: int) -> None:
    there = advance(session, "line", 3).end
    edited = patched(there, {"parameters": {leaf: 3.0}})
    assert edited.end.step == step
    assert values(edited.end)[leaf] == 3.0
    assert stale(edited.start, edited.end) == ["a", "b", "L:5.1", "L:5.2", "L"][step : there.step]
    assert moment(retreat(edited.end, "term", 1).end) == moment(there)


def test_what_comes_before_the_first_reader_of_a_leaf_stays() -> None:
    there = advance(session_of("x = 2\nc = 3\na = x*x\nb = a + 1\nL = b*c"), "pass", 1).end
    edited = patched(there, {"parameters": {"c": 4.0}}).end
    assert edited.step == 2
    assert (values(edited)["b"], values(edited)["L"]) == (5.0, None)


def test_a_leaf_that_the_update_alone_reads_makes_the_backward_pass_stale() -> None:
    there = seek(session_of("x = 2\nw = 3\nL = x*x"), 0, 3).end
    edited = patched(there, {"parameters": {"w": 4.0}}).end
    assert edited.step == 1
    assert complete(edited).current.parameters(True)["w"] == 4.0


def test_an_edit_of_a_complete_iteration_belongs_to_the_next(session: Session) -> None:
    done = complete(session)
    edited = patched(done, {"parameters": {"x": 1.0}}).end
    assert (edited.iteration, edited.step) == (1, 0)
    assert values(edited)["w"] == done.current.parameters(True)["w"]
    assert moment(retreat(edited, "term", 1).end) == moment(done)


def test_an_element_of_an_array_is_edited_by_its_ref() -> None:
    edited = patched(session_of("W = [[1, 2], [3, 4]]\nL = sum(W)"), {"parameters": {"W[1,0]": -1.0}}).end
    assert edited.current.parameters(False) == {"W": [[1.0, 2.0], [-1.0, 4.0]]}
    assert complete(edited).current.loss == 6.0


@pytest.mark.parametrize("ref", ["L", "a", "W[0,0]", "dL/dw", "w_next", "L:5.1", "C:5.1", "", "optimizer.t"])
def test_what_is_no_leaf_is_not_edited(session: Session, ref: str) -> None:
    with pytest.raises(Invalid, match="only leaves can") as error:
        patched(session, {"parameters": {ref: 1.0}})
    assert error.value.field == f"parameters.{ref}"


@pytest.mark.parametrize("part", ["network", "dataset", "names"])
def test_a_graph_has_no_parts_of_a_network(session: Session, part: str) -> None:
    body: dict[str, Any] = {"network": {"loss": "huber"}, "dataset": {"name": "xor"}, "names": {"x": ["a"]}}
    with pytest.raises((Invalid, OtherModel), match=r"A graph has no|needs a layered network"):
        patched(session, {part: body[part]})


def test_leaves_keep_their_values_in_another_program(session: Session) -> None:
    trained = complete(complete(session))
    w = trained.current.parameters(True)["w"]
    edited = patched(trained, {"graph": {"program": PROGRAM + "*2"}}).end
    assert edited.current.parameters(False) == {"w": w, "x": 2.0}
    rewritten = patched(edited, {"graph": {"program": PROGRAM.replace("0.5", "0.25")}}).end
    assert rewritten.current.parameters(False) == {"w": 0.25, "x": 2.0}
    assert moment(retreat(retreat(rewritten, "term", 1).end, "term", 1).end) == moment(trained)


def test_a_leaf_of_another_shape_starts_anew() -> None:
    edited = patched(session_of("w = 3\nL = w*w"), {"graph": {"program": "w = [1, 2]\nL = sum(w)"}}).end
    assert edited.current.parameters(False) == {"w": [1.0, 2.0]}


def test_values_are_given_beside_another_program() -> None:
    start = session_of("L = x*y", values={"x": 2, "y": 3})
    edited = patched(start, {"graph": {"program": "L = x*y*z", "values": {"x": 2, "y": 5, "z": 4}}}).end
    assert edited.current.loss == 40.0
    again = patched(edited, {"graph": {"values": {"x": 1, "y": 5, "z": 4}}}).end
    assert again.current.loss == 20.0
    assert picture(again)["spec"]["graph"]["values"] == {"x": 1.0, "y": 5.0, "z": 4.0}


def test_a_second_leaf_of_a_name_has_values_and_parameters_of_its_own() -> None:
    start = session_of("w = 1\nv = w*w\nw = 2\nL = v*w", values={"w#2": 5})
    assert start.current.parameters(False) == {"w": 1.0, "w#2": 5.0}
    assert start.current.loss == 5.0
    edited = patched(start, {"parameters": {"w#2": 7.0, "w": 2.0}}).end
    assert edited.current.loss == 28.0
    assert set(complete(edited).current.parameters(True)) == {"w", "w#2"}
    assert values(complete(edited))["w#2_next"] == complete(edited).current.parameters(True)["w#2"]


def test_another_target_is_differentiated_and_the_default_comes_back(session: Session) -> None:
    edited = patched(complete(session), {"graph": {"target": "b"}}).end
    assert edited.current.name_of(edited.current.phases["backward"][0])[1] == "db/db"
    back = patched(edited, {"graph": {"target": None}}).end
    assert back.current.name_of(back.current.phases["backward"][0])[1] == "dL/dL"


def test_an_element_or_an_inner_number_may_be_the_target() -> None:
    program = "W = [[1, 2], [3, 4]]\ny = 2*W\nL = sum(y*y)"
    for target, slope in (("y[1,0]", 2.0), ("L:3.3", 24.0)):
        done = complete(session_of(program, target=target))
        assert values(done)[f"d{target}/dW[1,0]"] == slope


def test_other_leaves_are_trained(session: Session) -> None:
    edited = patched(session, {"graph": {"train": ["x"]}}).end
    assert [ref for ref in values(edited) if ref.endswith("_next")] == ["x_next"]
    default = patched(edited, {"graph": {"train": None}}).end
    assert [ref for ref in values(default) if ref.endswith("_next")] == ["w_next"]
    none = patched(edited, {"graph": {"train": []}}).end
    assert complete(complete(none)).current.parameters(True) == none.current.parameters(False)


def test_another_learning_rate_keeps_both_passes_and_another_optimizer_its_memory_not(
    session: Session,
) -> None:
    adam = {"training": {"optimizer": {"name": "adam"}}}
    there = complete(patched(complete(session), adam).end)
    slower = patched(there, {"training": {"optimizer": {"learning_rate": 0.25}}}).end
    assert (slower.step, memory(slower)) == (0, values(there)["m_next:w"])
    inside = seek(slower, slower.iteration, slower.current.steps - 1).end
    faster = patched(inside, {"training": {"optimizer": {"learning_rate": 0.5}}}).end
    assert faster.step == faster.current.phases["update"][0]
    other = patched(faster, {"training": {"optimizer": {"name": "momentum"}}}).end
    assert memory(other) == 0.0


def test_a_mistake_in_another_program_changes_nothing(session: Session) -> None:
    with pytest.raises(ProgramRefused) as error:
        patched(session, {"graph": {"program": "L = w*\n"}})
    assert (error.value.field, error.value.line) == ("graph.program", 1)


def test_a_program_and_leaves_are_edited_at_once(session: Session) -> None:
    edited = patched(session, {"graph": {"program": PROGRAM + " + w"}, "parameters": {"w": -1.0}}).end
    assert edited.current.parameters(False) == {"w": -1.0, "x": 2.0}


def test_a_leaf_that_another_program_computes_is_not_edited_with_it(session: Session) -> None:
    with pytest.raises(Invalid, match="only leaves can"):
        patched(session, {"graph": {"program": "x = 2\nw = x*x\nL = w*2"}, "parameters": {"w": -1.0}})


def test_reset_and_rewind(session: Session) -> None:
    rate = {"training": {"optimizer": {"learning_rate": 0.125}}}
    there = complete(patched(complete(patched(session, {"parameters": {"w": 3.0}}).end), rate).end)
    again = rewound(there).end
    assert (again.iteration, again.step) == (0, 0)
    assert again.current.parameters(False) == {"w": 3.0, "x": 2.0}
    assert again.current.learning_rate == 0.125
    assert moment(retreat(again, "term", 1).end) == moment(there)
    assert picture(reset(there).end) == picture(session)


def test_rewinding_keeps_another_program(session: Session) -> None:
    there = complete(patched(session, {"graph": {"program": "w = 1\nL = w*w*w"}}).end)
    assert rewound(there).end.current.spec.graph.program == "w = 1\nL = w*w*w"  # type: ignore[attr-defined]


def test_new_weights_are_drawn_for_trained_leaves_and_are_the_same_again(session: Session) -> None:
    first = with_new_weights(complete(session)).end
    second = with_new_weights(first).end
    drawn = [one.current.parameters(False) for one in (first, second)]
    assert [one["x"] for one in drawn] == [2.0, 2.0]
    assert all(-1.0 < one["w"] < 1.0 for one in drawn)
    assert drawn[0]["w"] != drawn[1]["w"]
    assert with_new_weights(session).end.current.parameters(False) == drawn[0]


LOCKED: dict[str, dict[str, Any]] = {
    "parameters": {"parameters": {"w": 1.0}},
    "training": {"training": {"optimizer": {"learning_rate": 1.0}}},
    "network": {"graph": {"program": "w = 3\nL = w*w"}},
}


@pytest.mark.parametrize("lock", LOCKED)
def test_what_is_locked_is_not_edited(lock: str) -> None:
    locked = opened({"graph": {"program": PROGRAM}, "lock": [lock]})
    with pytest.raises(Locked, match=lock):
        patched(locked, LOCKED[lock])
    for other in set(LOCKED) - {lock}:
        assert patched(locked, LOCKED[other]).end.history.edits


def test_a_locked_program_gets_no_new_weights() -> None:
    with pytest.raises(Locked):
        with_new_weights(opened({"graph": {"program": PROGRAM}, "lock": ["network"]}))


def test_an_edited_leaf_is_explained_as_edited(session: Session) -> None:
    there = complete(complete(session))
    assert query(there, "explain", ref="w")["operation"]["ref"] == "w_next"
    edited = patched(there, {"parameters": {"w": 9.0}}).end
    assert query(edited, "explain", ref="w")["operation"] is None
    assert query(edited, "explain", ref="w")["value"] == 9.0
