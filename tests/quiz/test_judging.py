"""Judging answers: numbers, signs, comparisons, choices; now and in the next iteration."""

import pytest

from backstep_lab.quiz.judging import judge
from backstep_lab.quiz.question import question
from backstep_lab.sessions.layered import layered
from backstep_lab.spec.errors import Invalid
from backstep_lab.wire.quiz import Ask, AskedOperand, Known
from tests.quiz.asking import answered, at
from tests.sessions.building import mazur, xor

WEIGHT = "<msubsup><mi>w</mi><mn>1,1</mn><mn>1</mn></msubsup>"
INPUT = "<msub><mi>x</mi><mn>1</mn></msub>"


def test_the_next_operation_is_asked_without_its_number() -> None:
    asked = question(mazur(), Ask())
    assert asked.model_dump() == {
        "ref": "W1[0,0]*x[0]",
        "ask": "number",
        "asks": ["number", "sign"],
        "later": 0,
        "kind": "product",
        "phase": "forward",
        "layer": 1,
        "unit": 0,
        "symbol": "w^{1}_{1,1}\\,x_{1}",
        "symbol_mathml": f"{WEIGHT}<mspace width='0.16666667em'/>{INPUT}",
        "formula": "#{0}\\,#{1}",
        "formula_mathml": ["#{0*}<mspace width='0.16666667em'/>#{1*}"],
        "operands": [
            {"ref": "W1[0,0]", "value": 0.15, "symbol": "w^{1}_{1,1}", "symbol_mathml": WEIGHT},
            {"ref": "x[0]", "value": 0.05, "symbol": "x_{1}", "symbol_mathml": INPUT},
        ],
        "other": None,
        "among": [],
    }


def test_operands_that_are_not_computed_yet_are_asked_about_without_their_values() -> None:
    session = at(mazur(), "z1[0]")
    assert [operand.value for operand in question(session, Ask(ref="z1[0]")).operands] == [
        0.0075,
        0.020000000000000004,
        0.35,
    ]
    assert question(session, Ask(ref="a1[0]")).operands == [
        AskedOperand(
            ref="z1[0]",
            value=None,
            symbol="z^{1}_{1}",
            symbol_mathml="<msubsup><mi>z</mi><mn>1</mn><mn>1</mn></msubsup>",
        )
    ]


def test_a_right_answer_is_reported_the_number() -> None:
    verdict = answered(mazur(), "W1[0,0]*x[0]", " 0.15*0.05 ")
    assert verdict.model_dump() == {
        "ref": "W1[0,0]*x[0]",
        "ask": "number",
        "later": 0,
        "given": "0.15*0.05",
        "number": 0.0075,
        "correct": True,
        "misconception": None,
        "answer": None,
        "value": 0.0075,
    }


def test_a_wrong_answer_is_not_given_it_unless_it_asks() -> None:
    assert answered(mazur(), "z1[0]", "1").value is None
    assert answered(mazur(), "z1[0]", "1", show=True).value == pytest.approx(0.3775)
    shown = answered(mazur(), "z1[0]", "", show=True)
    assert (shown.correct, shown.number) == (False, None)
    assert shown.value == pytest.approx(0.3775)


def test_digits_say_how_near_is_near_enough() -> None:
    assert answered(mazur(), "a1[0]", "0.6").correct
    assert not answered(mazur(), "a1[0]", "0.6", digits=3).correct
    assert answered(mazur(), "a1[0]", "0.593", digits=3).correct


def test_a_sign_is_judged() -> None:
    assert answered(mazur(), "dL/da2[1]", "-", ask="sign").correct
    assert answered(mazur(), "dL/da2[1]", "−", ask="sign").correct
    wrong = answered(mazur(), "dL/da2[1]", "+", ask="sign")
    assert (wrong.correct, wrong.answer, wrong.value) == (False, None, None)
    assert answered(mazur(), "dL/da2[1]", "0", ask="sign", show=True).answer == "-"


def test_a_new_weight_is_compared_with_the_old_one() -> None:
    assert answered(mazur(), "W2_next[0,0]", "smaller", ask="compare").correct
    assert answered(mazur(), "W2_next[1,0]", "larger", ask="compare").correct
    asked = question(mazur(), Ask(ref="W2_next[0,0]", ask="compare"))
    assert asked.other == Known(ref="W2[0,0]", value=0.4)


def test_any_two_numbers_can_be_compared() -> None:
    assert answered(mazur(), "a2[0]", "smaller", ask="compare", other="a2[1]").correct
    assert answered(mazur(), "a2[0]", "equal", ask="compare", other="a2[0]").correct


def test_the_largest_of_the_gradients_into_a_unit_is_chosen() -> None:
    assert question(mazur(), Ask(ref="dW2[0,0]", ask="which")).among == ["dW2[0,0]", "dW2[0,1]"]
    assert answered(mazur(), "dW2[0,0]", "dW2[0,1]", ask="which").correct
    among = ["dW1[0,0]", "dW2[0,0]", "dW2[1,1]"]
    assert answered(mazur(), "dW2[0,0]", "dW2[0,0]", ask="which", among=among).correct


def test_the_loss_after_the_update_can_be_asked_for_before_it() -> None:
    session = mazur()
    assert answered(session, "loss", "smaller", ask="compare", later=1).correct
    after = session.forward_to(1)
    assert answered(session, "loss", repr(after.current.loss), later=1, digits=6).correct
    assert (session.iteration, session.step) == (0, 0)


def test_at_the_end_of_an_iteration_the_next_one_is_asked_about() -> None:
    session = mazur()
    end = session.at_step(session.current.steps)
    asked = question(end, Ask())
    assert (asked.ref, asked.later, asked.operands[0].value) == ("W1[0,0]*x[0]", 1, 0.1497807161327628)
    unfinished = question(session, Ask(ref="W1[0,0]*x[0]", later=1))
    assert [operand.value for operand in unfinished.operands] == [None, None]


def test_a_number_of_another_example_of_the_batch_can_be_asked_for() -> None:
    session = xor()
    for row in range(3):
        true = layered(session).trace.Z[0].item(row, 0)
        assert answered(session, f"z1[0]@{row}", repr(true), digits=6).correct


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        ({"ref": "W1[0,0]*x[0]", "text": "1"}, "is computed already"),
        ({"ref": "W1[0,0]", "text": "1"}, "is given, not computed"),
        ({"ref": "mean_loss", "text": "1"}, "has no operation of its own here: ask for loss"),
        ({"ref": "dl/dW1[0,0]", "text": "1"}, "has no operation of its own here: ask for dW1"),
        ({"ref": "nothing", "text": "1"}, "names no number"),
        ({"ref": "z9[0]", "text": "1"}, "is in layer 9"),
        ({"ref": "mW1_next[0,0]", "text": "1"}, "belongs to another optimizer"),
        ({"ref": "z1[0]@7", "text": "1"}, "asks for example 7"),
        ({"ref": "z1[0]"}, "The answer is empty"),
        ({"ref": "z1[0]", "ask": "sign", "text": "maybe"}, "please answer with one of"),
        ({"ref": "z1[0]", "ask": "sign"}, "please answer with one of"),
        ({"ref": "z1[0]", "ask": "compare", "text": "bigger"}, "larger, smaller, equal"),
        ({"ref": "z1[0]", "ask": "compare", "text": "larger", "other": "q"}, "names no number"),
        ({"ref": "dW1[0,0]", "ask": "which", "text": "dW2[0,0]"}, "please answer with one of"),
        ({"ref": "z1[0]", "ask": "which", "text": "z1[0]"}, "has no others beside it"),
        ({"ref": "z1[0]", "ask": "which", "among": ["z1[0]", "z1[9]"], "text": "z1[0]"}, "asks for unit 9"),
    ],
)
def test_what_makes_no_question_is_refused_in_a_sentence(ask: dict[str, object], sentence: str) -> None:
    session = mazur().at_step(1)
    with pytest.raises(Invalid, match=sentence):
        judge(session, Ask.model_validate(ask))
