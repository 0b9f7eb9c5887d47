"""Which leaves of a program that somebody types are trained, where they choose none."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from backstep_lab.language.choices import has_weights
from backstep_lab.language.errors import ProgramError
from backstep_lab.models.graph.setup import read_program
from backstep_lab.spec.graph import GraphProgram


def with_default_train(part: Mapping[str, Any]) -> dict[str, Any]:
    """The graph of a request, with the choice of all leaves where its names do not say what is a parameter.

    A spec without a choice keeps its meaning, the leaves whose names begin with w, W, b or k: with `train`
    in the request, null as well, and without a program nothing is added. Nor is it to a program with a
    mistake, which is reported where it is read.
    """
    own = dict(part)
    if "program" not in own or "train" in own:
        return own
    try:
        graph = read_program(GraphProgram.model_validate(own)).graph
    except (ProgramError, ValidationError):
        return own
    if not has_weights(graph.nodes) and len(graph.trained) < len(graph.leaves):
        own["train"] = list(dict.fromkeys(graph.nodes[leaf].name for leaf in graph.leaves))
    return own
