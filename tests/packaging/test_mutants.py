"""What `make mutants` runs: for every module some tests, all of which exist."""

from pathlib import Path

import pytest

from tools.mutants.targets import PACKAGES, ROOT, Package


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_module_has_tests_that_exist(package: Package) -> None:
    modules = package.modules()
    assert len(modules) > 10
    for module in modules:
        tests = package.tests(module)
        assert len(tests) >= 3, module
        assert [test for test in tests if not (ROOT / test).is_file()] == [], module


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_tests_of_their_own_are_named_for_modules_that_exist(package: Package) -> None:
    assert set(package.special) - {module.stem for module in package.modules()} == set()


def test_a_modules_own_tests_come_first() -> None:
    stepping = next(package for package in PACKAGES if package.name == "app/backstep_lab/stepping")
    assert stepping.tests(Path("app/backstep_lab/stepping/cursor.py"))[0] == "tests/stepping/test_cursor.py"
