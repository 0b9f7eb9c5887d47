"""Retries while the server is busy: the page says so and asks again, and nothing is lost or moves."""

import json

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Response, Route, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings

LANGUAGES = ["en", "zh-CN"]
# Each size in one of the languages.
FRAMES = [((1440, 900), "en"), ((640, 480), "zh-CN"), ((500, 300), "en"), ((360, 740), "zh-CN")]
FRAME_NAMES = [f"{width}x{height}-{lang}" for (width, height), lang in FRAMES]
LOW = 400  # pixels: a frame that is no higher has no room for the number of iterations

# A run waits with 12 before it until the test calls `__turn`, and then is the server's own.
_QUEUE = """
const real = window.fetch.bind(window);
window.fetch = async (address, call) => {
  if (!String(address).endsWith('/train')) return real(address, call);
  const turn = new Promise((resolve) => { window.__turn = resolve; });
  const body = new ReadableStream({
    async start(out) {
      call.signal.addEventListener('abort', () => out.error(call.signal.reason));
      const place = JSON.stringify({queued: 12, done: 0, wanted: 100});
      out.enqueue(new TextEncoder().encode(`event: progress\\ndata: ${place}\\n\\n`));
      await turn;
      for await (const chunk of (await real(address, call)).body) out.enqueue(chunk);
      out.close();
    },
  });
  return new Response(body, {headers: {'content-type': 'text/event-stream'}});
};
"""


# How far a notice reaches over the steps and the timeline.
_OVER_FOOT = """(notice) =>
  notice.getBoundingClientRect().bottom - document.querySelector('.lab-foot').getBoundingClientRect().top"""


def refuse(page: Page, address: str, times: int, seconds: int, status: int = 429, slug: str = "busy") -> None:
    """The server refuses the next calls of that address, and then is itself again."""
    problem = {
        "type": f"/problems/{slug}",
        "title": slug,
        "status": status,
        "detail": slug,
        "message": {"key": "problem-busy", "args": {}},
    }

    def answer(route: Route) -> None:
        route.fulfill(
            status=status,
            headers={"Retry-After": str(seconds), "Content-Type": "application/problem+json"},
            body=json.dumps(problem),
        )

    page.route(address, answer, times=times)


def notice(lab: Lab, what: str, why: str = "busy") -> Locator:
    """The sentence, whatever the pause."""
    before, after = lab.word(f"retry-{what}", why=why, seconds="§").split("§")
    return lab.page.get_by_role("status").locator(".retry").filter(has_text=before).filter(has_text=after)


def place_of(lab: Lab) -> tuple[object, object]:
    """Where the picture and the step buttons are."""
    return (
        lab.page.locator(".picture svg.network").bounding_box(),
        lab.page.locator(".stepping").bounding_box(),
    )


def step_on_timeline(lab: Lab, step: int) -> None:
    expect(lab.page.locator(".track")).to_have_attribute("aria-valuenow", str(step))


@pytest.mark.parametrize(("size", "lang"), FRAMES, ids=FRAME_NAMES)
def test_clicks_while_the_server_is_busy_are_done_once_each(
    lab: Lab, size: tuple[int, int], lang: str
) -> None:
    lab.page.set_viewport_size({"width": size[0], "height": size[1]})
    lab.open(lang=lang)
    lab.press("next-step")
    there = place_of(lab)
    refuse(lab.page, "**/step", times=2, seconds=1)
    done: list[int] = []

    def is_last(answer: Response) -> bool:
        """Clicks that wait are sent as one call with a count."""
        if answer.url.endswith("/step") and answer.ok:
            done.append(json.loads(answer.request.post_data or "{}")["count"])
        return sum(done) == 3

    with lab.page.expect_response(is_last):
        for _ in range(3):
            lab.button("next-step").click()
        expect(notice(lab, "change")).to_be_in_viewport(ratio=1)
        assert notice(lab, "change").evaluate(_OVER_FOOT) <= 0
        expect(lab.button("retry-now")).to_be_in_viewport(ratio=1)
        expect(lab.button("retry-give-up")).to_be_in_viewport(ratio=1)
        assert place_of(lab) == there
        step_on_timeline(lab, 4)
    expect(notice(lab, "change")).to_be_hidden()
    step_on_timeline(lab, 4)
    assert lab.session()["position"]["step"] == 4
    lab.forgive("429")


def test_a_step_that_is_left_is_not_done(lab: Lab) -> None:
    lab.open()
    lab.press("next-step")
    refuse(lab.page, "**/step", times=1, seconds=30)
    lab.button("next-step").click()
    expect(notice(lab, "change")).to_be_visible()
    assert findings(lab) == []
    lab.button("retry-give-up").click()
    expect(notice(lab, "change")).to_be_hidden()
    step_on_timeline(lab, 1)
    lab.press("next-step")
    assert lab.session()["position"]["step"] == 2
    lab.forgive("429")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_session_waits_for_a_full_server(lab: Lab, lang: str) -> None:
    lab.lang = lang
    refuse(lab.page, "**/api/v1/sessions", times=1, seconds=30, status=503, slug="full")
    lab.page.goto(f"{lab.server.address}/?preset=mazur&lang={lang}")
    expect(notice(lab, "session", "full")).to_be_visible()
    lab.button("next-step").click()
    with lab.page.expect_response(lambda answer: answer.url.endswith("/step") and answer.ok):
        lab.button("retry-now").click()
    expect(notice(lab, "session", "full")).to_be_hidden()
    step_on_timeline(lab, 1)
    assert lab.session()["position"]["step"] == 1
    lab.forgive("503")


def test_a_view_keeps_its_picture_while_its_question_waits(lab: Lab) -> None:
    lab.open("xor")
    lab.button("view-boundary").click()
    drawn = lab.region("view-boundary").get_by_role("slider")
    expect(drawn).to_be_visible()
    lab.page.wait_for_load_state("networkidle")
    refuse(lab.page, "**/boundary?*", times=2, seconds=30)
    lab.press("forward-pass")
    expect(notice(lab, "question")).to_be_visible()
    expect(drawn).to_be_visible()
    with lab.page.expect_response(lambda answer: "/boundary?" in answer.url and answer.ok):
        lab.button("retry-now").click()
    expect(notice(lab, "question")).to_be_hidden()
    lab.forgive("429")


@pytest.mark.parametrize(("size", "lang"), FRAMES, ids=FRAME_NAMES)
def test_training_shows_its_place_in_the_queue_and_then_is_done(
    context: BrowserContext, server: Server, size: tuple[int, int], lang: str
) -> None:
    context.add_init_script(_QUEUE)
    lab = Lab(context.new_page(), server)
    lab.page.set_viewport_size({"width": size[0], "height": size[1]})
    lab.open(lang=lang)
    lab.press("next-step")
    lab.training_mode()
    expect(lab.region("strip-title")).to_be_visible()
    there = place_of(lab)
    low = size[1] <= LOW
    if (more := lab.button("more-controls")).is_visible():
        more.click()
    lab.button("strip-run" if low else "train").click()
    place = lab.page.get_by_role("status").filter(has_text=lab.word("train-queued", queued=12))
    expect(place).to_be_in_viewport(ratio=1)
    assert place_of(lab) == there
    lab.page.evaluate("window.__turn()")
    if low:
        expect(lab.page.locator(".run-report .pace")).to_be_visible()
        lab.button("strip-pause").click()
        expect(lab.button("strip-run")).to_be_visible()
        done = lab.session()["position"]["iteration"] + 1
        ending = lab.word("train-stopped-stop", iterations=done)
    else:
        done, ending = 100, lab.word("train-stopped-completed", iterations=100)
    expect(lab.page.locator(".run-ending")).to_have_text(ending)
    expect(lab.page.locator(".run-ending")).to_be_in_viewport(ratio=1)
    expect(lab.button("next-step")).to_be_in_viewport(ratio=1)
    assert lab.session()["position"]["iteration"] == done - 1
    assert lab.complaints == []


def test_training_is_stopped_while_it_waits_for_its_turn(context: BrowserContext, server: Server) -> None:
    context.add_init_script(_QUEUE)
    lab = Lab(context.new_page(), server).open()
    lab.training_mode()
    lab.button("train").click()
    expect(lab.page.get_by_text(lab.word("train-queued", queued=12))).to_be_visible()
    lab.button("stop").click()
    expect(lab.page.locator(".run-ending")).to_have_text(lab.word("train-stopped-stop", iterations=0))
    lab.press("next-step")
    assert lab.session()["position"]["step"] == 1
    assert lab.complaints == []
