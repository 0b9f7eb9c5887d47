"""A live session: a server of the notebook's own, a page that steps it, and Python that reads it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

import backstep_lab
from backstep_lab.notebook.live import LiveSession
from backstep_lab.notebook.server import local_server
from backstep_lab.notebook.widget import ESM
from tests.e2e.course import Course
from tests.e2e.words import word
from tools import browser

ROOT = Path(__file__).resolve().parents[2]
LISTS: Any = [([[0.1, -0.2], [0.3, 0.4]], [0.5, -0.5], "tanh"), ([[0.6, 0.7]], [0.0], "sigmoid")]
X, Y = [[0.0, 1.0], [1.0, 0.0]], [0, 1]
# The page as anywidget's front ends show it: a model with get, set and save_changes, and the module itself.
HOST = """<div id="cell"></div><script type="module">
  import widget from './widget.mjs';
  const values = {address: 'ADDRESS', height: 620, position: {}, answers: []};
  window.saved = [];
  const model = {get: (name) => values[name], set: (name, value) => { values[name] = value; },
    save_changes: () => window.saved.push(JSON.parse(JSON.stringify(values)))};
  widget.render({model, el: document.getElementById('cell')});
</script>"""


@pytest.fixture(scope="module")
def shown() -> Iterator[LiveSession]:
    yield backstep_lab.show(LISTS, X, Y, live=True, digits=4, predict=1, hide=["story"])
    local_server().stop()


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        started: Browser = playwright.chromium.launch(
            executable_path=browser.chromium(), args=browser.flags()
        )
        yield started.new_page()
        started.close()


def test_the_page_opens_at_the_very_session_and_python_reads_where_it_stands(
    shown: LiveSession, page: Page
) -> None:
    plain = backstep_lab.show(LISTS, X, Y, live=True)
    page.goto(plain.address)
    for _ in range(3):
        page.get_by_role("button", name=word("next-step", "en"), exact=True).click()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "3")
    page.wait_for_timeout(500)
    assert (plain.position["step"], plain.values["z"][0]) == (3, [pytest.approx(0.3), None])
    assert plain.parameters["W"][0] == [[0.1, -0.2], [0.3, 0.4]]
    page.reload()
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "3")
    assert plain.server is shown.server


def test_a_session_that_is_gone_is_a_page_all_the_same(shown: LiveSession, page: Page) -> None:
    answer = page.goto(f"{shown.server.address}/embed?session=none-such")
    assert answer is not None
    assert answer.status == 200
    expect(page.locator(".picture")).to_be_visible()


def test_the_widget_tells_position_and_answers(shown: LiveSession, page: Page, tmp_path: Path) -> None:
    bundle = shown._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle[0]
    assert "render" in shown.widget._esm
    assert shown.answers == []
    copyfile(ESM, tmp_path / "widget.mjs")
    course = Course(tmp_path)
    page.goto(course.write(HOST.replace("ADDRESS", shown.address)))
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name=word("next-step", "en"), exact=True).click()
    field = frame.locator(".quiz input[type=text]")
    field.fill("0.1*0")
    field.press("Enter")
    page.wait_for_function("window.saved.at(-1)?.position.step === 1")
    saved = page.evaluate("window.saved.at(-1)")
    shown.widget.set_state({name: saved[name] for name in ("position", "answers")})
    assert [(one["given"], one["correct"]) for one in shown.answers] == [("0.1*0", True)]
    assert shown.widget.position["step"] == shown.position["step"] == 1
    course.close()


@pytest.mark.parametrize("how", ["", "os.kill(os.getpid(), 9)"])
def test_the_server_ends_with_the_kernel_however_that_ends(how: str) -> None:
    program = (
        "import os\nfrom backstep_lab.notebook.server import local_server\n"
        f"print(local_server()._process.pid, flush=True)\n{how}\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "app")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env=env)
    pid = int(done.stdout)
    deadline = time.monotonic() + 20
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, "the server is still there"
        time.sleep(0.1)


def test_without_anywidget_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from backstep_lab.notebook import widget

    widget._kind.cache_clear()
    monkeypatch.setitem(sys.modules, "anywidget", None)
    with pytest.raises(backstep_lab.CannotShow, match=r"pip install 'backstep-lab\[notebook\]'"):
        backstep_lab.show(LISTS, X, Y, live=True)
    widget._kind.cache_clear()
