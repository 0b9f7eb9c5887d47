"""docs/graphs.md lists what the language accepts, and its bounds."""

from backstep_lab.config import limits
from backstep_lab.language.functions import LANGUAGE
from tests.docs.markdown import first_codes, table_headed, text_of

DOCUMENT = text_of("docs/graphs.md")


def test_every_operator_and_function_has_its_row() -> None:
    operators = first_codes(table_headed(DOCUMENT, "| typed | example | means |"))
    functions = first_codes(table_headed(DOCUMENT, "| function | example | means |"))
    assert operators == [entry.name for entry in LANGUAGE if entry.is_operator]
    assert sorted(functions) == sorted(entry.name for entry in LANGUAGE if not entry.is_operator)


def test_the_bounds_are_those_of_the_code() -> None:
    (bounds,) = [part for part in DOCUMENT.split("\n\n") if part.startswith("8,192 bytes")]
    for number in (limits.MAX_PROGRAM_BYTES, limits.MAX_GRAPH_OPERATIONS, limits.MAX_GRAPH_NUMBERS):
        assert f"{number:,}" in bounds
    assert f"{limits.MAX_PROGRAM_DEPTH} deep" in bounds
    assert f"{limits.MAX_VARIABLE_NAME} characters" in bounds
    assert (limits.MAX_NUMBER, limits.MAX_CONSTANT, limits.MAX_AXES) == (1e6, 1e12, 4)
