"""One iteration over one example in 60-digit arithmetic, for networks that are far out on their curves."""

from collections.abc import Callable

from mpmath import mp, mpf

from backstep_lab.engine.network import Shape
from tests.oracle.cases import Array, Draw

mp.dps = 60
COUNT = 160
HIDDEN = ("sigmoid", "tanh", "softplus", "silu", "gelu", "elu")
OUTPUTS = (("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy"))
Numbers = list[mpf]


class Saturated:
    """A network with sums of up to ±700, and its iteration; weights and inputs are multiples of 1/8."""

    def __init__(self, number: int) -> None:
        draw = Draw(10_000 + number)
        last, loss = OUTPUTS[draw.whole(0, 1)]
        n_in, n_hidden, n_out = draw.whole(1, 3), draw.whole(1, 3), draw.whole(1, 3)
        deep = draw.chance(0.6)
        units = (n_hidden, n_out) if deep else (n_out,)
        names = (draw.one_of(list(HIDDEN)), last) if deep else (last,)
        self.shape = Shape(n_in, units, names, loss)
        self.x = eighths(draw, draw.one_of(["2", "10", "40"]), n_in)
        self.W = [
            [eighths(draw, "16" if layer == 0 else "6", m) for _ in range(n)]
            for layer, (m, n) in enumerate(self.shape.pairs)
        ]
        self.b = [eighths(draw, "2", n) for n in units]
        chosen = draw.whole(0, n_out - 1)
        self.y = [float(j == chosen) for j in range(n_out)]


def eighths(draw: Draw, largest: str, count: int) -> list[float]:
    """Multiples of 1/8 up to ± a number."""
    most = 8 * int(largest)
    return [draw.whole(-most, most) / 8 for _ in range(count)]


def sigmoid(z: mpf) -> mpf:
    return 1 / (1 + mp.exp(-z))


def normal(z: mpf) -> mpf:
    return mp.erfc(-z / mp.sqrt(2)) / 2


ACTIVATIONS: dict[str, tuple[Callable[[mpf], mpf], Callable[[mpf], mpf]]] = {
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * sigmoid(-z)),
    "tanh": (mp.tanh, lambda z: 1 / mp.cosh(z) ** 2),
    "softplus": (lambda z: mp.log1p(mp.exp(z)), sigmoid),
    "silu": (lambda z: z * sigmoid(z), lambda z: sigmoid(z) * (1 + z * sigmoid(-z))),
    "gelu": (lambda z: z * normal(z), lambda z: normal(z) + z * mp.npdf(z)),
    "elu": (lambda z: z if z > 0 else mp.expm1(z), lambda z: mpf(1) if z > 0 else mp.exp(z)),
}


def output_of(case: Saturated, z: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """a, the terms of the loss, and δ of the outputs."""
    y, n = [mpf(v) for v in case.y], len(z)
    if case.shape.loss == "binary_cross_entropy":
        pairs = list(zip(z, y, strict=True))
        terms = [t * mp.log1p(mp.exp(-v)) + (1 - t) * mp.log1p(mp.exp(v)) for v, t in pairs]
        delta = [((1 - t) * sigmoid(v) - t * sigmoid(-v)) / n for v, t in pairs]
        return [sigmoid(v) for v in z], terms, delta
    total = mp.fsum(mp.exp(v) for v in z)
    a = [mp.exp(v) / total for v in z]
    others = [mp.fsum(mp.exp(o - v) for k, o in enumerate(z) if k != j) for j, v in enumerate(z)]
    terms = [t * mp.log1p(rest) for t, rest in zip(y, others, strict=True)]
    delta = [mp.fsum(a[j] * y[k] - a[k] * y[j] for k in range(n) if k != j) for j in range(n)]
    return a, terms, delta


def weighted(W: list[list[float]], b: list[float], a: Numbers) -> Numbers:
    """W·a + b."""
    products = ([mpf(w) * v for w, v in zip(row, a, strict=True)] for row in W)
    return [mp.fsum([*row, mpf(bias)]) for row, bias in zip(products, b, strict=True)]


def figures(case: Saturated) -> tuple[dict[str, Numbers], dict[str, Numbers]]:
    """Sums, activations, terms, δ and gradients by name, and what an error of each is relative to.

    That is the number itself, or where numbers are added up that may cancel, their sizes added up.
    """
    a, z = [[mpf(v) for v in case.x]], [weighted(case.W[0], case.b[0], [mpf(v) for v in case.x])]
    is_deep = case.shape.depth == 2
    if is_deep:
        a.append([ACTIVATIONS[case.shape.activations[0]][0](v) for v in z[0]])
        z.append(weighted(case.W[1], case.b[1], a[1]))
    last, terms, delta = output_of(case, z[-1])
    deltas, sizes = [delta], {}
    if is_deep:
        slope, nothing = ACTIVATIONS[case.shape.activations[0]][1], [0.0] * len(z[0])
        slopes = [slope(v) for v in z[0]]
        back = [list(column) for column in zip(*case.W[1], strict=True)]
        deltas.insert(0, times(weighted(back, nothing, delta), slopes))
        size = times(weighted(sized(back), nothing, [abs(d) for d in delta]), [abs(s) for s in slopes])
        sizes = {"delta1": size, "db1": size, "dW1": [one * abs(v) for one in size for v in a[0]]}
        sizes["z2"] = weighted(sized(case.W[1]), [abs(v) for v in case.b[1]], [abs(v) for v in a[1]])
    found = {"terms": terms}
    for layer, (sums, value, d) in enumerate(zip(z, [*a[1:], last], deltas, strict=True), start=1):
        found |= {f"z{layer}": sums, f"a{layer}": value, f"delta{layer}": d, f"db{layer}": d}
        found[f"dW{layer}"] = [one * v for one in d for v in a[layer - 1]]
    own = {name: [abs(value) for value in values] for name, values in found.items()}
    return found, own | sizes


def times(left: Numbers, right: Numbers) -> Numbers:
    """Number by number."""
    return [x * y for x, y in zip(left, right, strict=True)]


def sized(rows: list[list[float]]) -> list[list[float]]:
    """The sizes of numbers."""
    return [[abs(value) for value in row] for row in rows]


def vector(values: Array) -> list[float]:
    """An array as a plain list."""
    return [float(value) for value in values.ravel()]
