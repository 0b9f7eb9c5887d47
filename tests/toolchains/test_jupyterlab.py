"""A notebook in JupyterLab itself: the live page tells Python where it stands, a recording steps."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from tests.servers.ports import free_port, wait_for

NETWORK = "[([[0.1, -0.2], [0.3, 0.4]], [0.5, -0.5], 'tanh'), ([[0.6, 0.7]], [0.0], 'sigmoid')]"
DATA = "[[0.0, 1.0], [1.0, 0.0]], [0, 1]"
CELLS = [
    f"import backstep_lab\nsession = backstep_lab.show({NETWORK}, {DATA}, live=True)\nsession",
    "print(session.position['step'], session.values['z'][0])",
    f"backstep_lab.show({NETWORK}, {DATA})",
]
STARTS = 60_000  # milliseconds until JupyterLab and its kernel are there, on a busy machine


def notebook(cells: list[str]) -> str:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"kernelspec": kernel},
            "cells": [
                {
                    "id": f"cell-{i}",
                    "cell_type": "code",
                    "source": source,
                    "metadata": {},
                    "outputs": [],
                    "execution_count": None,
                }
                for i, source in enumerate(cells)
            ],
        }
    )


@pytest.fixture
def course(tmp_path: Path) -> Iterator[str]:
    """The address of a notebook in a JupyterLab of its own."""
    (tmp_path / "course.ipynb").write_text(notebook(CELLS), encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    own = ["--ServerApp.token=", "--ServerApp.password=", "--LabApp.news_url=", f"--notebook-dir={tmp_path}"]
    with (tmp_path / "log").open("ab") as log:
        running = subprocess.Popen([*command, *own], stdout=log, stderr=log)
    try:
        wait_for(port, seconds=STARTS / 1000)
        yield f"http://127.0.0.1:{port}/lab/tree/course.ipynb?reset"
    finally:
        running.terminate()
        running.wait(timeout=60)


def run(page: Page, cell: int) -> FrameLocator:
    """Run a cell as a reader does; the frame below it, if there is one."""
    page.locator(".jp-CodeCell .cm-content").nth(cell).click()
    page.keyboard.press("Shift+Enter")
    return page.locator(".jp-CodeCell").nth(cell).frame_locator("iframe")


def step(frame: FrameLocator, to: int) -> None:
    frame.get_by_role("button", name="Next step", exact=True).click(timeout=STARTS)
    expect(frame.locator(".track")).to_have_attribute("aria-valuenow", str(to))


def test_a_live_page_is_read_in_python_and_a_recording_steps(context: BrowserContext, course: str) -> None:
    page = context.new_page()
    page.goto(course)
    expect(page.locator(".jp-CodeCell")).to_have_count(len(CELLS), timeout=STARTS)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=STARTS)
    live = run(page, 0)
    for to in (1, 2, 3):
        step(live, to)
    run(page, 1)
    printed = page.locator(".jp-CodeCell").nth(1).locator(".jp-OutputArea-output")
    expect(printed).to_have_text("3 [0.3, None]\n", timeout=STARTS)
    step(run(page, 2), 1)
