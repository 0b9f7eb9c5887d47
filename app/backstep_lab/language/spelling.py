"""From tokens to Python's spelling: products that are only implied are written out, brackets are compared.

Every name and number is written as `v` and the number of its token: whatever Python makes of names and of
numbers does not matter then, and the text is in ASCII, so that its columns are those of bytes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import Place
from backstep_lab.language.errors import ProgramError
from backstep_lab.language.tokens import Kind, Token

OTHER_STATEMENTS = frozenset(
    (
        *("if", "elif", "else", "while", "def", "return", "class", "with", "try", "except"),
        *("raise", "assert", "pass", "break", "continue", "del"),
    )
)
IMPORTS = frozenset(("import", "from"))
_OTHER_WORDS = OTHER_STATEMENTS | {"and", "or", "not", "is", "lambda"}
_PAIRS = {")": "(", "]": "["}
_SIGNS = frozenset("+-√")
_ENDS_OPERAND = frozenset((Kind.NAME, Kind.NUMBER, Kind.CLOSE))
_MAY_END = frozenset(",:;")
_WORDS = frozenset(("for", "in"))


@dataclass(slots=True)
class ProgramSource:
    """A program as Python spells it; `starts` and `stops` are the tokens at each (line, column) of its text,
    `line_stops` where each line of the learner's text ends.
    """

    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    starts: dict[tuple[int, int], Token] = field(default_factory=dict)
    stops: dict[tuple[int, int], Token] = field(default_factory=dict)
    line_stops: dict[int, int] = field(default_factory=dict)


def respell(tokens: Iterable[Token], functions: Mapping[str, object]) -> ProgramSource:
    """The tokens in Python's spelling. Raises ProgramError where an operand, operator or bracket is missing.

    `functions` are the names of those that there are.
    """
    complete = _with_products(_without_ends_in_brackets(tokens), functions)
    return _write(complete)


def _without_ends_in_brackets(tokens: Iterable[Token]) -> list[Token]:
    """The tokens without the ends of lines that brackets join, each bracket compared with its partner."""
    kept: list[Token] = []
    opened: list[Token] = []
    for token in tokens:
        if token.kind is Kind.OPEN:
            opened.append(token)
            if len(opened) > limits.MAX_PROGRAM_DEPTH:
                raise ProgramError("program-too-deep", token.place, max=limits.MAX_PROGRAM_DEPTH)
        elif token.kind is Kind.CLOSE:
            _check_pair(opened.pop() if opened else None, token)
        if token.kind is not Kind.END or not opened:
            kept.append(token)
    if opened:
        raise ProgramError("program-never-closed", opened[-1].place, bracket=opened[-1].text)
    return kept


def _check_pair(opened: Token | None, closed: Token) -> None:
    if opened is None:
        raise ProgramError("program-never-opened", closed.place, bracket=closed.text)
    if opened.text != _PAIRS[closed.text]:
        raise ProgramError("program-other-bracket", closed.place, open=opened.text, close=closed.text)


def _with_products(tokens: list[Token], functions: Mapping[str, object]) -> list[Token]:
    """The tokens with a `*` wherever one is implied."""
    complete: list[Token] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i and tokens[i - 1].kind is not Kind.END else None
        _check_statement(before, token, tokens[i + 1] if i + 1 < len(tokens) else None)
        if before is not None and _joins(before, token):
            _check_neighbours(before, token, functions)
            complete.append(Token(Kind.OPERATOR, "*", Place(token.place.line, token.place.start)))
        _check_operand(before, token)
        complete.append(token)
    return complete


def _is_word(token: Token) -> bool:
    """Whether a token is `for` or `in`."""
    return token.kind is Kind.NAME and token.text in _WORDS


def _joins(before: Token, token: Token) -> bool:
    """Whether two neighbours are both operands, with no call and no index between them."""
    if before.kind not in _ENDS_OPERAND or _is_word(before) or _is_word(token):
        return False
    if token.kind is Kind.OPEN:
        return before.kind is not Kind.NAME if token.text == "(" else before.kind is Kind.NUMBER
    return token.kind in (Kind.NAME, Kind.NUMBER) or token.text == "√"


def _check_neighbours(before: Token, token: Token, functions: Mapping[str, object]) -> None:
    """Refuse two operands side by side that people do not read as a product."""
    for word in (before, token):
        if word.kind is Kind.NAME and word.text in _OTHER_WORDS:
            raise ProgramError("program-word", word.place, word=word.text)
    if before.kind is Kind.NAME and before.text in functions:
        raise ProgramError(
            "program-function-without-brackets", before.place, name=before.text, next=token.text
        )
    is_product = before.kind is not Kind.NAME or token.text == "√"
    if not is_product or (before.kind is token.kind is Kind.NUMBER) or token.text == "[":
        raise ProgramError("program-no-operator", token.place, left=before.text, right=token.text)


def _check_statement(before: Token | None, token: Token, after: Token | None) -> None:
    """Refuse the statements of Python that this language has not."""
    starts = before is None or before.text in (";", ":")
    if starts and token.kind is Kind.NAME and after is not None and after.text != "=":
        if token.text in IMPORTS:
            raise ProgramError("program-import", token.place)
        if token.text in OTHER_STATEMENTS:
            raise ProgramError("program-word", token.place, word=token.text)
    if token.text == "for" and not starts:
        raise ProgramError("program-comprehension", token.place)


def _check_operand(before: Token | None, token: Token) -> None:
    """Refuse an operator beside which an operand is missing."""
    waits = before is None or before.kind is Kind.OPEN or before.kind is Kind.OPERATOR
    if token.kind is Kind.OPERATOR and token.text not in _SIGNS and token.text != ":":
        if waits and not (before is not None and before.text in _MAY_END and token.text in _MAY_END):
            raise ProgramError("program-no-operand-before", token.place, operator=token.text)
    elif token.kind in (Kind.END, Kind.CLOSE) and before is not None and _needs_operand(before):
        raise ProgramError("program-no-operand-after", before.place, operator=before.text)


def _needs_operand(token: Token) -> bool:
    """Whether something must follow a token."""
    return token.kind is Kind.OPERATOR and token.text not in _MAY_END


def _write(tokens: list[Token]) -> ProgramSource:
    """The tokens as text. Lines keep their numbers; what is joined by brackets stays on its lines."""
    source = ProgramSource(tokens=tokens)
    rows: dict[int, str] = {}
    least = min((token.indent for token in _firsts(tokens)), default=0)
    begins = True
    for i, token in enumerate(tokens):
        if token.kind is Kind.END:
            begins = True
            continue
        line = token.place.line
        row = rows.get(line, " " * (token.indent - least if begins else 0))
        spelt = f"v{i}" if token.kind in (Kind.NAME, Kind.NUMBER) and not _is_word(token) else token.text
        spelt = "~" if token.text == "√" else spelt
        source.starts[line, len(row)] = token
        source.stops[line, len(row) + len(spelt)] = token
        source.line_stops[line] = token.place.stop
        rows[line] = row + spelt + " "
        begins = False
    source.text = "\n".join(rows.get(line, "") for line in range(1, max(rows, default=0) + 1)) + "\n"
    return source


def _firsts(tokens: list[Token]) -> list[Token]:
    """The first token of each line that brackets do not join to the one before."""
    return [token for i, token in enumerate(tokens) if i == 0 or tokens[i - 1].kind is Kind.END]
