"""One pass through a network by PyTorch in float64, its gradients by autograd."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch  # type: ignore[import-not-found,unused-ignore]
from torch.nn import functional  # type: ignore[import-not-found,unused-ignore]

from tests.oracle.audit.sequential import Array

torch.set_num_threads(1)

ACTIVATIONS: dict[str, Any] = {
    "identity": lambda z: 1.0 * z,
    "step": lambda z: (z > 0).to(z.dtype) + 0.0 * z,  # a constant, with the slope 0 instead of none
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "bipolar_sigmoid": lambda z: torch.tanh(z / 2),
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
TERMS: dict[str, Any] = {
    "half_squared_error": lambda z, a, y: 0.5 * (y - a) ** 2,
    "mean_squared_error": lambda z, a, y: (y - a) ** 2,
    "binary_cross_entropy": lambda z, a, y: -(y * torch.log(a) + (1 - y) * torch.log(1 - a)),
    "cross_entropy": lambda z, a, y: -y * torch.log(a),
    "absolute_error": lambda z, a, y: (y - a).abs(),
    "huber": lambda z, a, y: functional.huber_loss(a, y, reduction="none"),
    "hinge": lambda z, a, y: torch.relu(1.0 - y * a),
    "perceptron": lambda z, a, y: (a.detach() - y) * z,
}
SUMMED = ("half_squared_error", "cross_entropy", "perceptron")  # unless said otherwise; the others are means


@dataclass(frozen=True)
class Shape:
    """What a pass needs to know beside the numbers."""

    activations: tuple[str, ...]
    loss: str
    reduction: str | None = None

    @property
    def is_sum(self) -> bool:
        """Whether the terms of the outputs are added up."""
        return self.reduction == "sum" if self.reduction else self.loss in SUMMED


@dataclass(frozen=True)
class Pass:
    """A list has an array for each layer, (N, n_out); slope, dL_da and delta are each example's own.

    The perceptron's rule has no dL_da of its outputs: there they are no numbers.
    """

    Z: list[Array]
    A: list[Array]
    slope: list[Array]
    dL_da: list[Array]
    delta: list[Array]
    terms: Array
    example_loss: Array


def passed(shape: Shape, W: list[Array], b: list[Array], X: Array, Y: Array) -> Pass:
    """All numbers of a pass, by autograd."""
    a, y = torch.tensor(X), torch.tensor(Y)
    sums, activations, slopes = [], [], []
    for weights, biases, name in zip(W, b, shape.activations, strict=True):
        z = _sums(torch.tensor(weights), torch.tensor(biases), a)
        z.requires_grad_()
        z.retain_grad()
        a = ACTIVATIONS[name](z)
        a.retain_grad()
        sums.append(z)
        activations.append(a)
        slopes.append(_slope(name, z.detach()))
    terms = TERMS[shape.loss](z, a, y)
    example_loss = terms.sum(dim=1) if shape.is_sum else terms.mean(dim=1)
    example_loss.sum().backward()
    return Pass(
        [_plain(z) for z in sums],
        [_plain(a) for a in activations],
        slopes,
        [_plain(a.grad if a.grad is not None else torch.full_like(a, torch.nan)) for a in activations],
        [_plain(z.grad) for z in sums],
        _plain(terms),
        _plain(example_loss),
    )


def _sums(W: Any, b: Any, a: Any) -> Any:
    """Product after product, as in `sequential`."""
    z = a[:, :1] * W[None, :, 0]
    for k in range(1, W.shape[1]):
        z = z + a[:, k : k + 1] * W[None, :, k]
    return z + b[None, :]


def _slope(name: str, z: Any) -> Array:
    """f′(z); of softmax the diagonal. A graph of its own, since gradients of this one add up in `a.grad`."""
    leaf = z.clone().requires_grad_()
    a = ACTIVATIONS[name](leaf)
    if name == "softmax":
        return _plain(a * (1 - a))
    a.sum().backward()
    return _plain(leaf.grad)


def _plain(tensor: Any) -> Array:
    found: Array = tensor.detach().numpy().copy()
    return found + 0.0  # −0 becomes 0


def is_benign(one: Pass) -> bool:
    """Whether float64 holds 1 − a and its like well: no sum is far out. Elsewhere `exact_passes` counts."""
    return max(float(np.abs(z).max()) for z in one.Z) <= 4.0
