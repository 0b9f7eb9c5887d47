"""Accounts of the update, one per optimizer: how a gradient becomes a new parameter."""

from __future__ import annotations

from collections.abc import Callable

from app.engine.trace import Trace
from app.engine.training import Rule
from app.stepping import symbols
from app.stepping.accounts.account import Account, Accounts, Args
from app.stepping.numbers import NUMBERS, finite
from app.stepping.operations import Step
from app.stepping.program import Program
from app.stepping.templates import Operand, Pair, pair

_DESCENT = pair("#{0} - #{1}\\,#{2}", "#{0} - #{1} \\cdot #{2}")


def update(trace: Trace, program: Program, step: Step, focus: int, rule: Rule) -> Account:
    """One new parameter, by the optimizer's own formula."""
    _, layer, j, k = step
    is_bias = k == program.shape.sizes[layer - 1]
    name = "b" if is_bias else "W"
    place = f"[{j}]" if is_bias else f"[{j},{k}]"
    symbol = symbols.unit("b", layer, j) if is_bias else symbols.edge("w", layer, j, k)
    old, new, gradient = (
        finite(NUMBERS[kind](trace, layer, j, k, 0)) for kind in (name, f"{name}_next", f"d{name}")
    )
    parameter = Operand(f"{name}{layer}{place}", old, symbol)
    slope = Operand(f"d{name}{layer}{place}", gradient, symbols.derivative("L", symbol))
    formula, operands = RULES[rule.optimizer.name](rule, parameter, slope)
    args: Args = {
        "gradient": gradient,
        "learning_rate": rule.optimizer.learning_rate,
        "optimizer": rule.optimizer.name,
        "change": None if old is None or new is None else new - old,
    }
    args |= {"b": old} if is_bias else {"w": old, "from": k, "from_layer": layer - 1}
    key = "op-update-bias" if is_bias else "op-update"
    return Account(symbol + "{}'", operands, formula, key, args)


def _sgd(rule: Rule, parameter: Operand, gradient: Operand) -> tuple[Pair, tuple[Operand, ...]]:
    """w − η·∂L/∂w."""
    rate = Operand("learning_rate", rule.optimizer.learning_rate, "\\eta")
    return _DESCENT, (parameter, rate, gradient)


RULES: dict[str, Callable[[Rule, Operand, Operand], tuple[Pair, tuple[Operand, ...]]]] = {"sgd": _sgd}

ACCOUNTS: Accounts = {"update": update}
