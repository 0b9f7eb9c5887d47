"""What a page loads until its first step is shown: requests, bytes, and nothing that only a graph needs."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.lab import Lab
from tests.e2e.received import Received
from tests.e2e.server import Server
from tests.e2e.test_graph_session import CIRCUIT, open_graph
from tests.e2e.words import word

FONTS = (".woff2", "fonts-")
MOST_REQUESTS = 19  # with fonts
MOST_BYTES = {"/embed": 118_000, "/": 128_000}  # without them; all that formulas need is among it
MOST_OF_FIRST_STEP = 40_000  # without scripts, which a step asked for at once does not wait for
MOST_OF_NINE_STEPS = 10_000
LATER = "race-how ="  # a message that no first step needs
OF_SERVER = "page-not-built ="  # one that the server alone says
OF_GRAPHS = "op-graph-multiply ="  # one that no network needs
FROM_THE_LOSS = "op-loss ="  # one that a frame loads before its forward pass ends
DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
OF_AN_OPENED_NUMBER = re.compile(r"/inspector-[^/]*\.js$")  # which a frame fetches when one is pointed at
GRAPH_ALONE = (
    "graphModel",
    "programNotation",
    "programIndex",
    "ProgramStage",
    "ProgramSurroundings",
    "ProgramSheet",
    "layOut",
)


def opened(page: Page, address: str, lang: str) -> Received:
    """What the page has received once it can be stepped and waits for nothing."""
    received = Received(page)
    page.goto(address)
    expect(page.get_by_role("button", name=word("next-step", lang), exact=True)).to_be_enabled()
    page.wait_for_load_state("networkidle")
    return received


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("path", ["/embed", "/"])
def test_a_first_step_needs_few_requests_and_bytes_and_no_message_of_other_topics(
    context: BrowserContext, server: Server, path: str, lang: str
) -> None:
    page = context.new_page()
    scripts: list[str] = []
    page.on("response", lambda answer: scripts.append(answer.url) if answer.url.endswith(".js") else None)
    received = opened(page, f"{server.address}{path}?preset=mazur&lang={lang}", lang)
    before = [page.request.get(url).text() for url in scripts]
    assert not any(
        other in text for other in (LATER, OF_GRAPHS, OF_SERVER) for text in (page.content(), *before)
    )
    assert page.locator(".transport").inner_text().strip()
    sizes = received.by_address()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".formula math").first).to_be_visible()
    needed = {name: size for name, size in sizes.items() if not any(part in name for part in FONTS)}
    listed = {urlsplit(name).path: size for name, size in sizes.items()}
    assert len(sizes) <= MOST_REQUESTS, listed
    assert sum(needed.values()) <= MOST_BYTES[path], listed


@pytest.mark.parametrize("path", ["/embed", "/"])
def test_a_step_asked_for_at_once_needs_the_document_and_its_styles(
    context: BrowserContext, server: Server, path: str
) -> None:
    page = context.new_page()
    received = Received(page)
    page.route("**/*.js", lambda route: None)
    page.goto(f"{server.address}{path}?preset=mazur&lang=en", wait_until="commit")
    page.get_by_role("button", name=word("next-step"), exact=True).click()
    expect(page.locator('.still [data-ref="W1[0,0]*x[0]"]')).to_have_text("+0.0075")
    page.wait_for_function("() => performance.getEntriesByName('first-paint').length > 0")
    page.evaluate("() => document.fonts.ready")
    sizes = {
        name: size for name, size in received.by_address().items() if not any(part in name for part in FONTS)
    }
    assert 0 < sum(sizes.values()) <= MOST_OF_FIRST_STEP, sizes


@pytest.mark.parametrize("preset", ["mazur", "xor"])
def test_nine_further_steps_in_a_frame_load_little(
    context: BrowserContext, server: Server, preset: str
) -> None:
    page = context.new_page()
    received = opened(page, f"{server.address}/embed?preset={preset}&lang=en", "en")

    def step(number: int) -> None:
        with page.expect_response(lambda answer: answer.url.endswith("/step")) as answer:
            page.keyboard.press("ArrowRight")
        assert answer.value.json()["position"]["step"] == number

    step(1)
    page.wait_for_load_state("networkidle")
    before = received.by_address()
    for number in range(2, 11):
        step(number)
    page.wait_for_load_state("networkidle")
    more = {name: size - before.get(name, 0) for name, size in received.by_address().items()}
    assert 0 < sum(more.values()) <= MOST_OF_NINE_STEPS, {name: size for name, size in more.items() if size}
    with page.expect_request(OF_AN_OPENED_NUMBER):
        page.locator('.picture [data-ref="x[0]"]').hover()


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_a_first_step_in_a_frame_shows_no_message_that_comes_later(
    context: BrowserContext, server: Server, lang: str
) -> None:
    page = context.new_page()
    scripts: list[str] = []
    page.on("response", lambda answer: scripts.append(answer.url) if answer.url.endswith(".js") else None)
    for width, height, query in (
        (1280, 720, "preset=errors-in-print"),
        (400, 700, "preset=softmax&controls=step"),
        (650, 420, "preset=mazur&view=table"),
        (650, 420, "preset=digits&unit=layer"),
    ):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{server.address}/embed?{query}&lang={lang}")
        next_step = page.get_by_role("button", name=word("next-step", lang), exact=True)
        expect(next_step).to_be_enabled()
        page.wait_for_load_state("networkidle")
        with page.expect_response(lambda answer: answer.url.endswith("/step")):
            next_step.click()
        page.evaluate(
            "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
        )
    loaded = [page.request.get(url).text() for url in set(scripts)]
    assert [
        other for other in (LATER, OF_GRAPHS, FROM_THE_LOSS) if any(other in text for text in loaded)
    ] == []


def test_other_topics_come_with_what_they_are_about(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(f"{server.address}/?preset=mazur&lang=en")
    page.get_by_role("button", name=word("sheet-share"), exact=True).click()
    expect(page.get_by_text(word("share-moment"), exact=True).first).to_be_visible()


@pytest.mark.parametrize("query", ["predict=1", "mode=train"])
def test_what_begins_with_questions_or_training_has_its_messages_at_once(
    context: BrowserContext, server: Server, query: str
) -> None:
    page = context.new_page()
    page.goto(f"{server.address}/?preset=mazur&lang=en&{query}")
    expect(page.locator(".transport, .strip").first).to_be_visible()
    data = page.request.get(f"{server.address}/?preset=mazur&lang=en&{query}").text()
    assert LATER in data


def graph_chunks(fetched: list[str]) -> set[str]:
    return {name for name in GRAPH_ALONE for address in fetched if f"/assets/{name}" in address}


def test_a_network_fetches_nothing_of_graphs_and_a_graph_what_it_needs(lab: Lab) -> None:
    fetched: list[str] = []
    lab.page.on("request", lambda request: fetched.append(request.url))
    lab.open("mazur")
    lab.press("next-step")
    expect(lab.page.locator(".formula math").first).to_be_attached()
    assert any("/assets/panels" in address for address in fetched)
    assert graph_chunks(fetched) == set()
    open_graph(lab, **CIRCUIT)
    assert graph_chunks(fetched) >= {"programNotation", "programIndex", "ProgramStage"}
