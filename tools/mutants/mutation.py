"""The faults that can be put into a module: Cosmic Ray's operators, where they change what a program does."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from warnings import catch_warnings, simplefilter

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from tools.mutants.targets import ROOT

# Signs of bits in place of those of numbers mostly end in an error, which any test that gets there notices.
_BITS_FOR_NUMBERS = re.compile("BinaryOperator_(Add|Sub|Mul|Div|FloorDiv|Mod|Pow)_(Bit|LShift|RShift)")

Position = tuple[int, int]  # line, from 1, and column, from 0


@dataclass(frozen=True)
class Mutation:
    """One operator applied at one of its places in a module."""

    module: Path
    operator: str
    occurrence: int
    start: Position

    @property
    def place(self) -> tuple[Position, str]:
        """Where and of what kind: of the many replacements of one operator sign, one is tried."""
        return self.start, self.operator.split("_")[0]

    def source(self) -> str:
        """The module's text with the fault in it; empty where the operator does not apply."""
        operator = get_operator(self.operator)()
        return mutate_code((ROOT / self.module).read_text(encoding="utf-8"), operator, self.occurrence) or ""

    def is_program(self) -> bool:
        """Whether that text can be compiled, without a warning, which would fail every test."""
        source = self.source()
        with catch_warnings():
            simplefilter("error")
            try:
                compile(source, self.module, "exec")
            except SyntaxError:
                return False
        return source != ""

    def difference(self) -> str:
        """The changed lines, before and after."""
        before = (ROOT / self.module).read_text(encoding="utf-8").splitlines()
        lines = unified_diff(before, self.source().splitlines(), n=0, lineterm="")
        return " → ".join(line[1:].strip() for line in list(lines)[3:] if line[:1] in "-+")


def drawn(modules: list[Path], count: int, random: Random) -> Iterator[Mutation]:
    """So many places of these modules, each with one mutation, all drawn at random.

    A place where no replacement makes a program is left out.
    """
    places = sorted(_places(modules).items())
    for _, mutations in random.sample(places, min(len(places), count)):
        order = random.sample(mutations, len(mutations))
        yield from islice((mutation for mutation in order if mutation.is_program()), 1)


def count_places(modules: list[Path]) -> int:
    """How many places there are to mutate."""
    return len(_places(modules))


def _places(modules: list[Path]) -> dict[tuple[str, tuple[Position, str]], list[Mutation]]:
    places: dict[tuple[str, tuple[Position, str]], list[Mutation]] = defaultdict(list)
    for module in modules:
        for mutation in _mutations(module):
            places[str(module), mutation.place].append(mutation)
    return places


@cache
def _mutations(module: Path) -> tuple[Mutation, ...]:
    return tuple(_found(module))


def _found(module: Path) -> Iterator[Mutation]:
    source = (ROOT / module).read_text(encoding="utf-8")
    tree, nodes = ast.parse(source), list(ast_nodes(get_ast(source)))
    operands, unused = _operands(tree), _annotations(tree)
    for name in operator_names():
        operator_class = get_operator(name)
        if operator_class.arguments() or _BITS_FOR_NUMBERS.search(name):
            continue
        operator = operator_class()
        positions = [start for node in nodes for start, _ in operator.mutation_positions(node)]
        for occurrence, start in enumerate(positions):
            is_sign = "ReplaceBinaryOperator" not in name or _is_inside(start, operands)
            if is_sign and not _is_inside(start, unused):
                yield Mutation(module, name, occurrence, start)


Span = tuple[Position, Position]


def _span(first: ast.expr, last: ast.expr) -> Span:
    assert last.end_lineno is not None, "a parsed node has an end"
    assert last.end_col_offset is not None, "a parsed node has an end"
    return (first.lineno, first.col_offset), (last.end_lineno, last.end_col_offset)


def _operands(tree: ast.Module) -> list[Span]:
    """Where signs of arithmetic stand: not the star of a parameter list, nor that of an unpacked list."""
    return [
        (_span(node.left, node.left)[1], _span(node.right, node.right)[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp)
    ]


def _annotations(tree: ast.Module) -> list[Span]:
    """Types, which mypy checks: annotations, and names for types."""
    types: list[ast.expr | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign):
            types.append(node.annotation)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            types.append(node.returns)
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            types += [node.value] if name[:1].isupper() and not name.isupper() else []
    return [_span(each, each) for each in types if each is not None]


def _is_inside(position: Position, spans: list[Span]) -> bool:
    return any(start <= position < end for start, end in spans)
