"""Accounts of the update of a trained leaf: what the optimizer remembers of it, and its new value."""

from backstep_lab.engine.optimizers import AdamW
from backstep_lab.models.graph import refs, symbols
from backstep_lab.models.graph.numbers import GraphNumbers
from backstep_lab.models.graph.operations import GraphOperation
from backstep_lab.stepping.explain.account import Account, Args
from backstep_lab.stepping.explain.optimizer_rules import (
    DAMPENED,
    DECAYED,
    MOMENTS,
    UNDIVIDED,
    UPDATES,
    Form,
)
from backstep_lab.stepping.formulas import symbols as common
from backstep_lab.stepping.formulas.templates import Operand

_MOMENTS = {"first_moment": ("m", "op-graph-first-moment"), "second_moment": ("v", "op-graph-second-moment")}


def update_account(numbers: GraphNumbers, operation: GraphOperation) -> Account:
    """The account of an operation of the update."""
    optimizer = numbers.setup.rule.optimizer.name
    if operation.kind == "update":
        return _update(numbers, operation, _form(numbers, operation))
    name, key = _MOMENTS[operation.kind]
    result = symbols.remembered(numbers.graph, operation.node, name, after=True)
    form = DAMPENED if numbers.setting("dampening") else MOMENTS[optimizer, name]
    args: Args = {"optimizer": optimizer, "gradient": numbers.gradient(operation.node)}
    return Account(result, _operands(numbers, operation, form), form.formula, key, args)


def _form(numbers: GraphNumbers, operation: GraphOperation) -> Form:
    """The optimizer's formula; without its step where that would be divided by 0, which needs ε = 0."""
    optimizer = numbers.setup.rule.optimizer
    is_divided = "v" in optimizer.memory and numbers.setting("epsilon") == 0.0
    if is_divided and numbers.memory("v", operation.receiver, after=True) == 0.0:
        return DECAYED if isinstance(optimizer, AdamW) else UNDIVIDED
    return UPDATES[optimizer.name]


def _update(numbers: GraphNumbers, operation: GraphOperation, form: Form) -> Account:
    old, new = numbers.value(operation.node), numbers.leaf_after(operation.node)
    change = None if old is None or new is None else new - old
    args: Args = {
        "name": numbers.graph.nodes[operation.node].ref,
        "old": old,
        "gradient": numbers.gradient(operation.node),
        "learning_rate": numbers.setup.learning_rate,
        "optimizer": numbers.setup.rule.optimizer.name,
        "change": change,
    }
    key = "op-graph-update" if form is UPDATES["sgd"] else "op-graph-update-adaptive"
    result = symbols.next_value(numbers.graph, operation.node)
    return Account(result, _operands(numbers, operation, form), form.formula, key, args)


def _operands(numbers: GraphNumbers, operation: GraphOperation, form: Form) -> tuple[Operand, ...]:
    return tuple(_operand(numbers, operation, read) for read in form.reads)


def _operand(numbers: GraphNumbers, operation: GraphOperation, read: str) -> Operand:
    """What a form of `optimizer_rules` reads."""
    graph, node = numbers.graph, operation.node
    record = graph.nodes[node]
    if read == "old":
        return Operand(record.ref, numbers.value(node), symbols.operand(graph, node))
    if read == "g":
        return Operand(refs.gradient(graph, node), numbers.gradient(node), symbols.gradient(graph, node))
    if read.removesuffix("_next") in ("m", "v"):
        after = read.endswith("_next")
        value = numbers.memory(read[0], operation.receiver, after)
        ref = refs.memory(record, read)
        return Operand(ref, value, symbols.remembered(graph, node, read[0], after))
    return Operand(refs.setting(read), numbers.setting(read), common.ALONE[read])
