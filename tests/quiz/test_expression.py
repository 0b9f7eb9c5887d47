"""What a learner types is read as a number, and never run."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.i18n.catalogue import LANGUAGES, say
from backstep_lab.quiz.expression import number_of
from backstep_lab.spec.errors import Invalid


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.25", 0.25),
        (" -7.5e-3 ", -0.0075),
        ("0.4*0.59", 0.4 * 0.59),
        ("0,4×0,59", 0.4 * 0.59),
        ("1/3", 1 / 3),
        ("1 ÷ 4 − 0.5·2", -0.75),
        ("2^3", 8.0),
        ("0.3²/2", 0.3**2 / 2),
        ("σ(0.3775)", 0.5932699921071872),
        ("Sigmoid(-800)", 0.0),
        ("tanh(0.5)", math.tanh(0.5)),
        ("e^-1", math.exp(-1)),
        ("exp(0)+√(4)", 3.0),
        ("ln(e)", 1.0),
        ("max(0, -0.3)", 0.0),
        ("relu(0,3)", 0.3),
        ("(0.75-0.01)*0.75*(1-0.75)*0.59", 0.74 * 0.75 * 0.25 * 0.59),
        ("007", 7.0),
        ("0", 0.0),
        ("2^65", 2.0**65),
        ("e^-100", math.exp(-100)),
        ("0^0", 1.0),
        ("(-2)^3", -8.0),
        ("100", 100.0),
        ("０．５", 0.5),
    ],
)
def test_a_number_or_a_small_calculation_is_understood(text: str, value: float) -> None:
    assert number_of(text) == pytest.approx(value, rel=1e-12, abs=1e-300)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "__import__('os')",
        "(1).__class__",
        "[1]",
        "1 if 1 else 2",
        "1;2",
        "1_000",
        "0x10",
        "sigmoid",
        "sigmoid()",
        "tanh(1, 2)",
        "2(3)",
        "max(*(1, 2))",
        "1,000.5",
        "1//2",
        "(" * 150 + ")" * 50,
        "1" * 201,
        "½?",
        "1\x002",
        "5!",
        "cos(1)",
    ],
)
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Invalid, match="no calculation"):
        number_of(text)


@pytest.mark.parametrize(
    ("text", "key", "sentence"),
    [
        ("1/0", "division", "“1/0” divides by 0: that is not defined."),
        ("0/0", "division", "“0/0” divides by 0: that is not defined."),
        ("0.3/(0.5-0.5)", "division", "“0.3/(0.5-0.5)” divides by 0: that is not defined."),
        ("0^-1", "division", "“0^-1” divides by 0: that is not defined."),
        ("ln(0)", "logarithm", "ln(0) is not defined: a logarithm takes numbers above 0 only."),
        ("-ln(0)", "logarithm", "ln(0) is not defined: a logarithm takes numbers above 0 only."),
        ("0.1+log(-0.5)", "logarithm", "log(-0.5) is not defined: a logarithm takes numbers above 0 only."),
        ("ln(1-1)*0", "logarithm", "ln(0) is not defined: a logarithm takes numbers above 0 only."),
        ("√(-4)", "root", "sqrt(-4) is not defined: a square root takes no negative number."),
        ("(-8)^(1/3)", "power", "(-8)^0.333333 is not defined: a negative number has whole powers only."),
        ("10^400", "overflow", "“10^400” is too large: numbers end at about 1.8 × 10^308 here."),
        ("e^1000", "overflow", "“e^1000” is too large: numbers end at about 1.8 × 10^308 here."),
        ("exp(1000)", "overflow", "“exp(1000)” is too large: numbers end at about 1.8 × 10^308 here."),
        ("1e999", "overflow", "“1e999” is too large: numbers end at about 1.8 × 10^308 here."),
        ("1e300*1e300", "overflow", "“1e300*1e300” is too large: numbers end at about 1.8 × 10^308 here."),
        (
            "1/(1e300*1e300)",
            "overflow",
            "“1/(1e300*1e300)” is too large: numbers end at about 1.8 × 10^308 here.",
        ),
        ("9^9^9", "overflow", "“9^9^9” is too large: numbers end at about 1.8 × 10^308 here."),
    ],
)
def test_a_calculation_without_a_value_is_reported_why(text: str, key: str, sentence: str) -> None:
    with pytest.raises(Invalid) as raised:
        number_of(text)
    assert (raised.value.key, raised.value.detail) == (f"problem-answer-{key}", sentence)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["1/0", "ln(0)", "sqrt(-1)", "(-1)^0.5", "10^400"])
def test_the_page_has_the_sentence_in_every_language(lang: str, text: str) -> None:
    with pytest.raises(Invalid) as raised:
        number_of(text)
    said = say(lang, raised.value.key, **raised.value.message_args)
    assert said not in ("", raised.value.key)
    assert "{" not in said


def test_a_function_that_is_not_there_is_met_with_those_that_are() -> None:
    with pytest.raises(Invalid, match=r"sigmoid, exp, tanh, sqrt, ln, log, abs, relu, max, min"):
        number_of("cos(1)")


def test_an_empty_answer_asks_for_one() -> None:
    with pytest.raises(Invalid, match="The answer is empty"):
        number_of("  ")


@given(st.one_of(st.text(max_size=210), st.text("0123456789.,e+-*/^()σ√ maxlnpi", max_size=60)))
def test_no_text_does_anything_but_give_a_finite_number_or_a_sentence(text: str) -> None:
    try:
        number = number_of(text)
    except Invalid:
        return
    assert math.isfinite(number)
