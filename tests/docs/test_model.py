"""docs/model.md names what the engine can do: no more and no less."""

from collections.abc import Iterable

import pytest

from backstep_lab.engine.functions.activations import ACTIVATIONS
from backstep_lab.engine.functions.loss import Loss
from backstep_lab.engine.functions.losses import LOSSES
from backstep_lab.engine.functions.piecewise import LEAK
from backstep_lab.engine.initializers import CONSTANT, INITIALIZERS, NORMAL, UNIFORM
from tests.docs.markdown import cells, first_codes, table_headed, text_of

MODEL = text_of("docs/model.md")
HEADERS: list[tuple[str, Iterable[str]]] = [
    ("| name | f(z) | f′(z) |", ACTIVATIONS),
    ("| name | ℓ of one example | ∂ℓ/∂aⱼ |", LOSSES),
    ("| name | weights | source |", INITIALIZERS),
]


@pytest.mark.parametrize(("header", "names"), HEADERS)
def test_each_table_lists_what_there_is(header: str, names: Iterable[str]) -> None:
    assert first_codes(table_headed(MODEL, header)) == list(names)


def test_the_numbers_in_the_tables_are_those_of_the_code() -> None:
    starts = {row[0]: row[1] for row in cells(table_headed(MODEL, "| name | weights | source |"))}
    assert str(CONSTANT) in starts["`constant`"]
    assert str(UNIFORM) in starts["`uniform`"]
    assert str(NORMAL) in starts["`normal`"]
    slopes = {row[0]: row[2] for row in cells(table_headed(MODEL, "| name | f(z) | f′(z) |"))}
    assert str(LEAK) in slopes["`leaky_relu`"]


@pytest.mark.parametrize("loss", [loss for loss in LOSSES.values() if loss.needs], ids=lambda loss: loss.name)
def test_a_loss_that_needs_an_activation_says_so(loss: Loss) -> None:
    assert f"`{loss.name}` with {loss.needs}" in MODEL


@pytest.mark.parametrize("reduction", ["sum", "mean"])
def test_the_reduction_of_every_loss_is_reported(reduction: str) -> None:
    conventions = cells(table_headed(MODEL, "| question | here |"))
    (answer,) = [row[1] for row in conventions if row[0] == "sum or mean over outputs"]
    adding, averaging = answer.split(" add up, ")
    half = adding if reduction == "sum" else averaging
    expected = [loss.name for loss in LOSSES.values() if loss.reduction == reduction]
    assert [name for name in expected if f"`{name}`" not in half] == []
