"""Error notices: a message, a way to go on, and nothing lost."""

import json
import re
from collections.abc import Iterator
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server

_NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('not here', 'SecurityError'); },
});"""


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that the test may kill."""
    server = Server(tmp_path_factory.mktemp("mortal"))
    server.start()
    yield server
    server.stop()


def step_on_timeline(lab: Lab, step: int) -> None:
    expect(lab.page.locator(".track")).to_have_attribute("aria-valuenow", str(step))


def test_killed_server_costs_nothing(context: BrowserContext, own_server: Server) -> None:
    lab = Lab(context.new_page(), own_server).open()
    for _ in range(5):
        lab.press("next-step")
    own_server.kill()
    picture = lab.drawn()
    lab.button("next-step").click()
    notice = lab.page.get_by_text(lab.word("notice-offline"))
    expect(notice).to_be_visible()
    assert {ref for ref, _, text in picture if text} <= {ref for ref, _, text in lab.drawn() if text}
    own_server.start()
    expect(notice).to_be_hidden(timeout=20_000)
    step_on_timeline(lab, 6)
    assert lab.session()["position"]["step"] == 6
    lab.press("next-step")
    assert lab.session()["position"]["step"] == 7
    lab.forgive("ERR_CONNECTION")
    assert lab.complaints == []


def test_training_goes_on_after_the_server_was_killed(context: BrowserContext, own_server: Server) -> None:
    lab = Lab(context.new_page(), own_server).open("deep")
    lab.training_mode()
    lab.page.get_by_role("spinbutton", name=lab.word("train-iterations"), exact=True).fill("500000")
    lab.button("train").click()
    expect(lab.page.locator(".run-report .pace")).to_be_visible()
    own_server.kill()
    offline = lab.page.get_by_text(lab.word("notice-offline"))
    expect(offline).to_be_visible()
    reached = lab.page.locator(".run-report progress").evaluate("(bar) => bar.value")
    own_server.start()
    before, after = lab.word("train-resumed", iterations="§").split("§")
    expect(lab.page.locator(".run-ending")).to_contain_text(re.compile(f"{before}[\\d,]+{after}"))
    expect(offline).to_be_hidden()
    lab.page.wait_for_function(
        "(reached) => document.querySelector('.run-report progress').value > reached", arg=reached
    )
    lab.button("stop").click()
    expect(lab.button("train")).to_be_visible()
    done = lab.session()["position"]["iteration"] + 1
    expect(lab.page.locator(".run-ending")).to_have_text(lab.word("train-stopped-stop", iterations=done))
    lab.forgive("ERR_")
    assert lab.complaints == []


def test_reload_takes_up_where_one_was(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    lab.press("next-step")
    before = lab.session()
    lab.open()
    step_on_timeline(lab, before["position"]["step"])
    assert lab.session()["id"] == before["id"]


def test_a_second_tab_never_doubles_a_step(lab: Lab, context: BrowserContext, server: Server) -> None:
    lab.open()
    lab.press("next-step")
    other = Lab(context.new_page(), server).open()
    step_on_timeline(other, 1)
    other.press("next-step")
    lab.button("next-step").click()
    expect(lab.page.get_by_text(lab.word("problem-stale-revision", given=1, revision=2))).to_be_visible()
    assert lab.session()["position"]["step"] == 2
    lab.button("notice-reload").click()
    step_on_timeline(lab, 2)
    lab.press("next-step")
    assert lab.session()["position"]["step"] == 3
    lab.forgive("409")


def test_an_expired_session_is_made_again_at_the_same_moment(lab: Lab) -> None:
    lab.open()
    lab.press("forward-pass")
    old = lab.session()
    with urlopen(Request(f"{lab.server.address}/api/v1/sessions/{old['id']}", method="DELETE"), timeout=10):
        pass
    with lab.page.expect_response(lambda answer: answer.url.endswith("/step") and answer.ok):
        lab.button("next-step").click()
    step_on_timeline(lab, 20)
    new = lab.session()
    assert new["id"] != old["id"]
    assert new["position"]["step"] == 20
    assert new["values"]["loss"] == old["values"]["loss"]
    lab.forgive("404")


def test_divergence_names_what_overflowed_and_back_still_works(lab: Lab) -> None:
    lab.open("linear-by-hand")
    body = json.dumps({"training": {"optimizer": {"name": "sgd", "learning_rate": 1e6}}}).encode()
    address = f"{lab.server.address}/api/v1/sessions/{lab.session_id}"
    with urlopen(Request(address, body, {"content-type": "application/json"}, method="PATCH"), timeout=10):
        pass
    lab.open("linear-by-hand")
    lab.training_mode()
    lab.button("train").click()
    divergence = lab.page.locator(".notices:not(.data-hint)")
    expect(divergence).to_contain_text("overflowed in iteration")
    assert lab.session()["state"] == "diverged"
    lab.press("previous-step")
    expect(divergence).not_to_contain_text("overflowed in iteration")
    assert lab.session()["state"] == "running"


def test_without_storage_everything_works(context: BrowserContext, server: Server) -> None:
    context.add_init_script(_NO_STORAGE)
    lab = Lab(context.new_page(), server).open()
    lab.press("next-step")
    step_on_timeline(lab, 1)
    assert lab.complaints == []
