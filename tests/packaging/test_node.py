"""Which Node.js builds the page."""

from pathlib import Path

import pytest

from tools.node import folder_of_node, suits


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.12.0", "v23.0.0", "v24.19.0"])
def test_a_node_that_vite_runs_on_suits(version: str) -> None:
    assert suits(version)


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0", "", "node: not found"])
def test_an_older_node_does_not(version: str) -> None:
    assert not suits(version)


def test_the_folder_of_a_suitable_node_is_found(tmp_path: Path) -> None:
    fake(tmp_path, "v22.14.0")
    assert folder_of_node(str(tmp_path)) == tmp_path


def test_a_node_without_npm_beside_it_is_passed_over(tmp_path: Path) -> None:
    fake(tmp_path, "v22.14.0")
    (tmp_path / "npm").unlink()
    assert folder_of_node(str(tmp_path)) is None


def test_an_old_node_is_passed_over(tmp_path: Path) -> None:
    fake(tmp_path, "v18.20.4")
    assert folder_of_node(str(tmp_path)) is None


def test_a_search_path_without_node_has_none(tmp_path: Path) -> None:
    assert folder_of_node(str(tmp_path)) is None


def fake(folder: Path, version: str) -> None:
    """Programs named node and npm that print this version."""
    for name in ("node", "npm"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)
