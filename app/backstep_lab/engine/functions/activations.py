"""The table of activation functions: value, derivative, LaTeX and source code of each.

A new activation is an entry here and its name in the message files. Functions write into their last argument,
so that training allocates little. They are called under `quiet()`: an overflow inside them, as of cosh, is
part of the method, and a non-finite result is detected once per iteration (see `training.py`). Where a has
too few digits for the slope, it is computed from z.
"""

from backstep_lab.engine.functions import gaussian, logistic, piecewise, softmax
from backstep_lab.engine.functions.activation import Activation, SlopeLatex
from backstep_lab.engine.functions.latex import Latex, latex
from backstep_lab.engine.functions.numpy_source import NumpySource
from backstep_lab.engine.functions.piecewise import LEAK

_SIGMOID = r"\frac{1}{1 + e^{-#{0}}}"
_SIGMOID_LATEX = latex(rf"\sigma\left(#{{0}}\right) = {_SIGMOID}", _SIGMOID)


def above_0(positive: str, otherwise: str) -> SlopeLatex:
    """A slope with one formula for z > 0 and another for z ≤ 0."""
    cases = rf"\begin{{cases}}{positive} & #{{0}} > 0\\{otherwise} & #{{0}} \le 0\end{{cases}}"
    inside = latex(cases, rf"{positive} \quad (#{{0}} > 0)")
    return SlopeLatex("z", inside, latex(cases, rf"{otherwise} \quad (#{{0}} \le 0)"))


def _between(inside: str, outside: str, bound: int) -> SlopeLatex:
    """A slope with one formula for −bound < z ≤ bound and another outside."""
    within = rf"-{bound} < #{{0}} \le {bound}"
    cases = rf"\begin{{cases}}{inside} & {within}\\{outside} & \text{{else}}\end{{cases}}"
    return SlopeLatex(
        "z",
        latex(cases, rf"{inside} \quad ({within})"),
        latex(cases, rf"{outside} \quad (#{{0}} \notin (-{bound},\,{bound}])"),
        -bound,
        bound,
    )


def _by_output(saturated: Latex | None) -> SlopeLatex:
    """a (1 − a)."""
    formula = latex(r"#{0}\left(1 - #{0}\right)", r"#{0} \cdot \left(1 - #{0}\right)")
    return SlopeLatex("a", formula, from_output=lambda a: a * (1.0 - a), saturated=saturated)


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation(
            "identity",
            piecewise.identity,
            piecewise.identity_slope,
            formula="z",
            slope_formula="1",
            value_latex=latex("#{0}"),
            slope_latex=SlopeLatex("", latex("1")),
            numpy=NumpySource("z", "np.ones_like(z)"),
            torch="lambda z: z",
        ),
        Activation(
            "step",
            piecewise.step,
            piecewise.step_slope,
            formula=r"0 \text{ if } z \le 0 \text{ else } 1",
            slope_formula="0",
            value_latex=latex(
                r"\begin{cases}1 & #{0} > 0\\0 & #{0} \le 0\end{cases}", r"\operatorname{step} #{0}"
            ),
            slope_latex=SlopeLatex("", latex("0")),
            numpy=NumpySource("(z > 0).astype(float)", "np.zeros_like(z)"),
            torch="lambda z: (z > 0).to(z.dtype) + 0 * z",
            kinks=(0.0,),
            zero_slope="everywhere",
        ),
        Activation(
            "sigmoid",
            logistic.sigmoid,
            logistic.sigmoid_slope,
            formula=r"\frac{1}{1 + e^{-z}}",
            slope_formula=r"a\,(1 - a)",
            value_latex=_SIGMOID_LATEX,
            slope_latex=_by_output(
                saturated=latex(
                    r"\sigma\left(#{1}\right)\,\sigma\left(-#{1}\right)",
                    r"\frac{1}{1 + e^{-#{1}}} \cdot \frac{1}{1 + e^{#{1}}}",
                )
            ),
            numpy=NumpySource("sigmoid(z)", "sigmoid(z) * sigmoid(-z)"),
            # the slope of torch.sigmoid is a(1 - a), which is 0 where a is rounded to 1
            torch="lambda z: functional.logsigmoid(z).exp()",
            steepest=0.25,
        ),
        Activation(
            "hard_sigmoid",
            piecewise.hard_sigmoid,
            piecewise.hard_sigmoid_slope,
            formula=r"\min(1, \max(0, \tfrac{z + 3}{6}))",
            slope_formula=r"\tfrac{1}{6} \text{ if } -3 < z \le 3 \text{ else } 0",
            value_latex=latex(r"\min\left(1,\,\max\left(0,\,\frac{#{0} + 3}{6}\right)\right)"),
            slope_latex=_between(r"\tfrac{1}{6}", "0", 3),
            numpy=NumpySource("np.clip((z + 3) / 6, 0, 1)", "((z > -3) & (z <= 3)) / 6"),
            # PyTorch's own hardsigmoid rounds its slope 1/6 to single precision
            torch="lambda z: torch.where(z > 3, 1.0, torch.relu(z + 3) / 6)",
            kinks=(-3.0, 3.0),
            zero_slope="interval",
            steepest=1 / 6,
        ),
        Activation(
            "tanh",
            logistic.tanh,
            logistic.tanh_slope,
            formula=r"\tanh z",
            slope_formula="1 - a^2",
            value_latex=latex(r"\tanh\left(#{0}\right)", r"\tanh #{0}"),
            slope_latex=SlopeLatex(
                "a",
                latex(r"1 - \left(#{0}\right)^{2}", r"1 - #{0} \cdot #{0}"),
                from_output=lambda a: 1.0 - a * a,
                saturated=latex(r"\frac{4}{\left(e^{#{1}} + e^{-#{1}}\right)^{2}}"),
            ),
            numpy=NumpySource("np.tanh(z)", "1 / np.cosh(z) ** 2"),
            torch="Tanh.apply",
            steepest=1.0,
        ),
        Activation(
            "bipolar_sigmoid",
            logistic.bipolar_sigmoid,
            logistic.bipolar_sigmoid_slope,
            formula=r"\frac{2}{1 + e^{-z}} - 1",
            slope_formula=r"\tfrac{1}{2}\,(1 + a)(1 - a)",
            # the fraction less 1 has few digits left near z = 0
            value_latex=latex(
                r"\frac{2}{1 + e^{-#{0}}} - 1 = \tanh\left(\frac{#{0}}{2}\right)",
                r"\tanh\left(\frac{#{0}}{2}\right)",
            ),
            slope_latex=SlopeLatex(
                "a",
                latex(
                    r"\tfrac{1}{2}\left(1 + #{0}\right)\left(1 - #{0}\right)",
                    r"\tfrac{1}{2} \cdot \left(1 + #{0}\right) \cdot \left(1 - #{0}\right)",
                ),
                from_output=lambda a: 0.5 * (1.0 + a) * (1.0 - a),
                saturated=latex(r"\frac{2}{1 + e^{-#{1}}} \cdot \frac{1}{1 + e^{#{1}}}"),
            ),
            numpy=NumpySource("np.tanh(z / 2)", "2 * sigmoid(z) * sigmoid(-z)"),
            torch="lambda z: Tanh.apply(z / 2)",
            steepest=0.5,
        ),
        Activation(
            "relu",
            piecewise.relu,
            piecewise.relu_slope,
            formula=r"\max(0, z)",
            slope_formula=r"1 \text{ if } z > 0 \text{ else } 0",
            value_latex=latex(r"\max\left(0,\,#{0}\right)"),
            slope_latex=above_0("1", "0"),
            numpy=NumpySource("np.maximum(z, 0)", "(z > 0).astype(float)"),
            torch="torch.relu",
            kinks=(0.0,),
            zero_slope="interval",
        ),
        Activation(
            "leaky_relu",
            piecewise.leaky_relu,
            piecewise.leaky_relu_slope,
            formula=r"z \text{ if } z > 0 \text{ else } 0.01\,z",
            slope_formula=r"1 \text{ if } z > 0 \text{ else } 0.01",
            value_latex=latex(
                rf"\max\left({LEAK:g}\,#{{0}},\,#{{0}}\right)", rf"\max({LEAK:g} \cdot #{{0}},\,#{{0}})"
            ),
            slope_latex=above_0("1", f"{LEAK:g}"),
            numpy=NumpySource("np.where(z > 0, z, 0.01 * z)", "np.where(z > 0, 1.0, 0.01)"),
            torch="functional.leaky_relu",
            kinks=(0.0,),
        ),
        Activation(
            "elu",
            piecewise.elu,
            piecewise.elu_slope,
            formula=r"z \text{ if } z > 0 \text{ else } e^{z} - 1",
            slope_formula=r"1 \text{ if } z > 0 \text{ else } e^{z}",
            value_latex=latex(r"\begin{cases}#{0} & #{0} > 0\\e^{#{0}} - 1 & #{0} \le 0\end{cases}"),
            slope_latex=above_0("1", "e^{#{0}}"),
            numpy=NumpySource("np.where(z > 0, z, np.expm1(np.minimum(z, 0)))", "np.exp(np.minimum(z, 0))"),
            torch="functional.elu",
        ),
        Activation(
            "gelu",
            gaussian.gelu,
            gaussian.gelu_slope,
            formula=r"z\,\Phi(z) = \tfrac{z}{2}\left(1 + \operatorname{erf}\tfrac{z}{\sqrt{2}}\right)",
            slope_formula=r"\Phi(z) + \frac{z}{\sqrt{2\pi}}\,e^{-z^2/2}",
            value_latex=latex(
                r"#{0}\,\Phi\left(#{0}\right)",
                r"\tfrac{1}{2} \cdot #{0} \cdot \operatorname{erfc}\left(-\frac{#{0}}{\sqrt{2}}\right)",
            ),
            slope_latex=SlopeLatex(
                "z",
                latex(
                    r"\Phi\left(#{0}\right) + \frac{#{0}}{\sqrt{2\pi}}\,e^{-\left(#{0}\right)^{2}/2}",
                    r"\tfrac{1}{2} \cdot \operatorname{erfc}\left(-\frac{#{0}}{\sqrt{2}}\right)"
                    r" + \frac{#{0}}{\sqrt{2\pi}} \cdot e^{-#{0} \cdot #{0}/2}",
                ),
            ),
            numpy=NumpySource("z * normal(z)", "normal(z) + z * np.exp(-z * z / 2) / sqrt(2 * pi)"),
            # functional.gelu is z(1 + erf(z/√2))/2, in which 1 + erf cancels below 0
            torch="lambda z: z * torch.special.ndtr(z)",
        ),
        Activation(
            "silu",
            logistic.silu,
            logistic.silu_slope,
            formula=r"z\,\sigma(z)",
            slope_formula=r"\sigma(z)\left(1 + z\,(1 - \sigma(z))\right)",
            value_latex=latex(r"#{0}\,\sigma\left(#{0}\right)", r"\frac{#{0}}{1 + e^{-#{0}}}"),
            slope_latex=SlopeLatex(
                "z",
                latex(
                    r"\sigma\left(#{0}\right)\left(1 + #{0}\left(1 - \sigma\left(#{0}\right)\right)\right)",
                    r"\sigma\left(#{0}\right) \cdot"
                    r" \left(1 + #{0} \cdot \left(1 - \sigma\left(#{0}\right)\right)\right)",
                ),
            ),
            numpy=NumpySource("z * sigmoid(z)", "sigmoid(z) * (1 + z * sigmoid(-z))"),
            torch="functional.silu",
        ),
        Activation(
            "softplus",
            logistic.softplus,
            logistic.softplus_slope,
            formula=r"\ln(1 + e^{z})",
            slope_formula=r"\frac{1}{1 + e^{-z}}",
            value_latex=latex(r"\ln\left(1 + e^{#{0}}\right)"),
            slope_latex=SlopeLatex("z", _SIGMOID_LATEX),
            numpy=NumpySource("np.logaddexp(0, z)", "sigmoid(z)"),
            # by default PyTorch gives z itself from 20 on
            torch="softplus",
        ),
        Activation(
            "softmax",
            softmax.softmax,
            softmax.softmax_slope,
            formula=r"\frac{e^{z_j}}{\sum_k e^{z_k}}",
            slope_formula=r"a_j\,(1 - a_j)",
            value_latex=None,
            slope_latex=_by_output(saturated=None),
            numpy=NumpySource(
                "(powers := np.exp(z - z.max(axis=1, keepdims=True))) / powers.sum(axis=1, keepdims=True)", ""
            ),
            torch="lambda z: torch.softmax(z, dim=1)",
            is_softmax=True,
        ),
    )
}
