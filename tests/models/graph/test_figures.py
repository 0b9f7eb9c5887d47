"""Published figures, stepped to: every printed digit is there."""

import pytest

from backstep_lab.sessions.navigation import advance
from tests.models.graph.figures import FIGURES
from tests.models.graph.sessions import session_of, values


def as_printed(number: float | None, text: str) -> str:
    """A number with as many digits as a text."""
    assert number is not None
    written = f"{number + 0.0:.{len(text.partition('.')[2])}f}"
    return written.replace("0.", ".", 1) if text.lstrip("-").startswith(".") else written


@pytest.mark.parametrize("name", FIGURES)
def test_every_printed_digit_is_stepped_to(name: str) -> None:
    figure = FIGURES[name]
    session = session_of(figure.program, figure.training, train=figure.train)
    target = session.current.name_of(session.current.phases["backward"][0])[1].partition("/")[0][1:]
    expected = figure.printed | {f"d{target}/d{leaf}": text for leaf, text in figure.gradients.items()}
    found = values(advance(session, "iteration", 1).end)
    assert {ref: as_printed(found[ref], text) for ref, text in expected.items()} == expected


def test_the_gradients_of_a_batch_norm_are_balanced() -> None:
    session = session_of(FIGURES["batch norm"].program)
    found = values(advance(session, "iteration", 1).end)
    gradients = [found[f"dL/dx[{i}]"] or 0.0 for i in range(4)]
    normalised = [found[f"xhat[{i}]"] or 0.0 for i in range(4)]
    assert sum(gradients) == pytest.approx(0.0, abs=1e-15)
    assert sum(g * x for g, x in zip(gradients, normalised, strict=True)) == pytest.approx(0.0, abs=1e-15)
