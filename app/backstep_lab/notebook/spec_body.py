"""From a model and its examples to the body that makes a session."""

from typing import Any

import numpy as np

from backstep_lab.engine.memory.arrays import Array
from backstep_lab.notebook.network import NotebookModel

LOSS_OF = {"softmax": "cross_entropy", "sigmoid": "binary_cross_entropy"}


def body_of(model: NotebookModel, X: Array, Y: Array) -> dict[str, Any]:
    """The network with its own weights, the examples, the training."""
    training = model.training
    last = model.layers[-1].activation
    biases = [np.zeros(len(layer.W)) if layer.b is None else layer.b for layer in model.layers]
    body: dict[str, Any] = {
        "network": {
            "inputs": model.layers[0].W.shape[1],
            "layers": [
                {"units": len(layer.W), "activation": layer.activation, "alpha": layer.alpha}
                for layer in model.layers
            ],
            **training.conventions,
            "loss": training.loss or LOSS_OF.get(last, "mean_squared_error"),
            "parameters": {
                "W": [layer.W.tolist() for layer in model.layers],
                "b": [bias.tolist() for bias in biases],
            },
        },
        "data": {"X": X.tolist(), "Y": Y.tolist()},
        "training": {
            "optimizer": training.optimizer or {"name": "sgd", "learning_rate": 0.1},
            "batch_size": training.batch_size or 1,
            "train_biases": model.trains_biases,
            "frozen": model.frozen or None,
            "l2": training.l2,
        },
    }
    names = {"inputs": list(model.input_names), "classes": [str(label) for label in model.classes or ()]}
    return body | ({"names": names} if any(names.values()) else {})
