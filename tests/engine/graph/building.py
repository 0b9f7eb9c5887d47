"""Plans and numbers of small programs."""

from backstep_lab.engine.graph.graph import CONSTANT
from backstep_lab.engine.graph.passes import Passes, both_passes
from backstep_lab.engine.graph.plan import Plan, plan_of
from backstep_lab.language.read import read_graph


def plan(program: str, target: str | None = None, **values: float) -> Plan:
    return plan_of(read_graph(program, values, target))


def first_values(plan: Plan) -> list[float]:
    """Leaves and constants as the program gives them, 0 for what is computed."""
    graph = plan.graph
    given = {i: node.value for i, node in enumerate(graph.nodes) if node.function == CONSTANT}
    given |= graph.leaf_values
    return [given.get(i) or 0.0 for i in range(len(graph.nodes))]


def passes(plan: Plan) -> Passes:
    return both_passes(plan, first_values(plan))


def gradients(program: str, **values: float) -> dict[str, float]:
    """The gradient of every node that has one, by ref."""
    one = plan(program, None, **values)
    found = passes(one)
    assert found.failed is None
    nodes = one.graph.nodes
    return {nodes[receiver.node].ref: found.gradients[receiver.node] for receiver in one.receivers}


def result(program: str, **values: float) -> float:
    """The value of the target."""
    one = plan(program, None, **values)
    return passes(one).values[one.graph.target]


def failed(program: str, **values: float) -> tuple[str, bool]:
    """The ref of the node at which the passes fail, and whether it is in the backward pass."""
    one = plan(program, None, **values)
    found = passes(one)
    assert found.failed is not None
    return one.graph.nodes[found.failed].ref, found.in_backward
