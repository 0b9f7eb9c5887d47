"""What the page is sent for each step: what it does not know yet."""

import pytest
from playwright.sync_api import Response, expect

from tests.e2e.lab import Lab

MOST_BYTES = 2048  # as they are sent: longer ones are packed


@pytest.mark.parametrize("preset", ["mazur", "xor"])
def test_a_step_is_answered_in_two_kilobytes_and_the_page_shows_what_the_server_has(
    lab: Lab, preset: str
) -> None:
    answers: list[Response] = []
    lab.page.on("response", lambda answer: answers.append(answer) if answer.url.endswith("/step") else None)
    lab.open(preset)
    for step in range(1, 16):
        with lab.page.expect_response("**/step"):
            lab.page.keyboard.press("ArrowRight")
        expect(lab.page.locator(".formula .step")).to_contain_text(f"{step} ")
    sizes = [answer.request.sizes()["responseBodySize"] for answer in answers]
    assert len(sizes) == 15
    assert max(sizes) <= MOST_BYTES, sizes
    with lab.page.expect_response("**/back"):
        lab.page.keyboard.press("ArrowLeft")
    expect(lab.page.locator(".formula .step")).to_contain_text("14 ")
    lab.page.reload()
    expect(lab.page.locator(".formula .step")).to_contain_text("14 ")
