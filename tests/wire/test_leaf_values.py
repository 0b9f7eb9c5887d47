"""The values of leaves in an address."""

import pytest

from backstep_lab.wire.address import parse_address
from backstep_lab.wire.leaf_values import read_values


def test_numbers_and_nested_lists_are_read_by_name() -> None:
    assert read_values("x:3, y:-4,W:[[1,2],[3,4.5]]") == ({"x": 3, "y": -4, "W": [[1, 2], [3, 4.5]]}, [])


def test_greek_names_are_names() -> None:
    assert read_values("σ:1e-3") == ({"σ": 1e-3}, [])


@pytest.mark.parametrize(
    "entry", ["x", "x:", "x:a", "1x:3", "x:NaN", "x:1e9", "x:true", "x:[]", "x:[[[[[1]]]]]", "x:[1"]
)
def test_what_is_no_value_is_named(entry: str) -> None:
    assert read_values(entry) == ({}, [entry])


def test_deeply_nested_brackets_are_no_value() -> None:
    deep = "x:" + "[" * 5000 + "]" * 5000
    assert read_values(deep) == ({}, [deep])


def test_an_expression_makes_a_graph_in_place_of_a_preset() -> None:
    address = parse_address({"expr": "2*(x*y + max(z, w))", "values": "x:3,y:-4,z:2,w:-1", "step": "5"})
    assert address.begin == {
        "graph": {"program": "2*(x*y + max(z, w))", "values": {"x": 3, "y": -4, "z": 2, "w": -1}},
        "at": {"iteration": 0, "step": 5},
    }
    assert address.warnings == []


def test_a_wrong_value_is_a_warning_and_the_others_count() -> None:
    address = parse_address({"expr": "x*y", "values": "x:3,y:four"})
    assert address.begin["graph"] == {"program": "x*y", "values": {"x": 3, "y": 2}}
    assert [(warning.name, warning.value) for warning in address.warnings] == [("values", "y:four")]


def test_a_name_without_a_value_has_the_one_that_an_editor_suggests() -> None:
    assert parse_address({"expr": "x*y", "values": "x:.5"}).begin["graph"]["values"] == {"x": 0.5, "y": 2.0}


def test_a_program_with_a_mistake_is_a_warning_and_the_example_is_opened() -> None:
    address = parse_address({"expr": "2*(x"})
    assert [(warning.name, warning.value) for warning in address.warnings] == [("expr", "2*(x")]
    assert "never closed" in address.warnings[0].allowed
    assert address.begin["graph"]["program"] == "2*(x*y + max(z, w))"
    assert address.query.expr == "2*(x"


def test_a_value_that_no_leaf_has_is_no_refusal() -> None:
    address = parse_address({"expr": "x*x", "values": "x:3,q:1"})
    assert address.begin["graph"]["values"]["x"] == 3
