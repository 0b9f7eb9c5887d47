"""Functions under the conventions that one may choose, beside the usual ones."""

from itertools import product

import numpy as np
import pytest

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.conventions import (
    ONE_REDUCTION,
    Conventions,
    Reduction,
    activation_of,
    loss_of,
)
from backstep_lab.engine.functions.loss import Loss
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.memory.arrays import Array

REDUCTIONS: tuple[Reduction, ...] = ("sum", "mean")
CHOSEN = [(name, way) for name, way in product(LOSSES, REDUCTIONS) if name not in ONE_REDUCTION]
A = np.array([[0.2, 0.9], [0.7, 0.4], [0.55, 0.05]])  # 3 outputs, 2 examples
Y = np.array([[1.0, -1.0], [-1.0, 1.0], [1.0, 1.0]])


def of(name: str) -> tuple[Array, Array, Array]:
    """Z, A and Y that the loss takes."""
    if name == "binary_cross_entropy":
        return np.log(A / (1 - A)), A, 0.5 * (Y + 1.0)
    return A, A, Y


def example_losses(loss: Loss, Z: Array, a: Array, y: Array) -> Array:
    terms, out = np.empty_like(a), np.empty(a.shape[1])
    loss.terms(Z, a, y, terms)
    loss.reduce(terms, out)
    return out


def slope(loss: Loss, Z: Array, a: Array, y: Array) -> Array:
    D = np.empty_like(a)
    loss.slope(Z, a, y, D)
    return D


def test_the_usual_conventions_are_the_very_functions_of_the_tables() -> None:
    for name, loss in LOSSES.items():
        assert loss_of(name) is loss
        assert loss_of(name, Conventions(loss.reduction)) is loss
    for name, activation in ACTIVATIONS.items():
        assert activation_of(name) is activation
    assert activation_of("leaky_relu", 0.01) is ACTIVATIONS["leaky_relu"]


@pytest.mark.parametrize(("name", "reduction"), CHOSEN)
def test_a_mean_is_the_sum_divided_by_the_outputs(name: str, reduction: Reduction) -> None:
    loss, other = loss_of(name, Conventions(reduction)), LOSSES[name]
    factor = {"sum": 3.0, "mean": 1 / 3}[reduction] if reduction != other.reduction else 1.0
    assert (loss.reduction, loss.divisor(3)) == (reduction, 3 if reduction == "mean" else 1)
    given = of(name)
    np.testing.assert_allclose(example_losses(loss, *given), factor * example_losses(other, *given), 1e-15)
    np.testing.assert_allclose(slope(loss, *given), factor * slope(other, *given), 1e-15)


@pytest.mark.parametrize(("name", "reduction"), CHOSEN)
def test_formulas_and_programs_have_n_exactly_where_it_is_divided_by(name: str, reduction: Reduction) -> None:
    loss = loss_of(name, Conventions(reduction, 0.5 if name == "huber" else 1.0))
    is_mean = reduction == "mean"
    assert ("{n}" in loss.formula, "{n}" in loss.slope_formula) == (is_mean, is_mean)
    assert loss.torch.endswith(f".{reduction}(dim=1)")
    assert ("/ a.shape[1]" in loss.numpy.slope) is is_mean


def test_binary_cross_entropies_added_up_have_the_delta_a_minus_y() -> None:
    loss = loss_of("binary_cross_entropy", Conventions("sum"))
    Z, a, y = np.zeros((2, 1)), np.full((2, 1), 0.5), np.array([[1.0], [0.0]])
    D = np.empty_like(a)
    assert loss.fused is not None
    loss.fused(Z, a, y, D)
    assert D.tolist() == [[-0.5], [0.5]]


@pytest.mark.parametrize("delta", [0.1, 0.5, 2.0])
def test_hubers_parabola_becomes_a_line_at_delta(delta: float) -> None:
    loss = loss_of("huber", Conventions("sum", delta))
    errors = np.array([[0.5 * delta, delta, delta + 1.0]])
    zero = np.zeros_like(errors)
    wanted = [0.125 * delta**2, 0.5 * delta**2, delta * (delta + 1.0 - 0.5 * delta)]
    np.testing.assert_allclose(example_losses(loss, errors, errors, zero), wanted, 1e-15)
    np.testing.assert_allclose(slope(loss, errors, -errors, zero), [[-0.5 * delta, -delta, -delta]], 1e-15)


@pytest.mark.parametrize(("name", "alpha"), list(product(("leaky_relu", "elu"), (0.0001, 0.2, 0.5, 1.0))))
def test_alpha_scales_what_lies_below_0(name: str, alpha: float) -> None:
    function = activation_of(name, alpha)
    Z = np.array([[-2.0, -0.5, 0.0, 0.5, 800.0]])
    a, s = np.empty_like(Z), np.empty_like(Z)
    function.value(Z, a)
    function.slope(Z, a, s)
    below = np.expm1(Z[0, :3]) if name == "elu" else Z[0, :3]
    np.testing.assert_allclose(a[0], [*alpha * below, 0.5, 800.0], 1e-15)
    slopes = np.exp(Z[0, :3]) if name == "elu" else np.ones(3)
    np.testing.assert_allclose(s[0], [*alpha * slopes, 1.0, 1.0], 1e-15)
    assert (function.kinks == ()) is (alpha == 1.0)


def test_functions_with_different_alphas_have_different_names_in_a_program() -> None:
    names = {activation_of("leaky_relu", alpha).identifier for alpha in (None, 0.2, 0.02)}
    assert names == {"leaky_relu", "leaky_relu_0_2", "leaky_relu_0_02"}
