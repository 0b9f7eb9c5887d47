"""Every formula of every kind of operation is LaTeX, with brackets about powers of ten where they must be."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.explain.operation import Operation, explain
from backstep_lab.stepping.formulas.templates import Operand, pair
from backstep_lab.stepping.operations import PHASE
from tests.latex.engine import refused
from tests.stepping.cases import FREE, HIDDEN, OUTPUTS, PENALTIES, Case, case, read

SIZES = (1e-6, 1.0, 30.0)


def cases() -> Iterator[Case]:
    """Every output, hidden activation, optimizer and penalty, with tiny, ordinary and saturating numbers."""
    for (activation, loss), scale in product(OUTPUTS, SIZES):
        yield case(Shape(2, (2,), (activation,), loss), scale=scale)
    for activation, scale in product(HIDDEN, SIZES):
        yield case(Shape(2, (3, 1), (activation, "identity"), FREE[0]), examples=3, focus=1, scale=scale)
    for name, (l1, l2), scale in product(OPTIMIZERS, PENALTIES, SIZES[:2]):
        rule = UpdateRule(OPTIMIZERS[name](1e-5), l1 * 1e-4, l2 * 1e-4)
        yield case(Shape(1, (1, 1), ("tanh", "tanh"), FREE[0]), examples=2, rule=rule, scale=scale)
    yield case(Shape(12, (9,), ("softmax",), "cross_entropy"), examples=70, focus=69)
    yield saturated_softmax()


def saturated_softmax() -> Case:
    shape = Shape(1, (9,), ("softmax",), "cross_entropy")
    weights = [[40.0 if j == 3 else -float(j)] for j in range(9)]
    network = Network.from_parameters(shape, [weights], [[0.0] * 9])
    return read(network, [[1.0]], [[float(j == 3) for j in range(9)]], UpdateRule(OPTIMIZERS["sgd"](0.1)))


@cache
def operations() -> list[Operation]:
    return [
        explain(one.trace, one.program, ordinal, one.focus, one.rule)
        for one in cases()
        for ordinal in range(one.program.steps)
    ]


def equations() -> Iterator[str]:
    for operation in operations():
        formula = operation.formula
        yield f"{formula.result} = {formula.symbols} = {formula.numbers}"
        if formula.alternative is not None:
            yield f"{formula.alternative.symbols} = {formula.alternative.numbers}"
        yield from (operand.symbol for operand in operation.operands)


def test_all_kinds_of_operations_are_among_them_with_powers_of_ten() -> None:
    assert {operation.kind for operation in operations()} == set(PHASE)
    with_powers = {operation.kind for operation in operations() if "10^{-" in operation.formula.numbers}
    assert set(PHASE) - with_powers <= {"loss_term"}


def test_tex_accepts_every_formula() -> None:
    assert refused(equations()) == []


def test_tex_refuses_what_is_no_formula() -> None:
    wrong = ["1 \\times 10^{-5}^{1}", "\\frac{1}", "\\left(x", "\\nosuch x", "x_1_2", "{x"]
    assert sorted(formula for formula, _ in refused(["\\ln 4", *wrong])) == sorted(wrong)


_POWER = r"[\d.]+ \\times 10\^\{-?\d+\}"
_BOUND = re.compile(
    rf"(\\cdot|\\ln|\\tanh|\\operatorname\{{\w+\}}) {_POWER}|{_POWER} ?(\\cdot|\^|\\left|\\frac|/)"
)


def test_a_power_of_ten_has_brackets_as_a_factor_an_argument_and_a_base() -> None:
    found = {match[0] for operation in operations() for match in _BOUND.finditer(operation.formula.numbers)}
    assert found == set()


def test_brackets_stand_where_they_are_needed_and_nowhere_else() -> None:
    small = [Operand("x", 1.5e-7, "x"), Operand("y", -2e-9, "y"), Operand("z", 2.0, "z")]

    def filled(template: str) -> str:
        return pair(template).numbers.numbers(small, 6)

    a, b = "1.5 \\times 10^{-7}", "-2 \\times 10^{-9}"
    assert filled("#{0}") == a
    assert filled("#{1}") == b
    assert filled("#{0} + #{1} - #{2}") == f"{a} + ({b}) - 2"
    assert filled("#{0} \\cdot #{2}") == f"({a}) \\cdot 2"
    assert filled("#{2} \\cdot #{0}") == f"2 \\cdot ({a})"
    assert filled("#{0}^{#{2}}") == f"({a})^{{2}}"
    assert filled("\\ln #{0}") == f"\\ln ({a})"
    assert filled("\\tanh #{1}") == f"\\tanh ({b})"
    assert filled("\\frac{#{0}}{#{2}}") == f"\\frac{{{a}}}{{2}}"
    assert filled("e^{#{0}}") == f"e^{{{a}}}"
