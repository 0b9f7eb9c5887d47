"""How long after a navigation the first number is drawn, with a click as soon as the page has a button.

Printed as ratios to an empty page that is opened in turn: how often its first paint fits into that time. The
lab's own number is what a learner had to wait for before steps were taken without it.
"""

from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.e2e.course import Course
from tests.e2e.server import Server

ROUNDS, SLOW = 5, 4
AIM = 3  # times an empty page
PRODUCT = "W1[0,0]*x[0]"

_WATCH = f"""(() => {{
  window.seen = {{}};
  const note = (name) => (window.seen[name] ??= 0) || requestAnimationFrame(() => {{
    const {{ port1, port2 }} = new MessageChannel();
    port1.onmessage = () => (window.seen[name] ||= performance.now());
    port2.postMessage(null);
  }});
  let isClicked = false;
  const look = () => {{
    if (!document.documentElement) return;
    if (document.querySelector('.blank')) note('blank');
    const button = document.querySelector('.early .next');
    if (button && !isClicked) {{ isClicked = true; button.click(); }}
    if (document.querySelector('.foreseen')?.textContent) note('early');
    if (document.querySelector('.picture [data-ref="{PRODUCT}"]')) note('lab');
  }};
  new MutationObserver(look).observe(document, {{ subtree: true, childList: true }});
}})()"""


def seen(context: BrowserContext, address: str, last: str, slow: int) -> dict[str, float]:
    """Milliseconds from the navigation until each is painted."""
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.add_init_script(_WATCH)
    page.goto(address)
    page.wait_for_function("(last) => window.seen[last] > 0", arg=last)
    times: dict[str, float] = page.evaluate("seen")
    page.close()
    return times


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_the_first_number_after_a_navigation(
    browser: Browser, server: Server, tmp_path: Path, path: str
) -> None:
    course = Course(tmp_path)
    empty = course.write('<p class="blank">0.0075</p>')
    for slow in (1, SLOW):
        times: dict[str, list[float]] = {}
        for _ in range(ROUNDS):
            # A context each: no file of an earlier round is kept, and no session.
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            blank = seen(context, empty, "blank", slow)
            page = seen(context, f"{server.address}{path}?preset=mazur&lang=en", "lab", slow)
            for name, taken in {**blank, **page}.items():
                times.setdefault(name, []).append(taken)
            context.close()
        middle = {name: median(taken) for name, taken in times.items()}
        early, lab = middle["early"] / middle["blank"], middle["lab"] / middle["blank"]
        print(f"\n{path}, {slow}x slower: an empty page {middle['blank']:.0f} ms")
        print(f"  the first number {early:.1f} times that (aim {AIM}), by the lab {lab:.1f} times")
    course.close()
