"""Accounts of the loss: its terms, the loss of the focus example, the loss of the batch with its penalty."""

from __future__ import annotations

from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.explain import batch
from backstep_lab.stepping.explain.account import Account, Accounts, Args, activation, target, weighted_sum
from backstep_lab.stepping.explain.saturation import term_follows
from backstep_lab.stepping.formulas import losses as formulas
from backstep_lab.stepping.formulas import symbols
from backstep_lab.stepping.formulas.templates import Operand, reduced
from backstep_lab.stepping.numbers import finite
from backstep_lab.stepping.operations import Step
from backstep_lab.stepping.program import Program


def loss_term(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """One output's part of the loss; where a has lost its digits, written as it is computed: from z."""
    shape, k = program.shape, step.unit
    y, a = target(trace, k, focus), activation(trace, shape.depth, k, focus)
    value = trace.loss_terms.item(focus, k)
    args: Args = {"loss": shape.loss, "a": a.value, "y": y.value}
    formula, result = formulas.loss_term(shape.loss_function, y.value, a.value), symbols.flat("\\ell", k)
    if shape.loss_function.is_rule:
        z = weighted_sum(trace, shape.depth, k, focus)
        key = "op-loss-term-rule-right" if a.value == y.value else "op-loss-term-rule"
        return Account(result, (y, a, z), formula, key, {"a": a.value, "y": y.value, "z": z.value})
    key = _term_key(shape.loss, y.value, value)
    if shape.is_fused and not term_follows(shape.loss, y.value, a.value, value):
        others = [i for i in range(shape.outputs) if i != k] if shape.loss == "cross_entropy" else []
        sums = [weighted_sum(trace, shape.depth, i, focus) for i in (k, *others)]
        stable = formulas.saturated_term(shape.loss, shape.outputs)
        return Account(result, (y, a, *sums), stable, key, args, formula)
    return Account(result, (y, a), formula, key, args)


def _term_key(loss: str, y: float | None, value: float) -> str:
    if loss == "cross_entropy" and y == 0.0:
        return "op-loss-term-unwanted"
    return "op-loss-term-nothing" if value == 0.0 else "op-loss-term"


def example_loss(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """ℓ of the focus example, out of its terms."""
    shape = program.shape
    terms = tuple(
        Operand(f"loss[{k}]", finite(trace.loss_terms.item(focus, k)), symbols.flat("\\ell", k))
        for k in range(shape.outputs)
    )
    result = "L" if program.chain.single else "\\ell"
    part = "whole" if program.chain.single else "example"
    args: Args = {"loss": shape.loss, "count": shape.outputs, "part": part}
    averages = shape.outputs > 1 and shape.loss_function.reduction == "mean"
    key = "op-loss-mean" if averages else "op-loss"
    return Account(
        result, terms, formulas.example_loss(shape.loss_function.reduction, shape.outputs), key, args
    )


def batch_loss(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """L: the mean, or the sum, of the examples' losses, plus the penalty on the weights."""
    rows = batch.rows(trace.N, focus)
    losses = [
        Operand(
            batch.at("example_loss", n, focus),
            finite(trace.example_loss.item(n)),
            symbols.loss_of_row(n if trace.N > 1 else None),
        )
        for n in rows
    ]
    args: Args = {"examples": trace.N, "example_loss": finite(trace.example_loss.item(focus))}
    loss = program.shape.loss_function
    formula = reduced(
        loss.batch_divisor(trace.N), trace.N, tuple(rows), rows.index(focus), program.chain.penalty
    )
    is_sum = trace.N > 1 and loss.batch_reduction == "sum"
    if not program.chain.penalty:
        return Account("L", tuple(losses), formula, "op-batch-loss-sum" if is_sum else "op-batch-loss", args)
    penalty = Operand("penalty", finite(trace.penalty), "\\Omega")
    args |= {"mean": finite(trace.data_loss), "penalty": penalty.value}
    key = "op-batch-loss-penalty" if trace.N > 1 else "op-example-loss-penalty"
    if is_sum:
        key = "op-batch-loss-sum-penalty"
    return Account("L", (*losses, penalty), formula, key, args)


ACCOUNTS: Accounts = {"loss_term": loss_term, "loss": example_loss, "batch_loss": batch_loss}
