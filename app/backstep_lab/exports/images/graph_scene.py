"""The moment of a computation graph laid out: operations as discs, variables as boxes with their numbers.

Of a large graph its variables alone are drawn, a whole array as one box.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backstep_lab.engine.graph.functions import FUNCTIONS
from backstep_lab.engine.graph.graph import CONSTANT, Graph, Variable
from backstep_lab.exports.images.graph_layers import Position, positions
from backstep_lab.exports.images.marks import HEIGHT, Box, Disc, Line, Mark, NumberPlace, Tone, Word
from backstep_lab.exports.images.numbers import short
from backstep_lab.models.graph import refs
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.models.graph.operations import NODE
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.operations import UPDATE

MOST_NODES = 32  # of a graph that is drawn number by number
MOST_VARIABLES = 24  # of a larger one
LONGEST_NAME = 10  # characters that fit a box


@dataclass(frozen=True)
class Item:
    """A mark: `title` above, `number` inside, `gradient` below; `inputs` are earlier items."""

    title: str
    sign: str
    number: float | None
    gradient: float | None
    inputs: tuple[int, ...]


def graph_scene(session: Session, current: GraphIteration) -> list[Mark]:
    """The marks of a moment, those behind first."""
    graph = current.setup.graph
    known = current.values(session.step, 0)
    items = _items(graph, known)
    places = positions([item.inputs for item in items])
    return [
        *_edges(items, places),
        *(mark for item, place in zip(items, places, strict=True) for mark in _drawn(item, place)),
        Word(1095, HEIGHT - 44, 26, "Backstep", "ink", bold=True),
    ]


def graph_place(current: GraphIteration, ordinal: int) -> NumberPlace | None:
    """Where the number of an operation belongs in the picture; None where it has no place."""
    graph, operation = current.setup.graph, current.operations.all[ordinal]
    if current.phase_of(ordinal) == UPDATE:
        return None
    items = _items(graph, current.values(0, 0))
    mark = operation.node
    if len(graph.nodes) > MOST_NODES:
        single = {variable.nodes[0]: at for at, variable in enumerate(_shown(graph)) if not variable.shape}
        if mark not in single:
            return None
        mark = single[mark]
    x, y = positions([item.inputs for item in items])[mark]
    titled = bool(items[mark].title)
    if operation.kind == NODE:
        return NumberPlace(x, y, 20 if titled else 16)
    return NumberPlace(x, y + (34 if titled else 40), 17, signed=True)


def _items(graph: Graph, known: dict[str, float | None]) -> list[Item]:
    return _nodes(graph, known) if len(graph.nodes) <= MOST_NODES else _variables(graph, known)


def _nodes(graph: Graph, known: dict[str, float | None]) -> list[Item]:
    return [
        Item(
            node.ref if node.name else "",
            "" if node.function not in FUNCTIONS else FUNCTIONS[node.function].sign,
            node.value if node.function == CONSTANT else known[node.ref],
            known.get(refs.gradient(graph, i)),
            node.inputs,
        )
        for i, node in enumerate(graph.nodes)
    ]


def _variables(graph: Graph, known: dict[str, float | None]) -> list[Item]:
    """The last variables of the program, each with the variables that it is computed from."""
    shown = _shown(graph)
    owner = {node: at for at, variable in enumerate(shown) for node in variable.nodes}
    below: list[set[int]] = [set() for _ in graph.nodes]
    for i, node in enumerate(graph.nodes):
        below[i] = {owner[i]} if i in owner else set().union(*(below[j] for j in node.inputs))
    items = []
    for at, variable in enumerate(shown):
        read = set().union(*(below[j] for i in variable.nodes for j in graph.nodes[i].inputs))
        first = variable.nodes[0]
        is_number = not variable.shape
        items.append(
            Item(
                variable.ref,
                "×".join(map(str, variable.shape)),
                known[graph.nodes[first].ref] if is_number else None,
                known.get(refs.gradient(graph, first)) if is_number else None,
                tuple(sorted(i for i in read if i < at)),
            )
        )
    return items


def _shown(graph: Graph) -> tuple[Variable, ...]:
    """The variables of a larger graph that are drawn."""
    return graph.variables[-MOST_VARIABLES:]


def _tone(value: float | None) -> Tone:
    if value is None:
        return "line"
    return "positive" if value > 0 else "negative" if value < 0 else "zero"


def _edges(items: Sequence[Item], places: Sequence[Position]) -> Iterator[Mark]:
    for item, (x, y) in zip(items, places, strict=True):
        for below in item.inputs:
            left, top = places[below]
            yield Line(left, top, x, y, 2.0, "line")
            if item.gradient is not None and items[below].gradient is not None:
                yield Line(left, top + 9, x, y + 9, 2.0, _tone(items[below].gradient), dashed=True)


def _drawn(item: Item, place: Position) -> Iterator[Mark]:
    x, y = place
    if item.title:
        yield Box(x, y, 96, 40, _tone(item.number))
        title = item.title if len(item.title) <= LONGEST_NAME else f"{item.title[: LONGEST_NAME - 1]}…"
        yield Word(x, y - 31, 19, title, "quiet")
    else:
        yield Disc(x, y, 26, 2, _tone(item.number))
        if item.sign:
            yield Word(x, y - 38, 17, item.sign, "quiet")
    inside = item.sign if item.number is None else short(item.number)
    if inside:
        yield Word(x, y, 20 if item.title else 16, inside, "ink" if item.number is not None else "quiet")
    if item.gradient is not None:
        yield Word(x, y + (34 if item.title else 40), 17, short(item.gradient, True), _tone(item.gradient))
