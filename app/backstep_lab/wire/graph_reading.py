"""What a program means, for an editor: its graph, with values for names that have none."""

from pydantic import Field

from backstep_lab.language.errors import ProgramError, UnknownNames
from backstep_lab.models.graph.default_train import with_default_train
from backstep_lab.models.graph.operations import GraphOperations
from backstep_lab.models.graph.setup import invalid_program, plan_for, read_program
from backstep_lab.spec.graph import GraphProgram
from backstep_lab.wire.graph import GraphDescription, graph_json

SUGGESTED = (2.0, -3.0, 4.0, -1.0, 3.0, 0.5)  # of names without a value, in turn: no two operands are alike


class GraphRead(GraphDescription):
    """A computation graph, and the values that were taken for names without one."""

    needs: dict[str, float] = Field(description="Names without a value, each with the value that was taken.")


def graph_read(call: GraphProgram) -> bytes:
    """`GraphRead` as JSON. Raises Invalid where the program has a mistake."""
    needs = needed_values(call)
    whole = call.model_copy(update={"values": {**needs, **call.values}})
    chosen = GraphProgram.model_validate(with_default_train(whole.model_dump(exclude_unset=True)))
    return graph_json(call.program, GraphOperations.of(plan_for(chosen), ()), needs=needs)


def needed_values(call: GraphProgram) -> dict[str, float]:
    """A value for each name that is used without one. Raises Invalid where the program has a mistake."""
    try:
        read_program(call)
    except UnknownNames as error:
        return {name: SUGGESTED[i % len(SUGGESTED)] for i, name in enumerate(error.names)}
    except ProgramError as error:
        raise invalid_program(error) from None
    return {}
