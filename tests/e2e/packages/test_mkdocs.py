"""The MkDocs plugin in a site that MkDocs builds."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.course import Course, inside
from tests.e2e.server import Server

SITE = """site_name: Course
theme: {{name: mkdocs, highlightjs: false}}
plugins:
  - backstep: {{server: "{server}"}}
"""  # nothing that is fetched from elsewhere
PAGE = """---
title: Course
---
# Course

1. In a list:

    ```backstep mazur
    step: 21
    controls: step
    ```

````
```backstep xor
```
````
"""


@pytest.fixture
def folder(tmp_path: Path, server: Server) -> Path:
    """The sources of a site that uses the plugin."""
    (tmp_path / "mkdocs.yml").write_text(SITE.format(server=f"{server.address}/"), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "docs" / "plain.md").write_text("# Plain\n", encoding="utf-8")
    return tmp_path


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "-s"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_a_learner_steps_on_the_page(context: BrowserContext, folder: Path) -> None:
    done = build(folder)
    assert done.returncode == 0, done.stderr
    course = Course(folder / "site")
    page = context.new_page()
    page.goto(f"{course.origin}/index.html")
    assert page.locator("li > div > backstep-embed, li > p > div > backstep-embed").count() == 1
    inside(page).get_by_role("button", name="Next step", exact=True).click()
    expect(inside(page).locator(".track")).to_have_attribute("aria-valuenow", "22")
    expect(page.locator("pre")).to_contain_text("```backstep xor")
    assert "embed.js" not in (folder / "site" / "plain" / "index.html").read_text("utf-8")
    course.close()


def test_what_is_wrong_is_a_warning_with_file_and_line_and_ends_a_strict_build(folder: Path) -> None:
    wrong = PAGE.replace("controls: step", "controls: all\n    stpe: 3\n    no option")
    (folder / "docs" / "index.md").write_text(wrong, encoding="utf-8")
    done = build(folder)
    assert done.returncode != 0
    assert [line.partition("backstep: ")[2] for line in done.stderr.splitlines() if "WARNING" in line] == [
        'index.md:8: controls: unknown value "all"; there are full, step, none',
        'index.md:8: unknown option "stpe"; did you mean "step"?',
        'index.md:8: "no option" is no option; an option is written as "step: 21"',
    ]


def test_without_a_server_the_build_ends_with_what_to_write(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(SITE.format(server=""), encoding="utf-8")
    done = build(folder)
    assert done.returncode != 0
    assert "- backstep: {server: https://backstep.example}" in done.stderr.replace("\n", " ")
