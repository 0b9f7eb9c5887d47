"""The moment of a layered network laid out: neurons in columns, weights as edges, gradients once known."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

import numpy as np

from backstep_lab.exports.images.marks import HEIGHT, Box, Disc, Line, Mark, NumberPlace, Tone, Word
from backstep_lab.exports.images.numbers import short
from backstep_lab.i18n import catalogue
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.names import NameOf, names_of
from backstep_lab.stepping.values import Values, known

MOST_UNITS = 9  # of a column that are drawn; of more, the first and the last
LONGEST_NAME = 16  # characters of a name that are drawn
MOST_LABELLED = 6  # edges between two columns that can carry a number each
LEFT, RIGHT, TOP, BOTTOM = 110.0, 950.0, 76.0, 554.0
LOSS = 1095.0, (TOP + BOTTOM) / 2
LABEL = 76, 30  # of a weight
WIDEST = 96  # of most numbers with a sign

Point = tuple[float, float]


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
        labelled = _is_labelled(left, right)
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
    x, y = _label_at((left.x, y1), (right.x, y2), odd)
    marks: list[Mark] = [Box(x, y, *LABEL, _tone(w)), Word(x, y, 19, short(w), _tone(w))]
    if g is not None:
        marks += [
            Box(x, y + 32, 104, 28, _tone(g), dashed=True),
            Word(x, y + 32, 17, short(g, True), _tone(g)),
        ]
    return marks


def _is_labelled(left: LayerColumn, right: LayerColumn) -> bool:
    return len(left.units) * len(right.units) <= MOST_LABELLED


def _label_at(start: Point, end: Point, odd: int) -> Point:
    at = 0.34 if odd else 0.58
    return start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at


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
    x, y = LOSS
    for _, at in last.units:
        yield Line(last.x + last.radius, at, x - 60, y, 1.5, "line")
    yield Box(x, y, 140, 84, "line")
    loss = values.loss
    yield Word(x, y - (16 if loss is not None else 0), 20, name, "quiet")
    if loss is not None:
        yield Word(x, y + 16, 26, short(loss), "ink", bold=True)


def network_place(current: LayeredIteration, ordinal: int) -> NumberPlace | None:
    """Where the number of an operation belongs in the picture; None where its units are not drawn."""
    kind, layer, unit, term = current.program.at(ordinal)
    columns = _columns(current.setup.shape.sizes)
    if kind in ("loss", "batch_loss"):
        return NumberPlace(LOSS[0], LOSS[1] + 24, 26)
    if kind == "downstream_term":
        return _on_edge(kind, columns, layer + 1, term, unit)
    if kind in _OF_EDGES and term < current.setup.shape.sizes[layer - 1]:
        return _on_edge(kind, columns, layer, unit, term)
    return _at_neuron(kind, columns[layer or -1], unit)


_AT_ENDS = {"product": 1, "downstream_term": -1}
_OF_EDGES = {
    "product",
    "weight_gradient",
    "batch_gradient",
    "penalty_gradient",
    "first_moment",
    "second_moment",
    "update",
}


def _on_edge(kind: str, columns: list[LayerColumn], layer: int, unit: int, source: int) -> NumberPlace | None:
    """A product before its sum, an error before the neuron that it goes back to, all else by the weight."""
    left, right = columns[layer - 1], columns[layer]
    y1, y2 = dict(left.units).get(source), dict(right.units).get(unit)
    if y1 is None or y2 is None:
        return None
    start, end = (left.x, y1), (right.x, y2)
    label = _label_at(start, end, (unit + source) % 2)
    if kind not in _AT_ENDS:
        is_gradient = kind.endswith("gradient")
        return NumberPlace(label[0], label[1] + (32 if is_gradient else -30), 17, signed=is_gradient)
    way, (here, there), radius = _AT_ENDS[kind], (end, start), right.radius
    if way < 0:
        (here, there), radius = (start, end), left.radius
    share = (radius + 8) / hypot(end[0] - start[0], end[1] - start[1])
    x, y = here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])
    beside = abs(x - way * WIDEST / 2 - label[0]) >= (WIDEST + LABEL[0]) / 2 or abs(y - label[1]) >= LABEL[1]
    is_free = beside or not _is_labelled(left, right)
    return NumberPlace(x, y - (0 if is_free else LABEL[1]), 19, "end" if way > 0 else "start", signed=True)


def _at_neuron(kind: str, column: LayerColumn, unit: int) -> NumberPlace | None:
    """A sum or an activation in its neuron, what comes back to it below."""
    y = dict(column.units).get(unit)
    if y is None:
        return None
    if kind in ("sum", "activation"):
        return NumberPlace(column.x, y, max(14, column.radius * 0.4))
    return NumberPlace(
        column.x, y + column.radius * 0.55, max(12, column.radius * 0.28), signed=kind != "slope"
    )
