"""Questions about the numbers of a program, and every misconception that an answer can show."""

from typing import Any

import pytest

from backstep_lab.i18n.catalogue import LANGUAGES, say
from backstep_lab.quiz.misconceptions.recognition import candidates
from backstep_lab.quiz.target import asked
from backstep_lab.sessions.navigation import advance
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Problem
from backstep_lab.wire.quiz import Ask, Question, Verdict
from tests.models.graph.programs import PROGRAMS
from tests.models.graph.sessions import query, session_of

ADAM = {"optimizer": {"name": "adam", "learning_rate": 0.05}}

# program, training, ref that is asked for, wrong answer, misconception
SLIPS: list[tuple[str, dict[str, Any], str, float, str]] = [
    ("x = 2\nL = exp(x)", {}, "L", 2.0, "argument-for-value"),
    ("x = 0.5\nL = tanh(x)", {}, "L", 0.7864, "slope-for-value"),
    ("x = 3\ny = 4\nL = x*y", {}, "L", 7.0, "added"),
    ("x = 3\ny = 4\nL = x**y", {}, "L", 12.0, "multiplied-for-power"),
    ("x = 3\ny = 4\nL = x + y", {}, "L", 12.0, "multiplied"),
    ("x = 3\ny = 4\nL = x - y*2", {}, "L", 5.0, "swapped"),
    ("x = 3\ny = 4\nL = x/y", {}, "L", 4 / 3, "swapped"),
    ("x = 3\ny = 4\nL = max(x, y)", {}, "L", 3.0, "wrong-branch"),
    ("x = 3\ny = 4\nL = min(x, y)", {}, "L", 4.0, "wrong-branch"),
    ("x = [3, 4, 6]\nL = sum(x)", {}, "L", 6.0, "one-term"),
    ("x = 3\ny = 4\nq = x*y\nL = 5*q", {}, "dL/dx", 4.0, "forgot-upstream"),
    ("x = 3\ny = 4\nq = x*y\nL = 5*q", {}, "dL/dx", 5.0, "forgot-local-slope"),
    ("x = 3\ny = 4\nq = x*y\nL = 5*q", {}, "dL/dx", 60.0, "value-for-slope"),
    ("x = 3\ny = 4\nq = x*y\nL = 5*q", {}, "dL/dx", 15.0, "own-value"),
    ("x = 3\ny = 4\nq = x*y\nL = 5*q", {}, "dL/dx", 9.0, "added"),
    ("x = 0.7\nq = tanh(x)\nL = 5*q", {}, "dL/dx", 5.6347, "added"),
    ("x = 3\ny = 4\nq = x/y\nL = 5*q", {}, "dL/dx", -0.9375, "other-argument"),
    ("x = 3\nq = relu(x)\nL = 5*q", {}, "dL/dx", 0.0, "wrong-branch"),
    ("x = 3\nL = x*5 + x*7", {}, "dL/dx", 5.0, "forgot-path"),
    ("x = 3\nL = x*5 + x*7", {}, "dL/dx", 35.0, "multiplied"),
    ("x = 3\nL = x*5 + x*7 + x*11", {}, "dL/dx", 23 / 3, "mean-for-sum"),
    ("x = 3\nL = x*5", {"optimizer": {"learning_rate": 0.2}}, "x_next", 4.0, "uphill"),
    ("x = 3\nL = x*5", {"optimizer": {"learning_rate": 0.2}}, "x_next", -2.0, "forgot-rate"),
    ("x = 3\nL = x*5", {"optimizer": {"learning_rate": 0.2}}, "x_next", 5.0, "gradient-for-weight"),
    ("x = 3\nL = x*5", {"optimizer": {"learning_rate": 0.2}}, "x_next", -1.0, "change-only"),
    ("x = 3\nL = x*5", {"optimizer": {"learning_rate": 0.2}}, "x_next", 3.0, "unchanged"),
    ("x = 3\nL = x*5", ADAM, "x_next", 2.75, "plain-descent"),
    ("x = 3\nL = x*5", ADAM, "m_next:x", 5.0, "gradient-alone"),
    ("x = 3\nL = x*5", ADAM, "v_next:x", 25.0, "gradient-alone"),
    ("x = 3\ny = -4\nL = x*y", {}, "L", 12.0, "sign"),
    ("x = 3\ny = 4\nL = x*y", {}, "L", 1.2, "decimal"),
]


def verdict(session: Session, ref: str, text: str) -> Verdict:
    return Verdict.model_validate(query(session, "answer", ref=ref, text=text))


@pytest.mark.parametrize(("program", "training", "ref", "wrong", "name"), SLIPS)
def test_a_wrong_answer_shows_its_misconception(
    program: str, training: dict[str, Any], ref: str, wrong: float, name: str
) -> None:
    found = verdict(session_of(program, training), ref, repr(wrong))
    assert (found.correct, found.misconception) == (False, name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_misconception_has_a_sentence(lang: str) -> None:
    names = {name for *_, name in SLIPS}
    for session in sessions():
        while not session.is_complete:
            about = asked(session, Ask())
            names |= {name for name, _ in candidates(about, about.value or 0.0)}
            session = advance(session, "term", 1).end
    for name in names:
        assert say(lang, f"misconception-{name}")


def sessions() -> list[Session]:
    return [session_of(program, ADAM) for program in PROGRAMS.values()]


def test_no_misconception_is_taken_for_another_operation() -> None:
    """A power is no product: its sentence does not speak of multiplied numbers."""
    about = asked(session_of("x = 3\ny = 4\nL = x**y"), Ask())
    assert "added" not in {name for name, _ in candidates(about, 81.0)}


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_number_is_asked_for_and_its_own_value_is_right(name: str) -> None:
    here = session_of(PROGRAMS[name], ADAM)
    for ordinal in range(here.current.steps):
        ref = here.current.name_of(ordinal)[1]
        found = Question.model_validate(query(here, "question", ref=ref))
        assert found.ref == ref
        assert "number" in found.asks
        value = here.current.value_of(ref, 0)
        assert value is not None
        assert verdict(here, ref, repr(value)).correct
        sign = "0" if value == 0.0 else "+" if value > 0.0 else "-"
        assert Verdict.model_validate(query(here, "answer", ref=ref, text=sign, ask="sign")).correct
        for ask in found.asks:
            Question.model_validate(query(here, "question", ref=ref, ask=ask))


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_a_question_says_is_known_already(name: str) -> None:
    here = session_of(PROGRAMS[name], ADAM)
    while not here.is_complete:
        found = Question.model_validate(query(here, "question"))
        assert found.ref == here.current.name_of(here.step)[1]
        assert all(operand.value is not None for operand in found.operands)
        here = advance(here, "term", 1).end


@pytest.mark.parametrize("program", ["x = 0\nL = 1/x", "x = 0\na = x*1\nL = sqrt(a) + a*2"])
@pytest.mark.parametrize("ask", ["number", "sign", "compare", "which"])
def test_an_undefined_number_is_not_asked_for(program: str, ask: str) -> None:
    here = session_of(program)
    while here.status != "diverged":
        here = advance(here, "term", 1).end
    for name in ("question", "answer"):
        for later in (0, 1):
            with pytest.raises(Problem):
                query(here, name, ask=ask, text="1", later=later)


def test_the_next_iteration_is_asked_for() -> None:
    here = session_of("x = 2\nL = x*x", {"optimizer": {"learning_rate": 0.25}})
    found = Verdict.model_validate(query(here, "answer", ref="L", text="1", later=1, show=True))
    assert (found.correct, found.value) == (True, 1.0)
    assert query(here, "question", ref="L", later=1, ask="compare")["other"]["ref"] == "L"
    smaller = query(here, "answer", ref="L", later=1, ask="compare", text="smaller")
    assert smaller["correct"]


def test_candidates_are_given_for_which_is_largest() -> None:
    here = session_of("x = 3\ny = 4\nL = x*y")
    found = query(here, "answer", ref="dL/dx", ask="which", among=["dL/dx", "dL/dy"], text="dL/dx")
    assert found["correct"]
