"""The custom element `<backstep-embed>` in pages of others."""

from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.course import Course, inside
from tests.e2e.server import Server

ELEMENT = '<backstep-embed preset="xor" lang="en"></backstep-embed>'
LOADED = {
    "script": '<script src="{server}/embed.js"></script>',
    "module": '<script type="module" src="{server}/embed.js"></script>',
    "import": '<script type="module">await import("{server}/embed.js");</script>',
}
NEXT = "(element) => element.next()"


def element_on(page: Page, address: str) -> Locator:
    page.goto(address)
    page.wait_for_function("customElements.get('backstep-embed') !== undefined")
    return page.locator("backstep-embed")


def theme_of(page: Page) -> Locator:
    return page.frame_locator("backstep-embed iframe").locator("html")


@pytest.mark.parametrize("way", LOADED)
def test_it_finds_its_server_however_it_is_loaded(
    context: BrowserContext, server: Server, course: Course, way: str
) -> None:
    page = context.new_page()
    element = element_on(page, course.write(LOADED[way].replace("{server}", server.address) + ELEMENT))
    assert element.evaluate(NEXT)["position"]["step"] == 1
    assert element.evaluate("(element) => element.childNodes.length") == 0, "nothing of ours to hydrate"


def test_as_part_of_another_file_it_is_reported_its_server(
    context: BrowserContext, server: Server, course: Course, tmp_path: Path
) -> None:
    with urlopen(f"{server.address}/embed.js") as answer:
        (tmp_path / "bundle.js").write_bytes(answer.read())
    page = context.new_page()
    bundle = '<script type="module" src="bundle.js"></script>'
    element = element_on(page, course.write(bundle + ELEMENT))
    assert "server" in element.evaluate("(element) => element.shadowRoot.textContent")
    element.evaluate("(element, server) => element.setAttribute('server', server)", f"{server.address}/")
    assert element.evaluate(NEXT)["position"]["step"] == 1


def test_a_sandboxed_page_hears_its_frame_too(
    context: BrowserContext, server: Server, course: Course, tmp_path: Path
) -> None:
    script = (
        "const e = document.querySelector('backstep-embed');"
        "e.next().then(({ position }) => (e.dataset.step = position.step));"
    )
    (tmp_path / "inner.html").write_text(
        f'<!doctype html><script src="{server.address}/embed.js"></script>{ELEMENT}<script>{script}</script>',
        encoding="utf-8",
    )
    page = context.new_page()
    page.goto(
        course.write('<iframe sandbox="allow-scripts" src="inner.html" width="700" height="600"></iframe>')
    )
    expect(inside(page).locator("backstep-embed")).to_have_attribute("data-step", "1")


def test_changed_attributes_take_effect_and_the_session_goes_on_where_it_can(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    element = element_on(page, course.write(LOADED["script"].replace("{server}", server.address) + ELEMENT))
    element.evaluate(NEXT)
    there = inside(page)
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "1")
    element.evaluate("(element) => element.setAttribute('step', '5')")
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "5")
    element.evaluate("(element) => element.setAttribute('lang', 'zh-CN')")
    expect(there.get_by_role("button", name="下一步", exact=True)).to_be_visible()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "5")
    element.evaluate(
        "(element) => { element.setAttribute('preset', 'mazur'); element.removeAttribute('step'); }"
    )
    expect(there.locator('.picture [data-ref="W2[1,1]"]').first).to_be_attached()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "0")


def test_changed_digits_and_units_are_set_in_the_frame_as_it_is(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    element = element_on(page, course.write(LOADED["script"].replace("{server}", server.address) + ELEMENT))
    element.evaluate(NEXT)
    there = inside(page)
    element.evaluate("(e) => { e.setAttribute('digits', '6'); e.setAttribute('unit', 'neuron'); }")
    expect(there.locator("select[name=digits]")).to_have_value("6")
    expect(there.locator("select[name=step-by]")).to_have_value("neuron")
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "1")


def test_a_message_after_a_change_goes_to_what_was_changed(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    element = element_on(page, course.write(LOADED["script"].replace("{server}", server.address) + ELEMENT))
    element.evaluate(NEXT)
    moved = "(e) => { e.setAttribute('step', '5'); return e.next(); }"
    assert element.evaluate(moved)["position"]["step"] == 6
    loaded = "(e) => { e.setAttribute('preset', 'mazur'); e.removeAttribute('step'); return e.next(); }"
    assert element.evaluate(loaded)["position"]["step"] == 1
    expect(inside(page).locator('.picture [data-ref="W2[1,1]"]').first).to_be_attached()


def test_moved_in_the_document_it_returns_to_its_moment_with_its_edits(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    tall = ELEMENT.replace("<backstep-embed ", '<backstep-embed height="900" ')
    address = course.write(LOADED["script"].replace("{server}", server.address) + tall + "<p id=end></p>")
    element, there = element_on(page, address), inside(page)
    move = "(element) => document.getElementById('end').before(document.createElement('hr'), element)"
    element.evaluate("(element) => element.seek(0, 7)")
    element.evaluate(move)
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "7")
    element.evaluate(
        "(e) => e.addEventListener('backstep-reply', ({ detail }) => detail.state && (kept = true))"
    )
    there.locator('.pill[data-ref="W1[0,0]"] .figure').click()
    field = there.locator(".number-field input").first
    field.fill("0.77")
    field.press("Enter")
    page.wait_for_function("window.kept === true")
    element.evaluate("(element) => element.seek(0, 9)")
    element.evaluate(move)
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "9")
    expect(there.locator('.pill[data-ref="W1[0,0]"]')).to_contain_text("0.77")


def test_it_follows_language_and_theme_of_its_page(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    dark = "<style>body { background: #fff; transition: all 50ms } .dark body { background: #111 }</style>"
    script = LOADED["script"].replace("{server}", server.address)
    address = course.write(
        f"{dark}{script}<script>document.documentElement.lang = 'zh'</script>"
        '<backstep-embed preset="xor"></backstep-embed>'
    )
    element_on(page, address)
    there = inside(page)
    expect(there.get_by_role("button", name="下一步", exact=True)).to_be_visible()
    expect(theme_of(page)).to_have_attribute("data-theme", "light")
    page.evaluate("document.documentElement.className = 'dark'")
    expect(theme_of(page)).to_have_attribute("data-theme", "dark")
    page.evaluate("document.documentElement.lang = 'en-GB'")
    expect(there.get_by_role("button", name="Next step", exact=True)).to_be_visible()
    page.evaluate("document.documentElement.className = ''")
    expect(theme_of(page)).to_have_attribute("data-theme", "light")


def test_below_the_fold_a_change_of_theme_wakes_no_frame(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    script = LOADED["script"].replace("{server}", server.address)
    tall = '<div style="height: 3000px"></div>'
    page.goto(course.write(f"{script}{tall}{ELEMENT}"))
    expect(theme_of(page)).to_have_attribute("data-theme", "light")
    page.evaluate("document.body.style.background = '#000'")
    expect(theme_of(page)).to_have_attribute("data-theme", "dark")
    assert not any("/start-" in url for url in asked)


def test_escape_and_the_page_keys_in_the_frame_are_the_pages(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    script = LOADED["script"].replace("{server}", server.address)
    deck = (
        "<script>keys = []; addEventListener('keydown', (e) => keys.push(`${e.key} ${e.keyCode}`))</script>"
    )
    page.goto(course.write(script + deck + ELEMENT))
    there = inside(page)
    next_step = there.get_by_role("button", name="Next step", exact=True)
    next_step.click()
    page.keyboard.press("PageDown")
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    page.wait_for_function("keys.length === 2")
    assert page.evaluate("keys") == ["PageDown 34", "Escape 27"]
    there.locator("body").evaluate("() => new Promise((done) => setTimeout(done))")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("keys.length === 3")
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "1")
    there.get_by_role("button", name="Share", exact=True).click()
    there.get_by_role("dialog", name="Share", exact=True).press("Escape")
    expect(there.get_by_role("dialog", name="Share", exact=True)).to_have_count(0)
    assert page.evaluate("keys.length") == 3, "it closed the sheet"
