"""Where each number of an iteration is found in its trace."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.operations import Chain, Step
from backstep_lab.stepping.program import Program
from backstep_lab.stepping.refs import RATES, Ref, parse

Number = Callable[[Trace, int, int, int, int], float]  # (trace, layer, j, k, row of the batch)


def _remembered_weight(name: str, after: bool, trace: Trace, layer: int, j: int, k: int, row: int) -> float:
    return trace.remembered(name, after)[layer - 1].item(j, k)


def _remembered_bias(name: str, after: bool, trace: Trace, layer: int, j: int, k: int, row: int) -> float:
    return trace.remembered(name, after)[layer - 1].item(j, -1)


NUMBERS: dict[str, Number] = {
    "x": lambda trace, layer, j, k, row: trace.X.item(row, j),
    "y": lambda trace, layer, j, k, row: trace.Y.item(row, j),
    "W": lambda trace, layer, j, k, row: trace.W[layer - 1].item(j, k),
    "b": lambda trace, layer, j, k, row: trace.b[layer - 1].item(j),
    "z": lambda trace, layer, j, k, row: trace.Z[layer - 1].item(row, j),
    "a": lambda trace, layer, j, k, row: trace.A[layer].item(row, j),
    "product": lambda trace, layer, j, k, row: (
        trace.W[layer - 1].item(j, k) * trace.A[layer - 1].item(row, k)
    ),
    "downstream": lambda trace, layer, j, k, row: (
        trace.W[layer - 1].item(j, k) * trace.delta[layer - 1].item(row, j)
    ),
    "loss_term": lambda trace, layer, j, k, row: trace.loss_terms.item(row, j),
    "example_loss": lambda trace, layer, j, k, row: trace.example_loss.item(row),
    "mean_loss": lambda trace, layer, j, k, row: trace.data_loss,
    "penalty": lambda trace, layer, j, k, row: trace.penalty,
    "loss": lambda trace, layer, j, k, row: trace.loss,
    "dL/da": lambda trace, layer, j, k, row: trace.dL_dA[layer - 1].item(row, j),
    "f'": lambda trace, layer, j, k, row: trace.slope[layer - 1].item(row, j),
    "delta": lambda trace, layer, j, k, row: trace.delta[layer - 1].item(row, j),
    "dl/dW": lambda trace, layer, j, k, row: (
        trace.delta[layer - 1].item(row, j) * trace.A[layer - 1].item(row, k)
    ),
    "dl/db": lambda trace, layer, j, k, row: trace.delta[layer - 1].item(row, j),
    "dmean/dW": lambda trace, layer, j, k, row: trace.dW_data[layer - 1].item(j, k),
    "dW": lambda trace, layer, j, k, row: trace.dW[layer - 1].item(j, k),
    "db": lambda trace, layer, j, k, row: trace.db[layer - 1].item(j),
    "W_next": lambda trace, layer, j, k, row: trace.W_next[layer - 1].item(j, k),
    "b_next": lambda trace, layer, j, k, row: trace.b_next[layer - 1].item(j),
}

for _name in "mv":
    for _when, _after in (("", False), ("_next", True)):
        NUMBERS[f"{_name}W{_when}"] = partial(_remembered_weight, _name, _after)
        NUMBERS[f"{_name}b{_when}"] = partial(_remembered_bias, _name, _after)


def setting(trace: Trace, name: str, rule: UpdateRule) -> float | None:
    """A setting that operations read; None where this rule has none of the name."""
    if name == "learning_rate":
        return trace.learning_rate
    if name == "t":
        return float(trace.memory.optimizer_step + 1)
    value = getattr(rule, name, None)
    return getattr(rule.optimizer, name, None) if value is None else value


def finite(value: float) -> float | None:
    """The value, without a sign on zero; None where it is infinite or not a number."""
    return value + 0.0 if value - value == 0.0 else None


def value_of(trace: Trace, ref: str | Ref, focus: int, rule: UpdateRule) -> float | None:
    """The number that a ref names, for the focus example or for the row it asks for; None where not finite.

    It asks nothing about the cursor: the whole iteration counts as computed. Raises `RefError`.
    """
    name = parse(ref, trace.shape, trace.N) if isinstance(ref, str) else ref
    if name.kind in RATES:
        value = setting(trace, name.kind, rule)
        return None if value is None else finite(value)
    j, k = (*name.at, 0, 0)[:2]
    return finite(NUMBERS[name.kind](trace, name.layer, j, k, focus if name.row is None else name.row))


def made(trace: Trace, program: Program, step: Step, focus: int) -> float | None:
    """The number that an operation makes."""
    kind, layer, j, k = step
    if kind == "downstream_term":
        return finite(NUMBERS["downstream"](trace, layer + 1, k, j, focus))
    name = _MADE.get(kind) or _made_parameter(step, program)
    return finite(NUMBERS[name](trace, layer, j, k, focus))


def _made_parameter(step: Step, program: Program) -> str:
    """The kind of number that a step of a weight or bias makes."""
    kind, layer, _, k = step
    chain: Chain = program.chain
    if kind == "bias_gradient":
        return "db" if kind == chain.bias_gradient else "dl/db"
    if kind in _OF_MEMORY:
        return _OF_MEMORY[kind] + ("b_next" if k == program.shape.sizes[layer - 1] else "W_next")
    if kind in ("batch_gradient", "update") and k == program.shape.sizes[layer - 1]:
        return "db" if kind == "batch_gradient" else "b_next"
    if kind == "update":
        return "W_next"
    if kind == chain.weight_gradient:
        return "dW"
    return "dmean/dW" if kind == "batch_gradient" else "dl/dW"


_OF_MEMORY = {"first_moment": "m", "second_moment": "v"}
_MADE = {
    "product": "product",
    "sum": "z",
    "activation": "a",
    "loss_term": "loss_term",
    "loss": "example_loss",
    "batch_loss": "loss",
    "loss_slope": "dL/da",
    "downstream_sum": "dL/da",
    "slope": "f'",
    "delta": "delta",
}
