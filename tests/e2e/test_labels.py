"""No label covers another, lies over what is not its own, or leaves its box or the stage."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from backstep_lab.presets import PRESETS
from tests.e2e.lab import Lab, draw_again

LARGEST = ViewportSize(width=1440, height=900)
SIZES = [(1440, 900), (1024, 768), (640, 480), (500, 300), (360, 740)]
TRAINING_SIZES = [(1024, 768), (500, 300), (360, 740)]
ITERATIONS = (0, 1, 100, 3_000)  # at the end of each, where all numbers are there
SHARES = (0.1, 0.25, 0.45, 0.6, 0.7, 0.85)  # of the first iteration: the numbers at work are shown, too
ITERATIONS_OF_GRAPHS = (0, 100)  # of which there are many, all drawn alike
UNDEFINED_LATER = {"baydin": 20, "micrograd-expression": 50, "micrograd-readme": 5}  # the last of them
LEAVES = " leaves the stage"
BUTTONS = " × zoom-buttons"
SETTLING_FRAMES = 40
LONGEST = 60_000  # milliseconds, for 3,000 iterations of the digits

_COLLISIONS = Path(__file__).with_name("labelCollisions.js").read_text("utf-8")


def collisions(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_COLLISIONS)
    return found


def in_sight(collided: list[str]) -> list[str]:
    """Without the labels beyond the edge of the picture, which cuts them off."""
    beyond = {one.removesuffix(LEAVES) for one in collided if one.endswith(LEAVES)}
    return [one for one in collided if not one.endswith(LEAVES) and beyond.isdisjoint(one.split(" × "))]


def settled(page: Page) -> list[str]:
    """What collides once a graph is laid out for the size, which it is beside the page's own thread.

    The picture of a graph is cut off where its buttons begin.
    """
    is_graph = page.locator(".network.program").count() > 0
    for _ in range(SETTLING_FRAMES):
        # A graph that is too large for the stage is opened in a part of it.
        is_part = page.locator(".picture.partial").count() > 0
        collided = in_sight(collisions(page)) if is_part else collisions(page)
        if is_graph:
            collided = [one for one in collided if not one.endswith(BUTTONS)]
        if not collided:
            return []
        draw_again(page)
    return collided


def opened(lab: Lab, preset: str) -> Page:
    """The start of a preset."""
    page = lab.open(preset).page
    expect(page.locator(".picture [data-ref]").first).to_be_attached()
    page.evaluate("document.fonts.ready")
    return page


@contextmanager
def seeking(page: Page) -> Iterator[None]:
    """At the size at which the timeline is whole, until the picture has what the server answered."""
    page.set_viewport_size(LARGEST)
    with page.expect_response(lambda answer: answer.url.endswith("/seek"), timeout=LONGEST):
        yield


def seek_iteration(page: Page, iteration: int) -> None:
    """From the end of one iteration to the end of another."""
    with seeking(page):
        field = page.locator(".iterations input")
        field.fill(str(iteration + 1))
        field.press("Enter")


def seek_end(page: Page) -> None:
    """To the end of the iteration that is shown."""
    with seeking(page):
        page.locator(".track").press("End")


def seek_share(page: Page, share: float) -> None:
    """Within the iteration that is shown."""
    with seeking(page):
        track = page.locator(".track")
        box = track.bounding_box()
        assert box is not None
        track.click(position={"x": share * box["width"], "y": box["height"] / 2})


def collided_by_size(page: Page, sizes: list[tuple[int, int]] = SIZES) -> dict[str, list[str]]:
    """What collides at each size; of these sizes those alone at which something does."""
    found = dict[str, list[str]]()
    for width, height in sizes:
        page.set_viewport_size(ViewportSize(width=width, height=height))
        draw_again(page)
        if collided := settled(page):
            found[f"{width}x{height}"] = collided
    return found


@pytest.mark.parametrize("preset", ["mazur", "macleod", "softmax", "digits"])
def test_no_label_covers_another_beside_the_views_of_training(lab: Lab, preset: str) -> None:
    """The picture has less room there; the numbers at work find another place."""
    page = opened(lab, preset)
    found = dict[float, dict[str, list[str]]]()
    for share in SHARES:
        page.get_by_role("tab", name=lab.word("mode-step"), exact=True).click()
        seek_share(page, share)
        lab.training_mode()
        found[share] = collided_by_size(page, TRAINING_SIZES)
    assert found == {key: {} for key in found}


def test_a_crowded_picture_does_not_name_its_hidden_layers(lab: Lab) -> None:
    page = opened(lab, "digits")
    headings = page.locator(".headings text")
    expect(headings).to_have_count(4)
    page.set_viewport_size(ViewportSize(width=500, height=300))
    lab.training_mode()
    expect(headings.filter(has_text=lab.word("layer-hidden"))).to_have_count(0)
    expect(headings.first).to_have_text(lab.word("layer-input"))


@pytest.mark.parametrize("preset", list(PRESETS))
def test_no_label_covers_another(lab: Lab, preset: str) -> None:
    is_graph = PRESETS[preset].graph is not None
    first, *later = ITERATIONS_OF_GRAPHS if is_graph else ITERATIONS
    later = [UNDEFINED_LATER.get(preset, iteration) for iteration in later]
    page = opened(lab, preset)
    found = dict[str, dict[str, list[str]]]()
    for share in () if is_graph else SHARES:
        seek_share(page, share)
        found[f"on the way: {share}"] = collided_by_size(page)
    seek_end(page)
    found[f"at the end of iteration {first}"] = collided_by_size(page)
    for iteration in later:
        seek_iteration(page, iteration)
        found[f"at the end of iteration {iteration}"] = collided_by_size(page)
    assert found == {key: {} for key in found}
