"""Questions about a session of a program: gradient check, paths, forward mode, slices, surfaces, foreseen."""

import math
from typing import Any

import pytest

from backstep_lab.queries.explain import Explanation
from backstep_lab.sessions.navigation import advance, retreat, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid, NoGraph, OtherModel, ProgramRefused
from backstep_lab.spec.graph import GraphProgram
from backstep_lab.stepping.cursor import GRAPH_UNITS
from backstep_lab.wire.graph import GraphDescription
from backstep_lab.wire.graph_reading import GraphRead, graph_read
from backstep_lab.wire.models import ForeseenMoments
from tests.models.graph.programs import PROGRAMS
from tests.models.graph.sessions import opened, query, session_of, values

BACKWARD_DONE = [name for name in PROGRAMS if name != "nothing to train"]


def after_backward(name: str) -> Session:
    return advance(session_of(PROGRAMS[name]), "pass", 2).end


@pytest.mark.parametrize("name", BACKWARD_DONE)
def test_every_gradient_is_a_central_difference(name: str) -> None:
    found = query(after_backward(name), "gradient-check", ref=None)
    leaves = after_backward(name).current.setup.graph.leaves
    assert len(found["checks"]) == len(leaves)
    for check in found["checks"]:
        assert check["reached"]
        assert check["kink"] or check["agrees"], check
    one = query(after_backward(name), "gradient-check", ref=found["checks"][0]["ref"])
    assert one["checks"] == found["checks"][:1]


def test_a_gradient_that_is_not_reached_is_not_checked() -> None:
    found = query(session_of("x = 2\nL = x*x"), "gradient-check", ref=None)
    assert [(check["reached"], check["gradient"]) for check in found["checks"]] == [(False, None)]


@pytest.mark.parametrize("name", BACKWARD_DONE)
def test_paths_add_up_to_each_gradient(name: str) -> None:
    here = after_backward(name)
    refs = [ref for ref in values(here) if ref.startswith("d") and "/d" in ref and "<-" not in ref]
    for ref in refs:
        found = query(here, "paths", ref=ref, limit=2000)
        assert found["count"] == len(found["paths"])
        terms = [math.prod(factor["value"] for factor in path["factors"]) for path in found["paths"]]
        assert [path["value"] for path in found["paths"]] == pytest.approx(terms, rel=1e-12)
        size = math.fsum(map(abs, terms))
        assert found["sum"] == pytest.approx(found["gradient"], rel=1e-12, abs=1e-14 * size)


def test_a_path_names_its_nodes_and_its_slopes() -> None:
    here = after_backward("shared")
    found = query(here, "paths", ref="dL/dx", limit=10)
    assert [path["nodes"] for path in found["paths"]] == [
        ["b", "L"],
        ["b", "L:5.1", "L"],
        ["a", "L:5.1", "L"],
        ["a", "b", "L"],
        ["a", "b", "L:5.1", "L"],
    ]
    assert found["multiplications"] == {"along_paths": 10, "by_backpropagation": 7}
    fewer = query(here, "paths", ref="dL/dx", limit=2)
    assert (fewer["count"], len(fewer["paths"]), fewer["sum"]) == (5, 2, None)


@pytest.mark.parametrize("ref", ["x", "L", "w_next", "m:x", "optimizer.learning_rate", "nonsense", "dL/dq"])
def test_what_is_no_gradient_has_no_paths(ref: str) -> None:
    with pytest.raises(Invalid):
        query(after_backward("shared"), "paths", ref=ref, limit=10)


@pytest.mark.parametrize("name", BACKWARD_DONE)
def test_forward_mode_finds_the_gradients_of_reverse_mode(name: str) -> None:
    here = after_backward(name)
    graph = here.current.setup.graph
    for leaf in graph.leaves:
        found = query(here, "forward-mode", leaf=graph.nodes[leaf].ref)
        assert found["derivative"] == pytest.approx(found["gradient"], rel=1e-13, abs=1e-15)
        assert found["operations"][0]["value"] == 1.0
        assert found["counts"]["leaves"] == len(graph.leaves)
        for operation in found["operations"]:
            printed = operation["formula"]["symbols"] + operation["formula"]["numbers"]
            assert printed
            assert "#{" not in printed
            assert "@" not in printed


def test_forward_mode_prints_each_term() -> None:
    found = query(session_of("x = 2\ny = 3\nL = x*y + x"), "forward-mode", leaf="x")
    assert [(op["ref"], op["value"], op["formula"]["numbers"]) for op in found["operations"]] == [
        ("dx/dx", 1.0, "1"),
        ("dL:3.1/dx", 3.0, r"1 \cdot 3"),
        ("dL/dx", 4.0, r"3 \cdot 1 + 1 \cdot 1"),
    ]
    assert found["counts"] == {"one_leaf": 5, "all_leaves": 8, "reverse": 6, "leaves": 2}


def test_forward_mode_of_a_leaf_that_nothing_reads() -> None:
    found = query(session_of("x = 2\ny = 3\nL = x*x"), "forward-mode", leaf="y")
    assert (found["derivative"], found["gradient"]) == (0.0, 0.0)


def test_forward_mode_needs_a_leaf() -> None:
    with pytest.raises(Invalid, match="is no leaf"):
        query(session_of("x = 2\nL = x*x"), "forward-mode", leaf="L")


def test_a_slice_passes_through_the_target_and_has_its_slope() -> None:
    here = advance(session_of("x = 3\nL = x**2", {"optimizer": {"learning_rate": 0.25}}), "pass", 2).end
    found = query(here, "loss-slice", ref="x", span=None)
    assert (found["loss"], found["axis"]["value"], found["axis"]["gradient"]) == (9.0, 3.0, 6.0)
    assert found["slope"] == pytest.approx(6.0)
    assert found["step"] == {"change": -1.5, "value": 1.5, "loss": 2.25}
    assert {3.0, 1.5} <= set(found["axis"]["values"])
    assert found["losses"] == pytest.approx([x * x for x in found["axis"]["values"]])


@pytest.mark.parametrize("program", ["x = 5\nL = relu(x)", "x = -5\nL = relu(0 - x)"])
def test_a_slice_reaches_to_where_the_curve_bends_on_either_side(program: str) -> None:
    found = query(advance(session_of(program), "pass", 2).end, "loss-slice", ref="x", span=None)
    assert min(found["axis"]["values"]) < 0.0 < max(found["axis"]["values"])


def test_a_slice_has_no_number_where_the_target_is_undefined() -> None:
    found = query(advance(session_of("x = 1\nL = log(x)"), "pass", 1).end, "loss-slice", ref="x", span=2.0)
    for x, loss in zip(found["axis"]["values"], found["losses"], strict=True):
        assert (loss is None) == (x <= 0.0)
        assert loss is None or loss == pytest.approx(math.log(x))


def test_a_surface_over_two_leaves_with_the_values_so_far() -> None:
    here = advance(session_of("x = 3\ny = 1\nL = x*x + 2*y*y"), "iteration", 2).end
    found = query(here, "landscape", x="x", y="dL/dy", resolution=9, span=4.0)
    for y, row in zip(found["y"]["values"], found["losses"], strict=True):
        assert row == pytest.approx([x * x + 2 * y * y for x in found["x"]["values"]])
    assert [(point["iteration"], point["x"]) for point in found["path"]][:1] == [(0, 3.0)]
    assert found["path"][-1]["x"] == here.current.parameters(True)["x"]
    with pytest.raises(Invalid, match="two different leaves"):
        query(here, "landscape", x="x", y="dL/dx", resolution=9, span=4.0)


@pytest.mark.parametrize("unit", GRAPH_UNITS)
def test_what_is_foreseen_is_what_steps_answer(unit: str) -> None:
    here = seek(session_of(PROGRAMS["loop"]), 1, 5).end
    found = query(here, "foreseen", unit=unit, iteration=1, step=5)
    ForeseenMoments.model_validate(found)
    for answer, there in (
        (found["on"][0], advance(here, unit, 1).end),  # type: ignore[arg-type]
        (found["back"][0], retreat(here, unit, 1).end),  # type: ignore[arg-type]
    ):
        assert (answer["position"]["iteration"], answer["position"]["step"]) == (there.iteration, there.step)


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_number_is_explained_by_what_it_reads(name: str) -> None:
    here = advance(session_of(PROGRAMS[name], {"optimizer": {"name": "adam"}}), "iteration", 2).end
    for ref in values(here):
        found = query(here, "explain", ref=ref)
        Explanation.model_validate(found)
        assert found["value"] == values(here)[ref]
        if found["iteration"] != here.iteration or found["operation"] is None:
            continue
        for operand in found["operation"]["operands"]:
            assert here.current.value_of(operand["ref"], 0) == operand["value"]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_graph_is_described_as_its_model_says(name: str) -> None:
    here = session_of(PROGRAMS[name])
    found = query(here, "graph")
    description = GraphDescription.model_validate(found)
    assert GraphDescription.model_validate_json(description.model_dump_json()).model_dump() == found
    assert {node.ref for node in description.nodes} <= set(values(here))
    counts = description.counts
    assert counts.forward + counts.backward + counts.update == here.current.steps
    assert sum(counts.model_dump().values()) == here.current.steps


def test_a_program_is_described_before_there_is_a_session() -> None:
    read = GraphRead.model_validate_json(graph_read(GraphProgram(program="q = x + y\nL = q*z")))
    assert list(read.needs) == ["x", "y", "z"]
    assert read.target == "L"
    given = GraphProgram(program="q = x + y\nL = q*z", values={"x": 1, "y": 1, "z": 1})
    assert GraphRead.model_validate_json(graph_read(given)).needs == {}
    partly = GraphProgram(program="q = x + y\nL = q*z", values={"y": 5})
    assert list(GraphRead.model_validate_json(graph_read(partly)).needs) == ["x", "z"]


@pytest.mark.parametrize(
    ("fields", "trained"),
    [
        ({"program": "2*(x*y + max(z, w))"}, ["x", "y", "z", "w"]),
        ({"program": "L = (w*x + b - y)**2"}, ["w", "b"]),
        ({"program": "L = a*b", "train": None}, ["b"]),
        ({"program": "L = sum(x)", "values": {"x": [1, 2]}, "train": ["x[1]"]}, ["x[1]"]),
    ],
)
def test_what_a_program_would_train_is_what_its_session_trains(
    fields: dict[str, Any], trained: list[str]
) -> None:
    read = GraphRead.model_validate_json(graph_read(GraphProgram.model_validate(fields)))
    assert sorted(read.trained) == sorted(trained)
    values = {**read.needs, **fields.get("values", {})}
    graph = opened({"graph": {**fields, "values": values}}).current.setup.graph
    assert [graph.nodes[leaf].ref for leaf in graph.trained] == read.trained


@pytest.mark.parametrize("program", ["L = (", "L = x +", "L = foo(x)", "", "x = 2"])
def test_a_mistake_before_there_is_a_session_has_line_and_column(program: str) -> None:
    with pytest.raises((ProgramRefused, ValueError)) as error:
        graph_read(GraphProgram(program=program))
    if program:
        assert isinstance(error.value, ProgramRefused)
        assert (error.value.line, error.value.column >= 1) == (1, True)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("batch", {"ref": "dL/dx"}),
        ("activation", {"ref": "a1[0]", "z": None}),
        ("boundary", {"unit": [], "resolution": 8, "x": None, "y": None, "points": True, "shades": False}),
        ("neuron-maps", {"resolution": 8}),
        ("examples", {"set": "train", "offset": 0, "limit": 4}),
        ("line", {"ref": "a1[0]", "w_x": None, "w_y": None, "b": None}),
        ("metrics", {}),
        ("order", {"iterations": 1}),
        ("predict", {"x": [1.0]}),
        ("sums", {"ref": "a1[0]"}),
        ("as-graph", {}),
        ("race", {"variants": [{}, {}], "iterations": 3}),
        ("export", {"format": "safetensors", "lang": "en"}),
    ],
)
def test_what_knows_layers_is_refused(name: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(OtherModel, match=r"needs a layered network.*“graph”"):
        query(session_of("x = 2\nL = x*x"), name, **arguments)


RECTANGLE = "a = 3\nb = 2\ny = a*b + 2*(a + b)"


@pytest.mark.parametrize(
    ("program", "differs", "ref", "found", "wanted"),
    [
        (RECTANGLE, None, None, None, None),
        ("b = -1\na = 7\nz = 2*a\nL = a*b + z + b*2", None, None, None, None),
        ("a = 3\nL = a*2 + 2*(a + 2)", "names", None, None, None),
        ("a = 3\nb = 2\nc = 1\nL = a*b + 2*(a + b)*c", "names", None, None, None),
        ("a = [3, 2]\nb = 2\nL = sum(a)*b", "names", None, None, None),
        ("a = 3\nb = 2\ny = a*b + a + b", "value", None, 11, 16),
        ("a = 3\nb = 2\ny = log(a - b - 1)", "value", None, None, 16),
        ("a = 3\nb = 2\ny = a*b + 10", "gradient", "a", 2, 4),
        ("a = 3\nb = 2\ny = a*b + 2*(a + b) + (a - 3)**3", "elsewhere", None, None, None),
    ],
)
def test_a_program_is_compared_with_another_one(
    program: str, differs: str | None, ref: str | None, found: float | None, wanted: float | None
) -> None:
    answer = query(session_of(program), "same-function", program=RECTANGLE)
    assert (answer["differs"], answer["names"], answer["ref"]) == (differs, ["a", "b"], ref)
    if differs != "elsewhere":
        assert (answer["found"], answer["wanted"]) == (pytest.approx(found), pytest.approx(wanted))


def test_a_program_is_compared_only_where_the_other_one_is_defined() -> None:
    root = "x = 2\ny = sqrt(x - 1.5)*sqrt(x - 1.5)"
    assert query(session_of("x = 1\nL = x - 1.5"), "same-function", program=root)["differs"] is None


def test_a_mistake_in_the_other_program_is_a_mistake_in_the_question() -> None:
    with pytest.raises(Invalid, match="Line 1") as error:
        query(session_of(RECTANGLE), "same-function", program="y = (")
    assert error.value.field == "program"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("graph", {}), ("forward-mode", {"leaf": "W1[0,0]"}), ("same-function", {"program": RECTANGLE})],
)
def test_what_knows_graphs_is_refused_for_a_network(name: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(NoGraph):
        query(opened({"preset": "mazur"}), name, **arguments)


def test_a_session_goes_on_after_an_undefined_number_is_mended() -> None:
    there = advance(session_of("x = 0\na = x + 1\nL = a/x"), "pass", 1).end
    assert there.status == "diverged"
    for name, arguments in (
        ("gradient-check", {"ref": None}),
        ("paths", {"ref": "dL/dx", "limit": 5}),
        ("forward-mode", {"leaf": "x"}),
        ("loss-slice", {"ref": "x", "span": None}),
        ("landscape", {"x": "x", "y": "x", "resolution": 3, "span": None}),
        ("explain", {"ref": "L"}),
    ):
        if name != "landscape":
            assert query(there, name, **arguments)
    mended = patched(there, {"parameters": {"x": 2.0}}).end
    assert advance(mended, "pass", 1).end.current.loss == 1.5


def test_the_account_of_a_divergence_names_the_undefined_number() -> None:
    undefined = advance(session_of("x = 0\na = x + 1\nL = a/x"), "pass", 1).end
    assert query(undefined, "divergence") == {"ref": "L", "grown": None, "remedies": []}
    assert query(session_of("x = 2\nL = x*x"), "divergence")["ref"] is None
