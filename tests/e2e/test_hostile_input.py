"""Addresses and messages with invalid or hostile values: a warning at most, and a page that still steps."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Dialog, Page, Response, expect

from backstep_lab.wire.address import AddressQuery
from tests.e2e.course import Course, frame, heard, inside
from tests.e2e.server import Server

NASTY = (
    "%00",
    "-1",
    "1e999",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "%22%27%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
)
STATES = ("1", "0AAAA", "1mwK04ShT", "1" + "A" * 4000, "1" + "_-" * 500, "2AAA")
# Messages that no version of ours sends, each given to the frame as it stands.
MESSAGES = """() => {
  const deep = {}; let at = deep; for (let k = 0; k < 2000; k++) at = at.in = {};
  const loop = {}; loop.self = loop;
  const long = 'x'.repeat(1e5);
  const bad = [null, NaN, -1, 1e308, '', long, '1mwK04ShT', [], deep, loop, new Map([['a', 1]]), 9n];
  const ours = { source: 'backstep', v: 1, type: 'next' };
  const whole = [...bad, undefined, 'text', { ...ours, v: 2 }, { ...ours, type: 5 }, { ...ours, data: [] },
    { ...ours, seq: 1.5 }, { ...ours, type: 'x'.repeat(500) }, { ...ours, source: 'backstep ' }];
  const frame = document.querySelector('iframe').contentWindow;
  for (const message of whole) frame.postMessage(message, '*');
  const names = ['iteration', 'speed', 'digits', 'unit', 'focus', 'state', 'lang', 'theme'];
  const types = ['seek', 'play', 'set', 'setState', 'setLanguage', 'setTheme', 'toString', '__proto__'];
  let seq = 0;
  for (const type of types) for (const value of bad) {
    const data = Object.fromEntries(names.map((name) => [name, value]));
    frame.postMessage({ ...ours, id: '', type, seq: seq++, data }, '*');
  }
  return seq;
}"""


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and everything that must not happen on it."""
    page = context.new_page()
    wrong: list[str] = []

    def look(answer: Response) -> None:
        if answer.status >= 500:
            wrong.append(f"{answer.status} {answer.url}")

    def hear(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    page.on("response", look)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", hear)
    return page, wrong


def test_no_address_breaks_the_page(context: BrowserContext, server: Server) -> None:
    page, wrong = watched(context)
    asked = [f"{name}={NASTY[at % len(NASTY)]}" for at, name in enumerate(AddressQuery.model_fields)]
    asked += [f"state={state}" for state in STATES]
    asked += ["&".join(f"{name}={value}" for name in AddressQuery.model_fields) for value in NASTY]
    for query in asked:
        page.goto(f"{server.address}/embed?lang=en&{query}", wait_until="commit")
        expect(page.locator(".lab")).to_be_attached()
        warned = page.locator(".address-warnings li").count()
        name = query.split("=")[0]
        assert warned or name in ("id", "state", "panels", "hide", "lock", "lang"), query
    assert wrong == []


def test_no_message_breaks_the_frame(context: BrowserContext, server: Server, tmp_path: Path) -> None:
    course = Course(tmp_path)
    page, wrong = watched(context)
    page.goto(course.write(frame(server.address)))
    heard(page, "ready")
    sent = page.evaluate(MESSAGES)
    replies = heard(page, "reply", sent)
    assert {reply["data"]["ok"] for reply in replies} == {False}
    assert page.evaluate("heard.some(({ type }) => type === 'step' || type === 'loaded')") is False
    inside(page).get_by_role("button", name="Next step", exact=True).click()
    expect(inside(page).locator(".track")).to_have_attribute("aria-valuenow", "1")
    assert wrong == []
    course.close()
