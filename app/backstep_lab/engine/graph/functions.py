"""The table of scalar functions: value, derivatives, LaTeX and sign of each.

Every function of the language (`language/`) is one of these, or is made of them.
"""

import math
from collections.abc import Callable, Sequence
from math import isclose

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.latex import Latex, latex
from backstep_lab.engine.functions.piecewise import LEAK
from backstep_lab.engine.graph import scalar
from backstep_lab.engine.graph.function import Function, LocalSlope, SlopeForm
from backstep_lab.engine.graph.graph import STOP

_SAME = 2.5e-13  # relative: what the operands' own roundings leave of a slope made of the value
_ONE = LocalSlope(None, latex("1"), "1.0")
_MINUS_ONE = latex(r"\left(-1\right)")


def _minus_one(*_: float) -> float:
    return -1.0


def _extreme(relation: str) -> LocalSlope:
    """The slope of max or min: 1 for the argument that it is, shared among equals; 0 for the others."""

    def form(inputs: Sequence[float], value: float, position: int) -> Latex:
        if inputs[position] != value:
            return latex(rf"0 \quad (@x {relation} @v)")
        tied = list(inputs).count(value)
        return latex(r"1 \quad (@x = @v)" if tied == 1 else rf"\tfrac{{1}}{{{tied}}} \quad (@x = @v)")

    return LocalSlope(scalar.share_of_extreme, form, "(@x == @v) / @all.count(@v)")


def _above_0(positive: str, otherwise: str) -> SlopeForm:
    """One slope for x > 0, another for x ≤ 0."""

    def form(inputs: Sequence[float], value: float, position: int) -> Latex:
        return latex(rf"{positive} \quad (@x > 0)" if inputs[0] > 0.0 else rf"{otherwise} \quad (@x \le 0)")

    return form


def _absolute(inputs: Sequence[float], value: float, position: int) -> Latex:
    x = inputs[0]
    if x == 0.0:
        return latex(r"0 \quad (@x = 0)")
    return latex(r"1 \quad (@x > 0)" if x > 0.0 else r"\left(-1\right) \quad (@x < 0)")


def _by_value(
    slope: Callable[[float, float], float], usual: Callable[[float], float], form: Latex, saturated: Latex
) -> SlopeForm:
    """The usual formula of the value, or one of x where the value has too few digits for the usual one."""

    def chosen(inputs: Sequence[float], value: float, position: int) -> Latex:
        exact = slope(inputs[0], value)
        return form if isclose(usual(value), exact, rel_tol=_SAME, abs_tol=1.5e-323) else saturated

    return chosen


def _unary(
    name: str,
    value: Callable[[float], float],
    slope: LocalSlope,
    written: Latex,
    numpy: str,
    torch: str,
    sign: str = "",
    kinks: bool = False,
) -> Function:
    return Function(name, 1, value, (slope,), written, sign or name, numpy, torch, kinks)


def _activation(
    name: str,
    value: Callable[[float], float],
    slope: Callable[[float, float], float],
    numpy: tuple[str, str],
    torch: str,
    form: Latex | SlopeForm | None = None,
    sign: str = "",
    kinks: bool = False,
) -> Function:
    """An activation, printed as in a layered network; `numpy` is its source and that of its slope."""
    known = ACTIVATIONS[name]
    inside = known.slope_latex.inside
    own = Latex(*(rf"\left({text.replace('#{0}', '@x')}\right)" for text in inside))
    assert known.value_latex is not None, "an activation here takes one number"
    local = LocalSlope(slope, form or own, numpy[1])
    return _unary(name, value, local, known.value_latex, numpy[0], torch, sign, kinks)


_TABLE = (
    Function("add", 2, scalar.add, (_ONE, _ONE), latex("#{0} + #{1}"), "+", "@x + @y", "@x + @y"),
    Function(
        "subtract",
        2,
        scalar.subtract,
        (_ONE, LocalSlope(_minus_one, _MINUS_ONE, "-1.0")),
        latex("#{0} - #{1}"),
        "−",
        "@x - @y",
        "@x - @y",
    ),
    Function(
        "multiply",
        2,
        scalar.multiply,
        (
            LocalSlope(scalar.by_left_factor, latex("@y"), "@y"),
            LocalSlope(scalar.by_right_factor, latex("@x"), "@x"),
        ),
        latex(r"#{0} \cdot #{1}"),
        "×",
        "@x * @y",
        "@x * @y",
    ),
    Function(
        "divide",
        2,
        scalar.divide,
        (
            LocalSlope(scalar.by_numerator, latex(r"\frac{1}{@y}"), "1 / @y"),
            LocalSlope(scalar.by_denominator, latex(r"\left(-\frac{@x}{@y^{2}}\right)"), "-@x / (@y * @y)"),
        ),
        latex(r"\frac{#{0}}{#{1}}"),
        "÷",
        "@x / @y",
        "@x / @y",
    ),
    Function(
        "power",
        2,
        scalar.power,
        (
            LocalSlope(
                scalar.by_base,
                latex(r"@y\,@x^{@y - 1}", r"@y \cdot @x^{@y - 1}"),
                "@y * @x ** (@y - 1) if @y else 0.0",
            ),
            LocalSlope(
                scalar.by_exponent,
                latex(r"@x^{@y}\,\ln @x", r"@x^{@y} \cdot \ln @x"),
                "@v * np.log(@x) if @x else 0.0",
            ),
        ),
        latex("#{0}^{#{1}}"),
        "^",
        "@x ** @y",
        "@x ** @y",
    ),
    Function("sum", 0, scalar.total, (_ONE,), None, "Σ", "sum(@all)", "torch.stack(@all).sum()"),
    Function("max", 0, max, (_extreme("<"),), None, "max", "max(@all)", "torch.stack(@all).amax()", True),
    Function("min", 0, min, (_extreme(">"),), None, "min", "min(@all)", "torch.stack(@all).amin()", True),
    _unary(
        "negative",
        scalar.negative,
        LocalSlope(_minus_one, _MINUS_ONE, "-1.0"),
        latex("-#{0}"),
        "-@x",
        "-@x",
        "−",
    ),
    _unary(
        "exp",
        math.exp,
        LocalSlope(lambda x, value: value, latex("@v"), "@v"),
        latex("e^{#{0}}"),
        "np.exp(@x)",
        "torch.exp(@x)",
    ),
    _unary(
        "log",
        math.log,
        LocalSlope(scalar.reciprocal, latex(r"\frac{1}{@x}"), "1 / @x"),
        latex(r"\ln\left(#{0}\right)", r"\ln #{0}"),
        "np.log(@x)",
        "torch.log(@x)",
        "ln",
    ),
    _unary(
        "sqrt",
        math.sqrt,
        LocalSlope(scalar.sqrt_slope, latex(r"\frac{1}{2\,@v}", r"\frac{1}{2 \cdot @v}"), "0.5 / @v"),
        latex(r"\sqrt{#{0}}"),
        "np.sqrt(@x)",
        "torch.sqrt(@x)",
        "√",
    ),
    _unary(
        "sin",
        math.sin,
        LocalSlope(scalar.sin_slope, latex(r"\cos\left(@x\right)", r"\cos @x"), "np.cos(@x)"),
        latex(r"\sin\left(#{0}\right)", r"\sin #{0}"),
        "np.sin(@x)",
        "torch.sin(@x)",
    ),
    _unary(
        "cos",
        math.cos,
        LocalSlope(
            scalar.cos_slope,
            latex(r"\left(-\sin\left(@x\right)\right)", r"\left(-\sin @x\right)"),
            "-np.sin(@x)",
        ),
        latex(r"\cos\left(#{0}\right)", r"\cos #{0}"),
        "np.cos(@x)",
        "torch.cos(@x)",
    ),
    _unary(
        "tan",
        math.tan,
        LocalSlope(scalar.tan_slope, latex(r"\left(1 + @v^{2}\right)"), "1 + @v * @v"),
        latex(r"\tan\left(#{0}\right)", r"\tan #{0}"),
        "np.tan(@x)",
        "torch.tan(@x)",
    ),
    _activation(
        "tanh",
        math.tanh,
        scalar.tanh_slope,
        ("np.tanh(@x)", "1 / np.cosh(@x) ** 2"),
        "torch.tanh(@x)",
        _by_value(
            scalar.tanh_slope,
            lambda value: 1.0 - value * value,
            latex(r"\left(1 - @v^{2}\right)"),
            latex(r"\frac{4}{\left(e^{@x} + e^{-@x}\right)^{2}}"),
        ),
    ),
    _activation(
        "sigmoid",
        scalar.sigmoid,
        scalar.sigmoid_slope,
        ("sigmoid(@x)", "sigmoid(@x) * sigmoid(-@x)"),
        "torch.sigmoid(@x)",
        _by_value(
            scalar.sigmoid_slope,
            lambda value: value * (1.0 - value),
            latex(r"@v\left(1 - @v\right)", r"@v \cdot \left(1 - @v\right)"),
            latex(
                r"\sigma\left(@x\right)\,\sigma\left(-@x\right)",
                r"\frac{1}{1 + e^{-@x}} \cdot \frac{1}{1 + e^{@x}}",
            ),
        ),
        "σ",
    ),
    _activation(
        "relu",
        scalar.relu,
        scalar.relu_slope,
        ("max(0.0, @x)", "float(@x > 0)"),
        "torch.relu(@x)",
        _above_0("1", "0"),
        kinks=True,
    ),
    _activation(
        "leaky_relu",
        scalar.leaky_relu,
        scalar.leaky_relu_slope,
        (f"max({LEAK} * @x, @x)", f"1.0 if @x > 0 else {LEAK}"),
        "functional.leaky_relu(@x)",
        _above_0("1", str(LEAK)),
        sign="leaky",
        kinks=True,
    ),
    _activation(
        "softplus",
        scalar.softplus,
        scalar.softplus_slope,
        ("np.logaddexp(0, @x)", "sigmoid(@x)"),
        "-functional.logsigmoid(-@x)",
        latex(r"\sigma\left(@x\right)", r"\frac{1}{1 + e^{-@x}}"),
    ),
    _activation(
        "gelu",
        scalar.gelu,
        scalar.gelu_slope,
        ("@x * normal(@x)", "normal(@x) + @x * np.exp(-@x * @x / 2) / sqrt(2 * pi)"),
        "functional.gelu(@x)",
    ),
    _activation(
        "silu",
        scalar.silu,
        scalar.silu_slope,
        ("@x * sigmoid(@x)", "sigmoid(@x) * (1 + @x * sigmoid(-@x))"),
        "functional.silu(@x)",
    ),
    _activation(
        "elu",
        scalar.elu,
        scalar.elu_slope,
        ("@x if @x > 0 else np.expm1(@x)", "1.0 if @x > 0 else np.exp(@x)"),
        "functional.elu(@x)",
        _above_0("1", "e^{@x}"),
    ),
    _unary(
        "abs",
        abs,
        LocalSlope(scalar.absolute_slope, _absolute, "np.sign(@x)"),
        latex(r"\left|#{0}\right|"),
        "abs(@x)",
        "torch.abs(@x)",
        "| |",
        True,
    ),
    _unary(
        "square",
        scalar.square,
        LocalSlope(scalar.square_slope, latex(r"2\,@x", r"2 \cdot @x"), "2 * @x"),
        latex(r"\left(#{0}\right)^{2}", "#{0}^{2}"),
        "@x * @x",
        "torch.square(@x)",
        "x²",
    ),
    _unary(STOP, scalar.identity, LocalSlope(None, latex("0"), "0.0"), latex("#{0}"), "@x", "@x.detach()"),
)

FUNCTIONS: dict[str, Function] = {function.name: function for function in _TABLE}
