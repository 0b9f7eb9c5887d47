"""784 inputs with long names: the picture folds, the table scrolls, and every name is whole somewhere.

Their numbers are as long as numbers get: a point of them is longer than the address that nginx lets through.
"""

import json
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.e2e.lab import Lab
from tests.e2e.test_table_import import import_of
from tests.servers.nginx import balancing

NAME = "How satisfied are you with the number of questions that this survey of ours has asked you, 1 to 5"


@pytest.fixture
def session(lab: Lab) -> str:
    """A session of 784 inputs, the first with a name of a hundred characters."""
    X = [[-row, *(-((7 * k + 3 * row) % 10 + 1) / 7.7e3 for k in range(1, 784))] for row in range(4)]
    body = {
        "network": {"inputs": 784, "layers": [{"units": 3, "activation": "tanh"}, {"units": 1}]},
        "data": {"name": "custom", "X": X, "Y": [[0], [1], [0], [1]]},
        "names": {"inputs": [NAME, *(f"pixel{k}" for k in range(1, 784))]},
    }
    request = Request(
        f"{lab.server.address}/api/v1/sessions",
        json.dumps(body).encode(),
        {"Content-Type": "application/json"},
    )
    with urlopen(request) as answer:
        made: str = json.load(answer)["id"]
        return made


def test_the_picture_folds_and_its_pages_reach_the_last_input(lab: Lab, session: str) -> None:
    lab.page.goto(f"{lab.server.address}/?session={session}&lang=en")
    first = lab.page.locator('.picture .neuron[data-ref="x[0]"]')
    expect(first).to_be_visible()
    drawn = lab.page.locator('.picture .neuron[data-ref^="x["]')
    shown = drawn.count()
    assert 3 <= shown <= 100
    lab.page.get_by_role("button", name=lab.word("fold-below", count=784 - shown, layer=0)).click()
    expect(lab.page.locator(f'.picture .neuron[data-ref="x[{shown}]"]')).to_be_visible()
    lab.session_id = session
    assert lab.press("next-step") == ["POST step"]
    expect(lab.region("region-formula")).to_contain_text(f"Input 1 ({NAME})")
    first.hover()
    expect(lab.page.locator(".picture")).to_have_attribute("title", f"input 1 ({NAME}) · x[0]")
    assert lab.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_table_of_all_numbers_turns_its_pages_and_opens_the_last_weight(lab: Lab, session: str) -> None:
    lab.page.goto(f"{lab.server.address}/?session={session}&lang=en")
    expect(lab.page.locator('.picture .neuron[data-ref="x[0]"]')).to_be_visible()
    lab.open_view("table")
    table = lab.page.locator(".tile table").first
    expect(table).to_have_attribute("aria-rowcount", "789")
    assert lab.page.locator(".tile td").count() <= 1_000
    expect(table).to_contain_text(NAME)
    lab.press("forward-pass")
    lab.open_view("boundary")
    expect(lab.page.locator(".axis-name.across")).to_have_attribute("title", f"{NAME} x₁", timeout=15_000)
    tile = lab.page.locator(".tile .view").filter(has=lab.page.locator(".axis-name"))
    assert tile.evaluate("tile => tile.scrollWidth <= tile.clientWidth")
    tile.get_by_role("slider").press("Enter")
    expect(tile.locator(".predicted")).to_contain_text("class")


def test_a_point_of_all_numbers_is_predicted_through_nginx(lab: Lab, session: str) -> None:
    point = [-(k + 1) / 7.7e3 for k in range(784)]
    with balancing([lab.server.port]) as front:
        request = Request(
            f"{front.base}/api/v1/sessions/{session}/predict",
            json.dumps({"x": point}).encode(),
            {"Content-Type": "application/json"},
        )
        with urlopen(request, context=front.trust()) as answer:
            assert json.load(answer)["point"] == point


def test_one_input_more_is_refused_by_the_page_of_a_table(lab: Lab) -> None:
    lab.open("xor")
    data = import_of(lab)
    rows = ["1.5," * 785 + "a", "2.5," * 785 + "b"]
    table = "\n".join([",".join(f"p{k}" for k in range(786)), *rows])
    data.get_by_label(lab.word("data-paste")).fill(table)
    with lab.page.expect_console_message():  # the browser's own line about the refusal
        lab.button("data-read").click()
    expect(data.get_by_role("alert")).to_have_text(
        lab.word("problem-table-inputs", count=785, max=784), use_inner_text=True
    )
    lab.forgive("422")
