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
_PRIMED = r'<mrow>\1<mo lspace="0em" rspace="0em" class="prime">′</mo></mrow>'
_DERIVATIVE = re.compile("<mfrac><mrow>(<mi>∂</mi>.*?)</mrow><mrow>(<mi>∂</mi>.*?)</mrow></mfrac>", re.DOTALL)

_FIRST_PLACE = 0xE000  # of the characters for private use: operand 0 while a template is converted
_PLACED = re.compile("<mi>([\ue000-\uf8ff])</mi>")

_OPENING = ("{", "\\begin", "\\left|", "\\left.")
_CLOSING = ("}", "\\end", "\\right|")
_OPERATORS = (" + ", " - ", " = ", " \\cdot ")
_HEAD = re.compile(r"^(\\cdot|[-+=]) *")


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
    return _PRIME.sub(_PRIMED, _STYLE.sub("", content))


def on_one_line(content: str) -> str:
    """MathML with derivatives as ∂L/∂w: as fractions they would be too small in a row of text."""
    return _DERIVATIVE.sub(r'\1<mo lspace="0" rspace="0">/</mo>\2', content)


@lru_cache(maxsize=KEPT)
def template_pieces(text: str, bound: tuple[bool, ...]) -> tuple[str, ...]:
    """A template in pieces between which a line may break, with the places of its operands.

    Operand i stands in place of `#{i}`, and of `#{i*}` where its number takes parentheses about a power of
    ten; `bound` says that of each place, in the order of the text.
    """
    marks = iter(bound)
    marked = re.sub(r"#\{(\d+)\}", lambda place: chr(_FIRST_PLACE + 2 * int(place[1]) + next(marks)), text)
    return tuple(_PLACED.sub(_place, mathml(piece)) for piece in pieces(marked))


def _place(match: re.Match[str]) -> str:
    operand, is_bound = divmod(ord(match[1]) - _FIRST_PLACE, 2)
    return f"#{{{operand}{'*' if is_bound else ''}}}"


def pieces(latex: str) -> list[str]:
    """A formula, split before the operators outside of braces, cases and bars.

    Browsers break lines between formulas, never within one. An operator at the start of a piece would lose
    the space after it, which is added.
    """
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
    if len(cuts) == 1:
        return cuts
    first, *others = cuts
    return [_unpaired(first), *(_unpaired(_HEAD.sub(r"{\1}\\: ", cut.lstrip())) for cut in others)]


def _unpaired(latex: str) -> str:
    """Brackets without a partner in the same piece."""
    return re.sub(r"\\right(?=[)\]])", r"\\bigr", re.sub(r"\\left(?=[(\[])", r"\\bigl", latex))
