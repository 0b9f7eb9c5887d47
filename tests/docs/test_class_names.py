"""No two classes share a name, but an answer and the class whose JSON it is."""

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "app" / "backstep_lab"
OF_ANSWERS = ("wire", "queries")


def packages_by_class() -> dict[str, list[str]]:
    """The packages that define a class at the top of a module, by the class's name."""
    found = defaultdict[str, list[str]](list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for statement in ast.parse(path.read_text("utf-8")).body:
            if isinstance(statement, ast.ClassDef) and not statement.name.startswith("_"):
                found[statement.name].append(path.relative_to(PACKAGE).parts[0])
    return found


def test_no_two_classes_share_a_name_but_an_answer_and_what_it_is_made_of() -> None:
    shared = {name: packages for name, packages in packages_by_class().items() if len(packages) > 1}
    assert shared, "no class was found"
    wrong = {
        name: packages
        for name, packages in shared.items()
        if len(packages) > 2 or sum(package in OF_ANSWERS for package in packages) != 1
    }
    assert wrong == {}
