"""From Python's spelling to a tree, by Python's `ast`; only what the language accepts is left in it."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import Place
from backstep_lab.language.errors import ProgramError
from backstep_lab.language.functions import PREFIXES
from backstep_lab.language.python_tree import module_of
from backstep_lab.language.spelling import ProgramSource
from backstep_lab.language.tokens import Kind, Token

ASSIGNMENTS = frozenset(("=", "+=", "-=", "*=", "/=", "**=", "@="))
_ACCEPTED = (
    ast.Module,
    *(ast.Assign, ast.AugAssign, ast.Expr, ast.For),
    *(ast.BinOp, ast.UnaryOp, ast.Call, ast.keyword, ast.Attribute, ast.Subscript, ast.Slice),
    *(ast.Name, ast.List, ast.Tuple),
    *(ast.operator, ast.unaryop, ast.expr_context),
)


@dataclass(frozen=True, slots=True)
class Tree:
    """A program's statements, and what its names and numbers are. `known` are names that have values.

    `places` are those that were asked for: a loop asks again in each pass.
    """

    body: list[ast.stmt]
    source: ProgramSource
    known: frozenset[str]
    places: dict[ast.AST, Place] = field(default_factory=dict)

    def token(self, spelt: str) -> Token:
        """The name or number that a name of Python's spelling stands for."""
        return self.source.tokens[int(spelt[1:])]

    def name(self, node: ast.AST) -> str | None:
        """The name that a node is, if it is one."""
        if not isinstance(node, ast.Name):
            return None
        token = self.token(node.id)
        return token.text if token.kind is Kind.NAME else None

    def number(self, node: ast.AST) -> Token | None:
        """The number that a node is, if it is one."""
        if not isinstance(node, ast.Name):
            return None
        token = self.token(node.id)
        return token if token.kind is Kind.NUMBER else None

    def is_prefix(self, node: ast.expr) -> bool:
        """Whether a node is what pasted programs put before functions, as `torch.nn`."""
        while isinstance(node, ast.Attribute):
            if self.token(node.attr).text not in PREFIXES:
                return False
            node = node.value
        return self.name(node) in PREFIXES and self.name(node) not in self.known

    def called(self, node: ast.Call) -> tuple[str, ast.expr | None]:
        """The name of the function that is called, and what stands before the dot of a method.

        Raises ProgramError where something else than a name is called.
        """
        if isinstance(node.func, ast.Attribute):
            name = self.token(node.func.attr).text
            return name, None if self.is_prefix(node.func.value) else node.func.value
        name = self.name(node.func) or ""
        if not name:
            raise ProgramError("program-not-accepted", self.place(node))
        return name, None

    def place(self, node: ast.expr | ast.stmt | ast.keyword) -> Place:
        """Where a node stands in the learner's text; of several lines, its part of the first."""
        if node not in self.places:
            self.places[node] = self._place(node)
        return self.places[node]

    def _place(self, node: ast.expr | ast.stmt | ast.keyword) -> Place:
        first = self.source.starts[node.lineno, node.col_offset].place
        end = (node.end_lineno or node.lineno, node.end_col_offset or 0)
        last = self.source.stops[end].place
        stop = last.stop if last.line == first.line else self.source.line_stops[first.line]
        return Place(first.line, first.start, stop)


def parse(source: ProgramSource, given: Iterable[str]) -> Tree:
    """The tree of a program; `given` are names that have values besides those that it assigns.

    Raises ProgramError where it is none of the language.
    """
    try:
        module = module_of(source.text)
    except (RecursionError, MemoryError):
        raise ProgramError("program-too-deep", _longest(source), max=limits.MAX_PROGRAM_DEPTH) from None
    except SyntaxError as error:
        raise _syntax_error(source, error) from None
    tree = Tree(module.body, source, frozenset((*given, *_assigned(source))))
    _check(module, tree)
    return tree


def _assigned(source: ProgramSource) -> Iterator[str]:
    """The names before a sign of assignment."""
    for name, sign in pairwise(source.tokens):
        if name.kind is Kind.NAME and sign.text in ASSIGNMENTS:
            yield name.text


def _syntax_error(source: ProgramSource, error: SyntaxError) -> ProgramError:
    """Python's complaint as ours, at the token at which Python stopped."""
    line, column = error.lineno or 1, (error.offset or 1) - 1
    ahead = [token for at, token in source.starts.items() if at >= (line, column)]
    if isinstance(error, IndentationError):
        ahead = [token for at, token in source.starts.items() if at >= (line, 0)]
    place = ahead[0].place if ahead else source.tokens[-1].place
    if error.msg.startswith("cannot assign"):
        return ProgramError("program-target", place)
    if _without_colon(source, line) or error.msg.startswith("expected an indented block"):
        return ProgramError("program-for", place)
    if isinstance(error, IndentationError):
        return ProgramError("program-indent", place)
    return ProgramError("program-syntax", place, found=ahead[0].text if ahead else "")


def _without_colon(source: ProgramSource, line: int) -> bool:
    """Whether the last loop that begins before the end of a line has no colon in its first line."""
    loops = [token.place.line for token in source.tokens if token.text == "for" and token.place.line <= line]
    first = [token.text for token in source.tokens if loops and token.place.line == loops[-1]]
    return bool(loops) and ":" not in first


def _longest(source: ProgramSource) -> Place:
    """Where the line with the most tokens begins."""
    lines = [token.place.line for token in source.tokens]
    most = max(set(lines), key=lines.count)
    return next(token.place for token in source.tokens if token.place.line == most)


def _check(module: ast.Module, tree: Tree) -> None:
    """Refuse nodes that the language has not, and too many within one another. `a + b + c` is one level."""
    waiting: list[tuple[ast.AST, int]] = [(module, 0)]
    place = Place(1)
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, ast.expr | ast.stmt | ast.keyword):
            place = tree.place(node)
        if not isinstance(node, _ACCEPTED):
            raise ProgramError("program-not-accepted", place)
        if depth > limits.MAX_PROGRAM_DEPTH:
            raise ProgramError("program-too-deep", place, max=limits.MAX_PROGRAM_DEPTH)
        for name, child in reversed(list(ast.iter_fields(node))):
            chained = isinstance(node, ast.BinOp) and name == "left" and isinstance(child, ast.BinOp)
            children = child if isinstance(child, list) else [child]
            inner = depth if chained else depth + 1
            waiting += [(one, inner) for one in reversed(children) if isinstance(one, ast.AST)]
