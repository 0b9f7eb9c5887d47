"""Formulas in MathML, converted from LaTeX by math-core: what a page shows as it is.

Everything is without the element `math`, so that pieces can be put together.
"""

import re
from functools import lru_cache
from html import escape

from math_core import LatexError, LatexToMathML

KEPT = 8192  # conversions; a step has some ten, and networks of the same shape have the same ones

_CONVERTER = LatexToMathML(fancy_error=False)
_WHOLE = re.compile(r"<math[^>]*>(.*)</math>", re.DOTALL)
# The content security policy allows no inline style; the page's stylesheet has these rules.
_STYLE = re.compile(r' style="[^"]*"')
# The glyph of a prime is raised already: as a superscript it would be raised twice.
_PRIME = re.compile(r"<msup>(<mi>\w</mi>|<mrow></mrow>)<mo[^>]*>′</mo></msup>")
_PRIMED = r"<mrow>\1<mo lspace='0' rspace='0' class='prime'>′</mo></mrow>"
# Indices in one element, and attributes that JSON need not escape: an answer is a third shorter.
_INDICES = re.compile('<mrow>(<mn>\\d+</mn>(?:<mo rspace="0">,</mo><mn>\\d+</mn>)+)</mrow>')
_ATTRIBUTE = re.compile(r'(\w+)="([^"<>]*)"')
_DERIVATIVE = re.compile("<mfrac><mrow>(<mi>∂</mi>.*?)</mrow><mrow>(<mi>∂</mi>.*?)</mrow></mfrac>", re.DOTALL)

_FIRST_PLACE = 0xE000  # of the characters for private use: operand 0 while a template is converted
_PLACED = re.compile("<mi>([\ue000-\uf8ff])</mi>")

_OPENING = ("{", "\\begin", "\\left|", "\\left.")
_CLOSING = ("}", "\\end", "\\right|")
_OPERATORS = (" + ", " - ", " = ", " \\cdot ")
_HEAD = re.compile(r" *(\\cdot|[-+=]) *(.*)", re.DOTALL)
_SIGNS = {"\\cdot": "⋅", "-": "−"}


@lru_cache(maxsize=KEPT)
def mathml(latex: str) -> str:
    """A formula; its text as it stands where it is no LaTeX."""
    try:
        converted = _CONVERTER.convert_with_local_state(latex, displaystyle=True)
    except LatexError:
        return f"<mtext>{escape(latex)}</mtext>"
    whole = _WHOLE.fullmatch(converted)
    assert whole is not None, converted
    content = whole[1].replace("&ApplyFunction;", "\u2061")
    content = _INDICES.sub(_in_one_element, _PRIME.sub(_PRIMED, _STYLE.sub("", content)))
    return _ATTRIBUTE.sub(r"\1='\2'", content)


def _in_one_element(match: re.Match[str]) -> str:
    return f"<mn>{','.join(re.findall('[0-9]+', re.sub('<[^>]*>', ' ', match[1])))}</mn>"


def on_one_line(content: str) -> str:
    """MathML with derivatives as ∂L/∂w: as fractions they would be too small in a row of text."""
    return _DERIVATIVE.sub(r"\1<mo lspace='0' rspace='0'>/</mo>\2", content)


@lru_cache(maxsize=KEPT)
def template_pieces(text: str, bound: tuple[bool, ...]) -> tuple[str, ...]:
    """A template in pieces between which a line may break, with the places of its operands.

    Operand i stands in place of `#{i}`, and of `#{i*}` where its number takes parentheses about a power of
    ten; `bound` says that of each place, in the order of the text.
    """
    marks = iter(bound)
    marked = re.sub(r"#\{(\d+)\}", lambda place: chr(_FIRST_PLACE + 2 * int(place[1]) + next(marks)), text)
    return tuple(_PLACED.sub(_place, _piece(piece)) for piece in pieces(marked))


def _piece(latex: str) -> str:
    """A piece; an operator at its start keeps the space that it has between its operands."""
    head = _HEAD.fullmatch(latex) if latex.startswith(_OPERATORS) else None
    if head is None:
        return mathml(latex)
    return f"<mo form='infix'>{_SIGNS.get(head[1], head[1])}</mo>{mathml(head[2])}"


def _place(match: re.Match[str]) -> str:
    operand, is_bound = divmod(ord(match[1]) - _FIRST_PLACE, 2)
    return f"#{{{operand}{'*' if is_bound else ''}}}"


def pieces(latex: str) -> list[str]:
    """A formula, split before the operators outside of braces, cases and bars."""
    cuts: list[str] = []
    depth = start = 0
    for i in range(len(latex)):
        if latex.startswith(_OPENING, i):
            depth += 1
        elif latex.startswith(_CLOSING, i):
            depth -= 1
        elif depth == 0 and i > start and latex.startswith(_OPERATORS, i):
            cuts.append(latex[start:i])
            start = i
    cuts.append(latex[start:])
    return cuts if len(cuts) == 1 else [_with_plain_brackets(cut) for cut in cuts]


def _with_plain_brackets(latex: str) -> str:
    """Brackets that do not grow: their partner may be in another piece."""
    return re.sub(r"\\(left(?=[(\[])|right(?=[)\]]))", "", latex)
