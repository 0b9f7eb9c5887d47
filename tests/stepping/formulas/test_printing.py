"""Printed equations are true: read back as they are written, for every operation of 300 random iterations."""

import json
import subprocess
import sys
from decimal import Decimal
from math import floor, log10
from pathlib import Path
from typing import Any

import pytest

from backstep_lab.exports.handouts.worked_solution import line_of
from backstep_lab.stepping.explain.operation import Operation, explain
from backstep_lab.stepping.formulas.arithmetic import compiled
from backstep_lab.stepping.formulas.printing import rounded, true_digits
from backstep_lab.stepping.formulas.templates import FULL
from tests.stepping.cases import Case
from tests.stepping.iterations import COUNT, iterations
from tests.stepping.printed import decimal, half_unit, operands_in, read

ROOT = Path(__file__).parents[3]
RECORDED = json.loads((ROOT / "tests" / "recorded" / "equations.json").read_text(encoding="utf-8"))


def printable(case: Case) -> list[Operation]:
    """The operations whose equation is written out in full with numbers on both sides."""
    found = (explain(case.trace, case.program, n, case.focus, case.rule) for n in range(case.program.steps))
    return [operation for operation in found if _is_complete(operation)]


def _is_complete(operation: Operation) -> bool:
    known = operation.value is not None and None not in [operand.value for operand in operation.operands]
    return known and "\\cdots" not in operation.formula.numbers


def test_every_equation_of_a_file_is_true_as_it_is_printed() -> None:
    seen = 0
    for case in iterations():
        for operation in printable(case):
            _check(case, operation)
            seen += 1
    assert len(iterations()) == COUNT
    assert seen > 25_000


def _check(case: Case, operation: Operation) -> None:
    assert operation.value is not None
    digits = operation.digits
    line = line_of(operation, "en")
    reading = read(
        case.shape,
        operation,
        operation.formula.numbers,
        line.steps[-1],
        lambda value: Decimal(repr(rounded(value, digits.operands))),
    )
    for operand, written in zip(operation.operands, reading.operands, strict=True):
        assert operand.value is not None
        assert abs(Decimal(operand.value) - written) <= _half(operand.value, digits.operands), operand
    room = _half(operation.value, digits.result)
    assert reading.is_true(room), (operation.ref, line.steps, reading)


def _half(value: float, digits: int) -> Decimal:
    if value == 0.0 or digits >= FULL:
        return abs(Decimal(value)) * Decimal(2.0**-53)
    return Decimal(5).scaleb(floor(log10(abs(rounded(value, digits)))) - digits) * Decimal("1.000000001")


@pytest.mark.parametrize("digits", [3, 6])
def test_every_equation_of_the_page_is_true_as_it_is_printed(digits: int, tmp_path: Path) -> None:
    every = 1 if digits == 3 else 4
    work = [(case, operation) for case in iterations()[::every] for operation in printable(case)]
    pages = _page([_wire(operation) for _, operation in work], digits, tmp_path)
    for (case, operation), page in zip(work, pages, strict=True):
        _check_page(case, operation, page)


def _wire(operation: Operation) -> dict[str, Any]:
    formula = operation.formula
    return {
        "kind": operation.kind,
        "value": operation.value,
        "operands": [{"value": operand.value} for operand in operation.operands],
        "formula": {
            "templates": {"numbers": formula.templates.numbers},
            "mathml": {"numbers": formula.mathml.numbers},
        },
        "message": {"args": operation.message.args},
    }


def _page(operations: list[dict[str, Any]], digits: int, folder: Path) -> list[dict[str, Any]]:
    """What the page prints: the formula, its result, and its operands each alone."""
    asked, answered = folder / "asked.json", folder / "answered.json"
    asked.write_text(json.dumps({"operations": operations, "digits": digits}), encoding="utf-8")
    node = [
        sys.executable,
        "tools/node.py",
        "node",
        "tests/static/support/print.mjs",
        str(asked),
        str(answered),
    ]
    done = subprocess.run(node, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    printed: list[dict[str, Any]] = json.loads(answered.read_text(encoding="utf-8"))
    return printed


def _check_page(case: Case, operation: Operation, page: dict[str, Any]) -> None:
    assert operation.value is not None
    alone = {
        operand.value: decimal(text)
        for operand, text in zip(operation.operands, page["operands"], strict=True)
    }
    reading = read(case.shape, operation, page["formula"], page["result"], lambda value: alone[value])
    template = operation.formula.templates.numbers
    texts = operands_in(template, page["formula"], len(operation.operands))
    for place, text in texts.items():
        value = operation.operands[place].value
        assert value is not None
        assert abs(Decimal(value) - decimal(text)) <= half_unit(text) * Decimal("1.000000001"), (value, text)
    assert reading.is_true(Decimal(str(page["unit"])) / 2), (operation.ref, page, reading)


@pytest.mark.parametrize("case", RECORDED, ids=lambda case: case["formula"])
def test_a_formula_has_the_recorded_value(case: dict[str, Any]) -> None:
    formula = compiled(case["formula"])
    assert formula is not None
    assert formula(case["values"]) == pytest.approx(case["value"], rel=1e-13, abs=0.0)


@pytest.mark.parametrize(
    "case", [case for case in RECORDED if "file" in case], ids=lambda case: case["formula"]
)
def test_a_file_prints_the_recorded_operands(case: dict[str, Any]) -> None:
    digits = true_digits(case["formula"], case["values"], case["result"], 6)
    assert [rounded(value, digits) for value in case["values"]] == case["file"]


def test_a_formula_that_leaves_terms_out_has_no_value() -> None:
    assert compiled("#{0} + #{1} + \\cdots + #{9}") is None
