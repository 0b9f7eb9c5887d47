"""Which adapter a model, a loss or an optimizer belongs to."""

from __future__ import annotations

from typing import Any

from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.notebook.adapters import keras_model, lists, scikit_model, torch_model
from backstep_lab.notebook.adapters.keras_training import keras_loss, keras_optimizer
from backstep_lab.notebook.adapters.torch_training import torch_loss, torch_optimizer
from backstep_lab.notebook.network import NotebookModel, NotebookTraining
from backstep_lab.notebook.refusal import unknown

MODELS = (
    "torch.nn.Sequential",
    "sklearn.neural_network.MLPClassifier",
    "MLPRegressor",
    "keras.Sequential",
    "[(W, b, activation), …]",
)
OPTIMIZERS = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw")


def package_of(thing: Any) -> str:
    """The package that a thing's class, or one that it derives from, belongs to; empty for others."""
    for base in type(thing).__mro__:
        package = base.__module__.partition(".")[0]
        if package in ("torch", "sklearn", "keras"):
            return package
    return ""


def model_of(model: Any) -> NotebookModel:
    """A model of any kind. Raises Invalid for others, naming the layer that cannot be shown."""
    readers = {"torch": torch_model.read, "sklearn": scikit_model.read, "keras": keras_model.read}
    reader = readers.get(package_of(model))
    if reader is not None:
        return reader(model)
    if isinstance(model, list | tuple):
        return lists.read(model)
    raise unknown("model", type(model).__name__, MODELS)


def loss_of(loss: Any) -> NotebookTraining:
    """A loss by name, or of another package. Raises Invalid."""
    if loss is None:
        return NotebookTraining()
    if isinstance(loss, str):
        if loss in LOSSES:
            return NotebookTraining(loss=loss)
        return keras_loss(loss)
    if package_of(loss) == "torch":
        return torch_loss(loss)
    if package_of(loss) == "keras":
        return keras_loss(loss)
    raise unknown("loss", type(loss).__name__, LOSSES)


def optimizer_of(optimizer: Any) -> NotebookTraining:
    """An optimizer by name, as fields, as a learning rate, or of another package. Raises Invalid."""
    if optimizer is None:
        return NotebookTraining()
    if isinstance(optimizer, str):
        if optimizer.lower() not in OPTIMIZERS:
            raise unknown("optimizer", optimizer, OPTIMIZERS)
        return NotebookTraining(optimizer={"name": optimizer.lower()})
    if isinstance(optimizer, int | float):
        return NotebookTraining(optimizer={"name": "sgd", "learning_rate": float(optimizer)})
    if isinstance(optimizer, dict):
        return NotebookTraining(optimizer=optimizer)
    if package_of(optimizer) == "torch":
        return torch_optimizer(optimizer)
    if package_of(optimizer) == "keras":
        return keras_optimizer(optimizer)
    raise unknown("optimizer", type(optimizer).__name__, OPTIMIZERS)
