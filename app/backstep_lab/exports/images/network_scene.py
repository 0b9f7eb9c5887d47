"""The moment of a layered network laid out: neurons in columns, weights as edges, gradients once known."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from backstep_lab.exports.images.marks import HEIGHT, Box, Disc, Line, Mark, Tone, Word
from backstep_lab.exports.images.numbers import short
from backstep_lab.i18n import catalogue
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.names import NameOf, names_of
from backstep_lab.stepping.values import Values, known

MOST_UNITS = 9  # of a column that are drawn; of more, the first and the last
LONGEST_NAME = 16  # characters of a name that are drawn
MOST_LABELLED = 6  # edges between two columns that can carry a number each
LEFT, RIGHT, TOP, BOTTOM = 110.0, 950.0, 76.0, 554.0


@dataclass(frozen=True)
class LayerColumn:
    """The drawn units of a layer: (unit, y) from the top, and whether some were left out."""

    x: float
    units: tuple[tuple[int, float], ...]
    radius: float
    folded: bool


def network_scene(session: Session, lang: str = "en") -> list[Mark]:
    """The marks of a moment, those behind first. In English where the font may have no other."""
    current = layered(session)
    values = known(current.trace, current.program, session.step, session.focus)
    columns = _columns(current.setup.shape.sizes)
    return [
        *_edges(session, values, columns),
        *_neurons(values, columns),
        *_names(names_of(current.spec), columns),
        *_loss(values, columns[-1], catalogue.say(lang, "loss")),
        Word(1095, HEIGHT - 44, 26, "Backstep", "ink", bold=True),
    ]


def _columns(sizes: tuple[int, ...]) -> list[LayerColumn]:
    gap = (RIGHT - LEFT) / (len(sizes) - 1)
    return [_column(LEFT + gap * layer, size) for layer, size in enumerate(sizes)]


def _column(x: float, size: int) -> LayerColumn:
    folded = size > MOST_UNITS
    half = MOST_UNITS // 2
    shown = [*range(half), *range(size - half, size)] if folded else list(range(size))
    places = len(shown) + folded
    pitch = min(270.0, (BOTTOM - TOP) / max(1, places - 1))
    first = (TOP + BOTTOM - pitch * (places - 1)) / 2
    spots = tuple((unit, first + pitch * (k + (folded and k >= half))) for k, unit in enumerate(shown))
    return LayerColumn(x, spots, min(56.0, pitch * 0.4), folded)


def _tone(value: float) -> Tone:
    return "positive" if value > 0 else "negative" if value < 0 else "zero"


def _edges(session: Session, values: Values, columns: list[LayerColumn]) -> Iterator[Mark]:
    labels: list[Mark] = []
    for layer, (left, right) in enumerate(pairwise(columns)):
        weights = current_network(session).W[layer]
        most = float(np.abs(weights).max()) or 1.0
        labelled = len(left.units) * len(right.units) <= MOST_LABELLED
        for j, y2 in right.units:
            for k, y1 in left.units:
                w, g = float(weights[j, k]), values.dW[layer][j][k]
                yield Line(left.x, y1, right.x, y2, 1 + 6 * abs(w) / most, _tone(w))
                if g is not None:
                    yield Line(left.x, y1 + 12, right.x, y2 + 12, 2, _tone(g), dashed=True)
                if labelled:
                    labels += _label(left, right, y1, y2, (j + k) % 2, w, g)
    yield from labels


def _label(
    left: LayerColumn, right: LayerColumn, y1: float, y2: float, odd: int, w: float, g: float | None
) -> list[Mark]:
    at = 0.34 if odd else 0.58
    x, y = left.x + (right.x - left.x) * at, y1 + (y2 - y1) * at
    marks: list[Mark] = [Box(x, y, 76, 30, _tone(w)), Word(x, y, 19, short(w), _tone(w))]
    if g is not None:
        marks += [
            Box(x, y + 32, 104, 28, _tone(g), dashed=True),
            Word(x, y + 32, 17, short(g, True), _tone(g)),
        ]
    return marks


def _neurons(values: Values, columns: list[LayerColumn]) -> Iterator[Mark]:
    layers = [values.x, *values.a]
    for column, activations in zip(columns, layers, strict=True):
        for unit, y in column.units:
            a = activations[unit]
            yield Disc(column.x, y, column.radius, 3, "line" if a is None else _tone(a))
            if a is not None and column.radius > 14:
                yield _inside(column, y, short(a))
        if column.folded:
            yield Word(column.x, (TOP + BOTTOM) / 2, 30, "…", "quiet")


def _names(names: NameOf, columns: list[LayerColumn]) -> Iterator[Mark]:
    """The names of inputs, neurons and outputs, above them where there is room."""
    for layer, column in enumerate(columns):
        for unit, y in column.units:
            name = names(layer, unit)
            if name and column.radius > 14:
                yield Word(column.x, y - column.radius - 14, 20, _cut(name), "quiet")


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _inside(column: LayerColumn, y: float, text: str) -> Word:
    """A number as large as its neuron allows."""
    return Word(column.x, y, min(26, column.radius * 2.6 / len(text)), text, "ink", bold=True)


def _loss(values: Values, last: LayerColumn, name: str) -> Iterator[Mark]:
    x, y = 1095.0, (TOP + BOTTOM) / 2
    for _, at in last.units:
        yield Line(last.x + last.radius, at, x - 60, y, 1.5, "line")
    yield Box(x, y, 140, 84, "line")
    loss = values.loss
    yield Word(x, y - (16 if loss is not None else 0), 20, name, "quiet")
    if loss is not None:
        yield Word(x, y + 16, 26, short(loss), "ink", bold=True)
