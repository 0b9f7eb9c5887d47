"""Forward mode: how every number of a graph moves when one leaf moves, on the session's own numbers."""

from pydantic import Field

from backstep_lab.engine.graph.forward_mode import Tangent, tangent_operations, tangents
from backstep_lab.models.graph import refs
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.models.graph.tangent_formula import tangent_formula
from backstep_lab.queries.graph.reached import leaf_named
from backstep_lab.queries.query import Query, slow
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.formulas.mathml import mathml
from backstep_lab.stepping.formulas.printing import printed
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.operation import Formula, FormulaInMathML, Operand, Templates
from backstep_lab.wire.operation_json import operand_model


class TangentOperation(Wire):
    """The derivative of one number by the leaf."""

    ref: str = Field(description="The derivative's name, as `dq/dx`.")
    node: str = Field(description="The ref of the number that moves.")
    value: float = Field(description="Its derivative by the leaf.")
    operands: list[Operand] = Field(description="The numbers it consumes.")
    formula: Formula = Field(description="How it is computed.")


class ModeCounts(Wire):
    """How many operations derivatives take, without the forward pass."""

    one_leaf: int = Field(description="Forward mode, for the leaf at hand.")
    all_leaves: int = Field(description="Forward mode, once for every leaf.")
    reverse: int = Field(description="Reverse mode, for all leaves at once.")
    leaves: int = Field(description="How many leaves there are.")


class ForwardMode(Wire):
    """All derivatives by one leaf, in the order of the text, and what they take."""

    leaf: str = Field(description="The leaf.")
    target: str = Field(description="The ref of the number that reverse mode differentiates.")
    derivative: float | None = Field(description="The target's derivative; null where it is undefined.")
    gradient: float | None = Field(description="The same by reverse mode.")
    operations: list[TangentOperation] = Field(description="The derivatives, the leaf's own 1 first.")
    counts: ModeCounts = Field(description="How many operations each mode takes.")


def forward_mode(session: Session, text: str, proceed: ShouldContinue) -> ForwardMode:
    """The derivatives of all numbers by a leaf. Raises Invalid where `text` names no leaf."""
    current, leaf = graph_of(session), leaf_named(session, "leaf", text)
    graph, plan = current.setup.graph, current.setup.plan
    found = (
        tangents(plan, current.numbers.passes.values, leaf) if current.numbers.passes.failed is None else []
    )
    by_node = {tangent.node: tangent for tangent in found}
    own = by_node.get(graph.target)
    is_independent = bool(found) and graph.target not in by_node
    return ForwardMode(
        leaf=graph.nodes[leaf].ref,
        target=graph.nodes[graph.target].ref,
        derivative=0.0 if is_independent else None if own is None else own.value + 0.0,
        gradient=current.numbers.gradient(leaf),
        operations=[_operation(current, leaf, tangent, by_node) for tangent in found],
        counts=_counts(current, leaf, proceed),
    )


def _operation(
    current: GraphIteration, leaf: int, tangent: Tangent, by_node: dict[int, Tangent]
) -> TangentOperation:
    formula = tangent_formula(current.numbers, leaf, tangent, by_node)
    symbols, numbers = formula.formula
    value, operands = tangent.value + 0.0, formula.operands
    graph = current.setup.graph
    return TangentOperation(
        ref=refs.tangent(graph, tangent.node, leaf),
        node=graph.nodes[tangent.node].ref,
        value=value,
        operands=[operand_model(operand) for operand in operands],
        formula=Formula(
            result=formula.result,
            symbols=symbols.symbols(operands),
            numbers=printed("tangent", numbers, operands, value)[1],
            templates=Templates(symbols=symbols.text, numbers=numbers.text),
            mathml=FormulaInMathML(
                result=mathml(formula.result), symbols=list(symbols.mathml), numbers=list(numbers.mathml)
            ),
            alternative=None,
        ),
    )


def _counts(current: GraphIteration, leaf: int, proceed: ShouldContinue) -> ModeCounts:
    graph, plan = current.setup.graph, current.setup.plan
    each = {}
    for one in graph.leaves:
        proceed()
        each[one] = tangent_operations(plan, one)
    start, stop = current.phases["backward"]
    return ModeCounts(
        one_leaf=each[leaf], all_leaves=sum(each.values()), reverse=stop - start, leaves=len(each)
    )


QUERY = Query(
    lambda session, arguments, proceed: json_bytes(forward_mode(session, arguments["leaf"], proceed)), slow
)
