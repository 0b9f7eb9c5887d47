"""Names of a graph's numbers in a program: valid, different from each other, and as typed where possible."""

import re
from keyword import iskeyword

from backstep_lab.engine.graph.graph import CONSTANT, Graph

# Names that the programs use for something else.
_TAKEN = frozenset(
    {
        "abs",
        "cos",
        "erfc",
        "float",
        "functional",
        "iteration",
        "max",
        "min",
        "normal",
        "np",
        "passes",
        "pi",
        "print",
        "range",
        "rate",
        "result",
        "sigmoid",
        "sqrt",
        "sum",
        "torch",
        "update",
        "p",
        "t",
        "g",
        "clock",
        "ITERATIONS",
        "learning_rate",
        "memory",
        "forward",
        "trained",
        "optimizer",
        "group",
        "name",
    }
)


def names_of(graph: Graph) -> list[str]:
    """The name of each node; a constant's is its number."""
    found: list[str] = []
    used = set(_TAKEN)
    for i, node in enumerate(graph.nodes):
        if node.function == CONSTANT:
            found.append(repr(node.value))
            continue
        name = _identifier(node.ref)
        while name in used or f"d_{name}" in used:
            name = f"{name}_{i}"
        used |= {name, f"d_{name}"}
        found.append(name)
    return found


def _identifier(ref: str) -> str:
    """`W_0_1` for `W[0,1]`, `v_3_2` for `L:3.2`."""
    text = re.sub(r"\W+", "_", ref.replace("L:", "v_", 1) if ref.startswith("L:") else ref).strip("_")
    return f"{text}_" if iskeyword(text) or not text.isidentifier() else text
