"""What inputs, neurons, outputs and classes are called: checked, kept, and dropped where they do not fit."""

from collections.abc import Callable
from typing import Any

import pytest

from backstep_lab.models.registry import model_in
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.link import decode_link, link, open_bookmark
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.restart import rewound
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.store.codec import pack, unpack
from backstep_lab.sessions.undo import undone
from backstep_lab.spec.errors import Invalid, Locked
from backstep_lab.spec.names import Names, printable

LEMONADE = {
    "inputs": ["lemons", "sugar"],
    "hidden": [["sour", "sweet"]],
    "outputs": ["points"],
    "classes": [],
}


def session(**more: Any) -> Session:
    return open_bookmark("s", parse_create({"preset": "mazur", "names": LEMONADE, **more}))


def names(of: Session) -> dict[str, Any] | None:
    found = layered(of).spec.names
    return None if found is None else found.model_dump()


def patch(of: Session, **parts: Any) -> Session:
    return patched(of, parts).end


def test_a_session_is_created_with_names() -> None:
    assert names(session()) == LEMONADE


def test_names_are_trimmed_and_empty_ones_at_the_end_are_none() -> None:
    made = open_bookmark("s", parse_create({"preset": "mazur", "names": {"inputs": [" x ", " "]}}))
    assert names(made) == {"inputs": ["x"], "hidden": [], "outputs": [], "classes": []}
    assert names(patch(made, names={"inputs": ["", ""]})) is None


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"inputs": ["a"] * 3}, "names.inputs", "has 3 entries; there may be up to 2"),
        ({"outputs": ["a"] * 3}, "names.outputs", "has 3 entries"),
        ({"classes": ["a"] * 3}, "names.classes", "has 3 entries"),
        ({"hidden": [["a"], ["b"]]}, "names.hidden", "has 2 entries; there may be up to 1"),
        ({"hidden": [["a"] * 3]}, "names.hidden.0", "has 3 entries"),
        ({"inputs": ["a\nb"]}, "names.inputs[0]", "has not the right form"),
        ({"inputs": ["a\u202eb"]}, "names.inputs[0]", "has not the right form"),
        ({"inputs": ["a" * 201]}, "names.inputs[0]", "has 201 characters"),
        ({"inputs": [1]}, "names.inputs[0]", "must be a text"),
        ({"weights": []}, "names.weights", "There is no field"),
    ],
)
def test_names_that_cannot_be_are_refused_at_every_entrance(
    given: dict[str, Any], field: str, said: str
) -> None:
    body = {"preset": "mazur", "names": given}
    attempts: tuple[Callable[[], Session], ...] = (
        lambda: open_bookmark("s", parse_create(body)),
        lambda: patch(session(), names=given),
        lambda: patch(session(), names=given, network={"seed": 2}),
    )
    for attempt in attempts:
        with pytest.raises(Invalid) as refused:
            attempt()
        assert refused.value.field == field
        assert said in refused.value.detail


def test_another_name_computes_nothing_again_and_is_no_edit() -> None:
    start = session().reaching(20)
    end = patch(start, names={"inputs": ["limes"]})
    assert names(end) == LEMONADE | {"inputs": ["limes"]}
    assert (end.head, len(end.history.edits)) == (start.head, 0)
    assert end.current.values(20, 0) == start.current.values(20, 0)


def test_a_name_given_at_the_end_of_an_iteration_stays_in_it() -> None:
    start = session()
    end = patch(start.reaching(start.current.steps), names={"outputs": ["score"]})
    assert end.head.iteration == 0
    assert end.is_complete


def test_a_name_holds_in_earlier_and_later_iterations() -> None:
    late = session().forward_to(5)
    end = patch(late, names={"outputs": ["score"]})
    for iteration in (0, 3, 7):
        assert names(end.at_iteration(iteration)) == LEMONADE | {"outputs": ["score"]}


def test_other_data_drop_all_names_and_going_back_shows_them_again() -> None:
    start = session()
    end = patch(start, dataset={"name": "iris"})
    assert names(end) is None
    assert names(undone(end)) == LEMONADE


def test_other_data_may_bring_their_own_names() -> None:
    own = {"inputs": ["a", "b"], "outputs": ["c"], "classes": ["no", "yes"]}
    end = patch(session(), dataset={"name": "xor"}, names=own)
    assert names(end) == own | {"hidden": []}
    renamed = patch(end, names={"inputs": ["d"]})
    assert names(renamed) == own | {"hidden": [], "inputs": ["d"]}
    assert names(undone(renamed)) == LEMONADE


def test_more_noise_is_no_other_data() -> None:
    start = open_bookmark(
        "s", parse_create({"network": {"inputs": 2, "layers": [{"units": 1}]}, "data": {"name": "circle"}})
    )
    named = patch(start, names={"inputs": ["east", "north"]})
    assert names(patch(named, dataset={"noise": 0.1})) == names(named)


def test_units_that_go_take_their_names_along() -> None:
    fewer = patch(session(), network={"layers": [{"units": 1}, {"units": 2}]})
    assert names(fewer) == LEMONADE | {"hidden": [["sour"]]}
    deeper = patch(session(), network={"layers": [{"units": 2}, {"units": 2}, {"units": 2}]})
    assert names(deeper) == LEMONADE | {"hidden": []}


def test_names_are_kept_in_links_in_the_store_and_when_rewound() -> None:
    start = patch(session(), names={"inputs": ["limes", "柠檬"]}).forward_to(2)
    text = link(start)
    assert text is not None
    assert names(open_bookmark("s", decode_link(text))) == names(start)
    stored = unpack(pack(start.history)).spec.model_dump()
    assert stored["names"] == start.history.spec.model_dump()["names"] == names(start)
    assert names(rewound(start).end) == names(start)


def test_a_link_with_names_that_do_not_fit_leads_nowhere() -> None:
    start = session()
    wrong = start.history.spec.model_copy(update={"names": Names(inputs=["a"] * 9)})
    text = link(Session(start.id, 0, start.head, start.history.__class__(wrong), start.current))
    assert text is not None
    with pytest.raises(Invalid):
        open_bookmark("s", decode_link(text))


def test_names_are_locked_with_the_data() -> None:
    with pytest.raises(Locked):
        patch(session(lock=["data"]), names={"inputs": ["a"]})


def test_a_text_from_anywhere_becomes_a_name() -> None:
    assert printable("a\tb\u202e" + "c" * 250) == "a b " + "c" * 196
    assert Names(inputs=[printable("\x00\n")]) == Names(inputs=[""])


def test_a_spec_of_fields_reads_its_names() -> None:
    fields = session().current.spec.model_dump(exclude_none=True)
    assert model_in(fields).read_spec(fields).names == Names.model_validate(LEMONADE)
