"""A computation graph as JSON."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from backstep_lab.engine.graph.graph import CONSTANT, Graph
from backstep_lab.language.symbols import symbol
from backstep_lab.models.graph.operations import GraphOperations
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.formulas.mathml import mathml
from backstep_lab.stepping.operations import BACKWARD, FORWARD, UPDATE
from backstep_lab.wire.json_encoder import json_bytes


class GraphNode(Wire):
    """One number of a graph."""

    ref: str = Field(description="Its ref.")
    function: str = Field(description="`leaf`, `constant`, or the function that computes it.")
    inputs: list[str] = Field(description="Refs of the function's arguments, in order.")
    value: float | None = Field(description="The value of a constant; null for others.")
    variable: str = Field(description="The variable that it belongs to; empty for an inner operation.")
    index: list[int] = Field(description="Its place in that variable, from 0; empty for a single number.")
    line: int = Field(description="Its line in the program, from 1; 0 for a leaf that stands in none.")
    start: int = Field(description="Where its text begins in that line, in characters from 0.")
    stop: int = Field(description="Where its text ends.")
    element: int = Field(description="Counts elements: nodes with the same one are computed as one.")
    group: int | None = Field(description="The innermost of `groups` that it belongs to.")
    symbol: str = Field(description="Its symbol in LaTeX.")
    symbol_mathml: str = Field(description="Its symbol in MathML, without the element `math`.")


class GraphVariable(Wire):
    """A name of the program."""

    ref: str = Field(description="The name, with #2, #3 … where it is assigned again.")
    name: str = Field(description="The name.")
    shape: list[int] = Field(description="Its shape; empty for a single number.")
    nodes: list[str] = Field(description="The refs of its numbers, row by row.")
    line: int = Field(description="The line that assigns it, from 1; 0 for a leaf that stands in none.")
    is_leaf: bool = Field(description="Whether it is given and not computed.")


class GraphGroup(Wire):
    """Operations that belong together."""

    kind: str = Field(description="A function of the language, or `loop`, `section`, `window` …")
    label: str = Field(description="What distinguishes it from others of its kind.")
    parent: int | None = Field(description="The group around it.")


class GraphNote(Wire):
    """A remark on the program."""

    key: str = Field(description="The key of a message in the catalogues.")
    args: dict[str, float | int | str] = Field(description="What the message contains.")


class OperationCounts(Wire):
    """Operations of each phase."""

    forward: int = Field(description="Of the forward pass.")
    backward: int = Field(description="Of the backward pass.")
    update: int = Field(description="Of the update.")


class GraphDescription(Wire):
    """A computation graph: what a program means."""

    program: str = Field(description="The program.")
    target: str = Field(description="The ref of the number that is differentiated.")
    nodes: list[GraphNode] = Field(description="All numbers, in order of computation.")
    variables: list[GraphVariable] = Field(description="The program's names.")
    groups: list[GraphGroup] = Field(description="Groups of operations.")
    trained: list[str] = Field(description="The refs of the leaves that an update changes.")
    notes: list[GraphNote] = Field(description="Remarks, such as a name that is never used.")
    counts: OperationCounts = Field(description="How many operations an iteration has.")


def graph_json(program: str, operations: GraphOperations, **more: Any) -> bytes:
    """`GraphDescription` of a graph; `more` are further fields."""
    return json_bytes({**graph_fields(program, operations), **more})


def graph_fields(program: str, operations: GraphOperations) -> Mapping[str, Any]:
    """The fields of `GraphDescription`."""
    graph = operations.plan.graph
    return {
        "program": program,
        "target": graph.nodes[graph.target].ref,
        "nodes": [_node(graph, i) for i in range(len(graph.nodes))],
        "variables": [
            {
                "ref": variable.ref,
                "name": variable.name,
                "shape": list(variable.shape),
                "nodes": [graph.nodes[i].ref for i in variable.nodes],
                "line": variable.line,
                "is_leaf": variable.is_leaf,
            }
            for variable in graph.variables
        ],
        "groups": [
            {"kind": group.kind, "label": group.label, "parent": group.parent} for group in graph.groups
        ],
        "trained": [graph.nodes[i].ref for i in graph.trained],
        "notes": [{"key": note.key, "args": dict(note.args)} for note in graph.notes],
        "counts": {
            phase: operations.phases[phase][1] - operations.phases[phase][0]
            for phase in (FORWARD, BACKWARD, UPDATE)
        },
    }


def _node(graph: Graph, i: int) -> dict[str, Any]:
    node = graph.nodes[i]
    return {
        "ref": node.ref,
        "function": node.function,
        "inputs": [graph.nodes[j].ref for j in node.inputs],
        "value": node.value if node.function == CONSTANT else None,
        "variable": node.name,
        "index": list(node.index),
        "line": node.place.line,
        "start": node.place.start,
        "stop": node.place.stop,
        "element": node.element,
        "group": node.group,
        "symbol": symbol(graph, i),
        "symbol_mathml": mathml(symbol(graph, i)),
    }
