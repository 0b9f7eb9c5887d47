import pytest
from hypothesis import given

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.formulas.symbols import symbol
from backstep_lab.stepping.program import Program
from backstep_lab.stepping.refs import Ref, RefError, parse
from tests.stepping.cases import programs

SHAPE = Shape(3, (2, 2), ("sigmoid", "sigmoid"), "half_squared_error")


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("x[2]", Ref("x", 0, (2,))),
        ("y[1]", Ref("y", 0, (1,))),
        ("W1[0,2]", Ref("W", 1, (0, 2))),
        ("b2[1]", Ref("b", 2, (1,))),
        ("W1[0,2]*x[2]", Ref("product", 1, (0, 2))),
        ("W2[0,1]*a1[1]", Ref("product", 2, (0, 1))),
        ("z2[1]", Ref("z", 2, (1,))),
        ("a1[0]", Ref("a", 1, (0,))),
        ("loss[1]", Ref("loss_term", 0, (1,))),
        ("example_loss", Ref("example_loss")),
        ("example_loss@3", Ref("example_loss", row=3)),
        ("mean_loss", Ref("mean_loss")),
        ("penalty", Ref("penalty")),
        ("loss", Ref("loss")),
        ("learning_rate", Ref("learning_rate")),
        ("dL/da2[0]", Ref("dL/da", 2, (0,))),
        ("W2[0,1]*delta2[0]", Ref("downstream", 2, (0, 1))),
        ("f'(z1[0])", Ref("f'", 1, (0,))),
        ("delta2[1]@0", Ref("delta", 2, (1,), 0)),
        ("dl/dW1[1,2]@3", Ref("dl/dW", 1, (1, 2), 3)),
        ("dl/db1[1]", Ref("dl/db", 1, (1,))),
        ("dmean/dW2[0,0]", Ref("dmean/dW", 2, (0, 0))),
        ("dW2[0,1]", Ref("dW", 2, (0, 1))),
        ("db2[1]", Ref("db", 2, (1,))),
        ("W2_next[0,1]", Ref("W_next", 2, (0, 1))),
        ("b1_next[0]", Ref("b_next", 1, (0,))),
    ],
)
def test_a_ref_is_read_and_written_the_same(text: str, ref: Ref) -> None:
    assert parse(text, SHAPE, 4) == ref
    assert str(ref) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "“” names no number; refs look like W2[0,1], b1[0], a2[1], delta2[0] or dW1[0,0]."),
        ("q1[0]", "“q1[0]” names no number; refs look like W2[0,1], b1[0], a2[1], delta2[0] or dW1[0,0]."),
        ("W1[0]", "“W1[0]” names no number; refs look like W2[0,1], b1[0], a2[1], delta2[0] or dW1[0,0]."),
        (
            "z1[0,1]",
            "“z1[0,1]” names no number; refs look like W2[0,1], b1[0], a2[1], delta2[0] or dW1[0,0].",
        ),
        (
            "W1[00,1]",
            "“W1[00,1]” names no number; refs look like W2[0,1], b1[0], a2[1], delta2[0] or dW1[0,0].",
        ),
        (
            "W2[0,1]*a1[0]",
            "“W2[0,1]*a1[0]” names no number; refs look like W2[0,1], b1[0], a2[1], delta2[0] or dW1[0,0].",
        ),
        ("W3[0,0]", "“W3[0,0]” is in layer 3; layers here go from 1 to 2."),
        ("a0[0]", "“a0[0]” is in layer 0; layers here go from 1 to 2."),
        ("W1[0,0]*delta1[0]", "“W1[0,0]*delta1[0]” is in layer 1; layers here go from 2 to 2."),
        ("W1[2,0]", "“W1[2,0]” asks for unit 2; units there go from 0 to 1."),
        ("W1[0,3]", "“W1[0,3]” asks for unit 3; units there go from 0 to 2."),
        ("x[3]", "“x[3]” asks for unit 3; units there go from 0 to 2."),
        ("a1[0]@4", "“a1[0]@4” asks for example 4; this batch has rows 0 to 3."),
        ("W1[0,0]@1", "“W1[0,0]@1” belongs to no single example, so it takes no “@1”."),
        ("x" * 81, "A ref has at most 80 characters; this one has 81."),
    ],
)
def test_a_ref_of_no_number_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(RefError) as refused:
        parse(text, SHAPE, 4)
    assert str(refused.value) == sentence


def test_digits_of_other_scripts_are_refused() -> None:
    with pytest.raises(RefError):
        parse("x[\u0661]")


@given(programs())
def test_every_number_of_a_program_has_a_ref_that_reads_back_and_a_symbol(program: Program) -> None:
    for ordinal in range(program.steps):
        ref = program.ref(program.at(ordinal))
        parsed = parse(ref, program.shape, program.examples)
        assert str(parsed) == ref
        assert symbol(parsed)
