"""The number that the next operation makes, at its place in a still picture, hidden.

It stands there as the page prints it, in each number of digits that a learner can set. The page draws it
where somebody steps before its scripts are there (`static/src/entry/earlySteps.ts`).
"""

from typing import get_args
from xml.sax.saxutils import quoteattr

from backstep_lab.exports.images.graph_scene import graph_place
from backstep_lab.exports.images.marks import NumberPlace
from backstep_lab.exports.images.network_scene import network_place
from backstep_lab.exports.images.page_number import page_number
from backstep_lab.exports.images.svg import TO_BASELINE
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.wire.address import Digits


def foreseen_svg(session: Session) -> str:
    """The mark as SVG; '' where nothing may be revealed, or the picture has no place for the number."""
    current, ordinal = session.current, session.step
    if not session.history.spec.reveal_upcoming or ordinal >= current.limit:
        return ""
    _, ref = current.name_of(ordinal)
    value = current.value_of(ref, session.focus)
    place = _place(session, ordinal)
    if value is None or place is None:
        return ""
    tone = "positive" if value > 0 else "negative" if value < 0 else "zero"
    texts = " ".join(
        f'data-{digits}="{page_number(value, digits, place.signed)}"' for digits in get_args(Digits)
    )
    return (
        f'<text class="foreseen f-{tone} s-paper" font-weight="600" font-size="{place.size:.1f}" '
        f'stroke-width="7" stroke-linejoin="round" paint-order="stroke" text-anchor="{place.anchor}" '
        f'x="{place.x:.1f}" y="{place.y + TO_BASELINE * place.size:.1f}" data-ref={quoteattr(ref)} {texts}/>'
    )


def _place(session: Session, ordinal: int) -> NumberPlace | None:
    current = session.current
    if isinstance(current, GraphIteration):
        return graph_place(current, ordinal)
    return network_place(layered(session), ordinal)
