"""From a program's text to tokens: names, numbers, operators and brackets, in one spelling."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import Place
from backstep_lab.language.errors import ProgramError


class Kind(Enum):
    NAME = "name"
    NUMBER = "number"
    OPERATOR = "operator"
    OPEN = "open"
    CLOSE = "close"
    END = "end"  # of a line


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text in one spelling; `place` is where it stands in the learner's.

    `value` is that of a number. `indent` is the indentation of the line that it begins, -1 within a line.
    """

    kind: Kind
    text: str
    place: Place
    value: float = 0.0
    indent: int = -1


_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣʸᶻᵗᵏᵃᵇ", "0123456789+-()nixyztkab", strict=True))
_RAISED = re.compile(f"[{''.join(_SUPERSCRIPTS)}]+")
_SPELLINGS = {
    **dict.fromkeys("·⋅∙×∗•", "*"),
    **dict.fromkeys("÷∕⁄", "/"),
    **dict.fromkeys("−–—", "-"),
    "½": " 0.5 ",
    "¼": " 0.25 ",
    "¾": " 0.75 ",
    "【": "[",
    "】": "]",
    "、": ",",
    "ᵀ": ".T",
}
_PATTERNS = re.compile(
    r"""(?P<space>\s+)
    |(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    |(?P<name>[A-Za-z_\u0370-\u03ff][A-Za-z_0-9\u0370-\u03ff]*)
    |(?P<refused>==|!=|<=|>=|<-|->|:=|//=?|%=?|\.\.\.|[<>&|~!?{}"'`\\$])
    |(?P<root>√(?=\s*\())
    |(?P<operator>\*\*=|\*\*|[-+*/^@]=|[-+*/^@=,:;.√])
    |(?P<open>[(\[])
    |(?P<close>[)\]])""",
    re.VERBOSE,
)
_KEYS = {
    **dict.fromkeys(("==", "!=", "<=", ">=", "<", ">"), "program-comparison"),
    **dict.fromkeys(("//", "//=", "%", "%="), "program-whole-division"),
    **dict.fromkeys(('"', "'", "`"), "program-quotes"),
    **dict.fromkeys("{}", "program-braces"),
    "|": "program-bars",
    ":=": "program-walrus",
    "\\": "program-backslash",
}
_TAB = 4
AFTER_UPDATE = "_next"
"""The ending of the names of leaves after an update: no other name may have it."""


def lines_of(program: str) -> list[str]:
    """The lines of a program, whatever ends them."""
    return program.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def tokens_of(lines: list[str]) -> Iterator[Token]:
    """The tokens of all lines. Each line that has any, ends with one of kind END.

    Raises ProgramError where a character has no meaning, or a name or number is out of bounds.
    """
    for number, line in enumerate(lines, start=1):
        _check_characters(line, number)
        code = re.split("[#＃]", line, maxsplit=1)[0]
        folded = _fold(code)
        if folded.text.strip():
            yield from _tokens(folded, number)
            yield Token(Kind.END, "", Place(number, len(code.rstrip()), len(code.rstrip())))


def _check_characters(line: str, number: int) -> None:
    """Refuse what no text holds: half a character, or the end of one."""
    for column, char in enumerate(line):
        if char == "\0" or "\ud800" <= char <= "\udfff":
            raise ProgramError("program-character", Place(number, column), char=_shown(char))


@dataclass(frozen=True, slots=True)
class _Folded:
    """A line in one spelling; the columns of each of its characters in the learner's, [start, stop)."""

    text: str
    starts: list[int]
    stops: list[int]


def _fold(code: str) -> _Folded:
    text: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    column = 0
    while column < len(code):
        run = _RAISED.match(code, column)
        stop = run.end() if run else column + 1
        spelling = _raised(run.group()) if run else _spelling(code[column])
        text.append(spelling)
        starts += [column] * len(spelling)
        stops += [stop] * len(spelling)
        column = stop
    return _Folded("".join(text), starts, stops)


def _raised(run: str) -> str:
    """Raised characters as a power."""
    return "**(" + "".join(_SUPERSCRIPTS[char] for char in run) + ")"


def _spelling(char: str) -> str:
    """A character as it is spelt here: full-width and mathematical forms as ordinary ones."""
    return _SPELLINGS.get(char) or (char if char == "\t" else unicodedata.normalize("NFKC", char))


def _tokens(folded: _Folded, line: int) -> Iterator[Token]:
    text, position = folded.text, len(folded.text) - len(folded.text.lstrip())
    indent = sum(_TAB if char == "\t" else 1 for char in text[:position])
    while position < len(text):
        found = _PATTERNS.match(text, position)
        stop = found.end() if found else position + 1
        place = Place(line, folded.starts[position], folded.stops[stop - 1])
        if found is None or found.lastgroup == "refused":
            raise _refused(text[position:stop], place)
        if found.lastgroup != "space":
            yield _token(found.lastgroup or "", found.group(), place, indent)
            indent = -1
        position = stop


def _token(kind: str, text: str, place: Place, indent: int) -> Token:
    if kind == "number":
        value = float(text)
        if value > limits.MAX_CONSTANT:
            raise ProgramError("program-number-too-large", place, max=f"{limits.MAX_CONSTANT:g}")
        return Token(Kind.NUMBER, text, place, value, indent)
    if kind == "root":
        return Token(Kind.NAME, "sqrt", place, 0.0, indent)
    if kind == "name" and len(text) > limits.MAX_VARIABLE_NAME:
        raise ProgramError("program-name-too-long", place, max=limits.MAX_VARIABLE_NAME)
    if kind == "name" and text.endswith(AFTER_UPDATE):
        raise ProgramError("program-name-after-update", place, name=text)
    return Token(Kind(kind), "**" + text[1:] if text[0] == "^" else text, place, 0.0, indent)


def _refused(text: str, place: Place) -> ProgramError:
    return ProgramError(_KEYS.get(text, "program-character"), place, char=_shown(text))


def _shown(text: str) -> str:
    """Characters as a sentence can quote them."""
    return "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)
