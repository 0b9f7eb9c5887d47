"""Accounts of the update: what the optimizer remembers, and how a gradient becomes a new parameter."""

from __future__ import annotations

from backstep_lab.engine.optimizers import Adam, AdamW, Nesterov, bias_correction
from backstep_lab.engine.trace import Trace
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.explain.account import Account, Accounts, Args
from backstep_lab.stepping.explain.optimizer_rules import (
    DAMPENED,
    DECAYED,
    GATHERED,
    MOMENTS,
    NOT_REMEMBERED,
    UNDIVIDED,
    UPDATES,
    Form,
)
from backstep_lab.stepping.explain.parameter import ParameterPlace
from backstep_lab.stepping.formulas import symbols
from backstep_lab.stepping.numbers import setting
from backstep_lab.stepping.operations import Step
from backstep_lab.stepping.program import Program

_KEYS = {
    "momentum": "op-update-momentum",
    "nesterov": "op-update-nesterov",
    "adagrad": "op-update-adagrad",
    "rmsprop": "op-update-rmsprop",
    "adam": "op-update-adam",
    "adamw": "op-update-adamw",
}


def update(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """One new parameter, by the optimizer's own formula."""
    parameter = ParameterPlace.of(trace, program, step, rule)
    is_undivided = _is_undivided(parameter)
    form = _undivided(rule) if is_undivided else UPDATES[rule.optimizer.name]
    if parameter.is_frozen:
        form = UNDIVIDED
    old, new = parameter.number(parameter.name), parameter.number(f"{parameter.name}_next")
    args: Args = {
        "gradient": parameter.number(f"d{parameter.name}"),
        "learning_rate": trace.learning_rate,
        "optimizer": rule.optimizer.name,
        "change": None if old is None or new is None else new - old,
    }
    key = _KEYS.get(rule.optimizer.name, "")
    if parameter.is_frozen:
        key = "op-update-frozen"
        args |= {"old": old, "parameter": "bias" if parameter.name == "b" else "weight"}
    elif is_undivided:
        decay = _settings(parameter, old).get("decay")
        key = "op-update-undivided" if decay is None else "op-update-undivided-decay"
        args |= {"old": old} if decay is None else {"old": old, "decay": decay}
    elif key:
        args |= {"old": old} | _corrected(parameter) | _settings(parameter, old)
    elif old == new:
        key = _unmoved_key(args["gradient"], trace.learning_rate)
        args |= {"old": old, "parameter": "bias" if parameter.name == "b" else "weight"}
    elif parameter.name == "b":
        key = "op-update-bias"
        args["b"] = old
    else:
        key = "op-update"
        args |= {"w": old, "from": step.term, "from_layer": step.layer - 1}
    return Account(
        parameter.symbol + "{}'", tuple(map(parameter.operand, form.reads)), form.formula, key, args
    )


def _is_undivided(parameter: ParameterPlace) -> bool:
    """Whether the step would be divided by 0, and is 0: with ε = 0, where v' is 0."""
    optimizer = parameter.rule.optimizer
    if "v" not in optimizer.memory or setting(parameter.trace, "epsilon", parameter.rule) != 0.0:
        return False
    return parameter.operand("v_next").value == 0.0


def _undivided(rule: UpdateRule) -> Form:
    """The update without its step."""
    return DECAYED if isinstance(rule.optimizer, AdamW) else UNDIVIDED


def _unmoved_key(gradient: float | int | str | None, rate: float) -> str:
    """Why plain gradient descent leaves a parameter where it was."""
    if gradient == 0.0:
        return "op-update-no-gradient"
    return "op-update-no-rate" if rate == 0.0 else "op-update-underflow"


def _settings(parameter: ParameterPlace, old: float | None) -> Args:
    """What the sentence about an optimizer reads beside its memory."""
    optimizer = parameter.rule.optimizer
    if isinstance(optimizer, Nesterov):
        return {"kept": optimizer.momentum}
    began: Args = {"began": "given" if any(optimizer.first_memory) else "zero"}
    if isinstance(optimizer, AdamW) and old is not None:
        return began | {"decay": parameter.trace.learning_rate * optimizer.weight_decay * old}
    return began if isinstance(optimizer, Adam) else {}


def _corrected(parameter: ParameterPlace) -> Args:
    """What an optimizer with two moments makes of them: m̂ and v̂."""
    optimizer, memory = parameter.rule.optimizer, parameter.trace.memory
    hats: Args = {}
    for name, beta in (("m", "beta1"), ("v", "beta2")):
        if hasattr(optimizer, beta):
            value = parameter.operand(f"{name}_next").value
            share = bias_correction(getattr(optimizer, beta), memory.optimizer_step)
            hats[f"{name}_hat"] = None if value is None else value / share
    return hats


def moment(trace: Trace, program: Program, step: Step, focus: int, rule: UpdateRule) -> Account:
    """One number of the optimizer's memory, made anew."""
    parameter = ParameterPlace.of(trace, program, step, rule)
    name, key = _MOMENTS[step.kind]
    result = symbols.remembered(name, step.layer, parameter.at, after=True)
    if parameter.is_frozen:
        return Account(result, (), NOT_REMEMBERED.formula, "op-moment-frozen", {})
    dampening = setting(trace, "dampening", rule)
    form = DAMPENED if dampening else MOMENTS[rule.optimizer.name, name]
    args: Args = {
        "optimizer": rule.optimizer.name,
        "old": parameter.operand(name).value,
        "gradient": parameter.operand("g").value,
    }
    if rule.optimizer.name == "adagrad":
        key = "op-sum-of-squares"
    else:
        kept = parameter.operand(form.reads[0]).value
        assert kept is not None, f"{form.reads[0]} is a setting"
        share = 1.0 - dampening if dampening else 1.0 if form is GATHERED else 1.0 - kept
        args |= {"kept": kept, "share": share}
    return Account(result, tuple(map(parameter.operand, form.reads)), form.formula, key, args)


_MOMENTS = {"first_moment": ("m", "op-first-moment"), "second_moment": ("v", "op-second-moment")}

ACCOUNTS: Accounts = {"update": update, "first_moment": moment, "second_moment": moment}
