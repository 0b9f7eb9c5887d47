"""What a learner types is read as a number, and never run."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answers.expression import number_of
from app.sessions.problems import Invalid


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
    ],
)
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Invalid, match="no calculation"):
        number_of(text)


@pytest.mark.parametrize(
    "text", ["1/0", "9^9^9", "2^65", "(-1)^0.5", "exp(1000)", "1e999", "1e300*1e300", "0^-1"]
)
def test_what_comes_to_no_number_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Invalid, match="no number: it divides by 0"):
        number_of(text)


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
