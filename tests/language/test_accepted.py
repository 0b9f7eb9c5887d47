"""Every construct of the language, by the value that it must have."""

from math import cos, e, erf, exp, log, pi, sin, sqrt, tan, tanh

import numpy as np
import pytest

from backstep_lab.language.functions import FUNCTIONS, LANGUAGE, Entry
from backstep_lab.language.read import read_graph
from tests.language.evaluation import result, variable

VALUES = {
    "x": 2.0,
    "y": -3.0,
    "z": 0.5,
    "w": 3.0,
    "v": [1.0, 2.0, 3.0],
    "u": [2.0, -1.0, 0.5],
    "X": [[1.0, 2.0], [3.0, 4.0]],
    "Y": [[0.0, 1.0], [1.0, 1.0]],
    "P": [[1.0, 2.0, 0.0], [3.0, 4.0, 1.0]],
}
X, P, V, U = (np.array(VALUES[name]) for name in "XPvu")


def softmax(x: np.ndarray, axis: int = -1) -> np.ndarray:
    powers = np.exp(x)
    return np.asarray(powers / powers.sum(axis, keepdims=True))


SINGLE = [
    ("sum(v)/len(v)", 2),
    ("np.e*x", 2 * e),
    ("x + y", -1),
    ("x - y", 5),
    ("x*y", -6),
    ("x/y", -2 / 3),
    ("x**3", 8),
    ("x^3", 8),
    ("-x", -2),
    ("+x*1", 2),
    ("-x^2", -4),
    ("2^3^2", 512),
    ("x**-1", 0.5),
    ("2x^2", 8),
    ("1/2x", 1),
    ("5x", 10),
    ("2(x+y)", -2),
    ("(x+y)(x-y)", -5),
    ("(x+y)z", -0.5),
    ("v[0]x", 2),
    ("v[1](x)", 4),
    ("3 x", 6),
    ("2e1x", 40),
    ("2exp(z)", 2 * exp(0.5)),
    ("x²", 4),
    ("x³·y", -24),
    ("x⁻¹", 0.5),
    ("x¹⁰", 1024),
    ("x×y÷w", -2),
    ("x−y", 5),
    ("½x", 1),
    ("√w", sqrt(3)),
    ("√(x+x)²", 4),
    ("2√w", 2 * sqrt(3)),
    ("σ(z)", 1 / (1 + exp(-0.5))),
    ("eˣ", e**2),
    ("e^-x", e**-2),
    ("2π", 2 * pi),
    ("x＋（y）＊２", -4),
    ("𝑥·y", -6),
    ("x*\ty", -6),
    ("x\u00a0* y", -6),
    (".5x + 1.", 2),
    ("1e-3*x", 0.002),
    ("exp(x)", exp(2)),
    ("log(x)", log(2)),
    ("ln(x)", log(2)),
    ("sqrt(x)", sqrt(2)),
    ("sin(x)", sin(2)),
    ("cos(x)", cos(2)),
    ("tan(x)", tan(2)),
    ("tanh(x)", tanh(2)),
    ("sigmoid(x)", 1 / (1 + exp(-2))),
    ("relu(y)", 0),
    ("leaky_relu(y)", -0.03),
    ("softplus(x)", log(1 + exp(2))),
    ("gelu(x)", 1 + erf(sqrt(2))),
    ("silu(x)", 2 / (1 + exp(-2))),
    ("elu(y)", exp(-3) - 1),
    ("abs(y)", 3),
    ("square(y)", 9),
    ("stop(x)", 2),
    ("max(x, y, w)", 3),
    ("min(x, y)", -3),
    ("pow(x, 3)", 8),
    ("np.exp(x)", exp(2)),
    ("torch.nn.functional.relu(x)", 2),
    ("math.pi*x", 2 * pi),
    ("F.relu(y)", 0),
    ("jnp.sin(x)", sin(2)),
    ("nn.functional.silu(x)", 2 / (1 + exp(-2))),
    ("(x + y).relu()", 0),
    ("x.pow(2).exp()", exp(4)),
    ("x.detach()", 2),
    ("v[0] + v[-1]", 4),
    ("X[0,1]", 2),
    ("X[1][0]", 3),
    ("P[1,-2]", 4),
    ("[x, y][1]*1", -3),
    ("X.T[0,1]", 3),
    ("v @ u", 1.5),
    ("dot(v, u)", 1.5),
    ("v.dot(u)", 1.5),
    ("sum(v)", 6),
    ("v.sum()", 6),
    ("mean(v)", 2),
    ("max(v)", 3),
    ("min(v)", 1),
    ("var(v)", 2 / 3),
    ("v.mean()", 2),
    ("sum(X)", 10),
    ("logsumexp(v)", log(exp(1) + exp(2) + exp(3))),
    ("cross_entropy(v, 2)", -log(softmax(V)[2])),
    ("cross_entropy(v, onehot(0, 3))", -log(softmax(V)[0])),
    ("cross_entropy(P, [1, 0])", -np.log(softmax(P)[[0, 1], [1, 0]]).mean()),
    ("mse(v, u)", ((V - U) ** 2).mean()),
    ("mse(x, y)", 25),
    ("sum(v, axis=0)", 6),
    ("sum(reshape(v, [3, 1]), 1)[2]*x", 6),
]


@pytest.mark.parametrize(("expression", "value"), SINGLE)
def test_single_numbers(expression: str, value: float) -> None:
    assert result(read_graph(f"L = {expression} + 0", VALUES)) == pytest.approx(value)


ARRAYS = [
    ("v + u", V + U),
    ("v*2", V * 2),
    ("X + v[0:2]", X + V[:2]),
    ("X * [[2], [3]]", X * [[2], [3]]),
    ("X @ Y", X @ np.array(VALUES["Y"])),
    ("X @ v[0:2]", X @ V[:2]),
    ("v[:2] @ X", V[:2] @ X),
    ("X.T", X.T),
    ("P[:, 1]", P[:, 1]),
    ("P[0, 0:2]", P[0, :2]),
    ("P[::-1, 1:]", P[::-1, 1:]),
    ("v[::2]", V[::2]),
    ("P[[1, 0, 1]]", P[[1, 0, 1]]),
    ("P[[1]]", P[[1]]),
    ("v[:, None] * u", V[:, None] * U),
    ("X[None]", X[None]),
    ("softmax(v)", softmax(V)),
    ("softmax(P)", softmax(P)),
    ("softmax(P, axis=0)", softmax(P, 0)),
    ("P.softmax(dim=1)", softmax(P)),
    ("log_softmax(P)", np.log(softmax(P))),
    ("sum(P, axis=1)", P.sum(1)),
    ("sum(P, 0)", P.sum(0)),
    ("mean(P, axis=-1)", P.mean(1)),
    ("max(P, axis=0)", P.max(0)),
    ("P.min(dim=1, keepdim=True)", P.min(1, keepdims=True)),
    ("var(P, axis=1)", P.var(1)),
    ("P - mean(P, axis=1, keepdims=True)", P - P.mean(1, keepdims=True)),
    ("max(v, u)", np.maximum(V, U)),
    ("conv(v, [1, 10])", [21, 32]),
    ("conv(P, X)", [[1 + 4 + 9 + 16, 2 + 12 + 4]]),
    ("maxpool(v, 2)", [2]),
    ("maxpool(P, 2)", [[4]]),
    ("avgpool(P, 2)", [[2.5]]),
    ("avgpool(v, 1)", V),
    ("concat([v, u])", [*V, *U]),
    ("concat(X, X, axis=1)", np.hstack([X, X])),
    ("stack([v, u])", np.stack([V, U])),
    ("stack([v, u], 1)", np.stack([V, U], 1)),
    ("reshape(P, [3, 2])", P.reshape(3, 2)),
    ("P.reshape(-1)", P.ravel()),
    ("reshape(P, 2, -1, 1)", P.reshape(2, 3, 1)),
    ("onehot(1, 3)", [0, 1, 0]),
    ("onehot([1, 0], 2)", [[0, 1], [1, 0]]),
    ("zeros(2)", [0, 0]),
    ("ones(2, 1)", [[1], [1]]),
    ("ones([1, 2])", [[1, 1]]),
    ("relu(X - 2)", [[0, 0], [1, 2]]),
    ("[x, 2y]", [2, -6]),
    ("[[x], [y]]", [[2], [-3]]),
    ("transpose(P)", P.T),
    ("P^T", P.T),
    ("Pᵀ", P.T),
    ("logsumexp(P, axis=1)", np.log(np.exp(P).sum(1))),
    ("(X\n  + X)", X + X),
    ("array([x, y])", [2, -3]),
]


@pytest.mark.parametrize(("expression", "value"), ARRAYS)
def test_arrays(expression: str, value: np.ndarray) -> None:
    graph = read_graph(f"A = {expression}\nL = sum(A) + x*x", VALUES)
    expected = np.array(value, dtype=float)
    (found,) = [one for one in graph.variables if one.ref == "A"]
    assert found.shape == expected.shape
    assert variable(graph, "A") == pytest.approx(expected.ravel().tolist())


PROGRAMS = [
    ("a = x*y; b = a + 1\nL = b # the end", -5),
    ("x*y", -6),
    ("a = x*y\na", -6),
    ("a = x*y\nL = a*a\nc = a*L", 36),
    ("a = x*y\nloss = a*a\nc = a*2", 36),
    ("a, b = 3, 4\na, b = b, a\nL = a - b", 1),
    ("d = x\nd += 3*d\nd *= 2\nd -= 1\nd /= 3\nd **= 2\nL = d", 25),
    ("for t in range(3):\n    h[t] = v[t]*x\nL = sum(h)", 12),
    ("for t in range(1, 3): s[t-1] = v[t]; q = v[t]*x\nL = q + s[0]", 8),
    ("for t in range(2, -1, -1):\n\th[t] = v[t]*t\nL = sum(h)", 8),
    ("h0 = 0\nh[0] = x*h0 + v[0]\nfor t in range(1, 3):\n  h[t] = x*h[t-1] + v[t]\nL = h[2]", 11),
    ("h[-1] = 1\nfor t in range(3):\n  h[t] = x*h[t-1] + v[t]\nL = h[2]", 19),
    ("h[-1] = 0\nfor t in range(2):\n  h[t] = v*x + h[t-1]\nL = sum(h)", 36),
    ("h = 0\nfor t in range(3):\n  h = x*h + v[t]\nL = h", 11),
    ("h = zeros(3)\nfor t in range(3):\n  h[t] = x*h[t-1] + v[t]\nL = h[-1]", 11),
    ("for i in range(2):\n  for j in range(2):\n    H[i, j] = X[i,j]*x\nL = sum(H[1])", 14),
    ("for i in range(2):\n  H[i] = X[i]*x\nL = sum(H[:, 1]) + H[0, 0]", 14),
    (
        "for i in range(len(v)):\n  s = 0\n  for j in range(i + 1):\n    s += v[j]\n  c[i] = s\nL = sum(c)*1",
        10,
    ),
    ("q = v*x\nq[0] = 100\nL = sum(q)", 110),
    ("W = [[1, 2],\n     [3, 4]]\nL = sum(W @ [1, 1])", 10),
    ("    a = x*y\n    L = a + 1", -5),
    ("a = x*y\r\nL = a + 1\r", -5),
    ("lambda = 2\nmean = x*y\nL = lambda*mean(v) + mean", -2),
    ("e = 3\nL = e^x", 9),
    ("θ = 2\nL = θ·x", 4),
    ("a = Value(-4.0)\nb = torch.tensor([1, 2])\nL = a*sum(b)", -12),
]


@pytest.mark.parametrize(("program", "value"), PROGRAMS)
def test_programs(program: str, value: float) -> None:
    assert result(read_graph(program, VALUES)) == pytest.approx(value)


FIGURES = [
    ("(x+y)z", {"x": -2, "y": 5, "z": -4}, -12),
    ("2(x*y+max(z,w))", {"x": 3, "y": -4, "z": 2, "w": -1}, -20),
    ("1/(1+exp(−(w0*x0+w1*x1+w2)))", {"w0": 2, "w1": -3, "w2": -3, "x0": -1, "x1": -2}, 0.7310585786),
    ("(x+σ(y))/(σ(x)+(x+y)²)", {"x": 3, "y": -4}, 1.5456448841066441),
    ("(a+b)(b+1)", {"a": 2, "b": 1}, 6),
    ("(x+y)max(y,z)", {"x": 1, "y": 2, "z": 0}, 6),
    ("ln(x1)+x1·x2−sin(x2)", {"x1": 2, "x2": 5}, 11.652071455223084),
    ("(a*b+c)f", {"a": 2, "b": -3, "c": 10, "f": -2}, -8),
    ("(apple·n+orange·m)·tax", {"apple": 100, "n": 2, "orange": 150, "m": 3, "tax": 1.1}, 715),
    ("½(w*x+b−y)²", {"w": 2, "x": -2, "b": 8, "y": 2}, 2),
    ("½(relu(w2·relu(w1*x+b1)+b2)−y)²", {"w1": 2, "b1": 0, "w2": 3, "b2": 1, "x": 1, "y": 5}, 2),
    ("log(eˣ+5)", {"x": 5}, 5.033134668191276),
    ("x**y", {"x": 2, "y": 3}, 8),
    (
        "a = Value(-4.0)\nb = Value(2.0)\nc = a + b\nd = a * b + b**3\nc += c + 1\nc += 1 + c + (-a)\n"
        "d += d * 2 + (b + a).relu()\nd += 3 * d + (b - a).relu()\n"
        "e = c - d\nf = e**2\ng = f / 2.0\ng += 10.0 / f",
        {},
        24.70408163265306,
    ),
    (
        "y = conv(x, w) + b\nL = ½ sum((y - t)²)",
        {"x": [1, 0, 2, -1, 3], "w": [0.5, -1, 0.25], "b": 0.1, "t": [1, 0, 1]},
        4.0275,
    ),
    ("L = conv(x, W)[2, 1]", {"x": np.arange(16).reshape(4, 4).tolist(), "W": [[1, 2], [3, 4]]}, 124),
    (
        "h = 0\nL = 0\nfor t in range(2):\n  h = tanh(Wx*x[t] + Wh*h + b)\n  L += ½(h - y[t])²\n",
        {"Wx": 0.5, "Wh": 0.7, "b": 0.1, "x": [1, 2], "y": [0.5, 1]},
        0.0056162293,
    ),
    (
        "Q = X @ Wq\nK = X @ Wk\nV = X @ Wv\nA = softmax(Q @ K.T / √2)\nO = A @ V\nL = ½ sum((O - t)²)",
        {
            "X": [[1, 0], [0, 1]],
            "Wq": [[1, 0], [0, 1]],
            "Wk": [[1, 0], [0, 1]],
            "Wv": [[1, 2], [3, 4]],
            "t": [[1, 2], [3, 4]],
        },
        0.8724594744,
    ),
    (
        "μ = mean(x)\nv = mean((x - μ)²)\ny = γ*(x - μ)/√v + β\nL = y @ [1, 0, -1, .5]",
        {"x": [1, 2, 3, 6], "γ": 2, "β": 1},
        -0.03452248382484857,
    ),
    ("L = sum(E[[1,0,1]] * [[.1, .2], [.3, .4], [.5, .6]])", {"E": [[1, 2], [3, 4], [5, 6]]}, 6.1),
    ("y = x * [1, 0, 1, 0] / .5\nL = y @ [.1, .2, .3, .4]", {"x": [1, 2, 3, 4]}, 2.0),
]


@pytest.mark.parametrize(("program", "values", "value"), FIGURES)
def test_published_figures(program: str, values: dict[str, object], value: float) -> None:
    assert result(read_graph(program, values)) == pytest.approx(value, rel=1e-8)


LSTM = """
for t in range(2):
  a = tanh(Wa @ x[t] + Ua*h[t-1] + ba)
  i = sigmoid(Wi @ x[t] + Ui*h[t-1] + bi)
  f = sigmoid(Wf @ x[t] + Uf*h[t-1] + bf)
  o = sigmoid(Wo @ x[t] + Uo*h[t-1] + bo)
  c[t] = a*i + f*c[t-1]
  h[t] = tanh(c[t])*o
L = ½ sum((h - y)²)
"""


def test_the_published_lstm() -> None:
    values = {
        "Wa": [0.45, 0.25],
        "Ua": 0.15,
        "ba": 0.2,
        "Wi": [0.95, 0.8],
        "Ui": 0.8,
        "bi": 0.65,
        "Wf": [0.7, 0.45],
        "Uf": 0.1,
        "bf": 0.15,
        "Wo": [0.6, 0.4],
        "Uo": 0.25,
        "bo": 0.1,
        "x": [[1, 2], [0.5, 3]],
        "y": [0.5, 1.25],
    }
    graph = read_graph(f"h[-1] = 0\nc[-1] = 0{LSTM}", values)
    assert variable(graph, "h") == pytest.approx([0.53631, 0.77198], abs=5e-6)
    assert variable(graph, "c") == pytest.approx([0.78573, 1.51763], abs=5e-6)


@pytest.mark.parametrize("entry", LANGUAGE, ids=lambda entry: entry.name)
def test_the_example_of_every_entry_is_a_program(entry: Entry) -> None:
    example = entry.example
    values = {
        "x": [0.5, 2.0],
        "y": [1.5, -2.0],
        "z": [0.1, 0.2],
        "t": [1.0, 0.0],
        "w": [1.0, 3.0],
        "k": [2.0],
    }
    matrices = {"W": [[1.0, 2.0], [3.0, 4.0]], "A": [[1.0, 2.0], [3.0, 4.0]]}
    values |= {"x": [0.5, 2.0, 1.0, 3.0]} if "reshape" in example else {}
    body = f"{example}\n  q = x" if example.endswith(":") else example
    name = "q" if example.endswith(":") else example.partition(" = ")[0]
    graph = read_graph(f"{body}\nsum_ = sum({name}) + w[0]*w[1]", {**values, **matrices}, "sum_")
    assert graph.operations


def test_every_spelling_of_a_function_leads_to_one_entry() -> None:
    assert {FUNCTIONS[name].name for name in ("ln", "σ", "pow", "matmul", "cat", "detach")} == {
        *("log", "sigmoid", "power", "dot", "concat", "stop"),
    }
