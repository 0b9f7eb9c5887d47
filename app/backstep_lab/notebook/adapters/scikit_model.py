"""An `MLPClassifier` or `MLPRegressor` of scikit-learn that has been fitted.

Its loss, penalty and solver go with it. The penalty of an iteration is alpha / batch size there.
"""

from typing import Any

from backstep_lab.notebook.network import Builder, NotebookModel, NotebookTraining
from backstep_lab.notebook.refusal import no_layer, no_setting, unknown

ACTIVATIONS = {
    "identity": "identity",
    "logistic": "sigmoid",
    "tanh": "tanh",
    "relu": "relu",
    "softmax": "softmax",
}
LOSSES = {
    "squared_error": "half_squared_error",  # by its gradient; what it reports is divided by the outputs
    "log_loss": "cross_entropy",
    "binary_log_loss": "binary_cross_entropy",
}
LARGEST_AUTO_BATCH = 200


def read(model: Any) -> NotebookModel:
    """The model. Raises Invalid where it is none of both, is not fitted, or trains as Backstep does not."""
    name = type(model).__name__
    if not hasattr(model, "hidden_layer_sizes"):
        raise unknown("model", name, ("MLPClassifier", "MLPRegressor"))
    if not hasattr(model, "coefs_"):
        raise no_layer(name, "no weights yet (call fit or partial_fit first)")
    builder = Builder()
    for place, (W, b) in enumerate(zip(model.coefs_, model.intercepts_, strict=True), start=1):
        builder.dense(W.T, b)
        activation = model.out_activation_ if place == len(model.coefs_) else model.activation
        if activation not in ACTIVATIONS:
            raise no_layer(name, f"activation={activation!r}")
        builder.activation(ACTIVATIONS[activation], activation)
    return builder.model(_training(model, name), getattr(model, "classes_", None))


def _training(model: Any, name: str) -> NotebookTraining:
    loss = _loss(model, name)
    size = model.batch_size
    batch = LARGEST_AUTO_BATCH if size == "auto" else int(size)
    return NotebookTraining(loss, None, _optimizer(model), batch, float(model.alpha) / batch)


def _loss(model: Any, name: str) -> str:
    is_classifier = hasattr(model, "classes_")
    if not is_classifier:
        if model.loss not in LOSSES:
            raise no_setting(name, f"loss={model.loss!r}")
        return LOSSES[model.loss]
    if model.out_activation_ == "logistic" and model.n_outputs_ > 1:
        raise no_setting(name, "several labels for one example")
    return LOSSES["log_loss" if model.out_activation_ == "softmax" else "binary_log_loss"]


def _optimizer(model: Any) -> dict[str, Any] | None:
    """The solver; None for lbfgs, which takes no single steps."""
    rate = float(model.learning_rate_init)
    if model.solver == "adam":
        rest = {"beta1": model.beta_1, "beta2": model.beta_2, "epsilon": model.epsilon}
        return {"name": "adam", "learning_rate": rate, **{key: float(value) for key, value in rest.items()}}
    if model.solver != "sgd":
        return None
    if model.learning_rate != "constant":
        raise no_setting(type(model).__name__, f"learning_rate={model.learning_rate!r}")
    if not model.momentum:
        return {"name": "sgd", "learning_rate": rate}
    kind = "nesterov" if model.nesterovs_momentum else "momentum"
    return {"name": kind, "learning_rate": rate, "momentum": float(model.momentum)}
