"""`/widget.mjs` loaded from another origin: a module whose `render` gets a model and an element."""

from playwright.sync_api import BrowserContext, expect

from tests.e2e.course import Course
from tests.e2e.server import Server
from tests.e2e.words import word

HOST = """<div id="cell"></div><script type="module">
  import widget from 'ADDRESS/widget.mjs';
  const values = {preset: 'xor', step: 3, lang: 'en', predict: 1};
  window.saved = [];
  const model = {get: (name) => values[name], set: (name, value) => { values[name] = value; },
    save_changes: () => window.saved.push(JSON.parse(JSON.stringify(values)))};
  await widget.render({model, el: document.getElementById('cell')});
</script>"""


def test_the_values_of_the_model_are_the_elements_and_it_hears_of_steps_and_answers(
    context: BrowserContext, server: Server, course: Course
) -> None:
    page = context.new_page()
    page.goto(course.write(HOST.replace("ADDRESS", server.address)))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".track")).to_have_attribute("aria-valuenow", "3")
    frame.get_by_role("button", name=word("next-step", "en"), exact=True).click()
    field = frame.locator(".quiz input[type=text]")
    field.fill("12345")
    field.press("Enter")
    page.wait_for_function("window.saved.at(-1)?.answers?.length === 1")
    frame.get_by_role("button", name=word("quiz-show", "en"), exact=True).click()
    page.wait_for_function("window.saved.at(-1)?.position?.step === 4")
    answers = page.evaluate("window.saved.at(-1).answers")
    assert [(one["given"], one["correct"]) for one in answers[:1]] == [("12345", False)]
