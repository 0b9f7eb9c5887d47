"""The explanation of an operation of a graph: operands, formula and message."""

from collections.abc import Callable

from backstep_lab.engine.functions.latex import Latex
from backstep_lab.engine.graph.function import Function
from backstep_lab.engine.graph.plan import Edge
from backstep_lab.language.symbols import symbol
from backstep_lab.models.graph import refs, symbols
from backstep_lab.models.graph.numbers import GraphNumbers
from backstep_lab.models.graph.operations import (
    MESSAGE,
    MESSAGE_SUM,
    NO_MESSAGE,
    NODE,
    SEED,
    GraphOperation,
)
from backstep_lab.models.graph.update_rules import update_account
from backstep_lab.stepping.explain.account import Account, Args
from backstep_lab.stepping.explain.operation import Operation, explained
from backstep_lab.stepping.formulas.templates import Operand, Pair, added, compiled, pair

_MANY = {"sum": "", "max": r"\max", "min": r"\min"}


def explain(numbers: GraphNumbers, ordinal: int) -> Operation:
    """The operation that leads from `ordinal` operations done to `ordinal + 1`."""
    operations = numbers.operations
    operation = operations.all[ordinal]
    account = _ACCOUNTS.get(operation.kind, update_account)(numbers, operation)
    return explained(
        operation.kind,
        operations.phase_of(ordinal),
        operations.refs[ordinal],
        numbers.made[ordinal],
        ordinal,
        account,
    )


def _node(numbers: GraphNumbers, operation: GraphOperation) -> Account:
    graph, node = numbers.graph, operation.node
    record, function = graph.nodes[node], numbers.plan.function(node)
    operands = tuple(
        Operand(graph.nodes[i].ref, numbers.value(i), symbols.operand(graph, i, function, position))
        for position, i in enumerate(record.inputs)
    )
    args: Args = {"name": record.name or "", "count": len(operands)}
    args |= {f"x{position}": operand.value for position, operand in enumerate(operands[:2], start=1)}
    formula = formula_of(function, len(operands))
    return Account(
        symbol(graph, node), operands, formula, f"op-graph-{function.name.replace('_', '-')}", args
    )


def formula_of(function: Function, count: int) -> Pair:
    """A function's template for so many arguments."""
    if function.latex is not None:
        return compiled(function.latex)
    if function.name == "sum":
        return pair(added(count))
    arguments = r",\,".join(f"#{{{i}}}" for i in range(count))
    return pair(rf"{_MANY[function.name]}\left({arguments}\right)")


def _seed(numbers: GraphNumbers, operation: GraphOperation) -> Account:
    graph = numbers.graph
    return Account(symbols.gradient(graph, operation.node), (), pair("1"), "op-graph-seed", {})


def _message(numbers: GraphNumbers, operation: GraphOperation) -> Account:
    """Upstream gradient times local slope."""
    graph, receiver = numbers.graph, numbers.plan.receivers[operation.receiver]
    edge = receiver.edges[operation.edge]
    function = numbers.plan.function(edge.above)
    upstream = Operand(
        refs.gradient(graph, edge.above),
        numbers.gradient(edge.above),
        symbols.gradient(graph, edge.above),
    )
    formula, operands = chain_rule(numbers, edge, upstream)
    args: Args = {
        "upstream": upstream.value,
        "slope": numbers.slope(edge),
        "function": function.name,
        "share": "several" if len(receiver.edges) > 1 else "only",
    }
    key = f"op-graph-message-{_rule(numbers, edge, function)}"
    return Account(symbols.message(graph, receiver, operation.edge), operands, formula, key, args)


def _rule(numbers: GraphNumbers, edge: Edge, function: Function) -> str:
    """Which sentence says how a function passes a gradient on."""
    if function.name in ("add", "sum"):
        return "sum"
    if function.name == "subtract":
        return "sum" if edge.position == 0 else "negative"
    if function.name in ("max", "min", "relu", "leaky_relu", "abs"):
        slope = numbers.slope(edge)
        return f"{'extreme' if function.arguments == 0 else 'piece'}-{'passes' if slope else 'stops'}"
    return function.name if function.name in ("multiply", "negative") else "slope"


def chain_rule(numbers: GraphNumbers, edge: Edge, outer: Operand) -> tuple[Pair, tuple[Operand, ...]]:
    """The formula outer · slope, and what it reads."""
    graph, function = numbers.graph, numbers.plan.function(edge.above)
    inputs = graph.nodes[edge.above].inputs
    values = [numbers.values[i] for i in inputs]
    position = edge.position if function.arguments == 0 else 0
    form = function.slope(edge.position).latex(values, numbers.values[edge.above], position)
    x = inputs[edge.position] if function.arguments == 0 else inputs[0]
    places = {"@x": x, "@y": inputs[-1], "@v": edge.above}
    used = [(mark, node) for mark, node in places.items() if mark in form.symbols or mark in form.numbers]
    operands = [outer]
    text = Latex(rf"#{{0}} \cdot {form.symbols}", rf"#{{0}} \cdot {form.numbers}")
    for mark, node in used:
        text = Latex(*(part.replace(mark, f"#{{{len(operands)}}}") for part in text))
        operands.append(Operand(graph.nodes[node].ref, numbers.value(node), symbols.operand(graph, node)))
    return compiled(text), tuple(operands)


def _message_sum(numbers: GraphNumbers, operation: GraphOperation) -> Account:
    graph, receiver = numbers.graph, numbers.plan.receivers[operation.receiver]
    arrived = numbers.messages(operation.receiver)
    operands = tuple(
        Operand(refs.message(graph, receiver, edge), value, symbols.message(graph, receiver, edge))
        for edge, value in enumerate(arrived)
    )
    args: Args = {"count": len(operands), "name": graph.nodes[operation.node].name}
    return Account(
        symbols.gradient(graph, operation.node),
        operands,
        pair(added(len(operands))),
        "op-graph-gradient-sum",
        args,
    )


def _no_message(numbers: GraphNumbers, operation: GraphOperation) -> Account:
    graph = numbers.graph
    args: Args = {"name": graph.nodes[operation.node].ref, "target": graph.nodes[graph.target].ref}
    return Account(symbols.gradient(graph, operation.node), (), pair("0"), "op-graph-no-message", args)


Accounts = dict[str, Callable[[GraphNumbers, GraphOperation], Account]]
_ACCOUNTS: Accounts = {
    NODE: _node,
    SEED: _seed,
    MESSAGE: _message,
    MESSAGE_SUM: _message_sum,
    NO_MESSAGE: _no_message,
}
