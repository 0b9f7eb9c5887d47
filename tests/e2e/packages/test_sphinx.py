"""The Sphinx extension in documents that Sphinx builds: reStructuredText and MyST."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.course import Course, inside
from tests.e2e.server import Server

RST = """Course
======

.. backstep:: mazur
   :step: 21
   :controls: step
   :predict: 0

.. toctree::

   myst
   plain
   graph
"""
MYST = """# XOR

```{backstep} xor
:view: network
:height: 500
```
"""
GRAPH = """Graph
=====

.. backstep::
   :values: a:2,b:-3

   e = a*b

   L = e + a
"""


def write_sources(folder: Path, server: Server) -> Path:
    """The sources of a course that uses the extension."""
    extensions = "extensions = ['myst_parser', 'backstep_embed.sphinx']\n"
    settings = f"{extensions}backstep_server = '{server.address}/'\n"
    described = "project = 'Course'\nversion = '1'\ncopyright = 'all'\n"
    (folder / "conf.py").write_text(settings + described, encoding="utf-8")
    (folder / "index.rst").write_text(RST, encoding="utf-8")
    (folder / "myst.md").write_text(MYST, encoding="utf-8")
    (folder / "graph.rst").write_text(GRAPH, encoding="utf-8")
    (folder / "plain.rst").write_text("Plain\n=====\n", encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path, server: Server) -> Path:
    return write_sources(tmp_path, server)


def build(folder: Path, builder: str, *options: str) -> subprocess.CompletedProcess[str]:
    quiet = ["-q", "--no-color", "-d", "trees"]
    command = [sys.executable, "-m", "sphinx", *quiet, "-b", builder, *options, ".", builder]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def built(folder: Path, builder: str, *options: str) -> Path:
    done = build(folder, builder, "-W", *options)
    assert done.returncode == 0, done.stderr
    return folder / builder


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Iterator[Course]:
    """The pages that are made of them."""
    course = Course(built(write_sources(tmp_path_factory.mktemp("course"), server), "html"))
    yield course
    course.close()


@pytest.mark.parametrize(("page", "steps"), [("index", "22"), ("myst", "1"), ("graph", "1")])
def test_a_learner_steps_on_the_page(context: BrowserContext, course: Course, page: str, steps: str) -> None:
    shown = context.new_page()
    shown.goto(f"{course.origin}/{page}.html")
    inside(shown).get_by_role("button", name="Next step", exact=True).click()
    expect(inside(shown).locator(".track")).to_have_attribute("aria-valuenow", steps)


def test_only_pages_with_the_element_load_its_script(folder: Path) -> None:
    html = built(folder, "dirhtml")
    pages = {page: (html / page / "index.html").read_text("utf-8") for page in ("", "myst", "plain")}
    assert [page for page, text in pages.items() if "embed.js" in text] == ["", "myst"]


def test_latex_has_the_picture_and_the_address(folder: Path, server: Server) -> None:
    latex = built(folder, "latex")
    text = next(latex.glob("*.tex")).read_text("utf-8")
    assert rf"\sphinxhref{{{server.address}/p/mazur?step=21" in text.replace(r"\%", "%").replace(r"\_", "_")
    assert [file.read_bytes()[:4] for file in latex.glob("*.png")] == [b"\x89PNG"] * 3
    assert "includegraphics" in text


def test_epub_has_the_picture_and_the_address_and_no_script(folder: Path, server: Server) -> None:
    (book,) = built(folder, "epub").glob("*.epub")
    with zipfile.ZipFile(book) as archive:
        names = archive.namelist()
        page = archive.read("index.xhtml").decode()
    assert len([name for name in names if "picture" in name and name.endswith(".png")]) == 3
    assert f'href="{server.address}/p/mazur?step=21' in page
    assert "embed.js" not in page
    assert "<backstep-embed" not in page


def test_text_has_the_address_in_the_language_of_the_settings(folder: Path, server: Server) -> None:
    english = (built(folder, "text") / "index.txt").read_text("utf-8")
    assert "Step through it:" in english
    chinese = (built(folder, "text", "-E", "-D", "language=zh_CN") / "index.txt").read_text("utf-8")
    assert f"逐步运行：{server.address}/p/mazur" in chinese.replace("\n", "")
    assert "lang=zh-CN" in chinese.replace("\n", "")
    french = (built(folder, "text", "-E", "-D", "language=fr") / "index.txt").read_text("utf-8")
    assert "lang=" not in french


def test_what_is_wrong_is_a_warning_with_file_and_line(folder: Path) -> None:
    (folder / "plain.rst").write_text("Plain\n=====\n\n.. backstep:: mazurr\n   :stpe: 3\n", encoding="utf-8")
    (folder / "myst.md").write_text("# A\n\n```{backstep} xor\n:focus: many\n```\n", encoding="utf-8")
    warnings = build(folder, "html").stderr.splitlines()
    assert [line.partition(f"{folder}/")[2].removesuffix(" [backstep.option]") for line in warnings] == [
        'myst.md:3: WARNING: backstep: focus: "many" is not a whole number from 0 to 9999',
        'plain.rst:4: WARNING: backstep: preset: unknown value "mazurr"; did you mean "mazur"?',
        'plain.rst:4: WARNING: backstep: unknown option "stpe"; did you mean "step"?',
    ]


def test_without_a_server_the_build_ends_with_what_to_write(folder: Path) -> None:
    done = build(folder, "html", "-D", "backstep_server=backstep.example")
    assert done.returncode != 0
    assert 'as in: backstep_server = "https://backstep.example"' in done.stderr
