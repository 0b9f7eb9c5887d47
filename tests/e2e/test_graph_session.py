"""A graph typed by a learner: written, stepped to its end and back, edited, folded, framed, in Chinese."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.axe import violations
from tests.e2e.course import Course, inside
from tests.e2e.lab import Lab
from tests.e2e.server import Server

CIRCUIT = {"expr": "2*(x*y + max(z, w))", "values": "x:3,y:-4,z:2,w:-1"}
SOFTMAX = {"expr": "x = [1, 2, 3]\ns = softmax(x)\nL = -log(s[0])"}
STEPS = 16
GRADIENTS = {"dL/dx": "−8", "dL/dy": "+6", "dL/dz": "+2", "dL/dw": "0"}


def open_graph(lab: Lab, lang: str = "en", **query: str) -> Lab:
    """The lab with the session of an expression."""
    lab.lang = lang
    with lab.page.expect_response(
        lambda answer: answer.url.endswith("/api/v1/sessions") and answer.ok
    ) as answer:
        lab.page.goto(f"{lab.server.address}/graph?{urlencode({**query, 'lang': lang})}")
    lab.session_id = answer.value.json()["id"]
    expect(lab.page.locator(".program [data-ref]").first).to_be_attached()
    return lab


def number(lab: Lab, ref: str) -> str:
    """What stands in the picture for a number; '' while it is not computed."""
    mark = lab.page.locator(f'.program .box-number[data-ref="{ref}"]')
    return (mark.first.text_content() or "").strip() if mark.count() else ""


def step_to(lab: Lab, step: int) -> None:
    for _ in range(STEPS * 2):
        here = int(
            lab.page.get_by_role("slider", name=lab.word("timeline-position")).get_attribute("aria-valuenow")
            or 0
        )
        if here == step:
            return
        lab.button("next-step" if here < step else "previous-step").click()


_CHARACTER = """(column) => {
  const piece = [...document.querySelectorAll('.program-text [data-column]')]
    .findLast((one) => Number(one.dataset.column) <= column);
  const range = document.createRange();
  range.setStart(piece.firstChild, column - piece.dataset.column);
  range.setEnd(piece.firstChild, column - piece.dataset.column + 1);
  const { x, y, width, height } = range.getBoundingClientRect();
  return [x + width * 0.75, y + height / 2];
}"""


def click_text(lab: Lab, column: int) -> None:
    """A click on a character of a program of one line, in its right half."""
    lab.page.mouse.click(*lab.page.evaluate(_CHARACTER, column))


def test_an_expression_is_stepped_to_its_end_and_back(lab: Lab) -> None:
    open_graph(lab, **CIRCUIT)
    assert [number(lab, ref) for ref in ("x", "L:1.1", "L", "dL/dL")] == ["3", "", "", ""]
    step_to(lab, 4)
    assert [number(lab, ref) for ref in ("L:1.1", "L:1.2", "L:1.3", "L")] == ["−12", "2", "−10", "−20"]
    step_to(lab, STEPS)
    assert {ref: number(lab, ref) for ref in GRADIENTS} == GRADIENTS
    assert number(lab, "w_next").endswith("−1")
    expect(lab.page.locator(".formula")).to_contain_text("w stays at −1")
    step_to(lab, 0)
    assert [number(lab, ref) for ref in ("x", "L:1.1", "L", "dL/dL", "dL/dx")] == ["3", "", "", "", ""]


def test_the_operation_in_hand_is_lit_in_the_graph_and_in_the_text(lab: Lab) -> None:
    open_graph(lab, **CIRCUIT)
    lab.button("next-step").click()
    lit = lab.page.locator(".program-text span.lit")
    expect(lit).to_have_text("x*y")
    expect(lab.page.locator('.operation.working[data-ref="L:1.1"]')).to_be_attached()
    step_to(lab, 6)
    expect(lit).to_have_text("2*(x*y + max(z, w))")
    expect(lab.page.locator('.message[data-ref="dL/dL:1.3"]')).to_have_attribute("data-state", "active")


def test_the_text_opens_its_number_and_the_picture_points_at_the_text(lab: Lab) -> None:
    open_graph(lab, **CIRCUIT)
    click_text(lab, CIRCUIT["expr"].index("max"))
    expect(lab.region("region-inspector").get_by_role("heading", level=2)).to_contain_text("L:1.2")
    lab.page.locator('.operation[data-ref="L:1.1"]').hover()
    expect(lab.page.locator(".program-text span.pointed")).to_have_text("x*y")


def test_a_leaf_is_edited_and_a_step_back_undoes_it(lab: Lab) -> None:
    open_graph(lab, **CIRCUIT)
    step_to(lab, 4)
    lab.page.locator('.box[data-ref="x"]').click()
    field = lab.region("region-inspector").get_by_role("textbox")
    field.fill("5")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        field.press("Enter")
    expect(lab.page.locator('.box-number[data-ref="x"]')).to_have_text("5")
    assert number(lab, "L") == ""
    assert lab.session()["values"]["x"] == 5
    lab.press("previous-step")
    expect(lab.page.locator('.box-number[data-ref="x"]')).to_have_text("3")
    assert number(lab, "L") == "−20"


_FOLLOWED = """(above) => {
  const number = (ref) => {
    const mark = document.querySelector(`.program .box-number[data-ref="${ref}"]`);
    return mark ? Number(mark.textContent.replace('−', '-')) : NaN;
  };
  const [x, L] = [number('x'), number('L')];
  return x > above && Math.abs(L - 2 * (-4 * x + 2)) < 5e-3 * Math.abs(L) ? x : null;
}"""


def followed(lab: Lab, above: float) -> float:
    """x, once it is above a value and the result is that of a pass with it."""
    x: float = lab.page.wait_for_function(_FOLLOWED, arg=above).json_value()
    return x


def test_the_picture_follows_a_leaf_that_is_turned(lab: Lab) -> None:
    open_graph(lab, **CIRCUIT)
    step_to(lab, STEPS - 4)
    before = list(lab.changes)
    box = lab.page.locator('.box[data-ref="x"]').bounding_box()
    assert box
    lab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    lab.page.mouse.down()
    x = 3.0
    for up in (60, 200):
        lab.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 - up, steps=4)
        x = followed(lab, above=x)
        expect(lab.page.locator('.box-number[data-ref="L:1.2"]')).to_have_text("2")
        expect(lab.page.locator('.box-number[data-ref="z"]')).to_have_text("2")
        expect(lab.page.locator('.box-number[data-ref="dL/dx"]')).to_have_count(0)
    shown = number(lab, "L")
    assert lab.changes == before
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        lab.page.mouse.up()
    assert lab.session()["values"]["x"] == x
    step_to(lab, 4)
    expect(lab.page.locator('.box-number[data-ref="L"]')).to_have_text(shown)


def test_the_picture_follows_a_leaf_that_is_turned_by_keys(lab: Lab) -> None:
    open_graph(lab, **CIRCUIT)
    lab.page.get_by_role("button", name="trained leaf x", exact=True).focus()
    lab.page.keyboard.down("Alt")
    lab.page.keyboard.down("ArrowUp")
    x = followed(lab, above=3)
    assert lab.session()["values"]["x"] == 3
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        lab.page.keyboard.up("ArrowUp")
    lab.page.keyboard.up("Alt")
    assert lab.session()["values"]["x"] == x
    assert number(lab, "L") == ""


def test_a_program_is_written_in_place_of_a_network(lab: Lab) -> None:
    lab.open("mazur")
    lab.page.get_by_role("combobox", name=lab.word("preset")).select_option(label=lab.word("new-graph"))
    sheet = lab.page.get_by_role("dialog", name=lab.word("sheet-program"))
    text = sheet.get_by_role("textbox", name=lab.word("program-editor-text"), exact=True)
    use = sheet.get_by_role("button", name=lab.word("program-editor-use"))
    text.fill("2*(x*y + max(z, w)")
    expect(sheet.locator(".complaint")).to_contain_text("Line 1, column 3")
    expect(use).to_be_disabled()
    lab.forgive("422")
    text.fill("2*(x*y + max(z, w))")
    expect(use).to_be_enabled()
    sheet.get_by_role("textbox", name=lab.word("program-editor-value", name="x")).fill("7")
    use.click()
    expect(lab.page.locator('.box-number[data-ref="x"]')).to_have_text("7")
    expect(sheet).not_to_be_attached()
    assert lab.page.get_by_role("button", name=lab.word("view-boundary")).count() == 0
    lab.page.get_by_role("combobox", name=lab.word("preset")).select_option("mazur")
    expect(lab.page.locator('.neuron[data-ref="a1[0]"]')).to_be_attached()


def test_a_group_opens_and_closes(lab: Lab) -> None:
    open_graph(lab, **SOFTMAX)
    switch = lab.button("program-atomic")
    if switch.get_attribute("aria-pressed") == "true":
        switch.click()
    block = lab.page.locator(".block-head", has_text="softmax")
    expect(block).to_be_attached()
    block.click()
    expect(lab.page.locator(".group-frame")).to_be_attached()
    lab.page.locator(".frame-name", has_text="softmax").click()
    expect(lab.page.locator(".group-frame")).not_to_be_attached()
    switch.click()
    expect(lab.page.locator('.box[data-ref="s[2]"]')).to_be_attached()
    expect(lab.page.locator(".block")).to_have_count(0)


def test_the_address_says_the_graph_and_the_moment(lab: Lab) -> None:
    open_graph(lab, **CIRCUIT)
    step_to(lab, 4)
    expect(lab.page).to_have_url(re.compile("step=4"))
    assert "expr=" in lab.page.url
    lab.page.reload()
    expect(lab.page.locator('.box-number[data-ref="L"]')).to_have_text("−20")


def test_a_mistake_in_the_address_opens_the_editor_with_it(lab: Lab) -> None:
    lab.page.goto(f"{lab.server.address}/graph?{urlencode({'expr': '2*(x', 'lang': 'en'})}")
    sheet = lab.page.get_by_role("dialog", name=lab.word("sheet-program"))
    expect(sheet.get_by_role("textbox", name=lab.word("program-editor-text"), exact=True)).to_have_value(
        "2*(x"
    )
    expect(sheet.locator(".complaint")).to_contain_text("column 3")
    lab.forgive("422")


def test_a_graph_is_trained(lab: Lab) -> None:
    open_graph(lab, expr="(w*x - 1)^2", values="w:3,x:.5")
    lab.training_mode()
    lab.page.locator(".lab-foot").get_by_role("spinbutton").first.fill("50")
    lab.button("train").click()
    expect(lab.page.get_by_role("region", name=lab.word("view-loss"))).to_contain_text("50")
    assert lab.session()["position"]["iteration"] >= 49


_ABOUT_NETWORKS = {"en": "weight|bias|network", "zh-CN": "权重|偏置|网络"}
_ABOUT_WITHOUT_NETWORK = {"en": "without a server or a network", "zh-CN": "不需要服务器和网络"}


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_it_speaks_of_a_graph_and_offers_what_a_graph_has(lab: Lab, lang: str) -> None:
    """Its loss is below 0. No call is refused and nothing is drawn at no place: the console would say so."""
    open_graph(lab, lang=lang, expr="L = (a*b + c)*f", values="a:2,b:-3,c:10,f:-2")
    lab.press("forward-pass")
    lab.press("backward-pass")
    lab.press("update")
    lab.page.locator('.operation[data-ref="L:1.1"]').click()
    expect(lab.region("region-inspector").locator(".operand").first).to_be_visible()
    lab.open_view("loss")
    expect(lab.page.locator(".losses circle.dot")).to_be_attached()
    said = [
        lab.page.locator(".lab > :not(header)").evaluate_all(
            "(all) => all.map((one) => one.innerText).join()"
        )
    ]
    for name in ("export", "share"):
        lab.button(f"sheet-{name}").click()
        sheet = lab.page.get_by_role("dialog", name=lab.word(f"sheet-{name}"), exact=True)
        expect(sheet.locator(".note, .hint").first).to_be_visible()
        said.append(sheet.inner_text().replace(_ABOUT_WITHOUT_NETWORK[lang], ""))
        lab.page.keyboard.press("Escape")
    assert re.findall(_ABOUT_NETWORKS[lang], "".join(said), re.IGNORECASE) == []


def test_it_is_in_chinese(lab: Lab) -> None:
    open_graph(lab, lang="zh-CN", **CIRCUIT)
    lab.button("next-step").click()
    expect(lab.page.get_by_role("region", name="计算图")).to_be_visible()
    expect(lab.page.locator(".formula")).to_contain_text("−12")


def test_what_was_typed_is_stepped_shared_into_a_frame_and_taken_along(
    lab: Lab, context: BrowserContext, course: Course, tmp_path: Path
) -> None:
    lab.open("mazur")
    lab.page.get_by_role("combobox", name=lab.word("preset")).select_option(label=lab.word("new-graph"))
    sheet = lab.page.get_by_role("dialog", name=lab.word("sheet-program"))
    sheet.get_by_role("textbox", name=lab.word("program-editor-text"), exact=True).fill(CIRCUIT["expr"])
    for name, value in (leaf.split(":") for leaf in CIRCUIT["values"].split(",")):
        sheet.get_by_role("textbox", name=lab.word("program-editor-value", name=name)).fill(value)
    sheet.get_by_role("button", name=lab.word("program-editor-use")).click()
    expect(lab.page.locator('.box-number[data-ref="x"]')).to_have_text("3")
    step_to(lab, STEPS)
    assert {ref: number(lab, ref) for ref in GRADIENTS} == GRADIENTS
    assert [number(lab, f"{leaf}_next")[:1] for leaf in "xyzw"] == ["→"] * 4
    step_to(lab, 0)
    assert [number(lab, ref) for ref in ("x", "L", "dL/dx")] == ["3", "", ""]

    lab.button("sheet-share").click()
    share = lab.page.get_by_role("dialog", name=lab.word("sheet-share"), exact=True)
    opens = share.get_by_role("group", name=lab.word("share-moment")).get_by_role("radio")
    expect(opens).to_have_count(2)  # no preset whose start it could be
    share.get_by_role("combobox", name=lab.word("share-size"), exact=True).select_option("500 × 300")
    line = share.get_by_role("textbox", name=lab.word("share-snippet")).input_value()
    page = context.new_page()
    page.goto(course.write(line))
    steps_whole_in_a_frame(page)

    share.get_by_label(lab.word("share-file-iterations")).fill("1")
    with lab.page.expect_download() as taken:
        lab.button("share-file-save").click()
    taken.value.save_as(tmp_path / "taken.html")
    context.set_offline(True)
    page.goto((tmp_path / "taken.html").as_uri())
    page.get_by_role("button", name=lab.word("next-step"), exact=True).click()
    expect(page.locator('.box-number[data-ref="L:1.1"]')).to_have_text("−12")
    page.get_by_label(lab.word("step-by")).select_option("iteration")
    page.get_by_role("button", name=lab.word("next-step"), exact=True).click()
    for ref, gradient in GRADIENTS.items():
        expect(page.locator(f'.box-number[data-ref="{ref}"]')).to_have_text(gradient)


def test_a_frame_in_a_sandbox_steps_a_graph(context: BrowserContext, server: Server, course: Course) -> None:
    page = context.new_page()
    address = f"{server.address}/embed?{urlencode({**CIRCUIT, 'lang': 'en'})}"
    page.goto(
        course.write(f'<iframe width="500" height="300" sandbox="allow-scripts" src="{address}"></iframe>')
    )
    steps_whole_in_a_frame(page)


def steps_whole_in_a_frame(page: Page) -> None:
    """The graph of a page's frame is stepped to its end, and all of it is in sight."""
    frame = inside(page)
    frame.get_by_role("button", name="Next step", exact=True).click()
    expect(frame.locator('.box-number[data-ref="L:1.1"]')).to_have_text("−12")
    for step in range(2, STEPS + 1):
        frame.get_by_role("button", name="Next step", exact=True).click()
        expect(frame.locator(".formula")).to_contain_text(f"step {step} of {STEPS}")
    for ref in ("x", "y", "z", "w", "L"):
        expect(frame.locator(f'.box[data-ref="{ref}"]')).to_be_in_viewport(ratio=0.99)
    for ref in GRADIENTS:
        expect(frame.locator(f'.box-number[data-ref="{ref}"]')).to_be_in_viewport(ratio=0.99)


def test_a_large_graph_is_laid_out_where_no_worker_is_allowed(
    context: BrowserContext, server: Server, course: Course
) -> None:
    row = "[1, 2, 3, 4, 5, 6, 7]"
    program = f"a = {row}\nW = [{', '.join([row] * 6)}]\nL = sum((W @ a)^2)"
    page = context.new_page()
    query = urlencode({"expr": program, "lang": "en", "start": "auto"})
    page.goto(
        course.write(
            '<iframe width="800" height="600" sandbox="allow-scripts" '
            f'src="{server.address}/embed?{query}"></iframe>'
        )
    )
    frame = inside(page)
    frame.get_by_role("button", name="Every number by itself").click()
    expect(frame.locator('.box[data-ref="W[0,0]"]')).to_be_attached()


def test_what_is_too_large_opens_at_its_first_operation(lab: Lab) -> None:
    row = ", ".join(str(n / 10) for n in range(75))
    open_graph(lab, expr=f"x = [{row}]\nL = sum(tanh(x*x + x))")
    lab.button("program-atomic").click()
    expect(lab.page.locator('.box[data-ref="x[0]"]')).to_be_in_viewport(ratio=0.99)


def test_a_group_is_opened_and_closed_by_keyboard(lab: Lab) -> None:
    open_graph(lab, **SOFTMAX)
    switch = lab.button("program-atomic")
    if switch.get_attribute("aria-pressed") == "true":
        switch.click()
    block = lab.page.locator(".keyboard-network button[aria-label^='softmax']")
    block.focus()
    lab.page.keyboard.press("Enter")
    expect(lab.page.locator(".group-frame")).to_be_attached()
    inner = lab.page.locator(".keyboard-network button[aria-label*='line 2']").first
    inner.focus()
    lab.page.keyboard.press("-")
    expect(lab.page.locator(".group-frame")).not_to_be_attached()
    expect(block).to_be_focused()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (500, 300)])
def test_axe_finds_nothing_grave_in_a_graph(lab: Lab, theme: str, size: tuple[int, int]) -> None:
    lab.page.set_viewport_size({"width": size[0], "height": size[1]})
    open_graph(lab, **CIRCUIT, theme=theme)
    expect(lab.page.locator("html")).to_have_attribute("data-theme", theme)
    assert violations(lab.page) == []
    lab.button("next-step").click()
    expect(lab.page.locator(".formula .maths math").first).to_be_attached()
    assert violations(lab.page) == []
