"""Losses and optimizers of torch, known by the names of their classes."""

import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from backstep_lab.engine.functions.conventions import ONE_REDUCTION
from backstep_lab.notebook.adapters.conventions import delta_of
from backstep_lab.notebook.network import NotebookTraining
from backstep_lab.notebook.refusal import no_setting, unknown

LOSSES = {
    "MSELoss": NotebookTraining(loss="mean_squared_error"),
    "L1Loss": NotebookTraining(loss="absolute_error"),
    "HuberLoss": NotebookTraining(loss="huber"),
    "SmoothL1Loss": NotebookTraining(loss="huber"),
    "BCELoss": NotebookTraining(loss="binary_cross_entropy"),
    "BCEWithLogitsLoss": NotebookTraining(loss="binary_cross_entropy", output="sigmoid"),
    "CrossEntropyLoss": NotebookTraining(loss="cross_entropy", output="softmax"),
    "NLLLoss": NotebookTraining(loss="cross_entropy"),
}
LOSS_SETTINGS: dict[str, tuple[Any, ...]] = {
    "reduction": ("mean", "sum"),
    "weight": (None,),
    "pos_weight": (None,),
    "label_smoothing": (0.0,),
    "ignore_index": (-100,),
    "beta": (1.0,),
}
# Of each optimizer: the settings that become Backstep's, and those that must have one of these values.
OPTIMIZERS: dict[str, tuple[dict[str, str], dict[str, tuple[Any, ...]]]] = {
    "SGD": ({"momentum": "momentum"}, {"dampening": (0,), "weight_decay": (0,)}),
    "Adagrad": (
        {"eps": "epsilon", "initial_accumulator_value": "first_v"},
        {"lr_decay": (0,), "weight_decay": (0,)},
    ),
    "RMSprop": (
        {"alpha": "rho", "eps": "epsilon"},
        {"momentum": (0,), "centered": (False,), "weight_decay": (0,)},
    ),
    "Adam": ({"eps": "epsilon"}, {"amsgrad": (False,), "weight_decay": (0,)}),
    "AdamW": ({"eps": "epsilon", "weight_decay": "weight_decay"}, {"amsgrad": (False,)}),
}
HAS_STEPPED = "This optimizer has done steps already: what is shown begins with an empty memory."


def torch_loss(loss: Any) -> NotebookTraining:
    """The loss, with the activation that it applies itself. Raises Invalid for others and other settings."""
    name = type(loss).__name__
    if name not in LOSSES:
        raise unknown("loss", name, LOSSES)
    for setting, allowed in LOSS_SETTINGS.items():
        value = getattr(loss, setting, allowed[0])
        if value is not None and value not in allowed:
            raise no_setting(name, f"{setting}={value}")
    return replace(LOSSES[name], conventions=dict(_conventions(loss, name)))


def _conventions(loss: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Sums, which torch makes over batch and outputs at once, and δ. Raises Invalid for a δ out of range."""
    if loss.reduction == "sum":
        yield "batch_reduction", "sum"
        if LOSSES[name].loss not in ONE_REDUCTION:
            yield "reduction", "sum"
    yield from delta_of(getattr(loss, "delta", None), name)


def torch_optimizer(optimizer: Any) -> NotebookTraining:
    """The optimizer. Raises Invalid for others and other settings."""
    name = type(optimizer).__name__
    if name not in OPTIMIZERS:
        raise unknown("optimizer", name, OPTIMIZERS)
    if len(optimizer.param_groups) != 1:
        raise no_setting(name, f"{len(optimizer.param_groups)} param_groups")
    (group,), (taken, needed) = optimizer.param_groups, OPTIMIZERS[name]
    for setting, allowed in {**needed, "maximize": (False,)}.items():
        if group.get(setting, allowed[0]) not in allowed:
            raise no_setting(name, f"{setting}={group[setting]}")
    if any(float(memory.get("step", 1)) for memory in optimizer.state.values()):
        warnings.warn(HAS_STEPPED, stacklevel=2)
    fields = {ours: float(group[theirs]) for theirs, ours in taken.items()}
    if "betas" in group:
        fields |= dict(zip(("beta1", "beta2"), map(float, group["betas"]), strict=True))
    kind = _kind(name, group)
    if kind == "sgd":
        fields = {}
    return NotebookTraining(optimizer={"name": kind, "learning_rate": float(group["lr"]), **fields})


def _kind(name: str, group: dict[str, Any]) -> str:
    if name != "SGD":
        return name.lower()
    if not group["momentum"]:
        return "sgd"
    return "nesterov" if group["nesterov"] else "momentum"
