"""A `torch.nn.Sequential` of Linear and activations.

Modules are known by the name of their class, so that torch itself is not imported here.
"""

from collections.abc import Iterator
from typing import Any

from backstep_lab.notebook.adapters.conventions import alpha_of
from backstep_lab.notebook.examples import array_of
from backstep_lab.notebook.network import Builder, NotebookModel, NotebookTraining
from backstep_lab.notebook.refusal import no_layer

ACTIVATIONS = {
    "Identity": "identity",
    "Sigmoid": "sigmoid",
    "Hardsigmoid": "hard_sigmoid",
    "Tanh": "tanh",
    "ReLU": "relu",
    "LeakyReLU": "leaky_relu",
    "ELU": "elu",
    "GELU": "gelu",
    "SiLU": "silu",
    "Softplus": "softplus",
    "Softmax": "softmax",
    "LogSoftmax": "softmax",  # its loss is cross-entropy of the softmax
}
# What a module must be set to, for Backstep's function to be the same.
SETTINGS: dict[str, dict[str, tuple[Any, ...]]] = {
    "GELU": {"approximate": ("none",)},
    "Softplus": {"beta": (1, 1.0), "threshold": (20, 20.0)},
    "Softmax": {"dim": (1, -1)},
    "LogSoftmax": {"dim": (1, -1)},
}


def read(model: Any) -> NotebookModel:
    """The model. Raises Invalid, naming the module, for one that Backstep does not have."""
    builder = Builder()
    for module in _modules(model):
        name = type(module).__name__
        if name == "Linear":
            _add(builder, module.weight, module.bias)
        elif name in ACTIVATIONS:
            _check(module, name)
            builder.activation(ACTIVATIONS[name], name, alpha_of(module, name))
        else:
            raise no_layer(name)
    return builder.model(NotebookTraining())


def _add(builder: Builder, weight: Any, bias: Any) -> None:
    """A Linear, with what of it is frozen."""
    if bias is None:
        builder.dense(array_of(weight), None, weight.requires_grad)
    else:
        builder.dense(array_of(weight), array_of(bias), weight.requires_grad, bias.requires_grad)


def _modules(model: Any) -> Iterator[Any]:
    """The modules in order; what leaves rows of numbers as they are is left out."""
    name = type(model).__name__
    if name == "Sequential":
        for module in model:
            yield from _modules(module)
    elif name == "Dropout":
        if model.p:
            raise no_layer(name, f"p={model.p}")
    elif name == "Flatten":
        if model.start_dim != 1:
            raise no_layer(name, f"start_dim={model.start_dim}")
    else:
        yield model


def _check(module: Any, name: str) -> None:
    for setting, allowed in SETTINGS.get(name, {}).items():
        value = getattr(module, setting)
        if value not in allowed:
            raise no_layer(name, f"{setting}={value}")
