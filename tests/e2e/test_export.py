"""Export of a session as a file, and import of one."""

import csv
import json
from io import StringIO
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.e2e.lab import Lab


def sheet(lab: Lab) -> Locator:
    """The export sheet, opened."""
    lab.button("sheet-export").click()
    return lab.page.get_by_role("dialog", name=lab.word("sheet-export"))


def downloaded(lab: Lab, opened: Locator, format: str) -> Path:
    """The file that a row's button saves."""
    row = opened.get_by_role("listitem").filter(has=lab.page.locator(f"#format-{format}"))
    with lab.page.expect_download() as download:
        row.get_by_role("button", name=lab.word("export-download")).click()
    return Path(download.value.path())


def test_the_table_and_the_session_are_those_that_the_server_has(lab: Lab) -> None:
    lab.open("mazur")
    lab.press("forward-pass")
    opened = sheet(lab)
    rows = csv.DictReader(StringIO(downloaded(lab, opened, "csv").read_text()))
    values = {row["ref"]: float(row["value"]) for row in rows}
    assert [values["a2[0]"], values["a2[1]"]] == lab.session()["values"]["a"][1]
    file = json.loads(downloaded(lab, opened, "session").read_text())
    assert (file["iteration"], file["step"]) == (0, lab.session()["position"]["step"])
    assert downloaded(lab, opened, "png").read_bytes().startswith(b"\x89PNG")


def test_a_file_brought_back_opens_where_it_was_left_and_a_wrong_one_changes_nothing(
    lab: Lab, tmp_path: Path
) -> None:
    lab.open("mazur")
    lab.press("forward-pass")
    opened = sheet(lab)
    left, before = tmp_path / "left.json", lab.session()
    left.write_bytes(downloaded(lab, opened, "session").read_bytes())
    weights = tmp_path / "old.safetensors"
    weights.write_bytes(downloaded(lab, opened, "safetensors").read_bytes())
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{")
    field = opened.locator("input[type=file]")
    field.set_input_files(wrong)
    expect(opened.get_by_role("alert")).to_contain_text("wrong.json")
    assert lab.session() == before
    with lab.page.expect_response("**/sessions/import") as answer:
        field.set_input_files(left)
    lab.session_id = answer.value.json()["id"]
    expect(opened.get_by_role("status").last).to_contain_text("left.json")
    assert lab.session() == before | {"id": lab.session_id, "revision": 0}
    lab.edit("W1[0,0]", "0.9")
    assert lab.session()["parameters"]["W"][0][0][0] == 0.9
    with lab.page.expect_response("**/import/safetensors*"):
        field.set_input_files(weights)
    expect(opened.get_by_role("status").last).to_contain_text("old.safetensors")
    assert lab.session()["parameters"] == before["parameters"]
