"""All paths of every gradient of an iteration, with each factor and each continuation written once.

The paths of all weights into a unit go on alike from that unit: they differ in what they begin with. So a
gradient has the factors that all its paths begin with, and the place of the rest among such continuations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import fsum, prod
from typing import Any

from backstep_lab.config import limits
from backstep_lab.exports.offline.operations import Operations
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.queries.by_model import PATHS
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.stepping.explain.account import activation
from backstep_lab.stepping.refs import Ref, parse
from backstep_lab.wire.json_encoder import json_bytes, json_object

INDICES_OF_A_WEIGHT = 2
Factor = tuple[str, float | None, str, str]  # ref, value, symbol in LaTeX and in MathML
Indices = tuple[int, ...]
Continuation = tuple[tuple[Indices, Indices], ...]  # of each path: its units, its further factors


@dataclass(frozen=True)
class Route:
    """The factors that all paths of a gradient begin with, the place of what follows, and all values."""

    begins: Indices
    continues: int
    factors: list[list[float]]

    def after(self, place: int, value: float | None) -> Route:
        """The same behind one more factor."""
        return Route((place, *self.begins), self.continues, [[value or 0.0, *row] for row in self.factors])

    @property
    def values(self) -> list[float]:
        """The product of each path."""
        return [prod(row) for row in self.factors]


@dataclass(eq=False)
class Routes:
    """Factors and continuations by what they contain, each with its place."""

    table: Operations
    factors: dict[Factor, int] = field(default_factory=dict)
    continuations: dict[Continuation, int] = field(default_factory=dict)
    of_units: dict[str, Route] = field(default_factory=dict)  # by ref, the paths of biases

    def of(self, ref: str, proceed: ShouldContinue) -> dict[str, Any]:
        """The answer about a gradient, its paths by what they begin with and how they go on."""
        current = self.table.start.current
        if isinstance(current, LayeredIteration) and len(parse(ref).at) == INDICES_OF_A_WEIGHT:
            answer, route = self._of_weight(current, parse(ref), proceed)
        else:
            answer, route = self._asked(ref, limits.PATHS_SHOWN, proceed)
        return {**answer, "begins": route.begins, "continues": route.continues}

    def _of_weight(
        self, current: LayeredIteration, ref: Ref, proceed: ShouldContinue
    ) -> tuple[dict[str, Any], Route]:
        """The paths of the bias of the weight's unit, with the weight's own factor before them."""
        unit = str(Ref("db", ref.layer, ref.at[:1]))
        if unit not in self.of_units:
            self.of_units[unit] = self._asked(unit, limits.PATHS_SHOWN, proceed)[1]
        answer, _ = self._asked(str(ref), 0, proceed)
        own = activation(current.trace, ref.layer - 1, ref.at[1], self.table.start.focus)
        route = self.of_units[unit].after(self._place((*own, own.symbol_mathml)), own.value)
        is_whole = len(route.values) == answer["count"]
        is_known = self.table.known_from(answer["share_ref"]) <= current.limit
        return answer | {"sum": fsum(route.values) + 0.0 if is_whole and is_known else None}, route

    def _asked(self, ref: str, limit: int, proceed: ShouldContinue) -> tuple[dict[str, Any], Route]:
        """The answer once the iteration is complete."""
        end = self.table.start.at_step(self.table.start.current.limit)
        answer = json.loads(PATHS.answer(end, {"ref": ref, "limit": limit}, proceed))
        paths = answer.pop("paths")
        factors = [[_factor(f) for f in path["factors"]] for path in paths]
        written = [tuple(map(self._place, row)) for row in factors]
        common = written[0][: _common(written)] if written else ()
        rest = tuple(
            (tuple(path["units"]), own[len(common) :]) for path, own in zip(paths, written, strict=True)
        )
        values = [[value or 0.0 for _, value, *_ in row] for row in factors]
        return answer, Route(common, self.continuations.setdefault(rest, len(self.continuations)), values)

    def _place(self, factor: Factor) -> int:
        return self.factors.setdefault(factor, len(self.factors))


def routes_json(table: Operations, refs: Iterable[str], proceed: ShouldContinue) -> bytes:
    """The paths of these gradients, as they are once the iteration is complete."""
    routes = Routes(table)
    gradients = {}
    for ref in refs:
        proceed()
        gradients[ref] = routes.of(ref, proceed)
    return json_object(
        factors=json_bytes([(*factor, table.known_from(factor[0])) for factor in routes.factors]),
        continuations=json_bytes([_shortened(rest) for rest in routes.continuations]),
        gradients=json_bytes(gradients),
    )


def _factor(factor: dict[str, Any]) -> Factor:
    return factor["ref"], factor["value"], factor["symbol"], factor["symbol_mathml"]


def _common(paths: Sequence[Indices]) -> int:
    """How many factors all paths begin with."""
    first, last = min(paths), max(paths)
    return _shared(first, last)


def _shared(one: Indices, other: Indices) -> int:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return same


def _shortened(paths: Continuation) -> list[tuple[int, Indices, int, Indices]]:
    """Of each path, how many units and factors it has in common with the one before, and its further ones."""
    shortened = []
    units: Indices = ()
    factors: Indices = ()
    for own_units, own_factors in paths:
        same, alike = _shared(units, own_units), _shared(factors, own_factors)
        shortened.append((same, own_units[same:], alike, own_factors[alike:]))
        units, factors = own_units, own_factors
    return shortened
