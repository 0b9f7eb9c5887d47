"""Mutated programs: each must give a graph or a sentence with its place."""

import random
import re
from collections.abc import Iterator

from backstep_lab.engine.graph.graph import Graph
from backstep_lab.i18n.catalogue import LANGUAGES, say
from backstep_lab.language.errors import ProgramError
from backstep_lab.language.functions import FUNCTIONS
from backstep_lab.language.read import read_graph

VALUES = {
    **dict.fromkeys(("x", "y", "z", "w", "b", "u"), 2.0),
    "X": [[1.0, 2.0], [3.0, 4.0]],
    "v": [1.0, 2.0, 3.0],
}
SEEDS = (
    "q = x*y + b\nL = tanh(q)^2",
    "h = zeros(3)\nfor t in range(1, 3):\n    h[t] = tanh(w*v[t] + u*h[t-1])\nL = sum((h - v)²)/2",
    "h[-1] = 0\nfor t in range(3):\n    h[t] = σ(w*v[t] + u*h[t-1]); s = h[t]\nL = h[2]",
    "Q = X @ X.T / √2\n## Head 1\nA = softmax(Q, axis=-1)\nO = A@X\nL = 1/2 sum((O - [[1, 2], [3, 4]])**2)",
    "W = [[.5, -1],\n     [2, 3e-1]]\ny = relu(X @ W + [1, 1])\nL = cross_entropy(y, [0, 1])",
    "k = [.5, -1]\nc = conv(v, k); m = maxpool(v, 2)\nL = mean(c) + max(m[0], x) + 2(x+y)z",
    "d = x; d += 3 * d + (b - d).relu()\nd = var(concat([v, v])) + logsumexp(v) + d\nd",
    "E = [[1,2],[3,4],[5,6]]\ne1 = E[[1,0,1]]\nL = np.sum(e1[:, 0:1], axis=0)[0] - mse(e1[0], X[1])",
    "for i in range(2):\n  for j in range(2):\n    H[i, j] = x^i * X[i,j]\nL = H.sum(1, keepdim=True).mean()",
    "t = onehot(1, 3)\np = reshape(stack([v, t]), [3, 2])\nL = (-t*log_softmax(v)).sum() + p[0,1] # loss",
)
PIECES = (
    *"+-*/^@()[]=.,:;#\n \t²√σπ−×½\\\"'|{}<>!%&~?$\0\ud800\u3000（：é字",
    *(
        "**",
        "for t in range(3):\n    ",
        "for",
        "in",
        "range(",
        "99999999",
        "1e400",
        ".T",
        "x",
        "xy",
        "v",
        "X",
    ),
    *(
        "sum(",
        "softmax(",
        "[[",
        "]]",
        "((",
        "))",
        "**99999999",
        "axis=",
        "=1",
        "+=",
        "\n    ",
        "\r\n",
        "h[t]",
    ),
    *(
        "reshape(",
        "zeros(",
        "-1",
        "[-1]",
        "[0]",
        "[:,",
        "lambda",
        "if x:",
        "None",
        "True",
        "pi",
        "e^",
        "len(",
    ),
    *(
        "maxpool(v, 2)",
        "concat(",
        "stop(",
        "## A\n",
        "e",
        "0",
        "1.5",
        "T",
        "^T",
        "dim=",
        "onehot(",
        "h[",
        "|x|",
    ),
)


WORDS = (
    *(
        "x",
        "y",
        "v",
        "X",
        "w",
        "0",
        "1",
        "2",
        "3",
        "-1",
        "0.5",
        "h",
        "t",
        "A",
        "[1, 2]",
        "X[0]",
        "v[0:2]",
        "[[1]]",
    ),
    *("+", "*", "@", "/", "-", "**", ",", "=", "axis=1", "1000", "2 * 3", "zeros(3)", "h[t]", "q", "L", "64"),
    *FUNCTIONS,
)


def respelt(source: random.Random) -> str:
    """One of the programs above, with a few of its words exchanged."""
    words = re.findall(r"\w+|\s+|.", source.choice(SEEDS))
    for _ in range(source.choice((1, 1, 2, 3))):
        words[source.randrange(len(words))] = source.choice(WORDS)
    return "".join(words)


def torn(source: random.Random) -> str:
    """One of the programs above, with a few pieces put in, taken out or moved."""
    text = source.choice(SEEDS)
    for _ in range(source.choice((1, 1, 2, 3, 6))):
        at, to = sorted((source.randint(0, len(text)), source.randint(0, len(text))))
        match source.randrange(5):
            case 0:
                text = text[:at] + source.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + text[min(at + source.randint(1, 4), len(text)) :]
            case 2:
                text = text[:at] + source.choice(PIECES) + text[at + 1 :]
            case 3:
                text = text[:at] + text[at:to] * source.randint(1, 3) + text[to:]
            case _:
                other = source.choice(SEEDS)
                start = source.randint(0, len(other))
                text = text[:at] + other[start : start + source.randint(1, 20)] + text[at:]
    return text


def mutations(seed: int, count: int) -> Iterator[str]:
    """Mutated programs, the same for the same seed."""
    source = random.Random(seed)
    for _ in range(count):
        yield source.choice((torn, respelt))(source)


def outcome(program: str) -> Graph | ProgramError:
    """What reading a program gives; asserts that it is whole."""
    try:
        graph = read_graph(program, VALUES)
    except ProgramError as error:
        refused = error
    else:
        check(graph)
        return graph
    check_refusal(refused, program)
    return refused


def check_refusal(error: ProgramError, program: str) -> None:
    """A refusal has a place in the text and a sentence in each language."""
    lines = program.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 0 <= error.line <= len(lines)
    assert 0 <= error.column <= (len(lines[error.line - 1]) if error.line else 0)
    for lang in LANGUAGES:
        sentence = say(lang, error.key, **error.message_args)
        assert sentence != error.key
        assert sentence.encode("utf-8")
        assert not any(f"{{${name}" in sentence.replace(" ", "") for name in error.message_args)


def check(graph: Graph) -> None:
    """Refs are unique and short, inputs come first, elements do not fall, parts exist."""
    refs = [node.ref for node in graph.nodes]
    assert len(set(refs)) == len(refs)
    assert max(map(len, refs)) <= 80
    elements = [node.element for node in graph.nodes]
    assert elements == sorted(elements)
    for i, node in enumerate(graph.nodes):
        assert all(0 <= j < i for j in node.inputs)
        assert node.group is None or 0 <= node.group < len(graph.groups)
        assert node.place.start <= node.place.stop
    for i, group in enumerate(graph.groups):
        assert group.parent is None or group.parent < i
    assert graph.target in graph.operations
    assert set(graph.leaf_values) == set(graph.leaves)
    assert set(graph.trained) <= set(graph.leaves)
    assert all(0 <= i < len(graph.nodes) for variable in graph.variables for i in variable.nodes)
