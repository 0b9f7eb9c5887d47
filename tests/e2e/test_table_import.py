"""A table of one's own: what was recognized in it, corrected, and used."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab
from tests.tables.reading import FILES


def import_of(lab: Lab) -> Locator:
    """The sheet of data, at one's own table."""
    lab.button("sheet-data").click()
    lab.button("data-way-table").click()
    return lab.page.get_by_role("dialog", name=lab.word("sheet-data"))


def used(lab: Lab) -> dict[str, Any]:
    """The session once the table is taken over."""
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        lab.page.get_by_role("button", name=lab.word("data-use")).click()
    return lab.session()


def rows(data: Locator) -> list[list[str]]:
    """The first examples as they are shown."""
    return [row.locator("td").all_text_contents() for row in data.locator(".first-rows tbody tr").all()]


def test_a_mistake_is_reported_with_its_line_and_what_was_read_can_be_corrected(lab: Lab) -> None:
    lab.open("mazur")
    data = import_of(lab)
    text = data.get_by_label(lab.word("data-paste"))
    pasted = "size,kind,seen\n1,pear,May\n3,wide,\n4,pear,June"
    text.fill(pasted)
    lab.button("data-read").click()
    expect(data.get_by_role("alert")).to_contain_text("Line 3, column 3 (seen): the cell is empty")
    expect(text).to_have_value(pasted)
    lab.complaints.clear()  # the browser's own line about the refusal

    data.get_by_label("Use of the column seen").select_option("left_out")
    data.get_by_label("Use of the column kind").select_option("class")
    expect(data.get_by_role("alert")).to_have_count(0)
    expect(data.locator(".first-rows thead")).to_have_text("No.sizekind")
    expect(data.get_by_text("“pear” is 0, “wide” is 1.")).to_be_visible()
    data.get_by_role("button", name=lab.word("table-swap")).click()
    expect(data.get_by_text("“wide” is 0, “pear” is 1.")).to_be_visible()
    data.locator("select[name=scale]").select_option("minmax")
    expect(data.locator(".first-rows tbody tr").nth(1)).to_have_text("20.6670")
    assert rows(data) == [["0", "1"], ["0.667", "0"], ["1", "1"]]
    spec = used(lab)["spec"]
    given = {name: spec["data"][name] for name in ("X", "Y", "scale")}
    assert given == {"X": [[1], [3], [4]], "Y": [[1], [0], [1]], "scale": "minmax"}
    assert spec["names"] == {
        "inputs": ["size"],
        "hidden": [],
        "outputs": ["kind"],
        "classes": ["wide", "pear"],
    }


def test_a_file_of_chinese_excel_is_read_by_its_encoding_or_by_the_one_chosen(lab: Lab) -> None:
    lab.open("mazur", lang="zh-CN")
    data = import_of(lab)
    data.locator("input[type=file]").set_input_files(FILES / "gbk.csv")
    encoding = data.locator("select[name=encoding]")
    expect(encoding.locator("option:checked")).to_contain_text("GB18030")
    expect(data.get_by_label(lab.word("data-paste"))).to_have_value(
        "x1,x2,label\n1,2,猫\n2,1,狗\n3,4,猪\n4,3,羊\n"
    )
    expect(data.locator(".class-order li")).to_have_count(4)
    encoding.select_option("windows-1252")
    expect(data.locator(".class-order li").first).not_to_contain_text("狗")
    encoding.select_option("auto")
    expect(data.locator(".class-order li").first).to_contain_text("狗")
    session = used(lab)
    assert session["spec"]["names"]["classes"] == ["狗", "猪", "猫", "羊"]
    assert session["spec"]["network"]["layers"][-1] == {"units": 4, "activation": "softmax"}


def test_columns_of_pixels_are_drawn_as_pictures_before_and_after_they_are_used(lab: Lab) -> None:
    lab.open("mazur")
    data = import_of(lab)
    pictures = {"bar": [0] * 4 + [9] * 4 + [0] * 8, "dot": [0] * 15 + [3]}
    lines = [",".join([*map(str, pixels), name]) for name, pixels in pictures.items()]
    heads = [f"pixel{k}" for k in range(16)]
    data.get_by_label(lab.word("data-paste")).fill("\n".join([",".join([*heads, "label"]), *lines * 2]))
    lab.button("data-read").click()

    def drawn(pictures: Locator) -> list[list[float]]:
        bar = pictures.get_by_role("img", name=lab.word("data-picture-class", name="bar")).first
        expect(bar).to_be_visible()
        found: list[list[float]] = bar.locator("rect").evaluate_all(
            "all => all.map((one) => [one.x, one.y].map((at) => at.baseVal.value))"
        )
        return found

    assert drawn(data.locator(".gallery")) == [[0, 1], [1, 1], [2, 1], [3, 1]]
    used(lab)
    assert drawn(data.locator(".examples:not(.first-rows)")) == [[0, 1], [1, 1], [2, 1], [3, 1]]


def test_raw_columns_are_said_to_saturate_and_can_be_scaled_from_there(lab: Lab) -> None:
    lab.open("mazur")
    data = import_of(lab)
    rows = ["mass,bill,kind", "3750,39.1,a", "3800,39.5,a", "5700,50,b", "5400,48.7,b"]
    data.get_by_label(lab.word("data-paste")).fill("\n".join(rows))
    lab.button("data-read").click()
    notice = lab.page.locator(".data-hint .notice")
    scale = notice.get_by_role("button", name=lab.word("saturated-scale"))
    data.locator("select[name=scale]").select_option("none")
    expect(data.locator(".first-rows tbody tr").first).to_contain_text("3750")
    used(lab)
    expect(notice).to_contain_text("The inputs reach 5700, and 100 % of the activations")
    with lab.page.expect_response(lambda answer: answer.request.method == "PATCH" and answer.ok):
        scale.click()
    expect(notice).to_have_count(0)
    assert lab.session()["spec"]["data"]["scale"] == "standard"
    lab.press("previous-step")
    expect(scale).to_be_visible()
    notice.get_by_role("button", name=lab.word("notice-dismiss")).click()
    expect(notice).to_have_count(0)
