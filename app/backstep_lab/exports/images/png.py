"""A still picture as PNG, for the many readers of link previews that show no SVG."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

from backstep_lab.exports.images.marks import HEIGHT, WIDTH, Box, Disc, Line, Mark, Word
from backstep_lab.exports.images.palette import LIGHT

FINER = 2  # drawn so many times larger, then made smaller: smooth lines
FAINT = 0.6  # how much of a line's colour is left on the ground, as in the SVG


def png(marks: Iterable[Mark]) -> bytes:
    """The picture in the light colours, `WIDTH` × `HEIGHT` pixels."""
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), LIGHT["stage"])
    draw = ImageDraw.Draw(image)
    for mark in marks:
        _draw(draw, mark)
    out = BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw(draw: ImageDraw.ImageDraw, mark: Mark) -> None:
    match mark:
        case Line():
            _line(draw, mark)
        case Disc():
            where = (mark.x * FINER, mark.y * FINER)
            edge = round(mark.edge * FINER)
            draw.circle(where, mark.r * FINER, LIGHT["paper"], LIGHT[mark.tone], edge)
        case Box():
            half = (mark.width / 2, mark.height / 2)
            low = ((mark.x - half[0]) * FINER, (mark.y - half[1]) * FINER)
            high = ((mark.x + half[0]) * FINER, (mark.y + half[1]) * FINER)
            draw.rounded_rectangle((*low, *high), 14 * FINER, LIGHT["paper"], LIGHT[mark.tone], 2 * FINER)
        case Word():
            # The font has no minus sign.
            text, where = mark.text.replace("−", "-"), (mark.x * FINER, mark.y * FINER)
            draw.text(where, text, LIGHT[mark.tone], _font(round(mark.size * FINER)), "mm")


def _line(draw: ImageDraw.ImageDraw, line: Line) -> None:
    pieces = 24 if line.dashed else 1
    for piece in range(pieces):
        start, stop = piece / pieces, (piece + (0.6 if line.dashed else 1)) / pieces
        points = [
            ((line.x1 + (line.x2 - line.x1) * t) * FINER, (line.y1 + (line.y2 - line.y1) * t) * FINER)
            for t in (start, stop)
        ]
        draw.line(points, _faint(LIGHT[line.tone]), round(line.width * FINER))


def _faint(colour: str) -> tuple[int, ...]:
    ground = ImageColor.getrgb(LIGHT["stage"])
    return tuple(
        round(FAINT * c + (1 - FAINT) * g) for c, g in zip(ImageColor.getrgb(colour), ground, strict=True)
    )


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
