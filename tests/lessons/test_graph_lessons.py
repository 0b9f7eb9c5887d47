"""What the lessons on computation graphs say: slips are named, and operations are counted."""

import numpy as np
import pytest

from backstep_lab.lessons.lesson import Passage
from backstep_lab.lessons.library import library
from backstep_lab.lessons.tasks import PredictTask
from backstep_lab.queries.graph.forward_mode import forward_mode
from backstep_lab.quiz.judging import judge
from backstep_lab.sessions.create import new_spec
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.session import Session
from backstep_lab.wire.quiz import Ask


def passage(slug: str, name: str) -> Passage:
    (found,) = [passage for passage in library()[slug].passages if passage.name == name]
    return found


@pytest.mark.parametrize(
    ("slug", "name", "answer", "misconception"),
    [
        ("expressions", "larger", "-1", "wrong-branch"),
        ("expressions", "loser", "2", "wrong-branch"),
        ("expressions", "factors", "-4", "forgot-upstream"),
        ("expressions", "factors", "6", "own-value"),
        ("expressions", "factors", "-2", "added"),
        ("expressions", "meet", "2", "forgot-path"),
        ("expressions", "meet", "6", "multiplied"),
        ("two-modes", "first", "2", "swapped"),
        ("two-modes", "product", "0", "multiplied"),
        ("two-modes", "backward", "2", "forgot-path"),
        ("convolution", "second", "-2", "one-term"),
        ("convolution", "share", "2", "forgot-upstream"),
        ("convolution", "share", "1.85", "forgot-local-slope"),
        ("convolution", "sum", "3.7", "forgot-path"),
        ("convolution", "pooling", "2", "wrong-branch"),
        ("through-time", "past", "0.037", "forgot-path"),
        ("through-time", "shares", "-0.0375", "forgot-path"),
        ("batch-norm", "root", "3", "forgot-path"),
        ("batch-norm", "paths", "0.5345", "forgot-path"),
        ("batch-norm", "scale", "3.6", "added"),
        ("batch-norm", "neighbour", "0.6", "forgot-path"),
        ("attention", "weight", "1.493", "swapped"),
        ("attention", "mix", "0.99", "one-term"),
        ("attention", "back", "2.642", "forgot-path"),
        ("attention", "learn", "-0.4931", "forgot-path"),
    ],
)
def test_a_slip_of_the_lessons_kind_is_named(slug: str, name: str, answer: str, misconception: str) -> None:
    found = passage(slug, name)
    assert isinstance(found.do, PredictTask)
    session = found.starts["en"]
    verdict = judge(session, Ask(ref=found.do.predict, text=answer, digits=found.do.digits))
    assert (verdict.correct, verdict.misconception) == (False, misconception)


def test_lesson_14_counts_eight_operations_for_each_run_of_forward_mode() -> None:
    session = passage("two-modes", "question").starts["en"]
    refs = session.current.setup.operations.refs
    assert refs.index("dy") - refs.index("y") == 8


def test_lesson_14_counts_the_operations_of_mazurs_network() -> None:
    counted = passage("two-modes", "fourteen")
    first, last = counted.starts["en"].current.phases["backward"]
    assert (counted.step, last - first) == (last, 53)
    counts = forward_mode(Session.new("", new_spec({"preset": "mazur-graph"})), "w1", never_stop).counts
    assert (counts.leaves, counts.all_leaves, counts.reverse) == (14, 240, 53)


def test_lesson_14_gets_the_same_derivatives_in_both_directions() -> None:
    for name, of in (("question", "x1"), ("second", "x2")):
        current = passage("two-modes", name).starts["en"].current
        assert current.value_of("dy", 0) == pytest.approx(current.value_of(f"dy/d{of}", 0), rel=1e-15)


@pytest.mark.parametrize("name", ["check", "neighbour"])
def test_the_two_sums_of_lesson_17_are_0_before_and_after_the_edit(name: str) -> None:
    current = passage("batch-norm", name).starts["en"].current
    gradients, normalised = (
        np.array([current.value_of(f"{ref}[{i}]", 0) for i in range(4)]) for ref in ("dL/dx", "xhat")
    )
    assert (gradients.sum(), gradients @ normalised) == pytest.approx((0, 0), abs=1e-15)
