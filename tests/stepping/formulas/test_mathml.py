"""Formulas in MathML: what a page shows without converting LaTeX."""

import json
import re
from pathlib import Path

import pytest

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.stepping.formulas.mathml import mathml, on_one_line, pieces, template_pieces
from backstep_lab.stepping.formulas.symbols import symbol
from backstep_lab.stepping.formulas.templates import Template
from backstep_lab.stepping.refs import parse
from tests.latex.engine import rendered
from tests.latex.test_formulas import operations

PAGE_SYMBOLS = Path(__file__).resolve().parents[2] / "static" / "support" / "symbols.json"
_TAG = re.compile(r"<[^>]*>")
_UNSEEN = re.compile("[\u2061-\u2064\u200b\u00a0\\s]")  # characters that join, or leave room
# Two ways to write the same sign.
_SIGNS = str.maketrans({"⋅": "·", "ϵ": "ε", "\u2223": "|", "⟵": "←"})


def read(content: str) -> str:
    """The characters of a formula that are seen, in their order."""
    return _UNSEEN.sub("", _TAG.sub("", content)).translate(_SIGNS)


def test_a_formula_is_what_another_converter_makes_of_it() -> None:
    formulas = sorted(
        {
            text
            for operation in operations()
            for text in (
                operation.formula.result,
                *(operand.symbol for operand in operation.operands),
                operation.formula.symbols,
                operation.formula.numbers,
            )
        }
    )[::7]
    assert len(formulas) > 1000
    for formula, expected in zip(formulas, rendered(formulas), strict=True):
        assert read(mathml(formula)) == read(expected), formula


def test_every_formula_of_an_operation_is_mathml_that_the_page_may_show() -> None:
    forms = [operation.formula for operation in operations()]
    templates = {
        piece for form in forms for piece in (*form.mathml.symbols, *form.mathml.numbers, form.mathml.result)
    }
    for content in templates:
        assert " style=" not in content  # the content security policy refuses it
        assert "<mtext>\\" not in content  # not converted
        assert not re.search("[\ue000-\uf8ff]", content)
        assert "<msup><mi>f</mi><mo" not in content  # a prime that is raised twice


def test_the_places_of_a_template_keep_their_operands_and_what_binds_them() -> None:
    for operation in operations()[::5]:
        text, found = operation.formula.templates.numbers, operation.formula.mathml.numbers
        order = re.findall(r"#\{(\d+)\*?\}", "".join(found))
        assert order == re.findall(r"#\{(\d+)\}", text)
    assert Template("#{0}^{2} + #{1} \\cdot #{2}").mathml == (
        "<msup>#{0*}<mn>2</mn></msup>",
        "<mo form='infix'>+</mo>#{1*}",
        "<mo form='infix'>⋅</mo>#{2*}",
    )


def test_a_line_may_break_before_an_operator_never_inside_a_fraction() -> None:
    assert pieces("\\frac{1}{2}(a + b) - \\frac{a + b}{2}") == [
        "\\frac{1}{2}(a",
        " + b)",
        " - \\frac{a + b}{2}",
    ]
    assert pieces("2\\left(a + b\\right)") == ["2(a", " + b)"]
    assert pieces("w\\,x") == ["w\\,x"]
    cases = "\\begin{cases}a - b & a \\le 1\\end{cases}"
    assert pieces(f"{cases} + c") == [cases, " + c"]
    assert pieces("\\left|a - b\\right|") == ["\\left|a - b\\right|"]
    message = "{\\left.\\frac{a}{b}\\right|_{\\bigl(w \\cdot h\\bigr)}}"
    assert pieces(f"{message} + c") == [message, " + c"]


def test_what_is_no_latex_is_shown_as_it_stands() -> None:
    assert mathml("\\nosuch<b>") == "<mtext>\\nosuch&lt;b&gt;</mtext>"
    assert template_pieces("\\frac{", ()) == ("<mtext>\\frac{</mtext>",)


def test_the_page_writes_the_symbols_of_refs_as_the_server_does() -> None:
    page = json.loads(PAGE_SYMBOLS.read_text(encoding="utf-8"))
    assert page == {ref: on_one_line(mathml(symbol(parse(ref)))) for ref in page}


@pytest.mark.parametrize("name", sorted(ACTIVATIONS))
def test_names_of_functions_stand_upright(name: str) -> None:
    content = mathml(f"\\operatorname{{{name.replace('_', '')}}}(z)")
    assert f"<mi>{name.replace('_', '')}</mi>" in content
