"""The explanation of a number: its operation with operands, formula and message."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backstep_lab.engine.products import is_in_order
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.explain import backward, forward, gradients, loss, update
from backstep_lab.stepping.explain.account import Account, Accounts, Args
from backstep_lab.stepping.formulas.mathml import mathml
from backstep_lab.stepping.formulas.printing import Printed, printed
from backstep_lab.stepping.formulas.templates import Operand, Pair
from backstep_lab.stepping.numbers import made
from backstep_lab.stepping.operations import PHASE
from backstep_lab.stepping.program import Program

ACCOUNTS: Accounts = {
    **forward.ACCOUNTS,
    **loss.ACCOUNTS,
    **backward.ACCOUNTS,
    **gradients.ACCOUNTS,
    **update.ACCOUNTS,
}


_SUMS = ("sum", "downstream_sum", "batch_gradient")


@dataclass(frozen=True, slots=True)
class Templates:
    """The formula with places `#{i}` for its operands."""

    symbols: str
    numbers: str


@dataclass(frozen=True, slots=True)
class FormulaInMathML:
    """What a page shows of a formula: the symbol of the result, and both templates in pieces."""

    result: str
    symbols: tuple[str, ...]
    numbers: tuple[str, ...]


def in_mathml(result: str, formula: Pair) -> FormulaInMathML:
    """A formula in MathML, from its result's symbol and its templates in LaTeX."""
    return FormulaInMathML(mathml(result), formula.symbols.mathml, formula.numbers.mathml)


@dataclass(frozen=True, slots=True)
class Alternative:
    """The factored form beside a fused one, or the usual one beside one that is only stable."""

    symbols: str
    numbers: str
    templates: Templates
    symbols_mathml: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """result = symbols = numbers, all LaTeX."""

    result: str
    symbols: str
    numbers: str
    templates: Templates
    mathml: FormulaInMathML
    alternative: Alternative | None


@dataclass(frozen=True, slots=True)
class Message:
    """The key of a message in the catalogue, and its arguments."""

    key: str
    args: Args


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation, explained. `ordinal` counts the operations done once this one is done.

    `digits` are those of the filled formula and of its result; `remark` is the key of a sentence that is
    added to the message.
    """

    kind: str
    phase: str
    layer: int
    unit: int
    ref: str
    value: float | None
    ordinal: int
    operands: tuple[Operand, ...]
    formula: Formula
    message: Message
    digits: Printed
    remark: str | None = None


def explain(trace: Trace, program: Program, ordinal: int, focus: int, rule: UpdateRule) -> Operation:
    """The operation that leads from `ordinal` operations done to `ordinal + 1`, for the focus example."""
    step = program.at(ordinal)
    account = ACCOUNTS[step.kind](trace, program, step, focus, rule)
    remark = step.kind in _SUMS and not is_in_order(trace.shape.parameter_count, trace.N)
    operation = explained(
        step.kind,
        PHASE[step.kind],
        program.ref(step),
        made(trace, program, step, focus),
        ordinal,
        account,
        (step.layer, step.unit),
    )
    return replace(operation, remark="op-remark-blocks") if remark else operation


def explained(
    kind: str,
    phase: str,
    ref: str,
    value: float | None,
    ordinal: int,
    account: Account,
    place: tuple[int, int] = (0, 0),
) -> Operation:
    """An operation from its account; `place` is its layer and unit in a layered network."""
    result, operands, formula, key, args, alternative = account
    digits, numbers = printed(kind, formula.numbers, operands, value)
    return Operation(
        kind,
        phase,
        *place,
        ref,
        value,
        ordinal + 1,
        operands,
        Formula(
            result,
            formula.symbols.symbols(operands),
            numbers,
            Templates(formula.symbols.text, formula.numbers.text),
            in_mathml(result, formula),
            None if alternative is None else _alternative(kind, alternative, operands, value),
        ),
        Message(key, _sentence_args(*place, value, args)),
        digits,
    )


def _alternative(kind: str, formula: Pair, operands: tuple[Operand, ...], value: float | None) -> Alternative:
    symbols, numbers = formula
    filled = printed(kind, numbers, operands, value)[1]
    templates = Templates(symbols.text, numbers.text)
    return Alternative(symbols.symbols(operands), filled, templates, symbols.mathml)


def _sentence_args(layer: int, unit: int, value: float | None, args: Args) -> Args:
    """The arguments of every message, and its own; a number that is not finite is left out."""
    words: Args = {"layer": layer, "unit": unit, **args}
    if value is not None:
        words |= {
            "value": value,
            "sign": "zero" if value == 0.0 else "negative" if value < 0.0 else "positive",
        }
    if None in words.values():
        return {name: arg for name, arg in words.items() if arg is not None}
    return words
