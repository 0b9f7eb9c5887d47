"""Conventions in which textbooks differ: functions with a parameter, and how outputs' terms become a loss."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Literal

import numpy as np

from backstep_lab.engine.functions import cross_entropies, output_losses, piecewise
from backstep_lab.engine.functions.activation import Activation
from backstep_lab.engine.functions.activations import ACTIVATIONS, above_0
from backstep_lab.engine.functions.latex import latex
from backstep_lab.engine.functions.loss import Loss, Tail
from backstep_lab.engine.functions.losses import HALF_SQUARE, LOSSES
from backstep_lab.engine.functions.numpy_source import NumpySource
from backstep_lab.engine.functions.output_losses import HUBER_DELTA
from backstep_lab.engine.functions.piecewise import LEAK

Reduction = Literal["sum", "mean"]
ALPHAS = {"leaky_relu": LEAK, "elu": 1.0}  # the usual α of each activation that has one
# a loss of the whole output has no mean of its terms, and the rule of the perceptron is without a divisor
ONE_REDUCTION = ("cross_entropy", "perceptron")


@dataclass(frozen=True)
class Conventions:
    """`reduction` over the outputs (None: the loss's own), δ of Huber's loss, α of each layer's activation.

    `batch_reduction` is that over the examples of a batch.

    `alphas` is empty, or has an entry for each layer, None where the activation has no α or the usual one.
    """

    reduction: Reduction | None = None
    huber_delta: float = HUBER_DELTA
    alphas: tuple[float | None, ...] = ()
    batch_reduction: Reduction = "mean"


USUAL = Conventions()


@lru_cache(maxsize=256)
def activation_of(name: str, alpha: float | None = None) -> Activation:
    """The activation of this name, with another α than the usual one where it is given."""
    usual = ACTIVATIONS[name]
    if alpha is None or alpha == ALPHAS[name]:
        return usual
    return (_leaky_relu if name == "leaky_relu" else _elu)(usual, alpha)


@lru_cache(maxsize=256)
def loss_of(name: str, conventions: Conventions = USUAL) -> Loss:
    """The loss of this name under these conventions."""
    loss = LOSSES[name]
    if name == "huber" and conventions.huber_delta != HUBER_DELTA:
        loss = _huber(loss, conventions.huber_delta)
    if conventions.batch_reduction != loss.batch_reduction:
        loss = replace(loss, batch_reduction=conventions.batch_reduction)
    if conventions.reduction in (None, loss.reduction):
        return loss
    return _averaged(loss) if conventions.reduction == "mean" else _added_up(loss)


def plain(number: float) -> str:
    """A number in plain digits, without an exponent, as formulas are read back."""
    return np.format_float_positional(number, trim="-")


def _leaky_relu(usual: Activation, alpha: float) -> Activation:
    value, slope = piecewise.leaky_relu_of(alpha)
    a = plain(alpha)
    return replace(
        usual,
        value=value,
        slope=slope,
        formula=rf"z \text{{ if }} z > 0 \text{{ else }} {a}\,z",
        slope_formula=rf"1 \text{{ if }} z > 0 \text{{ else }} {a}",
        value_latex=latex(rf"\max\left({a}\,#{{0}},\,#{{0}}\right)", rf"\max({a} \cdot #{{0}},\,#{{0}})"),
        slope_latex=above_0("1", a),
        numpy=NumpySource(f"np.where(z > 0, z, {alpha!r} * z)", f"np.where(z > 0, 1.0, {alpha!r})"),
        torch=f"lambda z: functional.leaky_relu(z, {alpha!r})",
        kinks=() if alpha == 1.0 else (0.0,),
        alpha=alpha,
    )


def _elu(usual: Activation, alpha: float) -> Activation:
    value, slope = piecewise.elu_of(alpha)
    a = plain(alpha)
    below = rf"{a}\left(e^{{#{{0}}}} - 1\right)"
    return replace(
        usual,
        value=value,
        slope=slope,
        formula=rf"z \text{{ if }} z > 0 \text{{ else }} {a}\,(e^{{z}} - 1)",
        slope_formula=rf"1 \text{{ if }} z > 0 \text{{ else }} {a}\,e^{{z}}",
        value_latex=latex(rf"\begin{{cases}}#{{0}} & #{{0}} > 0\\{below} & #{{0}} \le 0\end{{cases}}"),
        slope_latex=above_0("1", rf"{a}\,e^{{#{{0}}}}"),
        numpy=NumpySource(
            f"np.where(z > 0, z, {alpha!r} * np.expm1(np.minimum(z, 0)))",
            f"np.where(z > 0, 1.0, {alpha!r} * np.exp(np.minimum(z, 0)))",
        ),
        torch=f"lambda z: functional.elu(z, {alpha!r})",
        kinks=(0.0,),
        alpha=alpha,
    )


def _huber(usual: Loss, delta: float) -> Loss:
    terms, slope = output_losses.huber_of(delta)
    d = plain(delta)
    error = r"\left|#{0} - #{1}\right|"
    line = rf"{d}\left({error} - \tfrac{{1}}{{2}} \cdot {d}\right)"
    cases = rf"\begin{{cases}}{HALF_SQUARE} & {error} \le {d}\\{line} & {error} > {d}\end{{cases}}"
    return replace(
        usual,
        terms=terms,
        slope=slope,
        formula=rf"\frac{{1}}{{n}}\sum_j \begin{{cases}}\tfrac{{1}}{{2}}(y_j - a_j)^2 & |y_j - a_j| \le {d}\\"
        rf"{d}\,(|y_j - a_j| - \tfrac{{1}}{{2}} \cdot {d}) & |y_j - a_j| > {d}\end{{cases}}",
        slope_formula=rf"\frac{{1}}{{n}}\max(-{d}, \min({d}, a_j - y_j))",
        term_latex=latex(cases, HALF_SQUARE),
        tail=Tail(delta, latex(cases, line)),
        slope_latex=latex(rf"\max\left(-{d},\,\min\left({d},\,#{{0}} - #{{1}}\right)\right)"),
        numpy=NumpySource(
            f"np.where(np.abs(y - a) <= {delta!r}, 0.5 * (y - a) ** 2, "
            f"{delta!r} * (np.abs(y - a) - 0.5 * {delta!r}))",
            f"np.clip(a - y, -{delta!r}, {delta!r}) / a.shape[1]",
        ),
        torch=f'functional.huber_loss(a, y, reduction="none", delta={delta!r}).mean(dim=1)',
    )


def _averaged(loss: Loss) -> Loss:
    """The half squared error as a mean over the outputs: all others are means, or have one reduction."""
    return replace(
        loss,
        reduction="mean",
        slope=output_losses.half_squared_mean_slope,
        formula=r"\frac{1}{n}\sum_j \tfrac{1}{2}(y_j - a_j)^2",
        slope_formula=r"\frac{1}{n}(a_j - y_j)",
        slope_factor=loss.slope_factor._replace(needs_brackets=True),
        numpy=loss.numpy._replace(slope="(a - y) / a.shape[1]"),
        torch=loss.torch.replace(".sum(dim=1)", ".mean(dim=1)"),
    )


def _added_up(loss: Loss) -> Loss:
    """A mean over the outputs as their sum."""
    fused = None if loss.fused is None else partial(cross_entropies.binary_cross_entropy_fused, n=1)
    return replace(
        loss,
        reduction="sum",
        slope=_over_one(loss.slope),
        fused=fused,
        formula=loss.formula.replace(r"\frac{1}{n}", "", 1),
        slope_formula=_without_n(loss.slope_formula),
        numpy=loss.numpy._replace(slope=loss.numpy.slope.removesuffix(" / a.shape[1]")),
        torch=loss.torch.replace(".mean(dim=1)", ".sum(dim=1)"),
    )


def _over_one(slope: Callable[..., None]) -> Callable[..., None]:
    return partial(slope, n=1)


def _without_n(formula: str) -> str:
    for mean, total in (
        (r"\frac{1}{n}\,", ""),
        (r"\frac{1}{n}", ""),
        (r"\frac{2}{n}", "2"),
        (r"\frac{y_j}{n}", "y_j"),
    ):
        formula = formula.replace(mean, total)
    return formula
