"""Every word in the language that was chosen."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server
from tests.e2e.test_later_words import chunk
from tests.e2e.words import pseudo

PLAIN_WORD = re.compile(r"[A-Za-z]{3,}")
UNTRANSLATED = {"Backstep", "English"}

_TEXTS = """() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const apart = parent.closest('script, style, math, .source, .published th, noscript');
    if (!apart && node.data.trim()) texts.push(node.data.trim());
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder'])
      if (element.getAttribute(name)) texts.push(element.getAttribute(name));
  return texts;
}"""


def in_pseudo(route: Route) -> None:
    """The page as served, its messages put into a language of nobody."""
    answer = route.fetch()
    head, block = answer.text().split('id="backstep-initial">', 1)
    data, rest = block.split("</script>", 1)
    initial: dict[str, Any] = json.loads(data)
    initial["messages"] = pseudo(initial["messages"])
    initial["story"] = pseudo(initial["story"])
    body = json.dumps(initial).replace("<", "\\u003c")
    route.fulfill(response=answer, body=f'{head}id="backstep-initial">{body}</script>{rest}')


def walk_about(lab: Lab) -> None:
    """Through the places where words stand."""
    following = lab.page.get_by_role("button", name=re.compile("^Ñéxt štép"))
    for _ in range(3):
        with lab.page.expect_response(lambda answer: answer.url.endswith("/step")):
            following.click()
    lab.page.locator(".keyboard-network button").nth(3).dispatch_event("click")
    expect(lab.page.locator(".inspector .operands").first).to_be_visible()


@pytest.mark.parametrize("size", [(1440, 900), (360, 740)])
def test_no_word_stands_outside_the_catalogues(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.route(re.compile(r"/\?preset="), in_pseudo)
    page.route(chunk("notation/catalogue/later/en.ts"), lambda route: None)
    lab = Lab(page, server).open()
    walk_about(lab)
    texts: list[str] = page.evaluate(_TEXTS)
    leaks = {
        text
        for text in texts
        if PLAIN_WORD.search(text.replace("W1", "").replace("sigmoid", "")) and text not in UNTRANSLATED
    }
    assert {leak for leak in leaks if not re.search(r"[àçéîñöřšûý~]", leak)} == set()
    overflow = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
    assert lab.complaints == []


def test_language_is_changed_on_the_spot(lab: Lab) -> None:
    lab.open()
    lab.press("next-step")
    lab.page.get_by_role("combobox", name="Language").select_option("zh-CN")
    lab.lang = "zh-CN"
    expect(lab.button("next-step")).to_be_visible()
    expect(lab.region("region-formula")).to_contain_text("乘积")
    expect(lab.page.locator("html")).to_have_attribute("lang", "zh-CN")
    assert lab.session()["position"]["step"] == 1
    lab.page.get_by_role("combobox", name=lab.word("language")).select_option("en")
    lab.lang = "en"
    expect(lab.region("region-formula")).to_contain_text("Product")


def test_the_browser_s_language_is_the_default(browser: Any, server: Server) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(f"{server.address}/?preset=mazur")
    expect(page.get_by_role("button", name="下一步", exact=True)).to_be_visible()
    context.close()
