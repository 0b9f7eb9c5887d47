"""Two ways in which a unit may combine its inputs: by a plain sum, or by a weighted sum with a bias."""

from dataclasses import dataclass

from backstep_lab.engine.memory.arrays import Array, quiet


@dataclass(frozen=True, eq=False)
class Combined:
    """Σ_k x_k beside Σ_k w_k·x_k + b; `terms`, (n_in,), are the w_k·x_k."""

    plain: float
    terms: Array
    weighted: float


def combined(x: Array, w: Array, b: float) -> Combined:
    """Inputs and weights of one unit, (n_in,) each, and its bias. A plain sum has w = 1 and b = 0."""
    with quiet():
        terms = w * x
        return Combined(float(x.sum()), terms, float(terms.sum() + b))
