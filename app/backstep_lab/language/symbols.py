"""LaTeX for the numbers of a graph: names as they are typed, short expressions for what has no name."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from backstep_lab.engine.graph.graph import CONSTANT, Graph, Node

LONGEST = 60
"""Characters of a symbol; a longer expression is called by its place."""

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξπρςστυφχψωΓΔΘΛΞΠΣΥΦΨΩ",
        (
            *("alpha", "beta", "gamma", "delta", "varepsilon", "zeta", "eta", "theta", "iota", "kappa"),
            *("lambda", "mu", "nu", "xi", "pi", "rho", "varsigma", "sigma", "tau", "upsilon", "varphi"),
            *("chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon"),
            *("Phi", "Psi", "Omega"),
        ),
        strict=True,
    )
)
_WORDS = frozenset(_GREEK.values()) | {"epsilon", "phi"}
_SUM, _PRODUCT, _POWER, _ATOM = range(4)


class _Symbol(NamedTuple):
    """LaTeX, and how tightly it holds together."""

    text: str
    binding: int = _ATOM

    def within(self, binding: int) -> str:
        """The text as an operand of something that holds together as tightly as this."""
        return self.text if self.binding >= binding else rf"\left({self.text}\right)"


def symbol(graph: Graph, node: int) -> str:
    """The LaTeX of a node: `W_{0,1}`, `x_{1}`, its expression where that is short, else `v_{3.2}`."""
    return symbols(graph)[node]


@lru_cache(maxsize=16)
def symbols(graph: Graph) -> tuple[str, ...]:
    """The LaTeX of all nodes of a graph, in time proportional to their number."""
    found: list[_Symbol] = []
    for node in graph.nodes:
        inputs = [found[i] for i in node.inputs]
        found.append(_named(node) if node.name else _inner(node, inputs))
    return tuple(one.text for one in found)


def name_symbol(name: str) -> str:
    r"""The LaTeX of a name of a program: `x_{1}`, `\alpha`, `\mathit{loss}`."""
    base, subscript = _parts(name)
    return f"{base}_{{{subscript}}}" if subscript else base


def _parts(name: str) -> tuple[str, str]:
    """A name as what stands on the line and what stands below it."""
    found = re.fullmatch(r"(.*?[^_0-9])_?([0-9]+)", name) or re.fullmatch(r"([^_]+)_([^_]+)", name)
    base, subscript = found.groups() if found else (name, "")
    return _word(base), subscript if subscript.isdecimal() else _word(subscript)


def _word(word: str) -> str:
    if word in _GREEK or word in _WORDS:
        return "\\" + _GREEK.get(word, word)
    if len(word) < 2:
        return word
    return rf"\mathit{{{_escaped(word)}}}"


def _escaped(word: str) -> str:
    """A word within braces: Greek letters as commands."""
    return "".join(rf"\{_GREEK[char]} " if char in _GREEK else char.replace("_", r"\_") for char in word)


def _named(node: Node) -> _Symbol:
    base, subscript = _parts(node.name)
    version = "".join(re.findall(r"#(\d+)", node.ref)[-1:])
    index = ",".join(map(str, node.index))
    below = f"_{{{subscript or index}}}" if subscript or index else ""
    beside = f"[{index}]" if subscript and index else ""
    if not version:
        return _Symbol(base + below + beside)
    return _Symbol(f"{base}{below}^{{({version})}}{beside}", _POWER)


def _inner(node: Node, inputs: list[_Symbol]) -> _Symbol:
    if node.function == CONSTANT:
        return _number(node.value or 0.0)
    if sum(len(one.text) for one in inputs) <= LONGEST:
        written = _FORMS[node.function](inputs) if node.function in _FORMS else _call(node.function, inputs)
        if len(written.text) <= LONGEST:
            return written
    return _Symbol(f"v_{{{node.ref.partition(':')[2]}}}")


def _number(value: float) -> _Symbol:
    text = f"{value:.6g}"
    mantissa, _, exponent = text.partition("e")
    if exponent:
        return _Symbol(rf"{mantissa} \cdot 10^{{{int(exponent)}}}", _SUM if value < 0 else _PRODUCT)
    return _Symbol(text, _SUM if value < 0 else _ATOM)


def _call(function: str, inputs: list[_Symbol]) -> _Symbol:
    name = function.replace("_", r"\_")
    return _Symbol(rf"\mathrm{{{name}}}\left({', '.join(one.text for one in inputs)}\right)")


def _operator(name: str) -> Callable[[list[_Symbol]], _Symbol]:
    """A function that LaTeX has a name for."""
    return lambda inputs: _Symbol(rf"\{name}\left({', '.join(one.text for one in inputs)}\right)")


def _negative(inputs: list[_Symbol]) -> _Symbol:
    return _Symbol(f"-{inputs[0].within(_PRODUCT)}", _SUM)


def _sum(inputs: list[_Symbol]) -> _Symbol:
    first, *others = inputs
    terms = [first.text, *(one.text if one.text[0] != "-" else one.within(_PRODUCT) for one in others)]
    return _Symbol(" + ".join(terms), _SUM)


def _subtract(inputs: list[_Symbol]) -> _Symbol:
    return _Symbol(f"{inputs[0].text} - {inputs[1].within(_PRODUCT)}", _SUM)


def _multiply(inputs: list[_Symbol]) -> _Symbol:
    return _Symbol(rf"{inputs[0].within(_PRODUCT)} \cdot {inputs[1].within(_PRODUCT)}", _PRODUCT)


def _power(inputs: list[_Symbol]) -> _Symbol:
    return _Symbol(f"{inputs[0].within(_ATOM)}^{{{inputs[1].text}}}", _POWER)


_FORMS: Mapping[str, Callable[[list[_Symbol]], _Symbol]] = {
    "add": _sum,
    "sum": _sum,
    "subtract": _subtract,
    "multiply": _multiply,
    "divide": lambda inputs: _Symbol(rf"\frac{{{inputs[0].text}}}{{{inputs[1].text}}}", _POWER),
    "negative": _negative,
    "power": _power,
    "square": lambda inputs: _power([inputs[0], _Symbol("2")]),
    "exp": lambda inputs: _Symbol(f"e^{{{inputs[0].text}}}", _POWER),
    "log": _operator("ln"),
    "sqrt": lambda inputs: _Symbol(rf"\sqrt{{{inputs[0].text}}}"),
    "sigmoid": _operator("sigma"),
    "abs": lambda inputs: _Symbol(rf"\left|{inputs[0].text}\right|"),
    **{name: _operator(name) for name in ("sin", "cos", "tan", "tanh", "max", "min")},
}
