"""The same iteration by PyTorch in float64: its own losses, its autograd, its optimizer."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch  # type: ignore[import-not-found]
from torch.nn import functional  # type: ignore[import-not-found]

from backstep_lab.engine.functions.conventions import Conventions
from tests.oracle.cases import Array, Case

torch.set_num_threads(1)

ACTIVATIONS: dict[str, Callable[..., Any]] = {
    "identity": lambda z: z,
    "step": lambda z: (z > 0).to(z.dtype) + 0.0 * z,  # a constant, with the slope 0 instead of none
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "bipolar_sigmoid": lambda z: torch.tanh(z / 2.0),
    "relu": torch.relu,
    "leaky_relu": lambda z: functional.leaky_relu(z, 0.01),
    # PyTorch's own hardsigmoid rounds its slope 1/6 to single precision, also among doubles
    "hard_sigmoid": lambda z: functional.relu6(z + 3.0) / 6.0,
    "elu": functional.elu,
    "gelu": functional.gelu,
    "silu": functional.silu,
    "softplus": lambda z: functional.softplus(z, threshold=500.0),  # by default PyTorch gives z from 20 on
    "softmax": lambda z: torch.softmax(z, dim=1),
}
LOSSES: dict[str, Callable[..., Any]] = {
    "half_squared_error": lambda z, a, y: 0.5 * functional.mse_loss(a, y, reduction="none").sum(dim=1),
    "mean_squared_error": lambda z, a, y: functional.mse_loss(a, y, reduction="none").mean(dim=1),
    "binary_cross_entropy": lambda z, a, y: functional.binary_cross_entropy_with_logits(
        z, y, reduction="none"
    ).mean(dim=1),
    "cross_entropy": lambda z, a, y: functional.cross_entropy(z, y, reduction="none"),
    "absolute_error": lambda z, a, y: functional.l1_loss(a, y, reduction="none").mean(dim=1),
    "huber": lambda z, a, y: functional.huber_loss(a, y, reduction="none").mean(dim=1),
    # the gradient of the perceptron criterion, in which the output is a constant
    "perceptron": lambda z, a, y: ((a.detach() - y) * z).sum(dim=1),
    "hinge": lambda z, a, y: torch.relu(1.0 - y * a).mean(dim=1),  # PyTorch has no hinge of this kind
}


def activation(name: str, alpha: float | None) -> Callable[[Any], Any]:
    """The activation with its α."""
    if alpha is None:
        return ACTIVATIONS[name]
    return {
        "leaky_relu": lambda z: functional.leaky_relu(z, alpha),
        "elu": lambda z: functional.elu(z, alpha),
    }[name]


def loss_under(name: str, conventions: Conventions) -> Callable[[Any, Any, Any], Any]:
    """ℓ of each example, its outputs' terms added up or averaged as is chosen."""
    reduction, delta = conventions.reduction, conventions.huber_delta
    if name == "huber":

        def huber(z: Any, a: Any, y: Any) -> Any:
            terms = functional.huber_loss(a, y, reduction="none", delta=delta)
            return terms.sum(dim=1) if reduction == "sum" else terms.mean(dim=1)

        return huber
    usual = LOSSES[name]
    if reduction is None or reduction == ("sum" if name == "half_squared_error" else "mean"):
        return usual
    return lambda z, a, y: usual(z, a, y) * (a.shape[1] if reduction == "sum" else 1.0 / a.shape[1])


def figures(case: Case) -> dict[str, Array]:
    """PyTorch's numbers for a case, under the names of `Case.figures`."""
    layers = [parameters(W, b) for W, b in zip(case.W, case.b, strict=True)]
    a, sums, activations = torch.tensor(case.X), [], []
    alphas = case.shape.conventions.alphas or (None,) * len(layers)
    for layer, name, alpha in zip(layers, case.shape.activations, alphas, strict=True):
        z = layer(a)
        a = activation(name, alpha)(z)
        sums.append(z)
        activations.append(a)
        z.retain_grad()
    example_loss = loss_under(case.shape.loss, case.shape.conventions)(z, a, torch.tensor(case.Y))
    is_sum = case.shape.conventions.batch_reduction == "sum"
    weights = [layer.weight for layer in layers]
    penalty = sum(case.rule.l1 * W.abs().sum() + 0.5 * case.rule.l2 * W.square().sum() for W in weights)
    loss = (example_loss.sum() if is_sum else example_loss.mean()) + penalty
    trained = weights + [layer.bias for layer in layers if case.rule.train_biases]
    optimizer = torch.optim.SGD(trained, lr=case.rule.optimizer.learning_rate)
    loss.backward()
    found = {"loss": loss.reshape(1), "example_loss": example_loss}
    for number, (layer, z, a) in enumerate(zip(layers, sums, activations, strict=True), start=1):
        found |= {f"z{number}": z, f"a{number}": a, f"delta{number}": z.grad * (1 if is_sum else len(case.X))}
        found |= {f"dW{number}": layer.weight.grad, f"db{number}": layer.bias.grad}
    kept = {name: tensor.detach().numpy().copy() for name, tensor in found.items()}
    optimizer.step()
    for number, layer in enumerate(layers, start=1):
        kept |= {
            f"W_next{number}": layer.weight.detach().numpy(),
            f"b_next{number}": layer.bias.detach().numpy(),
        }
    return kept


def parameters(W: Array, b: Array) -> "torch.nn.Linear":
    """A linear layer with these parameters."""
    n_out, n_in = W.shape
    layer = torch.nn.Linear(n_in, n_out, dtype=torch.float64)
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(np.ascontiguousarray(W)))
        layer.bias.copy_(torch.from_numpy(b))
    return layer
