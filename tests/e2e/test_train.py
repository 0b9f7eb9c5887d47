"""Training on the page: what it shows is what the server has, it stops when told, and says why."""

import re

from playwright.sync_api import expect

from tests.e2e.lab import Lab
from tests.e2e.numbers import says

SECONDS_30 = 30_000


def choose(lab: Lab, iterations: int) -> None:
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
    expect(lab.page.locator(".pace")).to_be_visible()
    lab.button("stop").click()
    assert re.match(r"Stopped by you after [\d,]+ iterations?\.", ending(lab))
    iteration = lab.session()["position"]["iteration"]
    lab.press("next-step")
    assert lab.session()["position"]["iteration"] == iteration + 1
