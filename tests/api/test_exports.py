"""Sessions taken away as files and brought back."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import SESSIONS, new, post, problem


def exported(client: TestClient, session: str, format: str, lang: str = "en") -> bytes:
    answer = client.get(f"{session}/export/{format}?lang={lang}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-disposition"].startswith('attachment; filename="backstep-mazur-')
    return answer.content


def whole(client: TestClient, session: str) -> dict[str, Any]:
    """All that is known of a session but its name and the number of its changes."""
    answer: dict[str, Any] = client.get(session).json()
    return {
        name: part for name, part in answer.items() if name not in ("id", "revision", "furthest", "losses")
    }


def test_a_session_comes_back_with_its_edits_its_place_and_every_number(client: TestClient) -> None:
    session = new(client)
    post(client, f"{session}/step", {"unit": "iteration", "count": 3})
    client.patch(session, json={"parameters": {"W1[0,0]": 0.125}}).raise_for_status()
    post(client, f"{session}/step", {"unit": "term", "count": 20})
    file = json.loads(exported(client, session, "session"))
    answer = client.post(f"{SESSIONS}/import", json=file)
    assert answer.status_code == 201, answer.text
    again = f"{SESSIONS}/{answer.json()['id']}"
    assert whole(client, again) == whole(client, session)
    assert post(client, f"{again}/back", {"unit": "iteration", "count": 2}) is not None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"version": 2}, "version"),
        ({"format": "else"}, "format"),
        ({"iteration": -1}, "iteration"),
        ({"edits": [[0]]}, "edits"),
        ({"edits": [[0, [0, 0], [0, 0], 0, [{"W9[0,0]": 1.0}, {}, 0, {}, {}], []]]}, "edits"),
        ({"step": 999}, "step"),
        ({"spec": {}}, "spec.network"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_damaged_session_is_reported_by_its_field(
    client: TestClient, change: dict[str, Any], field: str
) -> None:
    file = json.loads(exported(client, new(client), "session"))
    problem(client.post(f"{SESSIONS}/import", json={**file, **change}), 422, "validation", field)


def test_a_file_that_names_no_loss_gets_the_usual_one(client: TestClient) -> None:
    file = json.loads(exported(client, new(client), "session"))
    del file["spec"]["network"]["loss"]
    answer = client.post(f"{SESSIONS}/import", json=file)
    assert answer.json()["spec"]["network"]["loss"] == "half_squared_error"


def test_parameters_come_back_as_an_edit_that_can_be_taken_back(client: TestClient) -> None:
    source, target = new(client), new(client)
    post(client, f"{source}/step", {"unit": "iteration", "count": 5})
    before = whole(client, target)
    answer = client.post(f"{target}/import/safetensors", content=exported(client, source, "safetensors"))
    assert answer.status_code == 200, answer.text
    assert answer.json()["parameters"] == client.get(source).json()["parameters"]
    post(client, f"{target}/back", {"unit": "term"})
    assert whole(client, target) == before


def tensors(header: Any, body: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def test_parameters_of_another_shape_are_refused_with_both_shapes(client: TestClient) -> None:
    other = new(client, preset="xor")
    answer = client.post(
        f"{new(client)}/import/safetensors", content=client.get(f"{other}/export/safetensors").content
    )
    assert "this network needs" in problem(answer, 422, "validation")["detail"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80\x04pickle",
        b"\xff" * 8,
        tensors(b"{" * 5000),
        tensors([]),
        tensors({"layers.0.weight": 1}),
        tensors({"layers.0.weight": {"dtype": "F64", "shape": [2, 2], "data_offsets": [0, 32]}}),
        tensors({"layers.0.weight": {"dtype": "F64", "shape": [2**40, 2**40], "data_offsets": [0, 0]}}),
        tensors({"layers.0.weight": {"dtype": "F64", "shape": [1], "data_offsets": [8, 0]}}, b"\0" * 8),
        tensors({"layers.0.weight": {"dtype": "BOOL", "shape": [1], "data_offsets": [0, 1]}}, b"\0"),
    ],
)
def test_what_is_no_safetensors_file_is_refused_and_changes_nothing(client: TestClient, data: bytes) -> None:
    session = new(client)
    before = whole(client, session)
    problem(client.post(f"{session}/import/safetensors", content=data), 422, "validation")
    assert whole(client, session) == before


def test_a_number_that_is_not_finite_is_refused(client: TestClient) -> None:
    session = new(client)
    data = bytearray(exported(client, session, "safetensors"))
    data[-8:] = b"\x00" * 6 + b"\xf8\x7f"
    body = problem(client.post(f"{session}/import/safetensors", content=bytes(data)), 422, "validation")
    assert "not finite" in body["detail"]


def test_the_table_has_every_operation_with_all_digits(client: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(exported(client, new(client), "csv").decode())))
    assert len(rows) == 55
    assert (rows[3]["ref"], float(rows[3]["value"])) == ("a1[0]", 0.5932699921071872)
    assert rows[3]["operands"] == "z1[0] = 0.3775"


@pytest.mark.parametrize(("lang", "words"), [("en", "## Forward pass"), ("zh-CN", "## 前向传播")])
def test_the_worked_solution_speaks_the_language_asked_for(client: TestClient, lang: str, words: str) -> None:
    text = exported(client, new(client), "markdown", lang).decode()
    assert words in text
    assert text.count("\\begin{aligned}") == text.count("\\end{aligned}") == 55
    assert "op-" not in text
    document = exported(client, new(client), "latex", lang).decode()
    assert document.count("\\begin{align*}") == 55
    assert (
        document.isascii() or lang != "en" or set(filter(lambda c: not c.isascii(), document)) <= set("’“”…")
    )


def test_an_iteration_too_long_for_a_handout_is_refused_with_its_length(client: TestClient) -> None:
    network = {"inputs": 40, "layers": [{"units": 40}, {"units": 2}]}
    data = {"name": "custom", "X": [[0.5] * 40], "Y": [[0.0, 1.0]]}
    session = new(client, network=network, data=data)
    body = problem(client.get(f"{session}/export/markdown"), 422, "validation", "format")
    assert "at most 3000" in body["detail"]


@pytest.mark.parametrize(("format", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_pictures_are_pictures(client: TestClient, format: str, start: bytes) -> None:
    assert exported(client, new(client), format).startswith(start)


def test_an_unknown_format_is_refused(client: TestClient) -> None:
    problem(client.get(f"{new(client)}/export/pickle"), 422, "validation", "format")
