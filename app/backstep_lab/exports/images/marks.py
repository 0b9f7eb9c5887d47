"""What a still picture is made of: lines, discs, boxes and words on a plane of `WIDTH` × `HEIGHT`."""

from dataclasses import dataclass
from typing import Literal

WIDTH, HEIGHT = 1200, 630  # the size that link previews are cut for

Tone = Literal["ink", "quiet", "line", "positive", "negative", "zero", "paper", "stage"]


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    tone: Tone
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    x: float
    y: float
    r: float
    edge: float
    tone: Tone


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded box about its middle."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word about its middle."""

    x: float
    y: float
    size: float
    text: str
    tone: Tone
    bold: bool = False


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Where a number is drawn that is not there yet: its middle, or its end or start at the given side."""

    x: float
    y: float
    size: float
    anchor: Literal["start", "middle", "end"] = "middle"
    signed: bool = False


Mark = Line | Disc | Box | Word
"""Drawn in the order they stand in."""
