"""From the text of a program to a graph."""

from collections.abc import Iterable, Mapping, Sequence

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import LEAF, Graph, Place
from backstep_lab.language.choices import target_of, trained_of
from backstep_lab.language.drafts import Drafts
from backstep_lab.language.errors import ProgramError
from backstep_lab.language.expressions import Expressions
from backstep_lab.language.finish import finish
from backstep_lab.language.functions import FUNCTIONS
from backstep_lab.language.leaves import Leaves
from backstep_lab.language.names import free_names
from backstep_lab.language.notes import notes
from backstep_lab.language.spelling import respell
from backstep_lab.language.statements import Statements
from backstep_lab.language.syntax import parse
from backstep_lab.language.tokens import lines_of, tokens_of
from backstep_lab.language.variables import Scope, variables


def read_graph(
    program: str,
    values: Mapping[str, object],
    target: str | None = None,
    train: Sequence[str] | None = None,
) -> Graph:
    """The graph that a program means.

    `values` are numbers or nested lists by name; they win over numbers in the text. `target` is the ref or
    name of what is differentiated: by default L or loss where it is computed and a single number, else what
    the last line assigns. `train` are refs or names of leaves: by default those that begin with w, W, b or k,
    else all.

    Raises UnknownNames where names have no value, and ProgramError where anything else is wrong.
    """
    lines = _checked_lines(program)
    source = respell(tokens_of(lines), FUNCTIONS)
    if not source.tokens:
        raise ProgramError("program-empty", Place(1))
    tree = parse(source, values)
    scope = Scope(Drafts())
    leaves = Leaves(scope, values)
    for name, place in free_names(tree, values).items():
        leaves.assign_given(name, place)
    statements = Statements(Expressions(tree, scope), leaves, _titles(lines))
    statements.read(tree.body)
    return _graph(scope, leaves, statements.last, target, train)


def _checked_lines(program: str) -> list[str]:
    size = len(program.encode("utf-8", "surrogatepass"))
    if size > limits.MAX_PROGRAM_BYTES:
        raise ProgramError("program-too-long", Place(1), max=limits.MAX_PROGRAM_BYTES, size=size)
    return lines_of(program)


def _titles(lines: Iterable[str]) -> dict[int, str]:
    """The titles of sections by the lines that hold them: `## Head 1`."""
    return {
        number: line.strip().lstrip("#").strip()[: limits.MAX_SECTION_TITLE]
        for number, line in enumerate(lines, start=1)
        if line.strip().startswith("##")
    }


def _graph(scope: Scope, leaves: Leaves, last: str, target: str | None, train: Sequence[str] | None) -> Graph:
    finished = finish(scope.drafts)
    found = tuple(variables(scope, finished.places))
    latest = {variable.ref: variable for variable in found}
    latest |= {name: latest[binding.ref] for name, binding in scope.current.items() if binding.ref in latest}
    chosen = target_of(finished.nodes, latest, last, target)
    return Graph(
        finished.nodes,
        chosen,
        trained_of(finished.nodes, train),
        {
            finished.places[i]: draft.value
            for i, draft in enumerate(scope.drafts.nodes)
            if draft.function == LEAF and draft.value is not None
        },
        found,
        finished.groups,
        notes(scope, leaves.values, {variable.name for variable in found if chosen in variable.nodes}),
    )
