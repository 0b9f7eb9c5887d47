"""Everything that the language accepts, in one table: the reader calls what it holds, a page lists it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial

from backstep_lab.language.arrays import elementwise
from backstep_lab.language.drafts import Drafts, NodeArray
from backstep_lab.language.expansions import layouts, losses, reductions, windows


class Argument(Enum):
    """How an argument is read."""

    VALUE = "value"  # an array of numbers that are computed
    VALUES = "values"  # several of them
    ARRAYS = "arrays"  # several of them, or one list of them
    NUMBER = "number"  # a whole number, typed
    NUMBERS = "numbers"  # whole numbers: a list, or one after the other
    CLASSES = "classes"  # a whole number or a list of them
    TARGET = "target"  # the same, or an array
    FLAG = "flag"  # True or False


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument of a function. `keyword` ones are given by name alone."""

    name: str
    kind: Argument
    default: int | bool | None = None
    required: bool = False
    keyword: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A function or operator: how it is typed, an example, its formula in LaTeX and the key of what it does.

    `expand` takes drafts and the arguments, and returns an array. It is None for what is no value: a loop.
    """

    name: str
    example: str
    formula: str
    key: str
    expand: Callable[..., NodeArray] | None = None
    parameters: tuple[Parameter, ...] = ()
    aliases: tuple[str, ...] = ()
    is_operator: bool = False


_X = Parameter("x", Argument.VALUE, required=True)
_AXIS = Parameter("axis", Argument.NUMBER)
_LAST_AXIS = Parameter("axis", Argument.NUMBER, -1)
_FIRST_AXIS = Parameter("axis", Argument.NUMBER, 0)
_KEYWORD_AXIS = Parameter("axis", Argument.NUMBER, keyword=True)
_KEEPDIMS = Parameter("keepdims", Argument.FLAG, False)
_SHAPE = Parameter("shape", Argument.NUMBERS, required=True)
_SIZE = Parameter("size", Argument.NUMBER, required=True)
_ARRAYS = Parameter("arrays", Argument.ARRAYS, required=True)
KEYWORDS: Mapping[str, str] = {"dim": "axis", "keepdim": "keepdims"}
"""Other names of parameters."""


def _binary(name: str, sign: str, example: str, formula: str, *aliases: str) -> Entry:
    """An operator, a function of the elements of two arrays."""
    expand = partial(_of_two, name)
    return Entry(sign, example, formula, f"program-does-{name}", expand, (), aliases, is_operator=True)


def _of_two(function: str, drafts: Drafts, left: NodeArray, right: NodeArray) -> NodeArray:
    return elementwise(drafts, function, left, right)


def _unary(name: str, formula: str, *aliases: str) -> Entry:
    """A function of each element of an array."""
    key = f"program-does-{name.replace('_', '-')}"
    return Entry(name, f"y = {name}(x)", formula, key, partial(_of_each, name), (_X,), aliases)


def _of_each(function: str, drafts: Drafts, x: NodeArray) -> NodeArray:
    return elementwise(drafts, function, x)


def _array(
    name: str,
    expand: Callable[..., NodeArray],
    parameters: tuple[Parameter, ...],
    example: str,
    formula: str,
    *aliases: str,
) -> Entry:
    return Entry(
        name, example, formula, f"program-does-{name.replace('_', '-')}", expand, parameters, aliases
    )


_ENTRIES = (
    _binary("add", "+", "q = x + y", "a + b"),
    _binary("subtract", "-", "q = x - y", "a - b", "−"),
    _binary("multiply", "*", "q = 2x + x*y", r"a \cdot b", "·", "×"),
    _binary("divide", "/", "q = x / y", r"\frac{a}{b}", "÷"),
    _binary("power", "**", "q = x^2 + x**y + x³", "a^{b}", "^", "²", "³"),
    Entry("-x", "q = -x", "-a", "program-does-negative", partial(_of_each, "negative"), is_operator=True),
    Entry(
        "@",
        "y = W @ x",
        r"y_i = \sum_j W_{ij} x_j",
        "program-does-matmul",
        partial(windows.matrix_product, "@"),
        is_operator=True,
    ),
    Entry("[ ]", "q = W[0, 1] + x[-1]", "W_{0,1}", "program-does-index", is_operator=True),
    Entry("for", "for t in range(3):", "t = 0, 1, 2", "program-does-for", is_operator=True),
    _unary("exp", "e^{x}"),
    _unary("log", r"\ln x", "ln"),
    _unary("sqrt", r"\sqrt{x}", "√"),
    _unary("sin", r"\sin x"),
    _unary("cos", r"\cos x"),
    _unary("tan", r"\tan x"),
    _unary("tanh", r"\tanh x"),
    _unary("sigmoid", r"\frac{1}{1 + e^{-x}}", "σ", "expit"),
    _unary("relu", r"\max(0, x)"),
    _unary("leaky_relu", r"\max(0.01\,x, x)"),
    _unary("softplus", r"\ln(1 + e^{x})"),
    _unary("gelu", r"x\,\Phi(x)"),
    _unary("silu", r"x\,\sigma(x)", "swish"),
    _unary("elu", r"x \text{ or } e^{x} - 1"),
    _unary("abs", "|x|", "absolute", "fabs"),
    _unary("square", "x^{2}"),
    _unary("stop", "x", "detach", "stop_gradient"),
    _array("power", partial(_of_two, "power"), (_X, Parameter("y", Argument.VALUE, required=True)),
           "q = power(x, 2)", "x^{y}", "pow"),
    _array("max", partial(reductions.extreme, "max"), (Parameter("values", Argument.VALUES, required=True),
           _KEYWORD_AXIS, _KEEPDIMS), "q = max(x, y)", r"\max(a, b, \ldots)", "maximum", "amax"),
    _array("min", partial(reductions.extreme, "min"), (Parameter("values", Argument.VALUES, required=True),
           _KEYWORD_AXIS, _KEEPDIMS), "q = min(x, y)", r"\min(a, b, \ldots)", "minimum", "amin"),
    _array("sum", reductions.total, (_X, _AXIS, _KEEPDIMS), "L = sum(x)", r"\sum_i x_i"),
    _array("mean", reductions.mean, (_X, _AXIS, _KEEPDIMS), "m = mean(x, axis=0)",
           r"\frac{1}{n} \sum_i x_i", "average"),
    _array("var", reductions.variance, (_X, _AXIS, _KEEPDIMS), "v = var(x)",
           r"\frac{1}{n} \sum_i (x_i - \bar{x})^{2}"),
    _array("softmax", reductions.softmax, (_X, _LAST_AXIS), "p = softmax(z)",
           r"\frac{e^{x_i}}{\sum_j e^{x_j}}"),
    _array("log_softmax", reductions.log_softmax, (_X, _LAST_AXIS), "l = log_softmax(z)",
           r"x_i - \ln \sum_j e^{x_j}"),
    _array("logsumexp", reductions.logsumexp, (_X, _LAST_AXIS, _KEEPDIMS), "s = logsumexp(z)",
           r"\ln \sum_j e^{x_j}"),
    _array("cross_entropy", losses.cross_entropy,
           (Parameter("logits", Argument.VALUE, required=True),
            Parameter("target", Argument.TARGET, required=True)),
           "L = cross_entropy(z, 1)", r"-\sum_i t_i \ln p_i"),
    _array("mse", losses.mse,
           (Parameter("prediction", Argument.VALUE, required=True),
            Parameter("target", Argument.VALUE, required=True)),
           "L = mse(y, t)", r"\frac{1}{n} \sum_i (y_i - t_i)^{2}", "mse_loss"),
    _array("dot", partial(windows.matrix_product, "dot"),
           (_X, Parameter("y", Argument.VALUE, required=True)),
           "q = dot(w, x)", r"\sum_i w_i x_i", "matmul", "mm"),
    _array("conv", windows.convolution, (_X, Parameter("kernel", Argument.VALUE, required=True)),
           "y = conv(x, k)", r"y_i = \sum_j x_{i+j} k_j", "conv1d", "conv2d"),
    _array("maxpool", windows.max_pool, (_X, _SIZE), "y = maxpool(x, 2)",
           r"\max_{j \in \text{window}} x_j", "max_pool", "max_pool1d", "max_pool2d"),
    _array("avgpool", windows.avg_pool, (_X, _SIZE), "y = avgpool(x, 2)",
           r"\frac{1}{n} \sum_{j \in \text{window}} x_j", "avg_pool", "avg_pool1d", "avg_pool2d"),
    _array("concat", layouts.concatenate, (_ARRAYS, _FIRST_AXIS), "h = concat([x, y])",
           r"(x_1, \ldots, y_1, \ldots)", "concatenate", "cat"),
    _array("stack", layouts.stack, (_ARRAYS, _FIRST_AXIS), "X = stack([x, y])", "(x, y)"),
    _array("reshape", layouts.reshape, (_X, _SHAPE), "X = reshape(x, [2, 2])", r"x_{i n + j}", "view"),
    _array("transpose", layouts.transpose, (_X,), "B = A.T", r"A^{\mathsf{T}}"),
    _array("onehot", layouts.one_hot, (Parameter("classes", Argument.CLASSES, required=True), _SIZE),
           "t = onehot(1, 3)", "(0, 1, 0)", "one_hot"),
    _array("zeros", partial(layouts.filled, 0.0), (_SHAPE,), "h = zeros(3)", "(0, 0, 0)"),
    _array("ones", partial(layouts.filled, 1.0), (_SHAPE,), "h = ones(2, 2)", r"(1, 1)"),
    _array("array", layouts.given, (_X,), "x = array([1, 2])", "(1, 2)", "tensor", "Value"),
)  # fmt: skip

OPERATORS: Mapping[str, Entry] = {entry.name: entry for entry in _ENTRIES if entry.is_operator}
"""Operators by their sign."""

FUNCTIONS: Mapping[str, Entry] = {
    spelling: entry
    for entry in _ENTRIES
    if not entry.is_operator
    for spelling in (entry.name, *entry.aliases)
}
"""Functions by each of their names."""

LANGUAGE: tuple[Entry, ...] = _ENTRIES
"""All of them, in the order of a list for people."""

PREFIXES = frozenset(("np", "numpy", "torch", "math", "F", "jnp", "nn", "functional", "jax"))
"""What pasted programs put before the names of functions."""
