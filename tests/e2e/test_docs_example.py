"""docs/examples/embed.html, as a developer takes it: with another address and nothing else changed."""

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.e2e.course import Course
from tests.e2e.server import ROOT, Server

EXAMPLE = (ROOT / "docs" / "examples" / "embed.html").read_text(encoding="utf-8")


def test_the_page_drives_two_frames_and_hears_what_happens_in_them(
    context: BrowserContext, server: Server, tmp_path: Path
) -> None:
    course = Course(tmp_path)
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(course.write(EXAMPLE.replace("https://backstep.example", server.address)))
    left, right = page.frame_locator("#left iframe"), page.frame_locator("#right iframe")
    page.get_by_role("button", name="Step both").click()
    expect(left.locator(".track")).to_have_attribute("aria-valuenow", "1")
    expect(right.locator(".track")).to_have_attribute("aria-valuenow", "21")
    expect(page.locator("#by-hand")).to_have_text("0")
    left.get_by_role("button", name="Next step", exact=True).click()
    expect(page.locator("#by-hand")).to_have_text("1")
    expect(page.locator("#last")).to_have_text(
        "left, iteration 1, step 2: W1[0,1]*x[1] = 0.020000000000000004"
    )
    page.get_by_role("button", name="Put the right one").click()
    expect(right.locator(".track")).to_have_attribute("aria-valuenow", "2")
    page.get_by_role("button", name="Both to the second").click()
    expect(page.locator("#last")).to_contain_text("iteration 2, step 0")
    assert failures == []
    course.close()
