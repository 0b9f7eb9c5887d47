"""Training on the page: progress, stop, and the reason for the end."""

import json
import re
from urllib.request import Request, urlopen

from playwright.sync_api import expect

from tests.e2e.lab import Lab
from tests.e2e.numbers import says

SECONDS_30 = 30_000


def choose(lab: Lab, iterations: int) -> None:
    lab.training_mode()
    lab.page.get_by_role("spinbutton", name=lab.word("train-iterations"), exact=True).fill(str(iterations))


def ending(lab: Lab) -> str:
    report = lab.page.locator(".run-ending")
    expect(report).not_to_be_empty(timeout=SECONDS_30)
    return report.inner_text()


def test_training_ends_at_a_loss_and_shows_the_numbers_that_the_server_has(lab: Lab) -> None:
    lab.open("mazur")
    choose(lab, 10_000)
    lab.page.get_by_text(lab.word("train-until"), exact=True).click()
    lab.page.get_by_role("checkbox", name=lab.word("train-until-loss")).check()
    lab.button("train").click()
    said = ending(lab)
    session = lab.session()
    iterations = session["position"]["iteration"] + 1
    assert session["values"]["loss"] <= 0.01
    assert said == lab.word("train-stopped-target", loss="0.01", iterations=iterations)
    drawn = {ref: text for ref, _, text in lab.drawn()}
    for j, row in enumerate(session["parameters"]["W"][1]):
        for k, weight in enumerate(row):
            assert says(drawn[f"W2_next[{j},{k}]"], weight), (drawn[f"W2_next[{j},{k}]"], weight)


def test_stop_leaves_a_session_that_goes_on(lab: Lab) -> None:
    lab.open("deep")
    choose(lab, 100_000)
    lab.button("train").click()
    expect(lab.page.locator(".run-report .pace")).to_be_visible()
    lab.button("stop").click()
    assert re.match(r"Stopped by you after [\d,]+ iterations?\.", ending(lab))
    iteration = lab.session()["position"]["iteration"]
    lab.press("next-step")
    assert lab.session()["position"]["iteration"] == iteration + 1


def test_a_divergence_is_explained_and_the_advice_cures_it(lab: Lab) -> None:
    lab.open("linear-by-hand")
    edit_rate(lab, 1e4)
    choose(lab, 5_000)
    lab.button("train").click()
    notice = lab.page.locator(".divergence")
    expect(notice.locator("li").first).to_be_visible(timeout=SECONDS_30)
    with urlopen(f"{address_of(lab)}/divergence", timeout=10) as answer:
        remedy = json.load(answer)["remedies"][0]
    spread = lab.word("diverged-try-learning-rate", value="§", trial=remedy["trial"], loss="§").split("§")
    assert all(part.strip() in notice.inner_text() for part in spread)
    notice.get_by_role(
        "button", name=lab.word("diverged-try", value=f"{remedy['value']:g}"), exact=True
    ).click()
    expect(notice).to_have_count(0)
    session = lab.session()
    assert session["spec"]["training"]["optimizer"]["learning_rate"] == remedy["value"]
    assert (session["position"]["iteration"], session["position"]["step"]) == (remedy["iteration"], 0)


def test_the_slider_goes_back_to_any_iteration_with_all_its_numbers(lab: Lab) -> None:
    lab.open("mazur")
    choose(lab, 2_000)
    lab.button("train").click()
    ending(lab)
    slider = lab.page.get_by_role("slider", name=lab.word("iteration-slider"), exact=True)
    slider.fill("700")
    expect(slider).to_have_attribute(
        "aria-valuetext", lab.word("iteration-of", iteration="700", iterations="2,000")
    )
    session = lab.session()
    assert (session["position"]["iteration"], session["position"]["step"]) == (699, 55)
    drawn = {ref: text for ref, _, text in lab.drawn()}
    assert says(drawn["a2[0]"], session["values"]["a"][1][0])


def address_of(lab: Lab) -> str:
    return f"{lab.server.address}/api/v1/sessions/{lab.session_id}"


def edit_rate(lab: Lab, rate: float) -> None:
    """A rate that no menu offers, and the page that knows of it."""
    body = json.dumps({"training": {"optimizer": {"learning_rate": rate}}}).encode()
    headers = {"Content-Type": "application/json"}
    with urlopen(Request(address_of(lab), data=body, headers=headers, method="PATCH"), timeout=10):
        lab.page.reload()
