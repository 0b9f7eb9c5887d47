"""The strip of training: data by their pictures, run until paused, settings that act while it trains."""

import json
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Locator, ViewportSize, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server

SECONDS_30 = 30_000
SIZES = [(1920, 1080), (1440, 900), (1280, 720), (1024, 768), (860, 620), (640, 480), (500, 300), (360, 740)]
SETTINGS = ["noise", "batch", "rate", "activation", "penalty", "optimizer", "pace"]

# The controls of the strip that are not wholly in the window or that another one covers.
_HIDDEN = """() => [...document.querySelectorAll('.training-strip :is(button, select)')]
  .filter((control) => control.checkVisibility())
  .filter((control) => {
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const corners = [[left + 3, top + 3], [right - 3, bottom - 3]];
    return !isInside || corners.some((at) => !control.contains(document.elementFromPoint(...at)));
  })
  .map((control) => control.ariaLabel ?? control.textContent.trim())"""


def strip(lab: Lab, preset: str = "mazur", lang: str = "en") -> Locator:
    lab.open(preset, lang, mode="train")
    return lab.region("strip-title")


def thumbnail(lab: Lab, name: str) -> Locator:
    return lab.page.get_by_role("toolbar", name=lab.word("data-set")).get_by_role(
        "button", name=lab.word(f"dataset-{name}"), exact=True
    )


def iterations(lab: Lab) -> int:
    return int(lab.session()["position"]["iteration"])


def await_iteration(lab: Lab, iteration: int) -> None:
    """Until the page itself has shown that the run is so far."""
    script = """(wanted) => {
      const digits = document.querySelector('.run-report .tally')?.textContent.replace(/\\D/g, '');
      return Number(digits) >= wanted;
    }"""
    lab.page.wait_for_function(script, arg=iteration, timeout=SECONDS_30)


def metrics(lab: Lab) -> dict[str, Any]:
    with urlopen(f"{lab.server.address}/api/v1/sessions/{lab.session_id}/metrics") as answer:
        return dict(json.load(answer))


def test_the_circle_is_learnt_in_two_clicks_from_mazurs_network(lab: Lab) -> None:
    strip(lab)
    thumbnail(lab, "circle").click()
    expect(thumbnail(lab, "circle")).to_have_attribute("aria-pressed", "true")
    lab.button("strip-run").click()
    await_iteration(lab, 3_000)
    lab.button("strip-pause").click()
    expect(lab.button("strip-run")).to_be_visible()
    assert metrics(lab)["train"]["accuracy"] >= 0.95
    assert lab.session()["spec"]["training"]["train_biases"]


def test_settings_changed_in_mid_run_act_at_once_and_are_in_the_history(lab: Lab) -> None:
    region = strip(lab, "deep")
    lab.button("strip-run").click()
    await_iteration(lab, 20)
    changes = [("rate", "strip-rate", "0.03"), ("batch", "strip-batch", "20"), ("noise", "data-noise", "0.2")]
    for edits, (_, key, value) in enumerate(changes, 1):
        with lab.page.expect_response(lambda answer: answer.request.method == "PATCH") as patched:
            region.get_by_label(lab.word(key), exact=True).select_option(label=value)
        answer = patched.value.json()
        assert answer["edits"] == edits
        expect(lab.button("strip-pause")).to_be_visible()
        await_iteration(lab, answer["position"]["iteration"] + 20)
    lab.button("strip-pause").click()
    expect(lab.button("strip-run")).to_be_visible()
    session = lab.session()
    assert (session["edits"], session["state"]) == (3, "running")
    spec = session["spec"]
    assert spec["training"]["optimizer"]["learning_rate"] == 0.03
    assert (spec["training"]["batch_size"], spec["data"]["noise"]) == (20, 0.2)
    expect(region.get_by_label(lab.word("strip-rate"), exact=True)).to_have_value("0.03")


def test_what_cannot_change_in_mid_run_is_not_offered(lab: Lab) -> None:
    strip(lab, "xor")
    expect(thumbnail(lab, "moons")).to_be_enabled()
    lab.button("strip-run").click()
    expect(thumbnail(lab, "moons")).to_be_disabled()
    expect(thumbnail(lab, "moons")).to_have_attribute("title", lab.word("strip-pause-first"))
    lab.button("strip-pause").click()
    expect(thumbnail(lab, "moons")).to_be_enabled()


def test_the_pace_holds_a_run_and_can_change_in_it(lab: Lab) -> None:
    region = strip(lab, "xor")
    region.get_by_label(lab.word("strip-pace-title"), exact=True).select_option(
        label=lab.word("strip-pace", value=1)
    )
    lab.button("strip-run").click()
    await_iteration(lab, 2)
    assert iterations(lab) < 10
    region.get_by_label(lab.word("strip-pace-title"), exact=True).select_option(
        label=lab.word("strip-pace-max")
    )
    await_iteration(lab, 1_000)
    lab.button("strip-pause").click()
    expect(lab.button("strip-run")).to_be_visible()


def test_a_step_ends_the_run_and_follows(lab: Lab) -> None:
    strip(lab, "xor")
    lab.button("strip-run").click()
    await_iteration(lab, 10)
    lab.button("next-step").click()
    expect(lab.page.get_by_role("tab", name=lab.word("mode-step"), exact=True)).to_have_attribute(
        "aria-selected", "true"
    )
    expect(lab.page.locator(".step-count")).to_have_text(
        lab.word("step-of", step=1, steps=lab.session()["position"]["steps"])
    )


def test_new_weights_keep_the_data_and_are_taken_back(lab: Lab) -> None:
    strip(lab)
    thumbnail(lab, "moons").click()
    expect(thumbnail(lab, "moons")).to_have_attribute("aria-pressed", "true")
    before = lab.session()
    lab.press("new-weights")
    after = lab.session()
    assert after["spec"]["data"] == before["spec"]["data"]
    assert after["parameters"] != before["parameters"]
    lab.press("previous-step")
    assert lab.session()["parameters"] == before["parameters"]


def test_resetting_asks_first(lab: Lab) -> None:
    strip(lab)
    lab.press("next-step")
    lab.training_mode()
    opener, question = lab.button("reset"), lab.page.get_by_role("alertdialog")
    opener.click()
    expect(lab.button("reset-keep")).to_be_focused()
    lab.page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(opener).to_be_focused()
    assert lab.session()["position"]["step"] == 1
    opener.click()
    expect(question).to_contain_text(lab.word("reset-question"))
    lab.press("reset-yes")
    assert lab.session()["position"]["step"] == 0


def test_accuracy_and_a_logarithmic_loss_follow_the_run(lab: Lab) -> None:
    strip(lab)
    thumbnail(lab, "circle").click()
    expect(thumbnail(lab, "circle")).to_have_attribute("aria-pressed", "true")
    lab.button("strip-run").click()
    await_iteration(lab, 3_000)
    lab.open_view("quality")
    accuracy = lab.region("accuracy-title")
    expect(accuracy.locator(".room path.curve")).to_have_count(2, timeout=SECONDS_30)
    lab.button("strip-pause").click()
    expect(lab.button("strip-run")).to_be_visible()
    known = lab.session()["accuracies"]
    assert known["train"][-1]["accuracy"] >= 0.95
    last = known["train"][-1]
    said = f"iteration {last['i'] + 1:,}: {last['accuracy'] * 100:.3g}%"
    expect(accuracy.locator(".tally")).to_contain_text(said)
    loss = lab.region("loss-title")
    ticks = loss.locator("text.tick[text-anchor=end]")
    expect(ticks.first).to_have_text("0")
    loss.get_by_role("checkbox", name=lab.word("loss-logarithmic")).check()
    expect(ticks.first).not_to_have_text("0")
    assert "0" not in ticks.all_text_contents()


def test_a_hidden_neuron_shows_in_its_circle_what_it_answers(lab: Lab) -> None:
    strip(lab)
    thumbnail(lab, "circle").click()
    expect(thumbnail(lab, "circle")).to_have_attribute("aria-pressed", "true")
    maps = lab.page.locator(".picture image.neuron-map")
    expect(maps).to_have_count(4, timeout=SECONDS_30)
    before = maps.first.get_attribute("href")
    lab.button("strip-run").click()
    expect(maps.first).not_to_have_attribute("href", str(before), timeout=SECONDS_30)
    lab.button("strip-pause").click()
    lab.button("sheet-settings").click()
    lab.page.get_by_role("checkbox", name=lab.word("settings-neuron-maps")).uncheck()
    expect(maps).to_have_count(0)


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_whole_strip_is_in_sight_and_nothing_scrolls_sideways(
    context: BrowserContext, server: Server, size: tuple[int, int], lang: str
) -> None:
    page = context.new_page()
    page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    lab = Lab(page, server)
    region = strip(lab, lang=lang)
    expect(lab.button("strip-run")).to_be_visible()
    menu = lab.button("strip-settings")
    if menu.is_visible():
        assert page.evaluate(_HIDDEN) == []
        menu.click()
    for name in SETTINGS:
        expect(region.locator(f".{name} select")).to_be_visible()
    expect(thumbnail(lab, "circle")).to_be_visible()
    assert page.evaluate(_HIDDEN) == []
    assert region.evaluate("(strip) => strip.scrollWidth - strip.clientWidth") <= 0


def test_the_menu_of_settings_changes_them_and_closes(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.set_viewport_size(ViewportSize(width=500, height=300))
    lab = Lab(page, server)
    region = strip(lab)
    rate, menu = region.get_by_label(lab.word("strip-rate"), exact=True), lab.button("strip-settings")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.click()
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        rate.select_option("0.03")
    assert lab.session()["spec"]["training"]["optimizer"]["learning_rate"] == 0.03
    expect(rate).to_be_visible()
    rate.press("Escape")
    expect(rate).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    lab.button("strip-run").click()
    expect(rate).to_be_hidden()
    lab.button("strip-pause").click()
