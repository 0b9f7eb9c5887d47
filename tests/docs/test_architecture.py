"""docs/architecture.md draws the layers that the import contracts enforce, and names files that exist."""

import re
import tomllib
from itertools import pairwise

from tests.docs.markdown import ROOT, cells, first_codes, table_headed, text_of

DOCUMENT = text_of("docs/architecture.md")
PACKAGE, PAGE = ROOT / "app" / "backstep_lab", ROOT / "static" / "src"


def layers() -> list[set[str]]:
    """The packages of each layer of the contract, the uppermost first."""
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (contract,) = [one for one in contracts if one["type"] == "layers"]
    return [set(re.findall(r"\w+", layer)) for layer in contract["layers"]]


def diagram(kind: str) -> str:
    """The one Mermaid diagram of a kind."""
    (found,) = re.findall(rf"^```mermaid\n{kind}.*?\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_drawn_arrows_are_those_between_neighbouring_layers_of_the_contract() -> None:
    drawn = set(re.findall(r"(\w+) --> (\w+)", diagram("flowchart")))
    order = layers()
    allowed = {(above, below) for upper, lower in pairwise(order) for above in upper for below in lower}
    assert drawn == allowed


def test_the_contract_allows_no_layer_whose_packages_import_each_other() -> None:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (contract,) = [one for one in contracts if one["type"] == "layers"]
    assert [layer for layer in contract["layers"] if ":" in layer] == []
    assert contract["exhaustive"]


def test_every_package_has_a_row() -> None:
    rows = first_codes(table_headed(DOCUMENT, "| package | holds |"))
    assert sorted(rows) == sorted(set().union(*layers()))


def test_the_participants_of_a_step_are_files() -> None:
    paths = re.findall(r"participant \w+ as (\S+)", diagram("sequenceDiagram"))
    assert len(paths) > 8
    assert [path for path in paths if not ((PACKAGE / path).exists() or (PAGE / path).exists())] == []


def test_the_answers_to_a_newcomers_questions_exist() -> None:
    answers = [
        re.findall(r"`([^`]+)`", row[1])
        for row in cells(table_headed(DOCUMENT, "| question | the tree's answer |"))
    ]
    assert [path for paths in answers for path in paths if not (ROOT / path).exists()] == []
