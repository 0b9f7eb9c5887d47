"""The lock files: complete, in agreement, and free of addresses that only one machine knows."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PAGE_LOCK = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))


def pinned(lock: Path) -> set[tuple[str, str]]:
    """Name and version of each package in a lock, one pair per version where platforms differ."""
    found = re.findall(r"^([\w.\[\]-]+)==([\w.+]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {(canonicalize_name(name), version) for name, version in found}


def lock(name: str) -> set[tuple[str, str]]:
    return pinned(ROOT / "requirements" / name)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_package_is_pinned_by_version_and_hash(path: Path) -> None:
    blocks = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    loose = [block for block in blocks if "==" not in block or "--hash=sha256:" not in block]
    assert loose == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_no_lock_names_an_index(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_runtime_lock_holds_every_dependency_at_a_version_it_allows() -> None:
    versions = dict(sorted(lock("runtime.txt")))
    wanted = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    wrong = [
        str(each)
        for each in wanted
        if not each.specifier.contains(versions.get(canonicalize_name(each.name), "0"))
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["runtime.txt", "build.txt"])
def test_what_is_tested_is_what_is_served(name: str) -> None:
    assert lock(name) - lock("dev.txt") == set()


@pytest.mark.parametrize(("name", "package"), [("mutants.txt", "cosmic-ray"), ("toolchains.txt", "furo")])
def test_what_is_installed_besides_leaves_the_tested_versions_as_they_are(name: str, package: str) -> None:
    tested, added = lock("dev.txt"), lock(name)
    names = {tested_name for tested_name, _ in tested}
    assert package in dict(added)
    assert [(added_name, version) for added_name, version in added - tested if added_name in names] == []


def test_the_page_lock_agrees_with_package_json_and_names_no_host() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    locked = PAGE_LOCK["packages"][""]
    assert locked["dependencies"] == wanted["dependencies"]
    assert locked["devDependencies"] == wanted["devDependencies"]
    assert [name for name, entry in PAGE_LOCK["packages"].items() if "resolved" in entry] == []


def test_every_package_of_the_page_is_pinned_by_hash() -> None:
    entries = {name: entry for name, entry in PAGE_LOCK["packages"].items() if name}
    assert [name for name, entry in entries.items() if "integrity" not in entry] == []


def test_page_server_and_packages_carry_one_version() -> None:
    version = PROJECT["project"]["version"]
    assert PAGE_LOCK["version"] == version
    assert json.loads((ROOT / "packages/embed/package.json").read_text("utf-8"))["version"] == version
    python = tomllib.loads((ROOT / "packages/python/pyproject.toml").read_text("utf-8"))
    assert python["project"]["version"] == version
