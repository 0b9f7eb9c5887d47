"""What is differentiated and what is trained, as chosen or by default."""

from collections.abc import Mapping, Sequence

from backstep_lab.config import limits
from backstep_lab.engine.graph.graph import CONSTANT, LEAF, Node, Place, Variable
from backstep_lab.language.arrays import shown_shape
from backstep_lab.language.errors import ProgramError, UnsuitableChoice

WEIGHTS = ("w", "W", "k")
"""How the names of weights begin."""

TRAINED = (*WEIGHTS, "b")
"""How the names of leaves begin that are trained unless others are chosen."""

TARGETS = ("L", "loss")
"""Names of what is differentiated unless something else is chosen."""


def target_of(nodes: Sequence[Node], variables: Mapping[str, Variable], last: str, asked: str | None) -> int:
    """The node that is differentiated; `variables` are the latest values of all names.

    Raises ProgramError unless it is computed and a single number.
    """
    if asked is not None:
        return _asked(nodes, variables, asked)
    for name in TARGETS:
        if name in variables and _fits(nodes, variables[name]):
            return variables[name].nodes[0]
    if last not in variables:
        raise ProgramError("program-no-result", Place(max(node.place.line for node in nodes)), name=last)
    return _checked(nodes, variables[last])


def _asked(nodes: Sequence[Node], variables: Mapping[str, Variable], asked: str) -> int:
    if asked in variables:
        return _suitable(nodes, variables[asked])
    for i, node in enumerate(nodes):
        if node.ref == asked:
            return _suitable(nodes, Variable(asked, node.name, (), (i,), node.place.line))
    raise UnsuitableChoice("target", "program-no-target", name=asked[: limits.MAX_REF])


def _suitable(nodes: Sequence[Node], variable: Variable) -> int:
    """The node of a chosen variable. Raises UnsuitableChoice unless it is computed and a single number."""
    try:
        return _checked(nodes, variable)
    except ProgramError as error:
        raise UnsuitableChoice("target", error.key, **error.message_args) from None


def _fits(nodes: Sequence[Node], variable: Variable) -> bool:
    """Whether a variable is a single number that is computed."""
    return len(variable.nodes) == 1 and nodes[variable.nodes[0]].function not in (LEAF, CONSTANT)


def _checked(nodes: Sequence[Node], variable: Variable) -> int:
    place = Place(variable.line)
    if len(variable.nodes) > 1:
        shape = shown_shape(variable.shape)
        raise ProgramError("program-target-of-several", place, name=variable.ref, shape=shape)
    if not _fits(nodes, variable):
        given = nodes[variable.nodes[0]].name or variable.ref
        raise ProgramError("program-target-not-computed", place, name=given)
    return variable.nodes[0]


def trained_of(nodes: Sequence[Node], asked: Sequence[str] | None) -> tuple[int, ...]:
    """The leaves that an update changes, in order of the text.

    Raises UnsuitableChoice for a name of no leaf.
    """
    leaves = [i for i, node in enumerate(nodes) if node.function == LEAF]
    if asked is None:
        return tuple(i for i in leaves if nodes[i].name.startswith(TRAINED)) or tuple(leaves)
    for name in asked:
        if not any(name in _names(nodes[i]) for i in leaves):
            raise UnsuitableChoice("train", "program-no-leaf", name=name[: limits.MAX_REF])
    return tuple(i for i in leaves if not _names(nodes[i]).isdisjoint(asked))


def has_weights(nodes: Sequence[Node]) -> bool:
    """Whether a leaf with the name of a weight multiplies something, as the weights of a neuron do."""
    weights = {i for i, node in enumerate(nodes) if node.function == LEAF and node.name.startswith(WEIGHTS)}
    return any(node.function == "multiply" and not weights.isdisjoint(node.inputs) for node in nodes)


def _names(leaf: Node) -> set[str]:
    """What a leaf may be called: its ref, its variable's ref and that variable's name."""
    return {leaf.ref, leaf.ref.partition("[")[0], leaf.name}
