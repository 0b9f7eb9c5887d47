"""The number of the next operation: hidden in the still picture, at its place."""

import re
from typing import Any

import pytest

from backstep_lab.exports.images.foreseen import foreseen_svg
from backstep_lab.exports.images.marks import HEIGHT, WIDTH
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.session import Session

GRAPH = {"program": "L = 2*(x*y + max(z, w))", "values": {"x": 3, "y": -4, "z": 2, "w": -1}}


def session(step: int = 0, **body: Any) -> Session:
    return open_bookmark("s", parse_create({**body, "at": {"iteration": 0, "step": step}}))


def drawn(session: Session) -> dict[str, str]:
    """The attributes of the mark."""
    return dict(re.findall(r'([\w-]+)="([^"]*)"', foreseen_svg(session)))


def test_a_product_stands_before_the_neuron_that_it_goes_to() -> None:
    mark = drawn(session(preset="mazur"))
    assert (mark["data-ref"], mark["data-3"], mark["data-17"]) == ("W1[0,0]*x[0]", "+0.0075", "+0.0075")
    assert (mark["x"], mark["y"], mark["text-anchor"]) == ("466.0", "156.8", "end")


@pytest.mark.parametrize(
    ("step", "ref", "text", "place"),
    [
        (2, "z1[0]", "0.378", ("530.0", "188.1")),
        (3, "a1[0]", "0.593", ("530.0", "188.1")),
        (18, "loss", "0.298", ("1095.0", "348.4")),
    ],
)
def test_sums_activations_and_the_loss_stand_in_their_marks(
    step: int, ref: str, text: str, place: tuple[str, str]
) -> None:
    mark = drawn(session(step, preset="mazur"))
    assert (mark["data-ref"], mark["data-3"]) == (ref, text)
    assert (mark["x"], mark["y"]) == place


def test_an_operation_of_a_graph_stands_in_its_node_and_its_gradient_below() -> None:
    forward, backward = drawn(session(0, graph=GRAPH)), drawn(session(4, graph=GRAPH))
    assert (forward["data-3"], backward["data-3"]) == ("−12", "+1")
    assert backward["data-ref"] == "dL/dL"


@pytest.mark.parametrize("body", [{"preset": "mazur"}, {"preset": "softmax"}, {"preset": "deep"}])
def test_every_operation_of_a_network_has_a_place_in_the_picture(body: dict[str, Any]) -> None:
    steps = session(**body).current.limit
    places = [drawn(session(step, **body)) for step in range(0, steps, 1 + steps // 60)]
    assert all(0 < float(mark["x"]) < WIDTH and 0 < float(mark["y"]) < HEIGHT for mark in places)


def test_what_the_picture_leaves_out_is_not_drawn() -> None:
    first, middle = session(preset="digits"), session(64 * 2 + 2 * 10 + 30, preset="digits")
    assert drawn(first)["data-ref"] == "W1[0,0]*x[0]"
    assert foreseen_svg(middle) == ""


def test_nothing_is_there_where_nothing_may_be_revealed_or_nothing_is_left() -> None:
    assert foreseen_svg(session(preset="mazur", reveal_upcoming=False)) == ""
    assert foreseen_svg(session(55, preset="mazur")) == ""
