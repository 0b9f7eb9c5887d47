"""Forward mode, reverse mode, sums over paths and central differences: one derivative in four ways."""

from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.engine.graph.forward_mode import tangent_operations, tangents
from backstep_lab.engine.graph.gradient_check import difference_check
from backstep_lab.engine.graph.paths import path_counts, path_multiplications, paths, shared_multiplications
from backstep_lab.engine.graph.plan import Plan
from tests.engine.graph.building import passes, plan

UNARY = ("exp", "sin", "cos", "tanh", "sigmoid", "relu", "softplus", "gelu", "silu", "elu", "abs", "square")
BINARY = ("+", "-", "*")


@st.composite
def programs(draw: st.DrawFn) -> str:
    """Lines that each combine earlier names; every name of a leaf is used."""
    lines = [f"x{i} = {draw(st.floats(-2, 2).map(lambda x: round(x, 3)))}" for i in range(3)]
    names = ["x0", "x1", "x2"]
    for i in range(draw(st.integers(3, 9))):
        a, b, c = (draw(st.sampled_from(names)) for _ in range(3))
        lines.append(f"a{i} = " + draw(st.sampled_from(_lines(draw, a, b, c))))
        names.append(f"a{i}")
    return "\n".join([*lines, f"L = tanh(0.1*({' + '.join(names)}))"])


def _lines(draw: st.DrawFn, a: str, b: str, c: str) -> list[str]:
    return [
        f"{draw(st.sampled_from(UNARY))}(0.5*tanh({a}))",
        f"tanh({a}) {draw(st.sampled_from(BINARY))} {b}",
        f"max({a}, {b}, {c})",
        f"sum([{a}, {b}, {c}, {a}])/(1 + {b}**2)",
        f"sqrt(1 + {a}**2)**1.5",
    ]


@settings(max_examples=150, deadline=None)
@given(programs())
def test_forward_mode_is_reverse_mode(program: str) -> None:
    one = plan(program)
    found = passes(one)
    for leaf in one.graph.leaves:
        by_node = {tangent.node: tangent.value for tangent in tangents(one, found.values, leaf)}
        reverse = found.gradients[leaf]
        size = sum(abs(message) for message in found.messages[_place(one, leaf)])
        assert by_node[one.graph.target] == pytest.approx(reverse, rel=1e-13, abs=1e-13 * size)


def _place(one: Plan, leaf: int) -> int:
    return [receiver.node for receiver in one.receivers].index(leaf)


@settings(max_examples=150, deadline=None)
@given(programs())
def test_a_gradient_is_the_sum_over_all_paths_and_a_central_difference(program: str) -> None:
    one = plan(program)
    found, counts = passes(one), path_counts(one)
    for leaf in one.graph.leaves:
        if counts[leaf] <= 3000:
            along = [path.value for path in paths(one, found.values, leaf, 3000)]
            assert len(along) == counts[leaf]
            size = fsum(map(abs, along))
            assert fsum(along) == pytest.approx(found.gradients[leaf], rel=1e-12, abs=1e-13 * size)
        check = difference_check(one, found, leaf)
        assert check.agrees or check.is_kink


def test_a_leaf_that_reaches_nothing_has_no_path_and_one_tangent() -> None:
    one = plan("x = 2\ny = 3\nL = x*x")
    y = one.graph.by_ref["y"]
    assert path_counts(one)[y] == 0
    assert [(t.node, t.value) for t in tangents(one, passes(one).values, y)] == [(y, 1.0)]


def test_operations_are_counted_of_both_modes() -> None:
    one = plan("x = 2\ny = 3\na = x*y\nb = a + x\nL = b*a")
    x, y = (one.graph.by_ref[name] for name in "xy")
    # x: 1, a: 1, b: 2 terms and a sum, L: 2 terms and a sum
    assert (tangent_operations(one, x), tangent_operations(one, y)) == (8, 6)
    assert len(tangents(one, passes(one).values, x)) == 4
    assert (shared_multiplications(one), shared_multiplications(one, y)) == (6, 4)
    # y: a·L, a·b·L with one and two multiplications; x: b·L and both of y's with one more edge each
    assert path_counts(one) == {one.graph.target: 1, **_counts(one, {"b": 1, "a": 2, "y": 2, "x": 3})}
    assert path_multiplications(one, [y]) == 3
    assert path_multiplications(one, [x, y]) == 7


def _counts(one: Plan, by_ref: dict[str, int]) -> dict[int, int]:
    return {one.graph.by_ref[ref]: count for ref, count in by_ref.items()}


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_no_more_paths_are_made_than_asked_for(limit: int) -> None:
    one = plan("x = 1\na = x + x\nb = a + a\nL = b + b")
    x = one.graph.by_ref["x"]
    assert path_counts(one)[x] == 8
    assert len(paths(one, passes(one).values, x, limit)) == limit


def test_forward_mode_ends_before_a_derivative_that_is_undefined() -> None:
    one = plan("x = 0\na = 2*x\nb = sqrt(a)\nL = b + a")
    found = passes(one)
    assert [one.graph.nodes[t.node].ref for t in tangents(one, found.values, 0)] == ["x", "a"]


@pytest.mark.parametrize(
    "program", ["x = 0\nL = relu(x)", "x = 0\nL = abs(x)", "x = 1\ny = 1\nL = max(x, y)"]
)
def test_at_a_kink_there_is_nothing_to_compare_with(program: str) -> None:
    one = plan(program)
    check = difference_check(one, passes(one), one.graph.by_ref["x"])
    assert (check.is_kink, check.difference, check.agrees) == (True, None, False)


def test_what_stop_gives_is_held_in_a_difference() -> None:
    one = plan("x = 2\nL = x*stop(x*x) + stop(x)")
    check = difference_check(one, passes(one), one.graph.by_ref["x"])
    assert (check.gradient, check.agrees) == (4.0, True)
    assert check.difference == pytest.approx(4.0)


def test_a_wrong_gradient_does_not_agree() -> None:
    one = plan("x = 2\ny = 3\nL = x*y")
    found = passes(one)
    x = one.graph.by_ref["x"]
    assert difference_check(one, found, x).agrees
    found.gradients[x] *= 1.001
    assert not difference_check(one, found, x).agrees
