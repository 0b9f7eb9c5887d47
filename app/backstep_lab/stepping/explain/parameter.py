"""The weight or bias that an operation of the update is about, and the numbers that belong to it."""

from __future__ import annotations

from typing import NamedTuple

from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.formulas import symbols
from backstep_lab.stepping.formulas.templates import Operand
from backstep_lab.stepping.numbers import NUMBERS, finite, setting
from backstep_lab.stepping.operations import Step
from backstep_lab.stepping.program import Program

_REMEMBERED = ("m", "v", "m_next", "v_next")


class ParameterPlace(NamedTuple):
    """`at` has two places for a weight, one for a bias; `name` is W or b, `symbol` its LaTeX."""

    trace: Trace
    rule: UpdateRule
    layer: int
    at: tuple[int, ...]
    name: str
    symbol: str

    @classmethod
    def of(cls, trace: Trace, program: Program, step: Step, rule: UpdateRule) -> ParameterPlace:
        """The parameter that a step of the update is about: the term after the last weight is the bias."""
        _, layer, j, k = step
        if k == program.shape.sizes[layer - 1]:
            return cls(trace, rule, layer, (j,), "b", symbols.unit("b", layer, j))
        return cls(trace, rule, layer, (j, k), "W", symbols.edge("w", layer, j, k))

    @property
    def is_frozen(self) -> bool:
        """Whether the rule leaves this parameter as it is."""
        if not self.rule.frozen:
            return False
        n_in, _ = self.trace.shape.pairs[self.layer - 1]
        j, k = (*self.at, n_in)[:2]
        return self.trace.shape.blocks[self.layer - 1].start + j * (n_in + 1) + k in self.rule.frozen

    def number(self, kind: str) -> float | None:
        """A number of this parameter, by the kind of its ref."""
        j, k = (*self.at, 0)[:2]
        return finite(NUMBERS[kind](self.trace, self.layer, j, k, 0))

    def operand(self, read: str) -> Operand:
        """What a form of `rules` reads."""
        if read in _REMEMBERED:
            symbol = symbols.remembered(read[0], self.layer, self.at, read.endswith("_next"))
            return self._operand(f"{read[0]}{self.name}{read[1:]}", symbol)
        if read == "old":
            return self._operand(self.name, self.symbol)
        if read == "g":
            return self._operand(f"d{self.name}", symbols.derivative("L", self.symbol))
        return Operand(read, setting(self.trace, read, self.rule), symbols.ALONE[read])

    def _operand(self, kind: str, symbol: str) -> Operand:
        before, after = kind.removesuffix("_next"), "_next" if kind.endswith("_next") else ""
        inside = ",".join(map(str, self.at))
        return Operand(f"{before}{self.layer}{after}[{inside}]", self.number(kind), symbol)
