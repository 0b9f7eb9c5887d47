"""The table of loss functions: value, derivative, LaTeX and source code of each.

The loss of an example is a term for each output, added up (`reduction` "sum") or averaged ("mean") over the
outputs; the loss of a batch is the mean over its examples, or their sum (`batch_reduction`).
"""

from backstep_lab.engine.functions import cross_entropies, output_losses, perceptron
from backstep_lab.engine.functions.latex import latex
from backstep_lab.engine.functions.loss import Loss, SlopeFactor, Tail
from backstep_lab.engine.functions.numpy_source import NumpySource
from backstep_lab.engine.functions.output_losses import HUBER_DELTA

HALF_SQUARE = r"\tfrac{1}{2}\left(#{0} - #{1}\right)^{2}"
_LINE = r"\left|#{0} - #{1}\right| - \tfrac{1}{2}"
_HUBER = (
    rf"\begin{{cases}}{HALF_SQUARE} & \left|#{{0}} - #{{1}}\right| \le 1\\"
    rf"{_LINE} & \left|#{{0}} - #{{1}}\right| > 1\end{{cases}}"
)


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss(
            "half_squared_error",
            "sum",
            output_losses.half_squared_terms,
            output_losses.half_squared_slope,
            formula=r"\sum_j \tfrac{1}{2}(y_j - a_j)^2",
            slope_formula=r"a_j - y_j",
            term_latex=latex(HALF_SQUARE),
            slope_latex=latex("#{0} - #{1}"),
            numpy=NumpySource("0.5 * (y - a) ** 2", "a - y"),
            torch='0.5 * functional.mse_loss(a, y, reduction="none").sum(dim=1)',
        ),
        Loss(
            "mean_squared_error",
            "mean",
            output_losses.mean_squared_terms,
            output_losses.mean_squared_slope,
            formula=r"\frac{1}{n}\sum_j (y_j - a_j)^2",
            slope_formula=r"\frac{2}{n}(a_j - y_j)",
            term_latex=latex(r"\left(#{0} - #{1}\right)^{2}"),
            slope_latex=latex("#{0} - #{1}"),
            slope_factor=SlopeFactor(2, needs_brackets=True),
            numpy=NumpySource("(y - a) ** 2", "2 * (a - y) / a.shape[1]"),
            torch='functional.mse_loss(a, y, reduction="none").mean(dim=1)',
        ),
        Loss(
            "binary_cross_entropy",
            "mean",
            cross_entropies.binary_cross_entropy_terms,
            cross_entropies.binary_cross_entropy_slope,
            formula=r"-\frac{1}{n}\sum_j \bigl(y_j \ln a_j + (1 - y_j) \ln(1 - a_j)\bigr)",
            slope_formula=r"\frac{1}{n}\,\frac{a_j - y_j}{a_j (1 - a_j)}",
            term_latex=latex(
                r"-\left(#{0}\,\ln #{1} + (1 - #{0})\,\ln(1 - #{1})\right)",
                r"-\left(#{0} \cdot \ln #{1} + (1 - #{0}) \cdot \ln(1 - #{1})\right)",
            ),
            slope_latex=latex(
                r"\frac{#{0} - #{1}}{#{0}\left(1 - #{0}\right)}",
                r"\frac{#{0} - #{1}}{#{0} \cdot \left(1 - #{0}\right)}",
            ),
            numpy=NumpySource(
                "y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)",
                "((1 - y) * sigmoid(z) - y * sigmoid(-z)) / a.shape[1]",
            ),
            torch="(y * softplus(-z) + (1 - y) * softplus(z)).mean(dim=1)",
            needs="sigmoid",
            fused=cross_entropies.binary_cross_entropy_fused,
            target_range=(0.0, 1.0),
        ),
        Loss(
            "cross_entropy",
            "sum",
            cross_entropies.cross_entropy_terms,
            cross_entropies.cross_entropy_slope,
            formula=r"-\sum_j y_j \ln a_j",
            slope_formula=r"-\frac{y_j}{a_j}",
            term_latex=latex(r"-#{0}\,\ln #{1}", r"-#{0} \cdot \ln #{1}"),
            slope_latex=latex(r"-\frac{#{1}}{#{0}}"),
            numpy=NumpySource(
                "y * np.logaddexp(0, others(z, np.logaddexp.reduce) - z)",
                "a * others(y, np.sum) - y * others(a, np.sum)",
            ),
            torch="(y * softplus(others(z) - z)).sum(dim=1)",
            needs="softmax",
            fused=cross_entropies.cross_entropy_fused,
            target_range=(0.0, 1.0),
        ),
        Loss(
            "absolute_error",
            "mean",
            output_losses.absolute_terms,
            output_losses.absolute_slope,
            formula=r"\frac{1}{n}\sum_j |y_j - a_j|",
            slope_formula=r"\frac{1}{n}\operatorname{sgn}(a_j - y_j)",
            term_latex=latex(r"\left|#{0} - #{1}\right|"),
            slope_latex=latex(r"\operatorname{sgn}\left(#{0} - #{1}\right)"),
            numpy=NumpySource("np.abs(y - a)", "np.sign(a - y) / a.shape[1]"),
            torch='functional.l1_loss(a, y, reduction="none").mean(dim=1)',
            piece=output_losses.absolute_piece,
        ),
        Loss(
            "huber",
            "mean",
            output_losses.huber_terms,
            output_losses.huber_slope,
            formula=r"\frac{1}{n}\sum_j \begin{cases}\tfrac{1}{2}(y_j - a_j)^2 & |y_j - a_j| \le 1\\"
            r"|y_j - a_j| - \tfrac{1}{2} & |y_j - a_j| > 1\end{cases}",
            slope_formula=r"\frac{1}{n}\max(-1, \min(1, a_j - y_j))",
            term_latex=latex(_HUBER, HALF_SQUARE),
            tail=Tail(HUBER_DELTA, latex(_HUBER, _LINE)),
            slope_latex=latex(r"\max\left(-1,\,\min\left(1,\,#{0} - #{1}\right)\right)"),
            numpy=NumpySource(
                "np.where(np.abs(y - a) <= 1, 0.5 * (y - a) ** 2, np.abs(y - a) - 0.5)",
                "np.clip(a - y, -1, 1) / a.shape[1]",
            ),
            torch='functional.huber_loss(a, y, reduction="none").mean(dim=1)',
        ),
        Loss(
            "hinge",
            "mean",
            output_losses.hinge_terms,
            output_losses.hinge_slope,
            formula=r"\frac{1}{n}\sum_j \max(0, 1 - y_j a_j)",
            slope_formula=r"-\frac{y_j}{n} \text{ if } y_j a_j < 1 \text{ else } 0",
            term_latex=latex(
                r"\max\left(0,\,1 - #{0}\,#{1}\right)", r"\max\left(0,\,1 - #{0} \cdot #{1}\right)"
            ),
            slope_latex=latex(
                r"\begin{cases}-#{1} & #{1}\,#{0} < 1\\0 & #{1}\,#{0} \ge 1\end{cases}",
                r"\begin{cases}-#{1} & #{1} \cdot #{0} < 1\\0 & #{1} \cdot #{0} \ge 1\end{cases}",
            ),
            numpy=NumpySource("np.maximum(0, 1 - y * a)", "np.where(y * a < 1, -y, 0) / a.shape[1]"),
            torch="torch.relu(1 - y * a).mean(dim=1)",
            target_range=(-1.0, 1.0),
            targets=(-1.0, 1.0),  # the slope of a target 0 would be 0 for every output
            piece=output_losses.hinge_piece,
        ),
        Loss(
            "perceptron",
            "sum",
            perceptron.perceptron_terms,
            perceptron.perceptron_slope,
            formula=r"\sum_j (a_j - y_j)\,z_j",
            slope_formula="",
            term_latex=latex(r"\left(#{1} - #{0}\right)#{2}", r"\left(#{1} - #{0}\right) \cdot #{2}"),
            slope_latex=latex(""),
            numpy=NumpySource("(a - y) * z", "a - y"),
            torch="((a.detach() - y) * z).sum(dim=1)",
            needs="step",
            fused=perceptron.perceptron_delta,
            target_range=(0.0, 1.0),
            targets=(0.0, 1.0),
            is_rule=True,
        ),
    )
}
