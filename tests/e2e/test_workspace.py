"""The zones of the page: what answers a click is in sight, and the picture stays where it is."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.e2e.lab import Lab
from tests.e2e.server import Server

WIDE = [(1440, 900), (1280, 720), (1024, 768)]
NARROW = [(640, 480), (500, 500), (360, 740)]
QUESTIONS = {
    "learning": ["loss", "boundary", "quality"],
    "descent": ["slice", "surface", "race"],
    "neuron": ["combine", "line", "activation"],
    "gradient": ["graph", "paths", "batch", "check", "snapshot"],
    "numbers": ["matrices", "gradients", "table"],
}
BEGUN_BY = {"race": "race-start", "snapshot": "snapshot-compute"}  # once what they begin with has come
VIEWS = [view for views in QUESTIONS.values() for view in views]

_BOX = """(selector) => {
  const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
  return [x, y, width, height];
}"""

# The tile of a view, cut to what its dock and the window show of it.
_SEEN = """(view) => {
  const tile = document.querySelector(`.view[data-view="${view}"]`).getBoundingClientRect();
  const dock = document.querySelector('.dock').getBoundingClientRect();
  const [left, top] = [Math.max(tile.left, dock.left, 0), Math.max(tile.top, dock.top, 0)];
  const right = Math.min(tile.right, dock.right, innerWidth);
  const bottom = Math.min(tile.bottom, dock.bottom, innerHeight);
  return [(right - left) * (bottom - top) / (tile.width * tile.height), tile.width, tile.height];
}"""

# A plot with its axes and the first choice of its view, or the button of a form, within the visible tile.
_PLOT_OUTSIDE = """(view) => {
  const tile = document.querySelector(`.view[data-view="${view}"]`);
  const plot = tile.querySelector('.plot, form');
  if (!plot) return 0;
  const room = tile.getBoundingClientRect();
  const choice = plot.parentElement.querySelector('.view-choice .select, .logarithmic');
  const parts = [plot.querySelector('.chart, svg.graph, [type=submit]') ?? plot, choice];
  return Math.max(0, ...parts.filter((part) => part !== null).flatMap((part) => {
    const box = part.getBoundingClientRect();
    return [room.top - box.top, box.bottom - room.bottom, room.left - box.left, box.right - room.right];
  }));
}"""


_BELOW_LOSS = """() => Math.max(
  ...[...document.querySelectorAll('.loss-part text')].map((part) => part.getBoundingClientRect().bottom)
)"""

_TAB_OUTSIDE = """() => {
  const tab = document.querySelector('.tile-tabs [aria-selected="true"]');
  const [box, room] = [tab, tab.parentElement].map((part) => part.getBoundingClientRect());
  return Math.max(room.left - box.left, box.right - room.right);
}"""

_PLOT_OUTSIDE_ACROSS = """(view) => {
  const tile = document.querySelector(`.view[data-view="${view}"]`);
  const [box, room] = [tile.querySelector('.plot'), tile].map((part) => part?.getBoundingClientRect());
  return box ? Math.max(room.left - box.left, box.right - room.right) : 0;
}"""


def opened(context: BrowserContext, server: Server, size: tuple[int, int], **query: str) -> Lab:
    page = context.new_page()
    page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    return Lab(page, server).open("xor", **query)


def one_click(lab: Lab, view: str) -> None:
    """Where every tile is closed, each view has a button."""
    while lab.page.locator(".tile .close").count():
        lab.page.locator(".tile .close").first.click()
    lab.button(f"view-{view}").click()


def expect_in_sight(lab: Lab, view: str) -> None:
    body = lab.page.locator(f'.view[data-view="{view}"] > section')
    expect(body).to_be_attached()
    if view in BEGUN_BY:
        expect(lab.button(BEGUN_BY[view])).to_be_visible()
    share, width, height = lab.page.evaluate(_SEEN, view)
    assert share > 0.99, f"{view} is cut"
    assert (width, height) >= (250, 150), f"{view} has no room"
    assert lab.page.evaluate(_PLOT_OUTSIDE, view) <= 1, f"the plot of {view} is cut"


def expect_all_in_sight(lab: Lab) -> None:
    for view in VIEWS:
        one_click(lab, view)
        expect_in_sight(lab, view)


@pytest.mark.parametrize("size", WIDE, ids=lambda size: f"{size[0]}x{size[1]}")
def test_each_view_is_in_sight_after_one_click(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    """Before, during and after a run."""
    lab = opened(context, server, size, iteration="2", step="53")
    expect_all_in_sight(lab)
    lab.training_mode()
    lab.button("strip-run").click()
    expect(lab.page.locator(".run-report .pace")).to_be_visible()
    expect_all_in_sight(lab)
    lab.button("strip-pause").click()
    expect(lab.page.locator(".run-ending")).not_to_be_empty()
    expect_all_in_sight(lab)
    assert lab.complaints == []


@pytest.mark.parametrize("size", [(640, 480), (360, 740)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_view_of_a_narrow_frame_is_as_wide_as_its_place(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lab = opened(context, server, size)
    lab.button("zone-view").click()
    for view in VIEWS:
        one_click(lab, view)
        body = lab.page.locator(f'.view[data-view="{view}"]')
        expect(body.locator("> *").first).to_be_attached()
        expect(lab.page.locator(".tile .close").first).to_be_in_viewport(ratio=1)
        assert body.evaluate("(view) => view.getBoundingClientRect().right - innerWidth") <= 0, view
        assert lab.page.evaluate(_TAB_OUTSIDE) <= 1, f"the tab of {view} is cut"
        assert lab.page.evaluate(_PLOT_OUTSIDE_ACROSS, view) <= 1, f"the plot of {view} is cut"


@pytest.mark.parametrize(
    ("preset", "view", "table", "size"),
    [
        ("digits", "quality", ".confusion", (640, 480)),
        ("digits", "quality", ".confusion", (360, 740)),
        ("digits", "quality", ".confusion", (1024, 768)),
        ("softmax", "matrices", ".matrix table", (640, 480)),
        ("softmax", "table", ".table-frame table", (640, 480)),
        ("softmax", "matrices", ".matrix table", (1024, 768)),
        ("xor", "table", ".table-frame table", (640, 480)),
    ],
)
def test_a_table_of_many_columns_is_whole_in_its_tile(
    context: BrowserContext, server: Server, preset: str, view: str, table: str, size: tuple[int, int]
) -> None:
    page = context.new_page()
    page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    lab = Lab(page, server).open(preset)
    if size[0] <= 700:
        lab.button("zone-view").click()
    lab.open_view(view)
    whole = page.locator(f'.view[data-view="{view}"] {table}').first
    whole.scroll_into_view_if_needed()
    assert whole.evaluate("(table) => table.offsetWidth - table.closest('.table-frame').clientWidth") <= 0
    if view == "quality":
        assert whole.evaluate("(table) => table.offsetHeight - table.closest('.view').clientHeight") <= 0


@pytest.mark.parametrize("preset", ["digits", "softmax"])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_all_classes_are_in_sight_without_scrolling(
    context: BrowserContext, server: Server, preset: str, size: tuple[int, int]
) -> None:
    page = context.new_page()
    page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    Lab(page, server).open(preset).open_view("quality")
    matrix = page.locator(".confusion").first
    expect(matrix).to_be_in_viewport(ratio=0.99)
    right = matrix.evaluate("(one) => one.getBoundingClientRect().right")
    assert right <= page.locator(".tile").first.evaluate("(tile) => tile.getBoundingClientRect().right")


@pytest.mark.parametrize("size", WIDE, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_question_opens_its_view_beside_the_one_that_is_open(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lab = opened(context, server, size)
    lab.button("view-boundary").click()
    lab.button("question-descent").click()
    for view in ("boundary", "slice"):
        expect_in_sight(lab, view)
    lab.page.get_by_role("tab", name=lab.word("view-surface"), exact=True).click()
    for view in ("boundary", "surface"):
        expect_in_sight(lab, view)
    lab.button("question-descent").click()
    expect(lab.page.locator('.view[data-view="surface"]')).to_be_visible()


@pytest.mark.parametrize("size", WIDE, ids=lambda size: f"{size[0]}x{size[1]}")
def test_boundary_and_loss_stand_together_before_during_and_after_a_run(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lab = opened(context, server, size)
    lab.training_mode()
    expect(lab.page.locator(".training-strip select").first).to_be_visible()
    stage = lab.page.evaluate(_BOX, ".stage")
    places = {view: lab.page.evaluate(_BOX, f'.view[data-view="{view}"]') for view in ("boundary", "loss")}

    def expect_unmoved() -> None:
        assert lab.page.evaluate(_BOX, ".stage") == stage
        for view, place in places.items():
            expect_in_sight(lab, view)
            assert lab.page.evaluate(_BOX, f'.view[data-view="{view}"]') == place

    expect_unmoved()
    lab.button("strip-run").click()
    expect(lab.page.locator(".run-report .pace")).to_be_visible()
    expect_unmoved()
    lab.button("strip-pause").click()
    expect(lab.page.locator(".run-ending")).not_to_be_empty()
    expect_unmoved()
    assert lab.complaints == []


@pytest.mark.parametrize("size", [(640, 480), (500, 300)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_run_in_a_low_frame_is_reported_beside_its_views(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lab = opened(context, server, size, mode="train")
    lab.button("strip-run").click()
    expect(lab.page.locator(".run-report .pace")).to_be_visible()
    left, below, width, tall = lab.page.evaluate(_BOX, ".run-report")
    assert below + tall <= lab.page.evaluate(_BOX, ".lab-foot")[1] + 1, "the report covers buttons"
    _, top, _, height = lab.page.evaluate(_BOX, ".picture")
    assert top + height <= below + 1, "the report covers neurons"
    dock = lab.page.evaluate(_BOX, ".dock")
    assert left + width <= dock[0] + 1
    lab.button("strip-pause").click()
    expect(lab.page.locator(".run-ending")).not_to_be_empty()
    line = lab.page.locator(".loss-line")
    expect(line).to_have_count(1 if size == (500, 300) else 0)
    if size == (500, 300):
        expect(line.locator("path")).to_have_attribute("d", re.compile("L"))
        _, top, _, height = lab.page.evaluate(_BOX, ".loss-line")
        assert top >= lab.page.evaluate(_BELOW_LOSS)
        assert top + height <= lab.page.evaluate(_BOX, ".run-report")[1] + 1


def test_the_boundary_fills_the_views_of_a_low_frame(context: BrowserContext, server: Server) -> None:
    lab = opened(context, server, (500, 300), mode="train")
    expect(lab.page.locator('.view[data-view="boundary"] .plot')).to_be_visible()
    tile, dock = lab.page.evaluate(_BOX, ".tile.latest"), lab.page.evaluate(_BOX, ".dock")
    assert tile[3] >= dock[3] - 2
    assert lab.page.evaluate(_BOX, '.view[data-view="boundary"] .plot')[3] >= 130


@pytest.mark.parametrize(("view", "part"), [("network", ".stage"), ("table", ".column")])
def test_a_part_alone_takes_the_whole_place(
    context: BrowserContext, server: Server, view: str, part: str
) -> None:
    page = context.new_page()
    page.goto(f"{server.address}/embed?preset=mazur&lang=en&view={view}")
    for width, height in ((640, 480), (500, 300), (360, 740)):
        page.set_viewport_size({"width": width, "height": height})
        place = page.locator(".workspace").bounding_box()
        assert place
        assert place["width"] == width
        expect(page.locator(part)).to_be_visible()
        page.wait_for_function(
            "([part, wanted]) => document.querySelector(part).clientWidth >= wanted", arg=[part, width - 1]
        )


# As somebody does who reads the inspector.
_SCROLL_TO_ITS_END = """(part) => {
  for (let room = part.parentElement; room.matches('.lab *'); room = room.parentElement) room.scrollTop = 1e6;
}"""


@pytest.mark.parametrize("size", [*WIDE, (640, 480), (360, 740)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_that_opens_moves_the_picture(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lab = opened(context, server, size)
    page = lab.page
    stage = page.evaluate(_BOX, ".stage")
    if size[0] <= 700:
        lab.button("zone-view").click()
    lab.button("view-loss").click()
    page.locator('.picture [data-ref="W1[0,0]"]').first.dispatch_event("click")
    expect(lab.region("region-inspector").locator("h2")).to_be_visible()
    page.locator(".inspector").evaluate(_SCROLL_TO_ITS_END)
    for _ in range(3):
        lab.press("next-step")
    expect(page.locator(".formula .result")).to_be_in_viewport(ratio=1)
    lab.button("previous-step").click()
    assert page.evaluate(_BOX, ".stage") == stage
    lab.page.locator(".track").press("End")
    expect(page.locator(".track")).to_have_attribute("aria-valuenow", "53")
    assert page.evaluate(_BOX, ".stage") == stage


def boxes(page: Page) -> tuple[list[float], list[float]]:
    return page.evaluate(_BOX, ".stage"), page.evaluate(_BOX, ".sheet")


@pytest.mark.parametrize("size", WIDE, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_sheet_pushes_the_picture_and_covers_nothing(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lab = opened(context, server, size)
    if size[0] <= 1320:
        lab.button("sheet-menu").click()
    lab.button("sheet-data").click()
    stage, sheet = boxes(lab.page)
    assert sheet[0] == 0
    assert stage[0] >= sheet[0] + sheet[2]
    assert stage[2] > 300
    column = lab.page.evaluate(_BOX, ".column")
    assert column[0] >= stage[0] + stage[2] - 1


@pytest.mark.parametrize("size", NARROW, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_sheet_of_a_narrow_page_leaves_the_picture_in_sight(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lab = opened(context, server, size)
    lab.page.locator(".narrow-zones").get_by_role("button", name=lab.word("sheet-data"), exact=True).click()
    stage, sheet = boxes(lab.page)
    workspace = lab.page.evaluate(_BOX, ".workspace")
    assert lab.page.evaluate("() => document.documentElement.scrollHeight - innerHeight") <= 0
    assert sheet[3] <= 0.56 * workspace[3]
    assert sheet[1] - stage[1] >= 0.4 * workspace[3]
    # Nothing of the picture is below it.
    assert stage[1] + stage[3] <= sheet[1] + 1
    assert stage[2] == sheet[2] == size[0]
    expect(lab.page.locator(".column, .narrow-zones").first).to_be_hidden()


_IS_WHOLE = """(least) => {
  const body = document.querySelector('.sheet .sheet-body');
  const stage = document.querySelector('.stage').getBoundingClientRect();
  return body.scrollWidth <= body.clientWidth && stage.width >= least;
}"""


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("name", ["data", "settings", "training", "share", "export"])
def test_nothing_in_a_sheet_is_cut_at_its_side(
    context: BrowserContext, server: Server, name: str, lang: str
) -> None:
    lab = Lab(context.new_page(), server).open("xor", lang)
    lab.button(f"sheet-{name}").click()
    sheet = lab.page.locator(".sheet")
    expect(sheet.locator("h2")).to_be_visible()
    for width, height in [(1440, 900), (1024, 768), (640, 480), (360, 740)]:
        lab.page.set_viewport_size(ViewportSize(width=width, height=height))
        # The page arranges itself for another size in the frame after it.
        lab.page.wait_for_function(_IS_WHOLE, arg=min(width, 310))


def test_what_an_export_is_has_room_for_its_words(context: BrowserContext, server: Server) -> None:
    lab = opened(context, server, (1024, 768))
    lab.button("sheet-menu").click()
    lab.button("sheet-export").click()
    note = lab.page.locator(".formats .note").first
    expect(note).to_be_visible()
    assert note.evaluate("(note) => note.getBoundingClientRect().width") >= 150


def test_a_circle_is_learnt_after_two_clicks(context: BrowserContext, server: Server) -> None:
    """The habit of other playgrounds: a circle, 2-4-2-1 neurons, run, watch."""
    lab = opened(context, server, (1440, 900))
    lab.page.get_by_role("link", name=lab.word("to-playground"), exact=True).click()
    expect(lab.page.locator('.view[data-view="boundary"] .plot')).to_be_visible()
    lab.button("strip-run").click()
    expect(lab.page.locator(".run-report .pace")).to_be_visible()
    for view in ("boundary", "loss"):
        expect_in_sight(lab, view)
    lab.button("strip-pause").click()
    expect(lab.page.locator(".run-ending")).not_to_be_empty()
    spec = lab.session()["spec"]
    assert spec["data"]["name"] == "circle"
    assert [spec["network"]["inputs"], *(layer["units"] for layer in spec["network"]["layers"])] == [
        2,
        4,
        2,
        1,
    ]


def test_a_data_set_is_learnt_after_two_clicks(context: BrowserContext, server: Server) -> None:
    lab = opened(context, server, (1440, 900), mode="train")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        lab.button("dataset-moons").click()
    lab.button("strip-run").click()
    expect(lab.page.locator(".run-report .pace")).to_be_visible()
    lab.button("strip-pause").click()
    expect(lab.page.locator(".run-ending")).not_to_be_empty()
    assert lab.session()["spec"]["data"]["name"] == "moons"


@pytest.mark.parametrize("size", WIDE, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_conditions_of_a_run_leave_the_timeline_in_sight(
    context: BrowserContext, server: Server, size: tuple[int, int]
) -> None:
    lab = opened(context, server, size, mode="train")
    more = lab.page.locator(".lab-foot .more")
    expect(lab.button("strip-run")).to_be_visible()
    if more.is_visible():
        more.click()
    lab.page.locator(".stop-conditions summary").click()
    conditions = lab.page.locator(".stop-conditions fieldset")
    expect(conditions).to_be_in_viewport(ratio=1)
    _, top, _, height = lab.page.evaluate(_BOX, ".stop-conditions fieldset")
    assert top + height <= lab.page.evaluate(_BOX, ".lab-foot")[1]


def test_a_single_step_shows_its_formula(context: BrowserContext, server: Server) -> None:
    lab = opened(context, server, (1440, 900), mode="train")
    expect(lab.page.locator(".formula")).to_be_hidden()
    lab.press("next-step")
    expect(lab.page.locator(".formula .result")).to_be_in_viewport(ratio=1)
    lab.training_mode()
    lab.page.get_by_label(lab.word("step-by"), exact=True).select_option("iteration")
    lab.press("next-step")
    expect(lab.page.get_by_role("tab", name=lab.word("mode-train"), exact=True)).to_have_attribute(
        "aria-selected", "true"
    )


def test_a_mode_of_the_address_arranges_the_page(context: BrowserContext, server: Server) -> None:
    lab = opened(context, server, (1440, 900), mode="train")
    expect(lab.page.get_by_role("tab", name=lab.word("mode-train"), exact=True)).to_have_attribute(
        "aria-selected", "true"
    )
    for view in ("boundary", "loss"):
        expect_in_sight(lab, view)
