"""Where the weights start: each initializer by its published definition, seeded.

Xavier/Glorot: Glorot & Bengio 2010, equation 16 (uniform ±√(6/(n_in + n_out)); normal with variance
2/(n_in + n_out)). He/Kaiming: He et al. 2015, equation 10 (normal with variance 2/n_in; uniform ±√(6/n_in)).
Biases start at 0, but for `constant`, which sets every parameter to the same number.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from backstep_lab.engine.memory.arrays import Array, frozen
from backstep_lab.engine.network import Network, Shape

CONSTANT = 0.5  # any number but 0: what matters is that equal units stay equal
UNIFORM = 0.5  # half-width
NORMAL = 0.1  # standard deviation


@dataclass(frozen=True)
class Initializer:
    """`weights(rng, n_in, n_out)` gives W of one layer, (n_out, n_in); `bias` is the start of every bias."""

    name: str
    weights: Callable[[np.random.Generator, int, int], Array]
    formula: str
    bias: float = 0.0


def _uniform(half_width: Callable[[int, int], float]) -> Callable[[np.random.Generator, int, int], Array]:
    return lambda rng, n_in, n_out: rng.uniform(-1.0, 1.0, (n_out, n_in)) * half_width(n_in, n_out)


def _normal(deviation: Callable[[int, int], float]) -> Callable[[np.random.Generator, int, int], Array]:
    return lambda rng, n_in, n_out: rng.standard_normal((n_out, n_in)) * deviation(n_in, n_out)


INITIALIZERS: dict[str, Initializer] = {
    initializer.name: initializer
    for initializer in (
        Initializer("zeros", lambda rng, n_in, n_out: np.zeros((n_out, n_in)), "0"),
        Initializer(
            "constant",
            lambda rng, n_in, n_out: np.full((n_out, n_in), CONSTANT),
            f"{CONSTANT}",
            bias=CONSTANT,
        ),
        Initializer("uniform", _uniform(lambda n_in, n_out: UNIFORM), rf"U(-{UNIFORM}, {UNIFORM})"),
        Initializer("normal", _normal(lambda n_in, n_out: NORMAL), rf"N(0, {NORMAL}^2)"),
        Initializer(
            "xavier_uniform",
            _uniform(lambda n_in, n_out: (6.0 / (n_in + n_out)) ** 0.5),
            r"U(-r, r),\ r = \sqrt{6 / (n_{in} + n_{out})}",
        ),
        Initializer(
            "xavier_normal",
            _normal(lambda n_in, n_out: (2.0 / (n_in + n_out)) ** 0.5),
            r"N(0, 2 / (n_{in} + n_{out}))",
        ),
        Initializer(
            "he_uniform",
            _uniform(lambda n_in, n_out: (6.0 / n_in) ** 0.5),
            r"U(-r, r),\ r = \sqrt{6 / n_{in}}",
        ),
        Initializer("he_normal", _normal(lambda n_in, n_out: (2.0 / n_in) ** 0.5), r"N(0, 2 / n_{in})"),
    )
}


def initialized(shape: Shape, initializer: str, seed: int) -> Network:
    """A network of this shape at its start; the same shape, name and seed always give the same bits."""
    chosen = INITIALIZERS[initializer]
    rng = np.random.default_rng(seed)
    theta = np.empty(shape.parameter_count)
    for matrix, (n_in, n_out) in zip(shape.matrices(theta), shape.pairs, strict=True):
        matrix[:, :-1] = chosen.weights(rng, n_in, n_out)
        matrix[:, -1] = chosen.bias
    return Network(shape, frozen(theta))
