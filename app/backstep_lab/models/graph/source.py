"""Where a number of a graph comes from."""

from backstep_lab.engine.graph.graph import CONSTANT, LEAF
from backstep_lab.models.graph import refs
from backstep_lab.models.graph.numbers import GraphNumbers
from backstep_lab.models.protocol import NumberSource
from backstep_lab.stepping.formulas import symbols as common
from backstep_lab.stepping.refs import RefError

_LONGEST_QUOTED = 80


def source_of(numbers: GraphNumbers, ref: str) -> NumberSource:
    """The operation that makes a number, or where else it comes from. Raises RefError."""
    ordinal = numbers.operations.ordinals.get(ref)
    if ordinal is not None:
        return NumberSource(ordinal)
    given_value(numbers, ref)
    node = numbers.graph.by_ref.get(ref)
    if node is not None and node in numbers.setup.trained_nodes:
        return NumberSource(None, None, refs.next_value(numbers.graph, node))
    memory = _memory(numbers, ref)
    if memory is not None:
        name, trained = memory
        leaf = numbers.graph.nodes[numbers.graph.trained[trained]]
        return NumberSource(None, None, refs.memory(leaf, f"{name}_next"))
    return NumberSource(None)


def given_value(numbers: GraphNumbers, ref: str) -> float | None:
    """A number that no operation makes: a leaf, a constant, a setting, a memory. Raises RefError."""
    node = numbers.graph.by_ref.get(ref)
    if node is not None and numbers.graph.nodes[node].function in (LEAF, CONSTANT):
        return numbers.value(node)
    memory = _memory(numbers, ref)
    if memory is not None:
        return numbers.memory(*memory, after=False)
    name = ref.removeprefix("optimizer.")
    if name != ref and name in common.ALONE and numbers.setting(name) is not None:
        return numbers.setting(name)
    raise RefError(f"“{ref[:_LONGEST_QUOTED]}” names no number of this graph.")


def _memory(numbers: GraphNumbers, ref: str) -> tuple[str, int] | None:
    """(name, place among the trained leaves) of a number of the optimizer's memory."""
    name, separator, leaf = ref.partition(":")
    node = numbers.graph.by_ref.get(leaf)
    if not separator or name not in numbers.operations.memory or node is None:
        return None
    place = numbers.setup.trained_nodes.get(node)
    return None if place is None else (name, place)
