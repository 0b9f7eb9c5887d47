"""Random programs of the language, each with the same computation in PyTorch: both grow from one tree.

Whatever leaves a moderate range is drawn anew, so that both compute with well-conditioned numbers.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import torch  # type: ignore[import-not-found,unused-ignore]
from torch.nn import functional as F  # type: ignore[import-not-found,unused-ignore]  # noqa: N812

Tensor = Any
Env = dict[str, Any]
Shape = tuple[int, ...]
LARGEST = 20.0  # absolute value that an expression may have
COUNT = 500


@dataclass(frozen=True)
class Tree:
    """An expression: its text, and its value in PyTorch given the names' values."""

    text: str
    value: Callable[[Env], Tensor]
    shape: Shape


UNARY: dict[str, tuple[str, Callable[[Tensor], Tensor]]] = {
    "exp": ("exp(tanh({}))", lambda x: torch.exp(torch.tanh(x))),
    "log": ("log(1.5 + sin({}))", lambda x: torch.log(1.5 + torch.sin(x))),
    "sqrt": ("sqrt(1.25 + cos({}))", lambda x: torch.sqrt(1.25 + torch.cos(x))),
    "sin": ("sin({})", torch.sin),
    "cos": ("np.cos({})", torch.cos),
    "tan": ("tan(0.5*tanh({}))", lambda x: torch.tan(0.5 * torch.tanh(x))),
    "tanh": ("torch.tanh({})", torch.tanh),
    "sigmoid": ("σ({})", torch.sigmoid),
    "relu": ("F.relu({})", torch.relu),
    "leaky_relu": ("leaky_relu({})", F.leaky_relu),
    "softplus": ("softplus({})", lambda x: -F.logsigmoid(-x)),
    "gelu": ("gelu({})", F.gelu),
    "silu": ("silu({})", F.silu),
    "elu": ("elu({})", F.elu),
    "abs": ("abs({})", torch.abs),
    "square": ("square(0.5*({}))", lambda x: torch.square(0.5 * x)),
    "minus": ("(-({}))", lambda x: -x),
    "cube": ("(0.5*({}))³", lambda x: (0.5 * x) ** 3),
    "stop": ("stop({})", lambda x: x.detach()),
    "times": ("2({})", lambda x: 2 * x),
}
BINARY: dict[str, tuple[str, Callable[[Tensor, Tensor], Tensor]]] = {
    "add": ("({} + {})", lambda x, y: x + y),
    "subtract": ("({} - {})", lambda x, y: x - y),
    "multiply": ("({}*{})", lambda x, y: x * y),
    "divide": ("({}/(2 + sin({})))", lambda x, y: x / (2 + torch.sin(y))),
    "power": ("(1.5 + cos({}))**tanh({})", lambda x, y: (1.5 + torch.cos(x)) ** torch.tanh(y)),
    "maximum": ("maximum({}, {})", torch.maximum),
    "minimum": ("min({}, {})", torch.minimum),
}


def _reduced(name: str, axis: int | None, keep: bool, x: Tensor) -> Tensor:
    if name == "sum":
        return torch.sum(x) if axis is None else torch.sum(x, axis, keepdim=keep)
    if name == "mean":
        return torch.mean(x) if axis is None else torch.mean(x, axis, keepdim=keep)
    if name == "var":
        return (
            torch.var(x, unbiased=False) if axis is None else torch.var(x, axis, unbiased=False, keepdim=keep)
        )
    if axis is None:
        return torch.amax(x) if name == "max" else torch.amin(x)
    return (torch.amax if name == "max" else torch.amin)(x, axis, keepdim=keep)


@dataclass
class Program:
    """A program: lines, steps that compute the same in PyTorch, first values of the leaves."""

    lines: list[str] = field(default_factory=list)
    steps: list[Callable[[Env], None]] = field(default_factory=list)
    leaves: dict[str, Any] = field(default_factory=dict)
    used: Counter[str] = field(default_factory=Counter)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def run(self) -> tuple[Env, dict[str, Tensor]]:
        """The names' values, and the gradients of the last one by each leaf."""
        given = {
            name: torch.tensor(value, dtype=torch.float64, requires_grad=True)
            for name, value in self.leaves.items()
        }
        env: Env = dict(given)
        for step in self.steps:
            step(env)
        found = torch.autograd.grad(env["L"], list(given.values()), allow_unused=True)
        return env, {
            name: torch.zeros_like(leaf) if gradient is None else gradient
            for (name, leaf), gradient in zip(given.items(), found, strict=True)
        }


class Maker:
    """Draws a program: leaves, then some statements, then a line that reads everything once."""

    def __init__(self, seed: int) -> None:
        self.draw = Random(seed)
        self.program = Program()
        self.env: Env = {}
        self.shapes: dict[str, Shape] = {}
        self.counter = ""

    def made(self) -> Program:
        for _ in range(self.draw.randint(3, 5)):
            self._leaf()
        kinds = [
            self._assign,
            self._assign,
            self._assign,
            self._again,
            self._loop,
            self._sum_loop,
            self._section,
        ]
        for _ in range(self.draw.randint(2, 6)):
            self.draw.choice(kinds)()
        self._last()
        return self.program

    # statements

    def _leaf(self) -> None:
        name = f"{self.draw.choice('wxbyk')}{len(self.program.leaves)}"
        shape = self.draw.choice([(), (), (2,), (3,), (4,), (2, 2), (3, 2), (2, 3), (4, 4)])
        numbers = self._numbers(shape)
        self.program.leaves[name] = numbers
        self.program.lines.append(f"{name} = {numbers}")
        self.env[name] = torch.tensor(numbers, dtype=torch.float64)
        self.shapes[name] = shape

    def _numbers(self, shape: Shape) -> Any:
        if not shape:
            return round(self.draw.uniform(-2, 2), 3)
        return [self._numbers(shape[1:]) for _ in range(shape[0])]

    def _assign(self) -> None:
        self._store(f"v{len(self.program.lines)}", self.tree(3))

    def _again(self) -> None:
        """Another value of a name that has one: `v = …` or `v += …`."""
        name = self.draw.choice(list(self.shapes))
        if self.draw.random() < 0.5 and name not in self.program.leaves:
            self._store(name, self.tree(2))
            self.program.used["assigned again"] += 1
            return
        right = self._fitting(self.shapes[name], 2)
        sign, function = self.draw.choice([("+=", torch.add), ("-=", torch.sub), ("*=", torch.mul)])
        value = lambda env: function(env[name], right.value(env))  # noqa: E731
        self._store(name, Tree(right.text, value, self.shapes[name]), sign)
        self.program.used["changed"] += 1

    def _store(self, name: str, tree: Tree, sign: str = "=") -> None:
        value = tree.value(self.env)
        if not (torch.isfinite(value).all() and value.abs().max() < LARGEST):
            return
        self.program.lines.append(f"{name} {sign} {tree.text}")
        self._step(lambda env: env.__setitem__(name, tree.value(env)))
        self.shapes[name] = tree.shape

    def _step(self, step: Callable[[Env], None]) -> None:
        self.program.steps.append(step)
        step(self.env)

    def _loop(self) -> None:
        """A recurrence over elements of a name: `h[t] = … h[t-1] …`."""
        name, count = f"h{len(self.program.lines)}", self.draw.randint(2, 4)
        start = self.tree(1)
        before, self.counter = Tree("BEFORE", lambda env: env["BEFORE"], start.shape), "t"
        inner = self._fitting(start.shape, 2)
        self.counter = ""
        body = f"tanh(0.5*{name}[t-1] + {inner.text})"

        def step(env: Env) -> None:
            env["BEFORE"] = start.value(env)
            passes = []
            for t in range(count):
                env["t"] = t
                env["BEFORE"] = torch.tanh(0.5 * before.value(env) + inner.value(env))
                passes.append(env["BEFORE"])
            env[name] = torch.stack(passes)

        self.program.lines += [
            f"{name}[-1] = {start.text}",
            f"for t in range({count}):",
            f"    {name}[t] = {body}",
        ]
        self._step(step)
        self.shapes[name] = (count, *start.shape)
        self.program.used["recurrence"] += 1

    def _sum_loop(self) -> None:
        """A loop that gives a name several values."""
        name, count = f"s{len(self.program.lines)}", self.draw.randint(1, 4)
        start, self.counter = self.tree(1), "i"
        inner = self._fitting(start.shape, 2)
        self.counter = ""

        def step(env: Env) -> None:
            total = start.value(env)
            for i in range(1, count + 1):
                env["i"] = i
                total = torch.sin(total + i * inner.value(env))
            env[name] = total

        self.program.lines += [
            f"{name} = {start.text} + 0",
            f"for i in range(1, {count + 1}):",
            f"    {name} = sin({name} + i*{inner.text})",
        ]
        self._step(step)
        self.shapes[name] = start.shape
        self.program.used["loop"] += 1

    def _section(self) -> None:
        self.program.lines.append(f"## Part {len(self.program.lines)}")
        self.program.used["section"] += 1

    def _last(self) -> None:
        names = list(self.shapes)
        terms = [f"sum({name})" if self.shapes[name] else name for name in names]
        self.program.lines.append(f"L = tanh(0.05*({' + '.join(terms)}))")
        self.program.steps.append(
            lambda env: env.__setitem__("L", torch.tanh(0.05 * sum(env[name].sum() for name in names)))
        )

    # expressions

    def tree(self, depth: int) -> Tree:
        """An expression of any shape."""
        if depth == 0:
            return self._name()
        drawn = self.draw.choice(
            [self._unary, self._unary, self._binary, self._binary, self._reduction, self._array, self._array,
             self._index, self._many]
        )(depth - 1)  # fmt: skip
        return drawn or self._unary(depth - 1)

    def _count(self, name: str, tree: Tree) -> Tree:
        self.program.used[name] += 1
        return tree

    def _name(self) -> Tree:
        name = self.draw.choice(list(self.shapes))
        return Tree(name, lambda env: env[name], self.shapes[name])

    def _fitting(self, shape: Shape, depth: int) -> Tree:
        """An expression that is stretched to this shape, or reduced to one number."""
        drawn = self.tree(depth)
        try:
            if torch.broadcast_shapes(drawn.shape, shape) == shape:
                return drawn
        except RuntimeError:
            pass
        return Tree(f"mean({drawn.text})", lambda env: torch.mean(drawn.value(env)), ())

    def _unary(self, depth: int) -> Tree:
        inner, name = self.tree(depth), self.draw.choice(list(UNARY))
        text, function = UNARY[name]
        return self._count(
            name, Tree(text.format(inner.text), lambda env: function(inner.value(env)), inner.shape)
        )

    def _binary(self, depth: int) -> Tree:
        left = self.tree(depth)
        right, name = self._fitting(left.shape, depth), self.draw.choice(list(BINARY))
        text, function = BINARY[name]
        if right.shape != left.shape and name not in ("maximum", "minimum"):
            self.program.used["broadcasting"] += 1
        value = lambda env: function(*torch.broadcast_tensors(left.value(env), right.value(env)))  # noqa: E731
        return self._count(name, Tree(text.format(left.text, right.text), value, left.shape))

    def _many(self, depth: int) -> Tree:
        """A function of three numbers, or a counter and typed numbers."""
        if self.counter and self.draw.random() < 0.5:
            name = self.counter
            return self._count(
                "counter",
                Tree(
                    f"(0.5*{name} + 1)",
                    lambda env: torch.tensor(0.5 * env[name] + 1, dtype=torch.float64),
                    (),
                ),
            )
        parts = [self._scalar(depth) for _ in range(3)]
        name = self.draw.choice(["max", "min", "sum"])
        inside = ", ".join(part.text for part in parts)
        text = f"sum([{inside}])" if name == "sum" else f"{name}({inside})"
        value = lambda env: _reduced(name, None, False, torch.stack([p.value(env) for p in parts]))  # noqa: E731
        return self._count(f"{name} of three", Tree(text, value, ()))

    def _scalar(self, depth: int) -> Tree:
        drawn = self.tree(depth)
        return Tree(f"sum({drawn.text})", lambda env: drawn.value(env).sum(), ()) if drawn.shape else drawn

    def _reduction(self, depth: int) -> Tree | None:
        inner = self.tree(depth)
        if not inner.shape:
            return None
        name = self.draw.choice(["sum", "mean", "max", "min", "var"])
        axis = self.draw.choice([None, *range(-len(inner.shape), len(inner.shape))])
        keep = axis is not None and self.draw.random() < 0.4
        more = "" if axis is None else f", axis={axis}" + (", keepdims=True" if keep else "")
        shape = _reduced(name, axis, keep, torch.zeros(inner.shape)).shape
        value = lambda env: _reduced(name, axis, keep, inner.value(env))  # noqa: E731
        kind = name if axis is None else f"{name} along an axis"
        return self._count(kind, Tree(f"{name}({inner.text}{more})", value, tuple(shape)))

    def _index(self, depth: int) -> Tree | None:
        inner = self.tree(depth)
        if not inner.shape:
            return None
        parts: list[Any] = []
        texts: list[str] = []
        for size in inner.shape[: self.draw.randint(1, len(inner.shape))]:
            kind = self.draw.choice(["number", "number", "negative", "range", "open"])
            at = self.draw.randrange(size)
            part, text = {
                "number": (at, f"{at}"),
                "negative": (at - size, f"{at - size}"),
                "range": (slice(at, at + 2), f"{at}:{at + 2}"),
                "open": (slice(None, at + 1), f":{at + 1}"),
            }[kind]
            parts.append(part)
            texts.append(text)
        if self.draw.random() < 0.2:
            parts, texts = [[0, inner.shape[0] - 1, 0]], [f"[0, {inner.shape[0] - 1}, 0]"]
        shape = tuple(torch.zeros(inner.shape)[tuple(parts)].shape)
        text = f"({inner.text})[{', '.join(texts)}]"
        return self._count("index", Tree(text, lambda env: inner.value(env)[tuple(parts)], shape))

    def _array(self, depth: int) -> Tree | None:
        """A function of arrays that fits what is drawn; None where none does."""
        inner = self.tree(depth)
        fitting = [make for make in ARRAYS if make.axes is None or len(inner.shape) in make.axes]
        if not fitting or not inner.shape:
            return None
        make = self.draw.choice(fitting)
        drawn = make.draw(self, inner)
        return None if drawn is None else self._count(make.name, drawn)


@dataclass(frozen=True)
class ArrayFunction:
    """How an expression of a function is drawn around an array; `axes` are the numbers of axes it takes."""

    name: str
    axes: tuple[int, ...] | None
    draw: Callable[[Maker, Tree], Tree | None]


def _simple(name: str, text: str, function: Callable[[Tensor], Tensor], *axes: int) -> ArrayFunction:
    def draw(maker: Maker, x: Tree) -> Tree:
        shape = tuple(function(torch.zeros(x.shape, dtype=torch.float64)).shape)
        return Tree(text.format(x.text), lambda env: function(x.value(env)), shape)

    return ArrayFunction(name, axes or None, draw)


def _lanes(name: str, function: Callable[[Tensor, int], Tensor]) -> ArrayFunction:
    def draw(maker: Maker, x: Tree) -> Tree:
        axis = maker.draw.randrange(len(x.shape))
        shape = tuple(function(torch.zeros(x.shape), axis).shape)
        return Tree(f"{name}({x.text}, axis={axis})", lambda env: function(x.value(env), axis), shape)

    return ArrayFunction(name, None, draw)


def _product(maker: Maker, x: Tree) -> Tree | None:
    """x @ y, @ z or dot, with a name whose first axis fits."""
    fitting = [
        name for name, shape in maker.shapes.items() if shape and shape[0] == x.shape[-1] and len(shape) < 3
    ]
    if not fitting:
        return None
    name = maker.draw.choice(fitting)
    shape = tuple((torch.zeros(x.shape) @ torch.zeros(maker.shapes[name])).shape)
    text = maker.draw.choice(["({} @ {})", "dot({}, {})"]).format(x.text, name)
    return Tree(text, lambda env: x.value(env) @ env[name], shape)


def _conv(maker: Maker, x: Tree) -> Tree | None:
    fitting = [
        name
        for name, shape in maker.shapes.items()
        if len(shape) == len(x.shape) and all(k <= n for k, n in zip(shape, x.shape, strict=True))
    ]
    if not fitting:
        return None
    kernel = maker.draw.choice(fitting)
    slide = F.conv1d if len(x.shape) == 1 else F.conv2d

    def value(env: Env) -> Tensor:
        return slide(x.value(env)[None, None], env[kernel][None, None])[0, 0]

    shape = tuple(n - k + 1 for k, n in zip(maker.shapes[kernel], x.shape, strict=True))
    return Tree(f"conv({x.text}, {kernel})", value, shape)


def _pool(name: str, one: Callable[..., Tensor], two: Callable[..., Tensor]) -> ArrayFunction:
    def draw(maker: Maker, x: Tree) -> Tree:
        size = maker.draw.randint(1, min(x.shape))
        function = one if len(x.shape) == 1 else two
        shape = tuple(n // size for n in x.shape)
        return Tree(f"{name}({x.text}, {size})", lambda env: function(x.value(env)[None], size)[0], shape)

    return ArrayFunction(name, (1, 2), draw)


def _cross_entropy(maker: Maker, x: Tree) -> Tree:
    count = x.shape[-1]
    rows = 1 if len(x.shape) == 1 else x.shape[0]
    if maker.draw.random() < 0.5:
        classes: Any = [maker.draw.randrange(count) for _ in range(rows)]
        text = f"{classes[0]}" if len(x.shape) == 1 else f"{classes}"
        target = torch.tensor(classes[0] if len(x.shape) == 1 else classes)
    else:
        weights = maker._numbers(x.shape)
        text, target = f"{weights}", torch.tensor(weights, dtype=torch.float64)
    return Tree(f"cross_entropy({x.text}, {text})", lambda env: F.cross_entropy(x.value(env), target), ())


def _reshape(maker: Maker, x: Tree) -> Tree:
    size = torch.zeros(x.shape).numel()
    shape = maker.draw.choice([(n, size // n) for n in range(1, size + 1) if size % n == 0])
    return Tree(f"reshape({x.text}, [{shape[0]}, -1])", lambda env: x.value(env).reshape(shape), shape)


def _joined(name: str, function: Callable[[Sequence[Tensor], int], Tensor]) -> ArrayFunction:
    def draw(maker: Maker, x: Tree) -> Tree:
        axis = maker.draw.randrange(len(x.shape))
        other = (
            f"ones({', '.join(map(str, x.shape))})"
            if maker.draw.random() < 0.5
            else f"zeros({list(x.shape)})"
        )
        filled = torch.ones if other.startswith("ones") else torch.zeros
        constant = filled(x.shape, dtype=torch.float64)
        value = lambda env: function([x.value(env), constant, x.value(env)], axis)  # noqa: E731
        shape = tuple(function([constant] * 3, axis).shape)
        return Tree(f"{name}([{x.text}, {other}, {x.text}], axis={axis})", value, shape)

    return ArrayFunction(name, (1, 2), draw)


def _mse(maker: Maker, x: Tree) -> Tree:
    target = maker._numbers(x.shape)
    tensor = torch.tensor(target, dtype=torch.float64)
    return Tree(f"mse({x.text}, {target})", lambda env: F.mse_loss(x.value(env), tensor), ())


def _one_hot(maker: Maker, x: Tree) -> Tree:
    count, at = x.shape[-1], maker.draw.randrange(x.shape[-1])
    chosen = torch.eye(count, dtype=torch.float64)[at]
    return Tree(f"({x.text}*onehot({at}, {count}))", lambda env: x.value(env) * chosen, x.shape)


ARRAYS = (
    _lanes("softmax", lambda x, axis: torch.softmax(x, axis)),
    _lanes("log_softmax", lambda x, axis: torch.log_softmax(x, axis)),
    _lanes("logsumexp", lambda x, axis: torch.logsumexp(x, axis)),
    ArrayFunction("product", (1, 2), _product),
    ArrayFunction("product", (1, 2), _product),
    ArrayFunction("conv", (1, 2), _conv),
    ArrayFunction("conv", (1, 2), _conv),
    _pool("maxpool", F.max_pool1d, F.max_pool2d),
    _pool("avgpool", F.avg_pool1d, F.avg_pool2d),
    ArrayFunction("cross_entropy", (1, 2), _cross_entropy),
    ArrayFunction("mse", None, _mse),
    ArrayFunction("reshape", None, _reshape),
    ArrayFunction("onehot", None, _one_hot),
    _joined("concat", lambda parts, axis: torch.cat(list(parts), axis)),
    _joined("stack", lambda parts, axis: torch.stack(list(parts), axis)),
    _simple("transposed", "({}).T", lambda x: x.permute(*reversed(range(x.ndim)))),
    _simple("new axis", "({})[None]", lambda x: x[None], 1),
)


def program(seed: int) -> Program:
    """One of the random programs."""
    return Maker(seed).made()
