"""The Quarto shortcode, called by pandoc, the program that Quarto runs it in."""

import subprocess
from pathlib import Path

import pypandoc

HERE = Path(__file__).resolve().parent
EXTENSION = HERE.parents[1] / "packages" / "quarto" / "_extensions" / "backstep"
SERVER = "https://backstep.example/lab/"


def called(form: str, *arguments: str, server: str = SERVER) -> subprocess.CompletedProcess[str]:
    command = [pypandoc.get_pandoc_path(), "lua", str(HERE / "shortcode.lua"), str(EXTENSION), form, server]
    return subprocess.run([*command, *arguments], capture_output=True, text=True)


def test_html_has_the_element_and_its_script() -> None:
    done = called("html", "mazur", "step=21", 'title=A "b" <c>')
    title = "A &quot;b&quot; &lt;c&gt;"
    assert done.stdout.splitlines() == [
        'in-header: <script src="https://backstep.example/lab/embed.js" async></script>',
        f'<backstep-embed server="https://backstep.example/lab" preset="mazur" step="21" title="{title}">'
        f'<a href="https://backstep.example/lab/?preset=mazur&amp;step=21">{title}</a></backstep-embed>',
    ]
    assert done.stderr == ""


def test_print_has_the_picture_and_the_address() -> None:
    text = called("latex", "", "lesson=cost", "passage=2").stdout
    assert r"\includegraphics" in text
    assert "{https://backstep.example/lab/picture.png?lesson=cost&passage=2}" in text
    assert r"\url{https://backstep.example/lab/lessons/cost?lesson=cost&passage=2}" in text


def test_what_is_wrong_is_a_warning_that_names_the_file() -> None:
    warnings = sorted(called("html", "mazurr", "stpe=3", "hide=header, nose").stderr.splitlines())
    assert [line.partition(";")[0] for line in warnings] == [
        'WARNING course.qmd: backstep: hide: unknown value "nose"',
        'WARNING course.qmd: backstep: preset: unknown value "mazurr"',
        'WARNING course.qmd: backstep: unknown option "stpe"',
    ]


def test_without_a_server_it_ends_with_what_to_write() -> None:
    done = called("html", "xor", server="backstep.example")
    assert done.returncode != 0
    assert "as in: backstep-server: https://backstep.example" in done.stderr
