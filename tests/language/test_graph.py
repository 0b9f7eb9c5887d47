"""How a graph of a program is made: refs, places in the text, elements, groups, variables, notes, choices."""

import pytest

from backstep_lab.engine.graph.graph import CONSTANT, Graph, Group, Note
from backstep_lab.language.choices import has_weights
from backstep_lab.language.read import read_graph


def refs(graph: Graph) -> list[str]:
    return [node.ref for node in graph.nodes]


def placed(program: str, graph: Graph, ref: str) -> str:
    """The piece of the text where a node stands."""
    place = graph.nodes[graph.by_ref[ref]].place
    return program.split("\n")[place.line - 1][place.start : place.stop]


def test_named_numbers_inner_operations_and_constants_have_refs() -> None:
    graph = read_graph("q = (x + 1)*x\nL = 2q² - q", {"x": 3.0})
    assert refs(graph) == ["x", "C:1.1", "L:1.1", "q", "C:2.1", "C:2.2", "L:2.1", "L:2.2", "L"]


def test_elements_of_arrays_and_passes_of_loops_have_refs() -> None:
    program = "h[-1] = [0, 0]\nfor t in range(2):\n  h[t] = W[t]*h[t-1]\nL = h[1, 0]*h[1, 1]"
    graph = read_graph(program, {"W": [[1.0, 2.0], [3.0, 4.0]]})
    assert refs(graph)[4:] == [
        *("h[-1,0]", "h[-1,1]", "h[0,0]", "h[0,1]", "h[1,0]", "h[1,1]", "L"),
    ]


def test_a_name_with_another_value_has_another_ref() -> None:
    graph = read_graph("d = x*x\nd = d + d\nd += 1\nv = [x, d]\nv[0] = 2d\nL = v[0] + d", {"x": 3.0})
    assert refs(graph) == ["x", "d", "d#2", "C:3.1", "d#3", "C:5.1", "v#2[0]", "L"]


def test_elements_assigned_twice_have_another_ref() -> None:
    graph = read_graph("h[0] = x*x\nh[0] = 2*h[0]\nL = h[0]^2", {"x": 3.0})
    assert refs(graph) == ["x", "h[0]", "C:2.1", "h[0]#2", "C:3.1", "L"]


def test_constants_that_are_overwritten_unread_are_left_out() -> None:
    graph = read_graph("h = zeros(2)\nh[1] = x*x\nL = h[0] + h[1]", {"x": 3.0})
    assert refs(graph) == ["x", "h[0]", "h[1]", "L"]
    assert graph.nodes[1].function == CONSTANT


def test_constants_of_two_names_stay() -> None:
    graph = read_graph("a = zeros(2)\nb = a\na[0] = x*x\nL = b[0] + a[0]", {"x": 3.0})
    assert refs(graph) == ["x", "a[0]", "a[1]", "a[0]#2", "L"]


def test_an_operation_knows_its_piece_of_the_text() -> None:
    program = "q = 2(x + y)²·σ(x) # twice\nL = √q − sum([q,\n x])"
    graph = read_graph(program, {"x": 3.0, "y": 1.0})
    assert placed(program, graph, "L:1.1") == "x + y"
    assert placed(program, graph, "C:1.1") == "2"
    assert placed(program, graph, "C:1.2") == "²"
    assert placed(program, graph, "L:1.4") == "σ(x)"
    assert placed(program, graph, "q") == "2(x + y)²·σ(x)"
    assert placed(program, graph, "L:2.1") == "√q"
    assert placed(program, graph, "L:2.2") == "sum([q,"
    assert placed(program, graph, "L") == "√q − sum([q,"


def test_a_leaf_stands_where_its_numbers_are_and_a_given_one_nowhere() -> None:
    graph = read_graph("w = [1, 2]\nL = w[0]*x + w[1]", {"x": 3.0})
    places = {node.ref: (node.place.line, node.place.start) for node in graph.nodes[:3]}
    assert places == {"x": (0, 0), "w[0]": (1, 4), "w[1]": (1, 4)}


def test_given_values_win_over_those_in_the_text() -> None:
    graph = read_graph("w = [1, 2]\nx = 5\ny = x*x\nx = 6\nL = w[0]*x*y", {"w": [3, 4], "x": 4, "x#2": 7})
    assert {graph.nodes[i].ref: value for i, value in graph.leaf_values.items()} == {
        "w[0]": 3,
        "w[1]": 4,
        "x": 4,
        "x#2": 7,
    }


def test_a_scalar_statement_is_one_element_and_an_array_has_one_for_each() -> None:
    graph = read_graph(
        "q = 2x + x*x\nh = v*v\ny = W @ v\nL = sum(y) + sum(h)*q",
        {
            "x": 1.0,
            "v": [1.0, 2.0],
            "W": [[1.0, 2.0], [3.0, 4.0]],
        },
    )
    of = {node.ref: node.element for node in graph.nodes}
    assert len({of[ref] for ref in ("L:1.1", "L:1.2", "q")}) == 1
    assert of["h[0]"] < of["h[1]"] < of["y[0]"] < of["y[1]"] < of["L"]
    assert of["L:3.1"] == of["L:3.2"] == of["y[0]"]
    assert of["L:4.1"] == of["L"]


def groups(program: str, **values: object) -> list[Group]:
    return list(read_graph(program, values).groups)


def test_a_softmax_is_a_group_with_rows() -> None:
    assert groups("L = sum(softmax(X))", X=[[1, 2], [3, 4]]) == [
        *(Group("softmax", ""), Group("row", "0", 0), Group("row", "1", 0)),
    ]
    assert groups("L = sum(softmax(x))", x=[1, 2]) == [Group("softmax", "")]


def test_a_convolution_has_a_group_for_each_window() -> None:
    assert groups("L = sum(conv(x, k))", x=[[1, 2, 3]], k=[[1, 2]]) == [
        *(Group("conv", ""), Group("window", "0, 0", 0), Group("window", "0, 1", 0)),
    ]


def test_a_matrix_product_has_a_group_for_each_element_and_single_operations_have_none() -> None:
    assert groups("L = sum(W @ x)", W=[[1, 2], [3, 4]], x=[1, 2]) == [
        *(Group("@", ""), Group("element", "0", 0), Group("element", "1", 0)),
    ]
    assert groups("L = sum(w @ x) + max(x)", w=[1], x=[2]) == []


def test_loops_and_titles_are_groups() -> None:
    program = "## Head 1\na = x*x\nb = a + a\n## \nc = b*b\n"
    program += "##  Head 2\nfor t in range(2):\n  h[t] = c*x\nL = sum(h)"
    assert groups(program, x=2) == [
        *(Group("section", "Head 1"), Group("section", "Head 2")),
        *(Group("loop", "t = 0", 1), Group("loop", "t = 1", 1)),
    ]
    graph = read_graph(program, {"x": 2})
    of = {node.ref: node.group for node in graph.nodes}
    assert of == {"x": None, "a": 0, "b": 0, "c": None, "h[0]": 2, "h[1]": 3, "L": 1}


def test_variables_have_shapes_and_nodes() -> None:
    graph = read_graph("W = [[1, 2]]\ny = W @ v\nL = sum(y)\ny = W.T", {"v": [1.0, 2.0]})
    found = {one.ref: (one.name, one.shape, one.line, one.is_leaf) for one in graph.variables}
    assert found == {
        "v": ("v", (2,), 0, True),
        "W": ("W", (1, 2), 1, True),
        "y": ("y", (1,), 2, False),
        "L": ("L", (), 3, False),
        "y#2": ("y", (2, 1), 4, False),
    }
    of = {one.ref: [graph.nodes[i].ref for i in one.nodes] for one in graph.variables}
    assert of["y#2"] == of["W"] == ["W[0,0]", "W[0,1]"]


def test_elements_that_make_no_array_are_variables_of_their_own() -> None:
    graph = read_graph("h[-1] = 0\nh[2] = x*x\nL = h[2] + h[-1]", {"x": 2})
    assert [(one.ref, one.shape) for one in graph.variables] == [
        ("x", ()),
        ("h[-1]", ()),
        ("h[2]", ()),
        ("L", ()),
    ]


NOTES = [
    ("a = 3\nL = x*x", [Note("program-note-unused", {"name": "a", "line": 1})]),
    ("a = x*x\nL = x*x", [Note("program-note-unused", {"name": "a", "line": 1})]),
    ("a = 3\na = x*x\nL = a*a", [Note("program-note-shadowed", {"name": "a", "line": 1, "again": 2})]),
    (
        "a = x*x\na = a*a\nL = a*a",
        [Note("program-note-assigned-again", {"name": "a", "line": 2, "ref": "a#2"})],
    ),
    ("x = y*y\nL = x*x", [Note("program-note-value-not-used", {"name": "x", "line": 1})]),
    ("h[-1] = 0\nL = h[-1]*x", [Note("program-note-negative-index", {"name": "h"})]),
    ("L = x*x", []),
]


@pytest.mark.parametrize(("program", "notes"), NOTES)
def test_notes(program: str, notes: list[Note]) -> None:
    assert list(read_graph(program, {"x": 2, "y": 3}).notes) == notes


@pytest.mark.parametrize(
    ("program", "asked", "target"),
    [
        ("q = x*x\nL = q + q\nr = L*q", None, "L"),
        ("q = x*x\nloss = q + q\nr = loss*q", None, "loss"),
        ("L = 3\nq = x*L", None, "q"),
        ("q = x*x", None, "q"),
        ("x*x + x", None, "L"),
        ("L = 3\nx*L", None, "out"),
        ("q = x*x\nr = q*q\nq", None, "q"),
        ("q = x*x\nr = q*q", "q", "q"),
        ("q = x*x\nq = q*q", "q", "q#2"),
        ("q = x*x\nq = q*q", "q#2", "q#2"),
        ("h[0] = x*x\nh[1] = h[0]*x\nL = sum(h)", "h[1]", "h[1]"),
        ("L = x*x + x", "L:1.1", "L:1.1"),
        ("y = [x*x]\nr = y*x", None, "r[0]"),
    ],
)
def test_what_is_differentiated(program: str, asked: str | None, target: str) -> None:
    graph = read_graph(program, {"x": 2.0}, asked)
    assert graph.nodes[graph.target].ref == target


@pytest.mark.parametrize(
    ("asked", "trained"),
    [
        (None, ["W[0]", "W[1]", "b", "k", "w1"]),
        (["x"], ["x"]),
        (["W", "x"], ["x", "W[0]", "W[1]"]),
        (["W[1]"], ["W[1]"]),
        ([], []),
    ],
)
def test_what_is_trained(asked: list[str] | None, trained: list[str]) -> None:
    values = {"x": 1.0, "W": [1.0, 2.0], "b": 3.0, "k": 4.0, "w1": 5.0}
    graph = read_graph("L = x*W[0] + b*k*w1", values, None, asked)
    assert [graph.nodes[i].ref for i in graph.trained] == trained


@pytest.mark.parametrize(
    ("program", "answer"),
    [
        ("L = (w*x + b - y)²", True),
        ("L = tanh(W @ x)[0]", True),
        ("L = sum(conv(x, k))", True),
        ("L = 2*(x*y + max(z, w))", False),
        ("L = (a + b)*(b + 1)", False),
        ("L = w + k*1", True),
        ("w = x*y\nL = w*w", False),
    ],
)
def test_a_weight_is_a_leaf_that_multiplies_something(program: str, answer: bool) -> None:
    values = dict.fromkeys("abwkyz", 2.0) | {"x": 3.0, "W": [[1.0, 2.0]]}
    if "@" in program or "conv" in program:
        values |= {"x": [1.0, 2.0], "k": [1.0]}
    used = {name: value for name, value in values.items() if name in program.replace("max", "")}
    if program.startswith("w ="):
        del used["w"]
    assert has_weights(read_graph(program, used).nodes) is answer


def test_all_leaves_are_trained_where_none_has_the_name_of_a_weight() -> None:
    graph = read_graph("L = x*y", {"x": 1.0, "y": 2.0})
    assert graph.trained == graph.leaves
