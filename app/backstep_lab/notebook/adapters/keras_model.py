"""A Keras `Sequential` of Dense and activations. Layers are known by the names of their classes."""

from typing import Any

from backstep_lab.notebook.adapters.conventions import alpha_of
from backstep_lab.notebook.adapters.keras_training import keras_loss, keras_optimizer
from backstep_lab.notebook.examples import array_of
from backstep_lab.notebook.network import Builder, NotebookModel, NotebookTraining
from backstep_lab.notebook.refusal import no_layer

ACTIVATIONS = {
    "linear": "identity",
    "relu": "relu",
    "sigmoid": "sigmoid",
    "hard_sigmoid": "hard_sigmoid",
    "tanh": "tanh",
    "softmax": "softmax",
    "softplus": "softplus",
    "elu": "elu",
    "gelu": "gelu",
    "silu": "silu",
}
ITSELF = {"ReLU": "relu", "ELU": "elu", "Softmax": "softmax", "LeakyReLU": "leaky_relu"}
SETTINGS: dict[str, dict[str, tuple[Any, ...]]] = {
    "ReLU": {"max_value": (None,), "negative_slope": (0, 0.0), "threshold": (0, 0.0)},
    "Softmax": {"axis": (-1, 1)},
}


def read(model: Any) -> NotebookModel:
    """The model, with its loss and optimizer once it is compiled. Raises Invalid, naming the layer."""
    name = type(model).__name__
    if name != "Sequential":
        raise no_layer(name)
    builder = Builder()
    for layer in model.layers:
        _add(builder, layer)
    return builder.model(_training(model))


def _add(builder: Builder, layer: Any) -> None:
    name = type(layer).__name__
    if name == "Dense":
        if getattr(layer, "kernel_regularizer", None) is not None:
            raise no_layer(name, "kernel_regularizer")
        kernel, *bias = (array_of(value) for value in layer.get_weights())
        builder.dense(kernel.T, bias[0] if bias else None, layer.trainable, layer.trainable)
        _activate(builder, layer.activation, name)
    elif name == "Activation":
        _activate(builder, layer.activation, name)
    elif name in ITSELF:
        for setting, allowed in SETTINGS.get(name, {}).items():
            if getattr(layer, setting) not in allowed:
                raise no_layer(name, f"{setting}={getattr(layer, setting)}")
        builder.activation(ITSELF[name], name, alpha_of(layer, name))
    elif name == "Dropout" and layer.rate:
        raise no_layer(name, f"rate={layer.rate}")
    elif name not in ("InputLayer", "Flatten", "Dropout"):
        raise no_layer(name)


def _activate(builder: Builder, function: Any, layer: str) -> None:
    """The function, if it is any: a Dense layer without one may be followed by an Activation."""
    name = "linear" if function is None else getattr(function, "__name__", type(function).__name__)
    if name not in ACTIVATIONS:
        raise no_layer(layer, f"activation={name}")
    if name != "linear":
        builder.activation(ACTIVATIONS[name], layer)


def _training(model: Any) -> NotebookTraining:
    loss, optimizer = getattr(model, "loss", None), getattr(model, "optimizer", None)
    own = NotebookTraining() if loss is None else keras_loss(loss)
    return own if optimizer is None else own.over(keras_optimizer(optimizer))
