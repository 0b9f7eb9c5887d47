"""Figures that are known from elsewhere, as programs with their printed digits.

Sources: Stanford CS231n (backprop notes), Karpathy's micrograd, Olah (Calculus on computational graphs),
Baydin et al. 2018 (automatic differentiation), Saitoh (Deep Learning from Scratch), Gomez 2016 (an LSTM by
hand), Ioffe & Szegedy 2015, Vaswani et al. 2017; all recomputed in float64.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Figure:
    """A program, and numbers of its first iteration as they are printed, by ref; `train` as in its spec.

    `gradients` are those of the target, by the leaf's ref.
    """

    program: str
    printed: dict[str, str] = field(default_factory=dict)
    gradients: dict[str, str] = field(default_factory=dict)
    train: list[str] | None = None
    training: dict[str, Any] = field(default_factory=dict)


def rows(name: str, *texts: str) -> dict[str, str]:
    """The elements of a vector, or of a matrix with a row in each text."""
    if len(texts) == 1:
        return {f"{name}[{i}]": text for i, text in enumerate(texts[0].split())}
    return {f"{name}[{i},{j}]": text for i, row in enumerate(texts) for j, text in enumerate(row.split())}


def simple(program: str, result: str, **gradients: str) -> Figure:
    """A program whose target is L."""
    return Figure(program, {"L": result}, gradients)


MICROGRAD = """a = Value(-4.0)
b = Value(2.0)
c = a + b
d = a * b + b**3
c += c + 1
c += 1 + c + (-a)
d += d * 2 + (b + a).relu()
d += 3 * d + (b - a).relu()
e = c - d
f = e**2
g = f / 2.0
g += 10.0 / f"""

LSTM = """x = [[1, 2], [0.5, 3]]
y = [0.5, 1.25]
Wa = [0.45, 0.25]
Ua = 0.15
ba = 0.2
Wi = [0.95, 0.8]
Ui = 0.8
bi = 0.65
Wf = [0.7, 0.45]
Uf = 0.1
bf = 0.15
Wo = [0.6, 0.4]
Uo = 0.25
bo = 0.1
h[-1] = 0
c[-1] = 0
for t in range(2):
    a[t] = tanh(Wa @ x[t] + Ua*h[t-1] + ba)
    i[t] = sigmoid(Wi @ x[t] + Ui*h[t-1] + bi)
    f[t] = sigmoid(Wf @ x[t] + Uf*h[t-1] + bf)
    o[t] = sigmoid(Wo @ x[t] + Uo*h[t-1] + bo)
    c[t] = a[t]*i[t] + f[t]*c[t-1]
    h[t] = tanh(c[t])*o[t]
L = sum((h - y)**2)/2"""

FIGURES: dict[str, Figure] = {
    "CS231n: (x + y)z": simple("x = -2\ny = 5\nz = -4\nL = (x + y)z", "-12", x="-4", y="-4", z="3"),
    "CS231n: 2(xy + max(z, w))": simple(
        "x = 3\ny = -4\nz = 2\nw = -1\nL = 2(x*y + max(z, w))", "-20", x="-8", y="6", z="2", w="0"
    ),
    "CS231n: a neuron": Figure(
        "w = [2, -3, -3]\nx = [-1, -2]\nL = 1/(1 + exp(-(w[0]x[0] + w[1]x[1] + w[2])))",
        {"L": ".7310585786"},
        rows("w", "-.1966119332 -.3932238665 .1966119332") | rows("x", ".3932238665 -.5898357997"),
    ),
    "CS231n: a staged computation": simple(
        "x = 3\ny = -4\nL = (x + σ(y))/(σ(x) + (x + y)²)",
        "1.5456448841066441",
        x="2.0595697955721652",
        y="1.5922327514838093",
    ),
    "Olah": simple("a = 2\nb = 1\nL = (a + b)(b + 1)", "6", a="2", b="5"),
    "(x + y)max(y, z)": simple("x = 1\ny = 2\nz = 0\nL = (x + y)*max(y, z)", "6", x="2", y="5", z="0"),
    "Baydin": simple(
        "x1 = 2\nx2 = 5\nL = ln(x1) + x1*x2 - sin(x2)",
        "11.652071455223084",
        x1="5.5",
        x2="1.7163378145367738",
    ),
    "micrograd: (ab + c)f": simple(
        "a = 2\nb = -3\nc = 10\nf = -2\nL = (a*b + c)*f", "-8", a="6", b="-4", c="-2", f="4"
    ),
    "Saitoh: apples and oranges": simple(
        "apple = 100\nn = 2\norange = 150\nm = 3\ntax = 1.1\nL = (apple*n + orange*m)*tax",
        "715",
        apple="2.2",
        n="110",
        orange="3.3",
        m="165",
        tax="650",
    ),
    "half a square": simple(
        "w = 2\nx = -2\nb = 8\ny = 2\nL = ½(w*x + b - y)²", "2", w="-4", x="4", b="2", y="-2"
    ),
    "two neurons": simple(
        "w1 = 2\nb1 = 0\nw2 = 3\nb2 = 1\nx = 1\ny = 5\nL = ½(relu(w2*relu(w1*x + b1) + b2) - y)²",
        "2",
        w1="6",
        b1="6",
        w2="4",
        b2="2",
    ),
    "log(exp(x) + 5)": simple("x = 5\nL = log(exp(x) + 5)", "5.033134668191276", x=".9674082716942368"),
    "micrograd's own example": Figure(
        MICROGRAD,
        {"g#2": "24.70408163265306"},
        {"a": "138.83381924198252", "b": "645.5772594752186"},
    ),
    "x**y": simple("x = 2\ny = 3\nL = x**y", "8", x="12", y="5.545177444479562"),
    "convolution": Figure(
        "x = [1, 0, 2, -1, 3]\nw = [0.5, -1, 0.25]\nb = 0.1\nt = [1, 0, 1]\n"
        "y = conv(x, w) + b\nL = ½ sum((y - t)²)",
        {"L": "4.0275"} | rows("y", "1.1 -2.15 2.85"),
        rows("w", "3.8 -6.15 7.9") | {"b": "-.2"} | rows("x", ".05 -1.175 3.1 -2.3875 .4625"),
    ),
    "convolution of two dimensions": Figure(
        "x = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15]]\nW = [[1, 2], [3, 4]]\n"
        "y = conv(x, W)\nL = y[0, 0]",
        rows("y", "34 44 54", "74 84 94", "114 124 134"),
        rows("W", "0 1", "4 5"),
    ),
    "a recurrent net": Figure(
        "Wx = 0.5\nWh = 0.7\nb = 0.1\nx = [1, 2]\ny = [0.5, 1]\nh[-1] = 0\nfor t in range(2):\n"
        "    h[t] = tanh(Wx*x[t] + Wh*h[t-1] + b)\nL = ½ sum((h - y)²)",
        {"L": ".0056162293"} | rows("h", ".5370495670 .9007035338"),
        {"Wx": "-.0204521638", "Wh": "-.0100645958", "b": "-.0017116295"},
    ),
    "Gomez: an LSTM": Figure(
        LSTM,
        rows("h", ".53631 .77198")
        | rows("c", ".78573 1.51763")
        | {"Wa_next[0]": ".45267", "Wa_next[1]": ".25922", "Ua_next": ".15104", "ba_next": ".20364"}
        | {"Wi_next[0]": ".95022", "Wi_next[1]": ".80066", "Wf_next[0]": ".70032", "Wf_next[1]": ".45189"}
        | {"Wo_next[0]": ".60259", "Wo_next[1]": ".41626", "bo_next": ".10536"},
        train=[name + gate for gate in "aifo" for name in "WUb"],
        training={"optimizer": {"name": "sgd", "learning_rate": 0.1}},
    ),
    "batch norm": Figure(
        "x = [1, 2, 3, 6]\nγ = 2\nβ = 1\nμ = mean(x)\nv = var(x)\nxhat = (x - μ)/sqrt(v + 0)\n"
        "y = γ*xhat + β\nL = sum(y*[1, 0, -1, 0.5])",
        {"μ": "3", "v": "3.5"},
        {"γ": "-.2672612419", "β": ".5"} | rows("x", ".8590539919 -.1718107984 -1.2026755886 .5154323951"),
    ),
    "attention": Figure(
        "X = [[1, 0], [0, 1]]\nWq = [[1, 0], [0, 1]]\nWk = [[1, 0], [0, 1]]\nWv = [[1, 2], [3, 4]]\n"
        "T = [[1, 2], [3, 4]]\nA = softmax((X @ Wq) @ (X @ Wk).T/sqrt(2))\nO = A @ (X @ Wv)\n"
        "L = ½ sum((O - T)²)",
        {"L": ".8724594744"} | rows("A", ".6697615493 .3302384507", ".3302384507 .6697615493"),
        {
            ref: text
            for name in ("Wq", "Wk")
            for ref, text in rows(name, "-.4131906417 .4131906417", ".4131906417 -.4131906417").items()
        },
    ),
    "embedding": Figure(
        "E = [[0, 0], [0, 0], [0, 0]]\ne = E[[1, 0, 1]]\nL = sum(e*[[.1, .2], [.3, .4], [.5, .6]])",
        {},
        rows("E", ".3 .4", ".6 .8", "0 0"),
    ),
    "dropout": Figure(
        "x = [1, 2, 3, 4]\ny = x*[1, 0, 1, 0]/0.5\nL = sum(y*[.1, .2, .3, .4])",
        rows("y", "2 0 6 0"),
        rows("x", ".2 0 .6 0"),
    ),
}
