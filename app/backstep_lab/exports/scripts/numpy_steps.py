"""Optimizers and schedules as lines of Python; both kinds of program share the schedules."""

from typing import Any

from backstep_lab.engine.training import UpdateRule
from backstep_lab.exports.scripts.program_inputs import ProgramInputs

_MEAN_M = "memory['m'] = {beta1!r} * memory['m'] + (1 - {beta1!r}) * g"
_MEAN_V = "memory['v'] = {beta2!r} * memory['v'] + (1 - {beta2!r}) * g * g"
_M_HAT = "m = memory['m'] / (1 - {beta1!r} ** t)"
_V_HAT = "v = memory['v'] / (1 - {beta2!r} ** t)"
_DAMPEN = "memory['m'] = {momentum!r} * memory['m'] + (1 - {dampening!r}) * g"
_GATHER = "memory['m'] = {momentum!r} * memory['m'] + g"
_SCALED = "return p - rate * g / (np.sqrt(memory['v']) + {epsilon!r})"
_DIVIDED = "np.divide({0}, np.sqrt({1}), out=np.zeros_like({0}), where={1} > 0)"  # with ε = 0

_UPDATES = {
    "sgd": ("return p - rate * g",),
    "momentum": (_GATHER, "return p - rate * memory['m']"),
    "nesterov": (_GATHER, "return p - rate * (g + {momentum!r} * memory['m'])"),
    "adagrad": ("memory['v'] = memory['v'] + g * g", _SCALED),
    "rmsprop": ("memory['v'] = {rho!r} * memory['v'] + (1 - {rho!r}) * g * g", _SCALED),
    "adam": (_MEAN_M, _MEAN_V, _M_HAT, _V_HAT, "return p - rate * m / (np.sqrt(v) + {epsilon!r})"),
    "adamw": (
        _MEAN_M,
        _MEAN_V,
        _M_HAT,
        _V_HAT,
        "return p * (1 - rate * {weight_decay!r}) - rate * m / (np.sqrt(v) + {epsilon!r})",
    ),
}

_RATES = {
    "constant": "{learning_rate!r}",
    "step": "{learning_rate!r} * {gamma!r} ** (clock // {every})",
    "exponential": "{learning_rate!r} * {gamma!r} ** clock",
    "cosine": "{learning_rate!r} * 0.5 * (1 + cos(pi * min(clock, {length}) / {length}))",
}


def settings_of(rule: UpdateRule) -> dict[str, Any]:
    """The optimizer's and the schedule's own numbers, by name."""
    return {**vars(rule.optimizer), **vars(rule.schedule)}


def update(rule: UpdateRule) -> str:
    """One parameter's step, by its gradient and what the optimizer remembers of it."""
    name, settings = rule.optimizer.name, settings_of(rule)
    lines = _UPDATES[name]
    if settings.get("dampening"):
        lines = (_DAMPEN, *lines[1:])
    if settings.get("epsilon") == 0.0:
        numerator, squares = ("m", "v") if name.startswith("adam") else ("g", "memory['v']")
        divided, _ = lines[-1].rsplit(f"{numerator} / (", 1)
        lines = (*lines[:-1], divided + _DIVIDED.format(numerator, squares))
    body = "".join(f"    {line.format(**settings)}\n" for line in lines)
    return f"def update(p, g, memory, rate, t):\n{body}".rstrip()


def learning_rate(rule: UpdateRule) -> str:
    """η of each iteration."""
    line = _RATES[rule.schedule.name].format(**settings_of(rule))
    return f"def learning_rate(clock):\n    return {line}"


def order(inputs: ProgramInputs) -> str:
    """The order of the examples in an epoch."""
    batching, count = inputs.setup.plan.batching, len(inputs.setup.plan.data)
    rows = f"np.random.default_rng(({batching.seed}, epoch)).permutation({count})"
    return f"def order(epoch):\n    return {rows if batching.shuffle else f'np.arange({count})'}"


def progress(inputs: ProgramInputs) -> str:
    """How far training is: which iteration, epoch and batch is next."""
    state = inputs.setup.state
    return (
        f"iteration, epoch, offset = {inputs.iteration}, {state.epoch}, {state.offset}\n"
        f"t, clock = {state.optimizer_step + 1}, {state.schedule_step}\n"
        f"BATCH = {inputs.setup.plan.batching.size}"
    )
