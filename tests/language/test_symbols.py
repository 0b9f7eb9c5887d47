"""LaTeX of a program's numbers."""

import time

import pytest

from backstep_lab.language.read import read_graph
from backstep_lab.language.symbols import LONGEST, name_symbol, symbol, symbols

VALUES = {"x": 2.0, "y": 3.0, "x1": 1.0, "W": [[1.0, 2.0]], "α": 2.0, "h1": [1.0, 2.0]}


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        *(
            ("x", "x"),
            ("x1", "x_{1}"),
            ("x_1", "x_{1}"),
            ("W12", "W_{12}"),
            ("α", r"\alpha"),
            ("α1", r"\alpha_{1}"),
        ),
        *(("alpha", r"\alpha"), ("lambda", r"\lambda"), ("ε", r"\varepsilon"), ("Σ", r"\Sigma")),
        *(("loss", r"\mathit{loss}"), ("Wq", r"\mathit{Wq}"), ("loss_a", r"\mathit{loss}_{a}")),
        *(("x_max", r"x_{\mathit{max}}"), ("a_b_c", r"\mathit{a\_b\_c}"), ("αβ", r"\mathit{\alpha \beta }")),
    ],
)
def test_names(name: str, latex: str) -> None:
    assert name_symbol(name) == latex


@pytest.mark.parametrize(
    ("expression", "latex"),
    [
        ("x + y", "x + y"),
        ("x - (y - 1)", r"x - \left(y - 1\right)"),
        ("(x + y)*2", r"\left(x + y\right) \cdot 2"),
        ("x*y/2", r"\frac{x \cdot y}{2}"),
        ("(x/y)^2", r"\left(\frac{x}{y}\right)^{2}"),
        ("(x^2)^y", r"\left(x^{2}\right)^{y}"),
        ("square(x + y)", r"\left(x + y\right)^{2}"),
        ("-x^2", "-x^{2}"),
        ("-(x + y)", r"-\left(x + y\right)"),
        ("(-3)*x", r"\left(-3\right) \cdot x"),
        ("exp(-x)", "e^{-x}"),
        ("ln(x1)", r"\ln\left(x_{1}\right)"),
        ("√x", r"\sqrt{x}"),
        ("σ(x)", r"\sigma\left(x\right)"),
        ("abs(x - y)", r"\left|x - y\right|"),
        ("max(x, y, 1)", r"\max\left(x, y, 1\right)"),
        ("leaky_relu(x)", r"\mathrm{leaky\_relu}\left(x\right)"),
        ("stop(x)", r"\mathrm{stop}\left(x\right)"),
        ("sum(W)", "W_{0,0} + W_{0,1}"),
        ("h1[1]*x", r"h_{1}[1] \cdot x"),
        ("1e-7x", r"1 \cdot 10^{-7} \cdot x"),
        ("α*x", r"\alpha \cdot x"),
    ],
)
def test_expressions(expression: str, latex: str) -> None:
    graph = read_graph(f"L = relu({expression})", VALUES)
    assert symbol(graph, graph.nodes[graph.target].inputs[0]) == latex


def test_named_numbers_are_called_by_their_names() -> None:
    graph = read_graph("d = x*y\nd = d*d\nloss = d^2", VALUES)
    assert [symbol(graph, graph.by_ref[ref]) for ref in ("d", "d#2", "loss")] == [
        "d",
        "d^{(2)}",
        r"\mathit{loss}",
    ]


def test_long_expressions_are_called_by_their_place() -> None:
    graph = read_graph("L = " + "*".join(["(x + y)"] * 8) + "*2", VALUES)
    found = symbols(graph)
    assert max(map(len, found)) <= LONGEST
    assert found[graph.by_ref["L:1.5"]] == "v_{1.5}"
    assert found[graph.by_ref["L:1.7"]] == r"v_{1.5} \cdot \left(x + y\right)"


def test_the_largest_program_has_its_symbols_in_bounded_time() -> None:
    graph = read_graph("for t in range(1300):\n  x = relu(x)*2 + 1\nL = x", VALUES)
    started = time.process_time()
    assert max(map(len, symbols(graph))) <= LONGEST
    assert time.process_time() - started < 2.0
