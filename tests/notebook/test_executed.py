"""A real notebook, executed: its HTML steps, and what has no frames has the picture."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter, LatexExporter
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.words import word
from tools import browser

SOURCE = """
import backstep_lab
from sklearn.neural_network import MLPClassifier

X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], ["no", "yes", "yes", "no"]
model = MLPClassifier((3,), activation="tanh", solver="sgd", max_iter=3, random_state=1).fit(X, y)
backstep_lab.show(model, X, y)
"""
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def executed() -> nbformat.NotebookNode:
    notebook: nbformat.NotebookNode = nbformat.v4.new_notebook()  # type: ignore[no-untyped-call]
    quiet = f"import warnings; warnings.simplefilter('ignore')\n{SOURCE}"
    notebook.cells = [nbformat.v4.new_code_cell(quiet)]  # type: ignore[no-untyped-call]
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    NotebookClient(notebook, timeout=120).execute()
    return notebook


@pytest.fixture
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser.chromium(), args=browser.flags())
        yield started
        started.close()


def test_its_html_steps_under_the_cell(
    executed: nbformat.NotebookNode, chromium: Browser, tmp_path: Path
) -> None:
    page_file = tmp_path / "notebook.html"
    page_file.write_text(HTMLExporter().from_notebook_node(executed)[0], "utf-8")  # type: ignore[no-untyped-call]
    page = chromium.new_page()
    page.route("http*://**", lambda route: route.abort())
    page.goto(page_file.as_uri())
    frame = page.frame_locator('iframe[title="Backstep"]')
    frame.get_by_role("button", name=word("next-step", "en"), exact=True).click()
    expect(frame.locator(".track")).to_have_attribute("aria-valuenow", "1")
    frame.get_by_label(word("step-by", "en")).select_option("pass")
    frame.get_by_role("button", name=word("next-step", "en"), exact=True).click()
    expect(frame.locator('.picture [data-ref="a2[0]"]').first).to_contain_text("0.")


def test_its_latex_has_the_picture(executed: nbformat.NotebookNode) -> None:
    (output,) = executed.cells[0].outputs
    assert set(output.data) == {"text/html", "image/png", "text/plain"}
    text, resources = LatexExporter().from_notebook_node(executed)  # type: ignore[no-untyped-call]
    ((name, picture),) = resources["outputs"].items()
    assert picture.startswith(b"\x89PNG")
    assert f"{{{name}}}" in text.replace("\\", "")
