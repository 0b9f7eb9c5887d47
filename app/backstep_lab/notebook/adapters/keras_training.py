"""Losses and optimizers of Keras, known by their names."""

import re
from collections.abc import Iterator
from typing import Any

from backstep_lab.notebook.adapters.conventions import delta_of
from backstep_lab.notebook.examples import array_of
from backstep_lab.notebook.network import NotebookTraining
from backstep_lab.notebook.refusal import no_setting, unknown

LOSSES = {
    "mean_squared_error": "mean_squared_error",
    "mse": "mean_squared_error",
    "mean_absolute_error": "absolute_error",
    "mae": "absolute_error",
    "huber": "huber",
    "huber_loss": "huber",
    "hinge": "hinge",
    "binary_crossentropy": "binary_cross_entropy",
    "categorical_crossentropy": "cross_entropy",
    "sparse_categorical_crossentropy": "cross_entropy",
}
OUTPUTS = {"binary_cross_entropy": "sigmoid", "cross_entropy": "softmax"}
SETTINGS: dict[str, tuple[Any, ...]] = {
    "label_smoothing": (0, 0.0),
    "axis": (-1,),
    "ignore_class": (None,),
    "reduction": ("sum_over_batch_size", "auto", "mean", "sum"),
}
# Of each optimizer: the settings that become Backstep's, and those that must have one of these values.
# RMSprop and Adagrad add ε under the root in Keras, beside it in Backstep: the first steps would differ.
OPTIMIZERS: dict[str, tuple[dict[str, str], dict[str, tuple[Any, ...]]]] = {
    "SGD": ({"momentum": "momentum"}, {}),
    "Adam": ({"beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon"}, {"amsgrad": (False,)}),
    "AdamW": (
        {"beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon", "weight_decay": "weight_decay"},
        {"amsgrad": (False,)},
    ),
}


def keras_loss(loss: Any) -> NotebookTraining:
    """The loss, by name or as an object, with the activation that it applies itself. Raises Invalid."""
    written = loss if isinstance(loss, str) else getattr(loss, "name", type(loss).__name__)
    name = _snake(written)
    if name not in LOSSES:
        raise unknown("loss", written, LOSSES)
    config = {} if isinstance(loss, str) else loss.get_config()
    # The configuration of Huber's loss is without its δ.
    arguments = {**getattr(loss, "_fn_kwargs", {}), **config}
    for setting, allowed in SETTINGS.items():
        if arguments.get(setting, allowed[0]) not in allowed:
            raise no_setting(written, f"{setting}={arguments[setting]}")
    ours = LOSSES[name]
    output = OUTPUTS.get(ours) if arguments.get("from_logits") else None
    return NotebookTraining(loss=ours, output=output, conventions=dict(_conventions(written, arguments)))


def _conventions(name: str, arguments: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Whether examples are added up (outputs are not), and δ. Raises Invalid for a δ out of range."""
    if arguments.get("reduction") == "sum":
        yield "batch_reduction", "sum"
    yield from delta_of(arguments.get("delta"), name)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def keras_optimizer(optimizer: Any) -> NotebookTraining:
    """The optimizer. Raises Invalid for others and other settings."""
    name = type(optimizer).__name__
    if name not in OPTIMIZERS:
        raise unknown("optimizer", name, OPTIMIZERS)
    taken, needed = OPTIMIZERS[name]
    if "weight_decay" not in taken:
        needed = {**needed, "weight_decay": (None, 0, 0.0)}
    for setting, allowed in {
        **needed,
        "clipnorm": (None,),
        "clipvalue": (None,),
        "use_ema": (False,),
    }.items():
        value = getattr(optimizer, setting, allowed[0])
        if value not in allowed:
            raise no_setting(name, f"{setting}={value}")
    rate = float(array_of(optimizer.learning_rate))
    fields = {ours: float(getattr(optimizer, theirs)) for theirs, ours in taken.items()}
    if name != "SGD":
        return NotebookTraining(optimizer={"name": name.lower(), "learning_rate": rate, **fields})
    if not fields["momentum"]:
        return NotebookTraining(optimizer={"name": "sgd", "learning_rate": rate})
    kind = "nesterov" if optimizer.nesterov else "momentum"
    return NotebookTraining(optimizer={"name": kind, "learning_rate": rate, **fields})
