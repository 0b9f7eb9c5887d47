"""A still picture as SVG, in the colours of the reader's theme."""

from collections.abc import Iterable
from functools import cache
from xml.sax.saxutils import escape

from backstep_lab.exports.images.marks import HEIGHT, WIDTH, Box, Disc, Line, Mark, Tone, Word
from backstep_lab.exports.images.palette import DARK, LIGHT

TO_BASELINE = 0.36  # of the font's size, from the middle of a figure; `dominant-baseline` differs by engine


def svg(marks: Iterable[Mark], title: str, before_end: str = "") -> str:
    """One SVG document without scripts, fonts or addresses of other files; `before_end` is drawn last."""
    body = "".join(map(_drawn, marks)) + before_end
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="Inter,system-ui,sans-serif" text-anchor="middle">'
        f"<title>{escape(title)}</title><style>:root{{color-scheme:light dark}}{_rules()}</style>"
        f'<rect class="f-stage" width="{WIDTH}" height="{HEIGHT}"/>{body}</svg>'
    )


@cache
def _rules() -> str:
    """The colours of both themes; a program that does not know `light-dark` draws the light ones."""
    return "".join(
        f".s-{tone}{{{_in_both('stroke', tone)}}}.f-{tone}{{{_in_both('fill', tone)}}}" for tone in LIGHT
    )


def _in_both(name: str, tone: Tone) -> str:
    return f"{name}:{LIGHT[tone]};{name}:light-dark({LIGHT[tone]},{DARK[tone]})"


def _drawn(mark: Mark) -> str:
    match mark:
        case Line():
            dash = ' stroke-dasharray="7 6"' if mark.dashed else ""
            return (
                f'<path class="s-{mark.tone}" stroke-width="{mark.width:.2f}" stroke-opacity=".6"{dash} '
                f'd="M{mark.x1:.1f} {mark.y1:.1f}L{mark.x2:.1f} {mark.y2:.1f}"/>'
            )
        case Disc():
            return (
                f'<circle class="f-paper s-{mark.tone}" stroke-width="{mark.edge}" '
                f'cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{mark.r:.1f}"/>'
            )
        case Box():
            dash = ' stroke-dasharray="5 4"' if mark.dashed else ""
            return (
                f'<rect class="f-paper s-{mark.tone}" stroke-width="1.5"{dash} rx="14" '
                f'x="{mark.x - mark.width / 2:.1f}" y="{mark.y - mark.height / 2:.1f}" '
                f'width="{mark.width}" height="{mark.height}"/>'
            )
        case Word():
            weight = ' font-weight="600"' if mark.bold else ""
            return (
                f'<text class="f-{mark.tone}"{weight} font-size="{mark.size:.1f}" '
                f'x="{mark.x:.1f}" y="{mark.y + TO_BASELINE * mark.size:.1f}">{escape(mark.text)}</text>'
            )
