"""What a table says of its columns becomes the names of a session."""

import json
from typing import Any

from backstep_lab.wire.table_preview import TableCall, table_json


def names(text: str, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(table_json(TableCall(text=text, **more)))["names"]
    return found


def test_the_header_names_inputs_and_outputs() -> None:
    text = "height,weight,speed\n1,2,3\n4,5,6"
    assert names(text) == {
        "inputs": ["height", "weight"],
        "hidden": [],
        "outputs": ["speed"],
        "classes": [],
    }
    assert names(text, targets=["height", "speed"])["outputs"] == ["height", "speed"]


def test_two_names_in_the_target_are_the_classes_of_one_output() -> None:
    found = names("size,ripe\n1,no\n2,yes")
    assert (found["outputs"], found["classes"]) == (["ripe"], ["no", "yes"])


def test_more_names_have_an_output_each_which_goes_by_its_class() -> None:
    found = names("size,kind\n1,pear\n2,apple\n3,plum")
    assert (found["inputs"], found["outputs"], found["classes"]) == (["size"], [], ["apple", "pear", "plum"])


def test_without_a_header_only_classes_have_names() -> None:
    found = names("1,pear\n2,apple", header="no")
    assert (found["inputs"], found["outputs"], found["classes"]) == ([], [], ["apple", "pear"])


def test_a_cell_that_cannot_be_a_name_becomes_one() -> None:
    found = names(f"size\u202e,kind\n1,{'x' * 260}\n2,y")
    assert (found["inputs"], found["classes"]) == (["size"], ["x" * 200, "y"])
