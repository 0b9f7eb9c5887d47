from dataclasses import asdict
from math import isclose

import pytest
from hypothesis import given, settings

from backstep_lab.engine.network import Network, Shape
from backstep_lab.engine.optimizers import SGD
from backstep_lab.engine.training import UpdateRule
from backstep_lab.stepping.explain.operation import Alternative, Formula, Operation, explain
from backstep_lab.stepping.formulas.symbols import symbol
from backstep_lab.stepping.numbers import value_of
from backstep_lab.stepping.operations import PHASE
from backstep_lab.stepping.refs import parse
from tests.stepping.cases import Case, case, cases, mazur, read
from tests.stepping.evaluate import value_and_scale


def operations(of: Case) -> list[Operation]:
    return [explain(of.trace, of.program, n, of.focus, of.rule) for n in range(of.program.steps)]


def operation(of: Case, ref: str) -> Operation:
    ordinal = of.program.producing(ref)
    assert ordinal is not None
    return explain(of.trace, of.program, ordinal, of.focus, of.rule)


def test_mazurs_24th_operation_is_given_in_full() -> None:
    delta, a, value = 0.13849856162855698, 0.596884378259767, 0.08266762784753326
    args = {"layer": 2, "unit": 0, "from": 1, "from_layer": 1, "delta": delta, "a": a}
    assert asdict(operations(mazur())[23]) == {
        "kind": "weight_gradient",
        "phase": "backward",
        "layer": 2,
        "unit": 0,
        "ref": "dW2[0,1]",
        "value": value,
        "ordinal": 24,
        "operands": (("delta2[0]", delta, "\\delta^{2}_{1}"), ("a1[1]", a, "a^{1}_{2}")),
        "formula": {
            "result": "\\frac{\\partial L}{\\partial w^{2}_{1,2}}",
            "symbols": "\\delta^{2}_{1}\\,a^{1}_{2}",
            "numbers": "0.13849856 \\cdot 0.59688438",
            "templates": {"symbols": "#{0}\\,#{1}", "numbers": "#{0} \\cdot #{1}"},
            "mathml": {
                "result": "<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi>"
                "<msubsup><mi>w</mi><mn>1,2</mn><mn>2</mn></msubsup></mrow></mfrac>",
                "symbols": ("#{0*}<mspace width='0.16666667em'/>#{1*}",),
                "numbers": ("#{0*}", "<mo form='infix'>⋅</mo>#{1*}"),
            },
            "alternative": None,
        },
        "message": {"key": "op-weight-gradient", "args": {**args, "value": value, "sign": "positive"}},
        "digits": (8, 6),
        "remark": None,
    }


@settings(max_examples=150)
@given(cases())
def test_every_value_follows_from_its_operands(case: Case) -> None:
    for op in operations(case):
        if op.message.key == "op-loss-slope-unbounded":
            assert op.value is None
            continue
        value, scale = value_and_scale(case.shape, op)
        assert op.value is not None
        assert abs(value - op.value) <= 1e-12 * scale + 1.5e-323, (op.ref, value, op.value)


@given(cases())
def test_every_operand_is_given_or_was_made_before(case: Case) -> None:
    for op in operations(case):
        for operand in op.operands:
            made = case.program.producing(operand.ref)
            assert made is None or made < op.ordinal - 1, (op.ref, operand.ref)


@given(cases())
def test_every_number_is_the_same_wherever_it_is_reported(case: Case) -> None:
    for op in operations(case):
        for ref, value in [(op.ref, op.value), *((operand.ref, operand.value) for operand in op.operands)]:
            assert value_of(case.trace, ref, case.focus, case.rule) == value, ref


@given(cases())
def test_an_operation_names_its_place(case: Case) -> None:
    for n, op in enumerate(operations(case)):
        step = case.program.at(n)
        assert (op.ordinal, op.kind, op.layer, op.unit) == (n + 1, step.kind, step.layer, step.unit)
        assert (op.ref, op.phase) == (case.program.ref(step), PHASE[op.kind])
        result = symbol(parse("loss" if op.kind == case.program.chain.loss else op.ref))
        assert op.formula.result == result


@given(cases())
def test_formulas_are_their_templates_filled_in(case: Case) -> None:
    for op in operations(case):
        forms: list[Formula | Alternative] = [op.formula]
        if op.formula.alternative is not None:
            forms.append(op.formula.alternative)
        for form in forms:
            symbols = form.templates.symbols
            for i, operand in enumerate(op.operands):
                symbols = symbols.replace(f"#{{{i}}}", operand.symbol)
            assert form.symbols == symbols
            assert "#" not in form.symbols + form.numbers
            assert "e-" not in form.numbers.replace("e^{-", "")


def one(activation: str, loss: str, w: float, y: float, rule: UpdateRule | None = None) -> Case:
    """One unit without hidden layers, x = 1 and b = 0, so that z = w."""
    network = Network.from_parameters(Shape(1, (1,), (activation,), loss), [[[w]]], [[0.0]])
    return read(network, [[1.0]], [[y]], rule or UpdateRule(SGD(0.1)))


@pytest.mark.parametrize(
    ("activation", "symbols", "numbers"),
    [
        ("identity", "z", "-0.5"),
        ("step", "\\begin{cases}1 & z > 0\\\\0 & z \\le 0\\end{cases}", "\\operatorname{step} (-0.5)"),
        ("sigmoid", "\\sigma\\left(z\\right) = \\frac{1}{1 + e^{-z}}", "\\frac{1}{1 + e^{-(-0.5)}}"),
        ("tanh", "\\tanh\\left(z\\right)", "\\tanh (-0.5)"),
        ("relu", "\\max\\left(0,\\,z\\right)", "\\max\\left(0,\\,(-0.5)\\right)"),
        ("leaky_relu", "\\max\\left(0.01\\,z,\\,z\\right)", "\\max(0.01 \\cdot (-0.5),\\,(-0.5))"),
        ("softplus", "\\ln\\left(1 + e^{z}\\right)", "\\ln\\left(1 + e^{(-0.5)}\\right)"),
        ("softmax", "\\frac{e^{z}}{e^{z}}", "\\frac{e^{(-0.5)}}{e^{(-0.5)}}"),
    ],
)
def test_the_formula_of_each_activation(activation: str, symbols: str, numbers: str) -> None:
    formula = operation(one(activation, "half_squared_error", -0.5, 1.0), "a1[0]").formula
    assert formula.symbols.replace("z^{1}_{1}", "z") == symbols
    assert formula.numbers == numbers


@pytest.mark.parametrize(
    ("activation", "w", "numbers", "of"),
    [
        ("identity", 0.5, "1", []),
        ("step", 0.5, "0", []),
        ("sigmoid", 0.0, "0.5 \\cdot \\left(1 - 0.5\\right)", ["a1[0]"]),
        ("tanh", 0.0, "1 - 0 \\cdot 0", ["a1[0]"]),
        ("relu", 0.5, "1 \\quad (0.5 > 0)", ["z1[0]"]),
        ("relu", 0.0, "0 \\quad (0 \\le 0)", ["z1[0]"]),
        ("leaky_relu", -0.5, "0.01 \\quad ((-0.5) \\le 0)", ["z1[0]"]),
        ("softplus", 0.5, "\\frac{1}{1 + e^{-0.5}}", ["z1[0]"]),
    ],
)
def test_the_formula_of_each_slope(activation: str, w: float, numbers: str, of: list[str]) -> None:
    op = operation(one(activation, "half_squared_error", w, 1.0), "f'(z1[0])")
    assert op.formula.numbers == numbers
    assert [operand.ref for operand in op.operands] == of


@pytest.mark.parametrize(
    ("loss", "activation", "term", "whole", "slope"),
    [
        (
            "half_squared_error",
            "tanh",
            "\\tfrac{1}{2}\\left(y - a\\right)^{2}",
            "\\ell_{1} + \\ell_{2}",
            "a - y",
        ),
        (
            *("mean_squared_error", "tanh", "\\left(y - a\\right)^{2}"),
            *("\\frac{1}{2}\\left(\\ell_{1} + \\ell_{2}\\right)", "a - y"),
        ),
        (
            *("binary_cross_entropy", "sigmoid", "-\\left(y\\,\\ln a + (1 - y)\\,\\ln(1 - a)\\right)"),
            "\\frac{1}{2}\\left(\\ell_{1} + \\ell_{2}\\right)",
            "\\frac{1}{2}\\,\\frac{a - y}{a\\left(1 - a\\right)}",
        ),
        ("cross_entropy", "softmax", "-y\\,\\ln a", "\\ell_{1} + \\ell_{2}", "-\\frac{y}{a}"),
    ],
)
def test_the_formulas_of_each_loss(loss: str, activation: str, term: str, whole: str, slope: str) -> None:
    of = case(Shape(1, (2,), (activation,), loss))

    def answer(ref: str) -> str:
        return operation(of, ref).formula.symbols.replace("a^{1}_{2}", "a").replace("y_{2}", "y")

    assert (answer("loss[1]"), answer("loss"), answer("dL/da1[1]")) == (term, whole, slope)


@pytest.mark.parametrize(
    ("outputs", "slope"), [(1, "2\\left(a - y\\right)"), (3, "\\frac{2}{3}\\left(a - y\\right)")]
)
def test_a_mean_squared_error_has_the_factor_of_its_outputs(outputs: int, slope: str) -> None:
    of = case(Shape(1, (outputs,), ("tanh",), "mean_squared_error"))
    symbols = operation(of, "dL/da1[0]").formula.symbols
    assert symbols.replace("a^{1}_{1}", "a").replace("y_{1}", "y") == slope


def test_a_fused_delta_shows_its_factored_form_beside_it() -> None:
    op = operation(case(Shape(1, (2,), ("sigmoid",), "binary_cross_entropy")), "delta1[0]")
    assert op.formula.templates.symbols == "\\frac{1}{2}\\left(#{0} - #{1}\\right)"
    assert op.formula.alternative is not None
    assert op.formula.alternative.templates.numbers == "#{2} \\cdot #{3}"
    assert [operand.ref for operand in op.operands] == ["a1[0]", "y[0]", "dL/da1[0]", "f'(z1[0])"]


def test_a_softmax_delta_is_factored_over_the_whole_layer() -> None:
    op = operation(case(Shape(1, (3,), ("softmax",), "cross_entropy")), "delta1[1]")
    refs = ["a1[1]", "y[1]", "dL/da1[0]", "dL/da1[1]", "dL/da1[2]", "a1[0]", "a1[2]"]
    assert [operand.ref for operand in op.operands] == refs
    assert op.formula.templates.symbols == "#{0} - #{1}"
    assert op.formula.alternative is not None
    factored = "#{0}\\,\\left(#{3} - \\left(#{2}\\,#{5} + #{3}\\,#{0} + #{4}\\,#{6}\\right)\\right)"
    assert op.formula.alternative.templates.symbols == factored


@given(cases())
def test_a_fused_delta_equals_its_factored_form(case: Case) -> None:
    for op in operations(case):
        values = [operand.value for operand in op.operands]
        if not op.message.key.startswith("op-delta-fused") or op.value is None or None in values:
            continue
        a, _, *rest = (value for value in values if value is not None)
        if case.shape.loss == "binary_cross_entropy":
            factored = rest[0] * rest[1]
        else:
            n = case.shape.outputs
            g, others = rest[:n], rest[n:]
            all_a = [*others[: op.unit], a, *others[op.unit :]]
            factored = a * (g[op.unit] - sum(x * y for x, y in zip(g, all_a, strict=True)))
        assert isclose(factored, op.value, rel_tol=1e-9, abs_tol=1e-9)


def test_a_saturated_output_has_a_slope_beyond_every_bound_and_an_exact_delta() -> None:
    of = one("sigmoid", "binary_cross_entropy", -800.0, 1.0)
    slope, delta = operation(of, "dL/da1[0]"), operation(of, "delta1[0]")
    assert (slope.value, slope.message.key) == (None, "op-loss-slope-unbounded")
    args = {"layer": 1, "unit": 0, "loss": "binary_cross_entropy", "a": 0.0, "y": 1.0, "examples": 1}
    assert slope.message.args == args
    assert delta.value == -1.0
    assert delta.formula.alternative is not None
    assert delta.formula.alternative.numbers == "\\frac{\\partial \\ell}{\\partial a^{1}_{1}} \\cdot 0"


def test_a_saturated_output_that_is_right_has_a_slope_and_no_error_term_left() -> None:
    of = one("sigmoid", "binary_cross_entropy", 800.0, 1.0)
    slope, delta = operation(of, "dL/da1[0]"), operation(of, "delta1[0]")
    assert (slope.value, slope.message.key) == (-1.0, "op-loss-slope")
    assert (delta.value, delta.message.args["sign"]) == (0.0, "zero")


def test_a_saturated_output_is_reported_from_z() -> None:
    of = one("sigmoid", "binary_cross_entropy", 28.0, 1.0)
    answer = {ref: operation(of, ref) for ref in ("loss[0]", "dL/da1[0]", "f'(z1[0])", "delta1[0]")}
    assert {ref: op.value for ref, op in answer.items()} == pytest.approx(
        {
            "loss[0]": 6.914400106937813e-13,
            "dL/da1[0]": -1.0000000000006914,
            "f'(z1[0])": 6.914400106930642e-13,
            "delta1[0]": -6.914400106935423e-13,
        },
        rel=1e-13,
        abs=0.0,
    )
    assert {ref: op.formula.numbers for ref, op in answer.items()} == {
        "loss[0]": "1 \\cdot \\ln\\left(1 + e^{-28}\\right) + (1 - 1) \\cdot \\ln\\left(1 + e^{28}\\right)",
        "dL/da1[0]": "\\frac{0.999999999999 - 1}{0.999999999999 \\cdot \\left(1 - 0.999999999999\\right)}",
        "f'(z1[0])": "\\frac{1}{1 + e^{-28}} \\cdot \\frac{1}{1 + e^{28}}",
        "delta1[0]": "(1 - 1) - \\frac{1}{1 + e^{28}}",
    }
    usual = answer["loss[0]"].formula.alternative
    assert usual is not None
    full = "-\\left(1 \\cdot \\ln 0.9999999999993086 + (1 - 1) \\cdot \\ln(1 - 0.9999999999993086)\\right)"
    assert usual.numbers == full


def test_a_saturated_tanh_has_its_slope_from_z() -> None:
    op = operation(one("tanh", "half_squared_error", -20.0, 1.0), "f'(z1[0])")
    assert op.value == pytest.approx(1.699341702116628e-17, rel=1e-13, abs=0.0)
    assert op.formula.numbers == "\\frac{4}{\\left(e^{(-20)} + e^{-(-20)}\\right)^{2}}"


def test_a_saturated_softmax_is_reported_from_the_other_outputs() -> None:
    shape = Shape(1, (3,), ("softmax",), "cross_entropy")
    network = Network.from_parameters(shape, [[[40.0], [1.0], [0.0]]], [[0.0, 0.0, 0.0]])
    of = read(network, [[1.0]], [[1.0, 0.0, 0.0]], UpdateRule(SGD(0.1)))
    term, slope, delta = (operation(of, ref).formula for ref in ("loss[0]", "f'(z1[0])", "delta1[0]"))
    assert term.templates.symbols == "#{0}\\,\\ln\\left(1 + e^{#{3} - #{2}} + e^{#{4} - #{2}}\\right)"
    assert slope.templates.symbols == "#{0}\\left(#{1} + #{2}\\right)"
    assert delta.templates.symbols == "(1 - #{1}) - \\left(#{5} + #{6}\\right)"


def test_a_slope_of_zero_says_that_nothing_passes() -> None:
    assert operation(one("relu", "half_squared_error", -1.0, 1.0), "f'(z1[0])").message.key == "op-slope-zero"
    assert operation(one("relu", "half_squared_error", 1.0, 2.0), "f'(z1[0])").message.key == "op-slope"


def test_a_long_sum_is_elided_in_its_formula_and_complete_in_its_operands() -> None:
    op = operation(case(Shape(12, (1,), ("tanh",), "half_squared_error")), "z1[0]")
    assert len(op.operands) == 13
    text = "#{0} + #{1} + #{2} + #{3} + #{4} + \\cdots + #{11} + #{12}"
    assert op.formula.templates.symbols == text
    eight = operation(case(Shape(7, (1,), ("tanh",), "half_squared_error")), "z1[0]")
    assert eight.formula.templates.symbols == " + ".join(f"#{{{i}}}" for i in range(8))


def test_a_batch_gradient_shows_every_examples_share() -> None:
    of = case(Shape(1, (1,), ("tanh",), "half_squared_error"), examples=3, focus=1)
    op = operation(of, "dW1[0,0]")
    assert [operand.ref for operand in op.operands] == ["dl/dW1[0,0]@0", "dl/dW1[0,0]", "dl/dW1[0,0]@2"]
    assert op.operands[2].symbol == "\\frac{\\partial \\ell^{(3)}}{\\partial w^{1}_{1,1}}"
    assert op.formula.templates.symbols == "\\frac{1}{3}\\left(#{0} + #{1} + #{2}\\right)"
    loss = operation(of, "loss")
    assert [operand.ref for operand in loss.operands] == ["example_loss@0", "example_loss", "example_loss@2"]


@pytest.mark.parametrize(("focus", "last"), [(3, "dl/dW1[0,0]@63"), (99, "dl/dW1[0,0]")])
def test_a_large_batch_lists_64_examples_with_the_focus_among_them(focus: int, last: str) -> None:
    of = case(Shape(1, (1,), ("tanh",), "half_squared_error"), examples=100, focus=focus)
    op = operation(of, "dW1[0,0]")
    assert (len(op.operands), op.operands[-1].ref) == (64, last)
    assert "dl/dW1[0,0]" in [operand.ref for operand in op.operands]
    assert op.message.args["examples"] == 100
    assert op.formula.symbols.startswith("\\frac{1}{100}\\left(")
    assert op.formula.symbols.endswith(" + \\cdots\\right)") == (focus < 99)


@pytest.mark.parametrize("examples", [2, 3, 8, 9, 10, 63, 64, 65, 66, 67, 100])
def test_a_mean_over_a_batch_has_dots_wherever_rows_are_left_out_and_nowhere_else(examples: int) -> None:
    shape = Shape(1, (1,), ("tanh",), "half_squared_error")
    for focus in range(examples):
        of = case(shape, examples=examples, focus=focus)
        for ref, begin in (("loss", "\\ell"), ("dW1[0,0]", "\\frac{\\partial \\ell")):
            op = operation(of, ref)
            shown = op.formula.symbols.split("\\left(", 1)[1].removesuffix("\\right)").split(" + ")
            rows = [None if term == "\\cdots" else int(term.split("^{(")[1].split(")")[0]) for term in shown]
            assert all(term.startswith(begin) for term in shown if term != "\\cdots")
            numbered = [0, *rows, examples + 1]  # counted from 1, as people do
            for before, row, after in zip(numbered, numbered[1:], numbered[2:], strict=False):
                assert row is not None or None not in (before, after)
                if row is None:
                    assert (after or 0) - (before or 0) > 1, (focus, rows)
                elif before is not None:
                    assert row == before + 1, (focus, rows)
            assert numbered[-2] in (None, examples)
            assert focus + 1 in rows or examples <= 64


def test_sums_of_a_large_iteration_say_that_they_are_made_in_blocks() -> None:
    shape = Shape(2, (4, 1), ("tanh", "tanh"), "half_squared_error")
    for examples, remark in ((3, None), (300, "op-remark-blocks")):
        of = case(shape, examples=examples)
        answer = {
            ref: operation(of, ref).remark for ref in ("z1[0]", "dL/da1[2]", "dW2[0,1]", "a1[0]", "loss")
        }
        assert answer == {
            **dict.fromkeys(("z1[0]", "dL/da1[2]", "dW2[0,1]"), remark),
            **dict.fromkeys(("a1[0]", "loss")),
        }


@pytest.mark.parametrize(
    ("l1", "l2", "numbers", "refs"),
    [
        (0.0, 0.25, "(-2) + 0.25 \\cdot (-2)", ["l2"]),
        (0.5, 0.0, "(-2) + 0.5 \\cdot \\operatorname{sgn}\\left((-2)\\right)", ["l1"]),
        (
            0.5,
            0.25,
            "(-2) + 0.25 \\cdot (-2) + 0.5 \\cdot \\operatorname{sgn}\\left((-2)\\right)",
            ["l2", "l1"],
        ),
    ],
)
def test_a_penalty_adds_its_own_gradient(l1: float, l2: float, numbers: str, refs: list[str]) -> None:
    op = operation(one("identity", "half_squared_error", -2.0, 0.0, UpdateRule(SGD(0.1), l1, l2)), "dW1[0,0]")
    assert op.formula.numbers == numbers
    assert [operand.ref for operand in op.operands] == ["dl/dW1[0,0]", "W1[0,0]", *refs]


def test_small_numbers_are_written_with_powers_of_ten() -> None:
    op = operation(one("identity", "half_squared_error", -1.5e-7, 0.0), "W1[0,0]*x[0]")
    assert op.formula.numbers == "(-1.5 \\times 10^{-7}) \\cdot 1"


def test_zero_has_no_sign() -> None:
    op = operation(one("identity", "half_squared_error", -0.0, 0.0), "W1[0,0]*x[0]")
    assert (str(op.value), op.formula.numbers, op.message.args["sign"]) == ("0.0", "0 \\cdot 1", "zero")
