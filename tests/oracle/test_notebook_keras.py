"""A Keras Sequential that is shown takes the very steps that Keras takes with it."""

import os
from typing import Any

import numpy as np
import pytest

os.environ["KERAS_BACKEND"] = "torch"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras  # type: ignore[import-not-found,import-untyped,unused-ignore]

import backstep_lab
from backstep_lab import CannotShow
from tests.notebook.trained import after, assert_near

X = np.array([[0.5, -1.0, 0.25], [1.0, 0.5, -0.5], [-0.25, 0.75, 1.5]])
Y = np.array([[0.25, 0.75], [1.0, 0.0], [0.5, 0.5]])
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def doubles() -> Any:
    keras.backend.set_floatx("float64")
    keras.utils.set_random_seed(5)
    yield
    keras.backend.set_floatx("float32")


def network(*layers: Any) -> Any:
    return keras.Sequential([keras.layers.Input((3,)), keras.layers.Dense(4, activation="tanh"), *layers])


def stepped(model: Any, y: Any, steps: int) -> list[Any]:
    for _ in range(steps):
        model.train_on_batch(X, y)
    weights = model.get_weights()
    return [part.T if part.ndim == 2 else part for part in weights]


@pytest.mark.parametrize(
    ("last", "loss", "y"),
    [
        ("linear", "mse", Y),
        ("sigmoid", "binary_crossentropy", Y),
        ("linear", keras.losses.BinaryCrossentropy(from_logits=True), Y),
        ("softmax", "categorical_crossentropy", np.eye(2)[[0, 1, 1]]),
        ("linear", keras.losses.SparseCategoricalCrossentropy(from_logits=True), np.array([0, 1, 1])),
        ("softplus", keras.losses.Huber(), Y),
        ("linear", keras.losses.Huber(delta=0.25, reduction="sum"), Y),
        ("linear", keras.losses.MeanSquaredError(reduction="sum"), Y),
        ("sigmoid", keras.losses.BinaryCrossentropy(reduction="sum"), Y),
        ("softmax", keras.losses.CategoricalCrossentropy(reduction="sum"), np.eye(2)[[0, 1, 1]]),
    ],
    ids=lambda part: part if isinstance(part, str) else type(part).__name__,
)
def test_every_loss_takes_keras_steps(last: str, loss: Any, y: Any) -> None:
    model = network(keras.layers.Dense(2, activation=last))
    model.compile(loss=loss, optimizer=keras.optimizers.SGD(0.3))
    shown = backstep_lab.show(model, X, y, batch_size="all", iterations=1)
    assert_near(after(shown, 3), stepped(model, y, 3), 1e-6)


@pytest.mark.parametrize(
    "optimizer",
    [
        lambda: keras.optimizers.SGD(0.1, momentum=0.8),
        lambda: keras.optimizers.SGD(0.1, momentum=0.8, nesterov=True),
        lambda: keras.optimizers.Adam(0.05, beta_1=0.8),
        lambda: keras.optimizers.AdamW(0.05, weight_decay=0.1),
    ],
)
def test_every_optimizer_takes_keras_steps(optimizer: Any) -> None:
    """To within ε, which Keras adds elsewhere in some of them."""
    model = network(keras.layers.Dense(2))
    model.compile(loss="mse", optimizer=optimizer())
    shown = backstep_lab.show(model, X, Y, batch_size="all", iterations=1)
    assert_near(after(shown, 3), stepped(model, Y, 3), 1e-4)


def test_activations_as_layers_are_those_of_the_weights_before() -> None:
    layers = keras.layers
    model = network(layers.Dense(3), layers.Activation("relu"), layers.Dense(2), layers.LeakyReLU(0.2))
    shown = backstep_lab.show(model, X, Y, iterations=1)
    network_shown = shown.session.current.spec.network  # type: ignore[attr-defined]
    assert [layer.activation for layer in network_shown.layers] == ["tanh", "relu", "leaky_relu"]
    assert [layer.alpha for layer in network_shown.layers] == [None, None, pytest.approx(0.2)]


def test_what_is_not_trainable_or_absent_in_some_layers_stays_as_it_is() -> None:
    frozen, bare = keras.layers.Dense(3, activation="elu"), keras.layers.Dense(2, use_bias=False)
    frozen.trainable = False
    model = network(frozen, bare)
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.3))
    shown = backstep_lab.show(model, X, Y, batch_size="all", iterations=1)
    W1, b1, W2, b2, W3, b3 = after(shown, 3)
    assert_near([W1, b1, W2, b2, W3], stepped(model, Y, 3), 1e-6)
    assert b3.tolist() == [0.0, 0.0]


def test_an_optimizer_with_another_formula_is_refused() -> None:
    model = network(keras.layers.Dense(2))
    model.compile(loss="mse", optimizer="rmsprop")
    with pytest.raises(
        CannotShow, match=r"^This optimizer cannot be shown: RMSprop. There are SGD, Adam, AdamW"
    ):
        backstep_lab.show(model, X, Y)


@pytest.mark.parametrize(
    ("loss", "named"),
    [
        (keras.losses.Huber(delta=1e4), "huber_loss with delta=10000.0"),
        (keras.losses.SparseCategoricalCrossentropy(ignore_class=1), ".* with ignore_class=1"),
        (keras.losses.MeanSquaredError(reduction=None), "mean_squared_error with reduction=None"),
    ],
    ids=lambda part: type(part).__name__,
)
def test_a_setting_of_a_loss_that_backstep_does_not_have_is_named(loss: Any, named: str) -> None:
    with pytest.raises(CannotShow, match=f"^{named} cannot be shown"):
        backstep_lab.show(network(keras.layers.Dense(2)), X, Y, loss=loss)


@pytest.mark.parametrize(
    ("layer", "named"),
    [
        (lambda: keras.layers.LayerNormalization(), "LayerNormalization"),
        (lambda: keras.layers.LeakyReLU(2.0), "LeakyReLU with negative_slope=2.0"),
        (lambda: keras.layers.Dropout(0.5), "Dropout with rate=0.5"),
        (lambda: keras.layers.Dense(2, activation="selu"), "Dense with activation=selu"),
    ],
)
def test_what_cannot_be_shown_is_named(layer: Any, named: str) -> None:
    with pytest.raises(CannotShow, match=f"^{named} cannot be shown: Backstep steps"):
        backstep_lab.show(network(keras.layers.Dense(2), layer()), X, Y)
