"""What Share offers to paste, pasted into pages that the real tools build: the frame steps in each."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.course import Course, inside
from tests.e2e.lab import Lab

# Nothing is fetched from elsewhere.
MKDOCS = """site_name: Course
use_directory_urls: false
theme: {name: mkdocs, highlightjs: false}
"""
SPHINX = "extensions = ['myst_parser']\nproject = 'Course'\n"


def pasted(lab: Lab, place: str, kind: str = "element") -> str:
    """The very text that the sheet offers for a place."""
    lab.open(preset="mazur", step="22")
    lab.button("sheet-share").click()
    sheet = lab.page.get_by_role("dialog", name=lab.word("sheet-share"))
    sheet.get_by_role("checkbox", name=lab.word("share-part-timeline")).check()
    places = sheet.get_by_role("combobox", name=lab.word("share-place"), exact=True)
    places.select_option(label=lab.word(f"share-place-{place}"))
    kinds = sheet.get_by_role("combobox", name=lab.word("share-kind"), exact=True)
    kinds.select_option(label=lab.word(f"share-kind-{kind}"))
    return sheet.get_by_role("textbox", name=lab.word("share-snippet")).input_value()


def run(folder: Path, *command: str) -> None:
    """A tool as its users call it; what it complains of is what the test shows."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def sphinx(folder: Path, text: str, settings: str = "") -> str:
    (folder / "conf.py").write_text(SPHINX + settings, encoding="utf-8")
    (folder / "index.rst").write_text(f"Course\n======\n\n{text}\n", encoding="utf-8")
    run(folder, "sphinx", "-q", "-W", ".", "built")
    return "built/index.html"


def myst(folder: Path, text: str, settings: str = "") -> str:
    (folder / "conf.py").write_text(SPHINX + settings, encoding="utf-8")
    (folder / "index.md").write_text(f"# Course\n\n{text}\n", encoding="utf-8")
    run(folder, "sphinx", "-q", "-W", ".", "built")
    return "built/index.html"


def mkdocs(folder: Path, text: str, settings: str = "") -> str:
    (folder / "mkdocs.yml").write_text(MKDOCS + settings, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(f"# Course\n\n{text}\n", encoding="utf-8")
    run(folder, "mkdocs", "build", "-q", "-s")
    return "site/index.html"


def jupyter(folder: Path, text: str) -> str:
    cell: dict[str, object] = {
        "id": "a",
        "cell_type": "code",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
    }
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    book = {"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": [{**cell, "source": text}]}
    (folder / "course.ipynb").write_text(json.dumps(book), encoding="utf-8")
    run(folder, "nbconvert", "--to", "html", "--template", "basic", "--execute", "course.ipynb")
    return "course.html"


TOOLS: dict[str, Callable[[Path, str], str]] = {
    "sphinx": sphinx,
    "myst": myst,
    "mkdocs": mkdocs,
    "jupyter": jupyter,
}


# What a site needs once for the one line of a package, as the sheet says.
SETTINGS_SPHINX = "extensions += ['backstep_embed.sphinx']\nbackstep_server = '{home}'\n"
PACKAGES: dict[str, tuple[Callable[[Path, str, str], str], str]] = {
    "sphinx": (sphinx, SETTINGS_SPHINX),
    "myst": (myst, SETTINGS_SPHINX),
    "mkdocs": (mkdocs, "plugins:\n  - backstep: {{server: '{home}'}}\n"),
}


def steps_in(lab: Lab, course: Course, path: str) -> None:
    page = lab.page.context.new_page()
    page.goto(f"{course.origin}/{path}")
    there = inside(page)
    page.locator("iframe").scroll_into_view_if_needed()
    there.get_by_role("button", name=lab.word("next-step"), exact=True).click()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "23")
    course.close()


@pytest.mark.parametrize("place", TOOLS)
def test_the_frame_steps_in_a_page_that_the_tool_builds(lab: Lab, tmp_path: Path, place: str) -> None:
    text = pasted(lab, place)
    steps_in(lab, Course(tmp_path), TOOLS[place](tmp_path, text))


@pytest.mark.parametrize("place", PACKAGES)
def test_the_line_of_a_package_steps_on_the_page(lab: Lab, tmp_path: Path, place: str) -> None:
    text = pasted(lab, place, "package")
    hint = lab.word(f"share-package-{place}", home=lab.server.address)
    expect(lab.page.locator(".snippets .hint").last).to_contain_text(hint)
    build, settings = PACKAGES[place]
    steps_in(lab, Course(tmp_path), build(tmp_path, text, settings.format(home=lab.server.address)))
