"""Published figures beside computed ones."""

from collections.abc import Callable

import pytest

from backstep_lab.engine.training import iterate, run
from backstep_lab.presets import PRESETS, Figure, Preset
from backstep_lab.presets.published import agrees, checks_of
from backstep_lab.sessions.create import new_spec
from backstep_lab.sessions.published_checks import checks, published_figures
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.numbers import value_of
from tests.engine.building import from_preset


@pytest.mark.parametrize(
    ("printed", "computed", "expected"),
    [
        (".3775", 0.3775, True),
        (".3775", 0.37754999, True),
        (".3775", 0.377551, False),
        ("-0.98", -0.98313243, True),
        ("-0.98", 0.98313243, False),
        (".511301270", 0.51130127, True),
        (".511301270", 0.5113012706, False),
        ("3.5", 3.55, True),
        ("3.5", 3.45, True),
        ("2", 1.5, True),
        ("2", 2.51, False),
    ],
)
def test_a_number_agrees_when_it_rounds_to_the_printed_digits(
    printed: str, computed: float, expected: bool
) -> None:
    assert agrees(printed, computed) is expected


def test_what_is_not_computed_neither_agrees_nor_disagrees() -> None:
    (check,) = checks_of([Figure(ref="loss", iteration=0, printed="1", label="E")], lambda figure: None)
    assert (check.computed, check.agrees) == (None, None)


def test_a_figure_printed_with_the_other_sign_is_compared_in_that_sign() -> None:
    figure = Figure(ref="delta1[0]", iteration=0, printed="-0.25", label="δ", sign=-1)
    (check,) = checks_of([figure], lambda figure: 0.25)
    assert (check.computed, check.agrees) == (-0.25, True)


def of_network(preset: Preset) -> Callable[[Figure], float | None]:
    plan, state = from_preset(preset)

    def computed(figure: Figure) -> float | None:
        trace, _ = iterate(plan, run(plan, state, figure.iteration).state)
        return value_of(trace, figure.ref, 0, plan.rule)

    return computed


def of_graph(preset: Preset) -> Callable[[Figure], float | None]:
    session = Session.new("", new_spec({"preset": preset.name}))
    iterations = {
        iteration: session.at_iteration(iteration).current
        for iteration in sorted({figure.iteration for figure in preset.published})
    }
    return lambda figure: iterations[figure.iteration].value_of(figure.ref, 0)


@pytest.mark.parametrize(
    "preset", [p for p in PRESETS.values() if p.published], ids=lambda preset: preset.name
)
def test_every_published_figure_is_reached_but_for_the_known_slips_of_its_source(preset: Preset) -> None:
    found = checks_of(preset.published, of_graph(preset) if preset.graph else of_network(preset))
    answer = [(check.figure.ref, check.figure.printed, check.computed, check.agrees) for check in found]
    assert [check.agrees for check in found] == [check.figure.erratum is None for check in found], answer


def test_every_slip_gives_the_printed_figure_but_for_the_rounding_of_its_source() -> None:
    session = Session.new("s", new_spec({"preset": "errors-in-print"}))
    done = session.at_step(session.current.steps)
    found = [(check.figure.printed, check.slip) for check in checks(done, published_figures(done))]
    values = [(printed, slip.value) for printed, slip in found if slip is not None]
    assert len(values) == 3
    for printed, value in values:
        assert value == pytest.approx(float(printed), abs=1.5e-4)
    assert [agrees(printed, value) for printed, value in values] == [True, True, False]
    first = found[0][1]
    assert first is not None
    assert first.symbols == "\\frac{z^{3}_{1}}{z^{3}_{1} + z^{3}_{2} + z^{3}_{3}}"
    assert first.numbers == "\\frac{1.867}{1.867 + 2.23 + 2.823}"


def test_a_slip_is_shown_no_earlier_than_its_figure() -> None:
    session = Session.new("s", new_spec({"preset": "errors-in-print"}))
    ordinal = session.current.source_of("a3[0]").ordinal
    assert ordinal is not None
    before, after = (session.at_step(step) for step in (ordinal, ordinal + 1))
    assert [check.slip is None for check in checks(before, published_figures(before))] == [True] * 3
    assert [check.slip is None for check in checks(after, published_figures(after))] == [False, True, True]


@pytest.mark.parametrize(
    ("name", "ref", "printed", "right", "symbols"),
    [
        (
            "errors-in-print-softmax",
            "delta1[1]",
            ".0605",
            ".1210",
            r"\frac{\partial \ell}{\partial a^{1}_{2}} \cdot f'(z^{1}_{2})",
        ),
        (
            "errors-in-print-hidden",
            "dL/da1[0]",
            ".19",
            ".2084",
            r"\frac{\partial L}{\partial w^{2}_{1,1}} + \frac{\partial L}{\partial w^{2}_{2,1}}",
        ),
        (
            "errors-in-print-hidden",
            "dL/da1[1]",
            ".49",
            ".5051",
            r"\frac{\partial L}{\partial w^{2}_{1,2}} + \frac{\partial L}{\partial w^{2}_{2,2}}",
        ),
    ],
)
def test_a_slip_gives_the_printed_figure_and_the_engine_the_right_one(
    name: str, ref: str, printed: str, right: str, symbols: str
) -> None:
    session = Session.new("s", new_spec({"preset": name}))
    done = session.at_step(session.current.steps)
    (check,) = [one for one in checks(done, published_figures(done)) if one.figure.ref == ref]
    assert check.slip is not None
    assert check.computed is not None
    assert (check.figure.printed, check.agrees) == (printed, False)
    assert agrees(printed, check.slip.value), check.slip
    assert agrees(right, check.computed), check.computed
    assert check.slip.symbols == symbols
