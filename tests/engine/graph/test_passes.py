"""Forward and backward pass over a graph: order, messages, and numbers that are undefined."""

import math

import pytest

from backstep_lab.engine.graph.passes import both_passes
from tests.engine.graph.building import failed, first_values, gradients, passes, plan, result


def refs(program: str) -> list[tuple[str, list[str]]]:
    """Each receiver with the nodes from which its messages arrive, in order."""
    one = plan(program)
    nodes = one.graph.nodes
    return [(nodes[node].ref, [nodes[edge.above].ref for edge in edges]) for node, edges in one.receivers]


def test_the_backward_pass_goes_against_the_order_of_the_text() -> None:
    assert refs("x = 2\ny = 3\na = x*y\nb = a + x\nL = b*a") == [
        ("L", []),
        ("b", ["L"]),
        ("a", ["L", "b"]),
        ("y", ["a"]),
        ("x", ["b", "a"]),
    ]


def test_a_node_that_is_used_twice_by_one_operation_receives_two_messages() -> None:
    assert refs("x = 3\nL = x*x") == [("L", []), ("x", ["L", "L"])]
    assert gradients("x = 3\nL = x*x")["x"] == 6.0


def test_what_the_target_does_not_depend_on_has_no_gradient_and_a_leaf_has_0() -> None:
    found = gradients("x = 2\ny = 5\nz = y*y\nL = x*3")
    assert found == {"L": 1.0, "y": 0.0, "x": 3.0}


def test_constants_and_what_is_made_of_them_alone_have_no_gradient() -> None:
    assert set(gradients("x = 2\nc = zeros(1)[0] + 3\nL = x*c")) == {"L", "x"}


def test_nothing_passes_a_stop() -> None:
    assert gradients("x = 3\ny = stop(x)\nL = x*y") == {"L": 1.0, "x": 3.0}
    assert gradients("x = 3\nL = stop(x*x)")["x"] == 0.0


def test_what_comes_after_the_target_has_no_gradient() -> None:
    one = plan("x = 2\na = x*x\nL = a*3", target="a")
    assert [one.graph.nodes[receiver.node].ref for receiver in one.receivers] == ["a", "x"]
    assert passes(one).gradients[one.graph.by_ref["x"]] == 4.0


def test_a_leaf_beside_the_text_that_stands_after_the_target_is_received_too() -> None:
    assert gradients("a = x*2\nb = a*y\nL = stop(b)", x=2, y=3) == {"L": 1.0, "x": 0.0, "y": 0.0}


def test_a_tie_shares_the_gradient() -> None:
    assert gradients("x = 2\ny = 2\nL = 6*max(x, y)") == {"L": 1.0, "L:3.1": 6.0, "x": 3.0, "y": 3.0}
    halves = gradients("x = [1, 3, 3]\nL = max(x)")
    assert [halves[f"x[{i}]"] for i in range(3)] == [0.0, 0.5, 0.5]


def test_a_number_that_is_taken_twice_by_max_gets_both_shares() -> None:
    assert gradients("x = 2\nL = max(x, x)")["x"] == 1.0


@pytest.mark.parametrize("x", [-2.0, -1.0, 3.0])
def test_a_power_by_a_counter_is_that_of_a_whole_number(x: float) -> None:
    program = f"x = {x}\ny = zeros(1)[0]\nfor t in range(4):\n    y = y + x**t\nL = y"
    assert result(program) == sum(x**t for t in range(4))
    assert gradients(program)["x"] == 1.0 + 2.0 * x + 3.0 * x * x


def test_a_counter_is_a_float_among_floats() -> None:
    one = plan("x = 2\ny = x\nfor t in range(1, 4):\n    y = y*t\nL = y")
    assert all(type(number) is float for number in both_passes(one, first_values(one)).values)


@pytest.mark.parametrize(
    ("program", "ref"),
    [
        ("x = 0\ny = 1\nq = y/x\nL = q*2", "q"),
        ("x = -1\nq = log(x)\nL = q*2", "q"),
        ("x = 0\nq = log(x)\nL = q*2", "q"),
        ("x = -1\nL = 3*sqrt(x)", "L:2.1"),
        ("x = 710\nq = exp(x)\nL = 1/q", "q"),
        ("x = 1e6\ny = x**40\nz = y*y\nL = z - z", "z"),
        ("x = 1e6\ny = x**40\nz = y*y\nL = sin(z)", "z"),
        ("x = 1e6\ny = x**40\nz = y*y\nu = z - z\nL = (-1)**u", "z"),
        ("x = -2\ny = 0.5\nL = x**y", "L"),
        ("x = 0\ny = -1\nL = x**y", "L"),
    ],
)
def test_the_forward_pass_names_the_first_number_that_is_undefined(program: str, ref: str) -> None:
    assert failed(program) == (ref, False)


@pytest.mark.parametrize(
    ("program", "ref"),
    [
        ("x = 0\nL = sqrt(x)", "x"),
        ("x = 0\na = x*1\nL = sqrt(a) + a*2", "a"),
        ("x = -2\ny = 3\nL = x**y", "y"),
        ("x = 0\nL = x**0.5", "x"),
        ("x = 1e-200\nq = x*1\nL = log(q/1e12)*1e12/q*0 + 1e12/q", "q"),
    ],
)
def test_the_backward_pass_names_the_number_with_an_undefined_gradient(program: str, ref: str) -> None:
    assert failed(program) == (ref, True)


def test_messages_before_an_undefined_one_are_kept() -> None:
    one = plan("x = 0\na = x*1\nL = sqrt(a) + a*2")
    found = passes(one)
    arrived = dict(zip((one.graph.nodes[r.node].ref for r in one.receivers), found.messages, strict=False))
    assert arrived["a"] == [2.0]
    assert "x" not in arrived


def test_many_large_numbers_are_no_overflow_unless_one_of_them_is() -> None:
    found = passes(plan("x = 1e6\ny = x**51\nz = y\nu = y*1.5e2\nL = u*1"))
    assert found.failed is None
    assert math.isinf(sum(found.values) * 1e5)


@pytest.mark.parametrize("count", [2, 3, 7])
def test_a_sum_is_added_from_left_to_right(count: int) -> None:
    numbers = [0.1 * (i + 1) / 3 for i in range(count)]
    expected = numbers[0]
    for number in numbers[1:]:
        expected += number
    assert result(f"x = {numbers}\nL = sum(x)") == expected
