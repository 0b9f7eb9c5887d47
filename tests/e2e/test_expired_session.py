"""A session that the server no longer has: nothing that the learner made is lost in silence."""

from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab


def expire(lab: Lab) -> None:
    address = f"{lab.server.address}/api/v1/sessions/{lab.session_id}"
    with urlopen(Request(address, method="DELETE"), timeout=10):
        pass


def step_again(lab: Lab) -> None:
    with lab.page.expect_response(lambda answer: answer.url.endswith("/step") and answer.ok):
        lab.button("next-step").click()


def test_edited_weights_live_on_at_the_same_numbers(lab: Lab) -> None:
    lab.open()
    for key in ("forward-pass", "backward-pass", "update"):
        lab.press(key)
    lab.edit("W2[0,0]", "0.9")
    lab.press("forward-pass")
    old = lab.session()
    assert old["position"]["iteration"] == 1
    expire(lab)
    step_again(lab)
    expect(lab.page.get_by_text(lab.word("notice-renewed-same"))).to_be_visible()
    new = lab.session()
    assert new["id"] != old["id"]
    assert new["parameters"] == old["parameters"]
    assert new["position"]["iteration"] == 0
    assert new["position"]["step"] == old["position"]["step"] + 1
    assert new["values"]["a"] == old["values"]["a"]
    lab.page.locator(".notices").get_by_role("button", name=lab.word("notice-dismiss")).click()
    expect(lab.page.get_by_text(lab.word("notice-renewed-same"))).to_be_hidden()
    lab.forgive("404")


def test_a_complete_iteration_goes_on_from_its_updated_weights(lab: Lab) -> None:
    lab.open()
    lab.edit("W2[0,0]", "0.9")
    for key in ("forward-pass", "backward-pass", "update"):
        lab.press(key)
    old = lab.session()
    expire(lab)
    step_again(lab)
    new = lab.session()
    assert new["parameters"] == old["parameters"]
    assert (new["position"]["iteration"], new["position"]["step"]) == (0, 1)
    lab.forgive("404")


@pytest.mark.parametrize("edited", [False, True])
def test_the_example_stays_chosen(lab: Lab, edited: bool) -> None:
    lab.open("xor")
    lab.press("forward-pass")
    lab.press("example-next")
    if edited:
        lab.edit("W2[0,0]", "0.9")
    old = lab.session()
    expire(lab)
    step_again(lab)
    assert lab.session()["position"]["focus"] == 2
    assert lab.session()["values"]["x"] == old["values"]["x"]
    expect(lab.page.get_by_text(lab.word("notice-renewed-same"))).to_have_count(int(edited))
    lab.forgive("404")
