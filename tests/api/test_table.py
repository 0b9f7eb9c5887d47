"""A table by the API: it tells how it was read, takes corrections, and becomes a session."""

import base64
from typing import Any

import pytest
from fastapi.testclient import TestClient

from backstep_lab.i18n import catalogue
from tests.api.calling import new, post, problem

GBK = "x1,x2,label\r\n1,2,猫\r\n2,1,狗\r\n3,4,猪\r\n4,3,羊\r\n".encode("gbk")


def patched(client: TestClient, address: str, **parts: Any) -> None:
    answer = client.patch(address, json=parts)
    assert answer.status_code == 200, answer.text


def sent(content: bytes, **corrections: Any) -> dict[str, Any]:
    return {"content": base64.b64encode(content).decode(), **corrections}


def test_a_file_of_chinese_excel_is_read_with_its_four_classes(client: TestClient) -> None:
    read = post(client, "/api/v1/table", sent(GBK))
    answered = ("encoding", "delimiter", "decimal", "header", "rows", "classes")
    assert {name: read[name] for name in answered} == {
        "encoding": "gb18030",
        "delimiter": "comma",
        "decimal": "point",
        "header": "yes",
        "rows": 4,
        "classes": ["狗", "猪", "猫", "羊"],
    }
    assert [(column["name"], column["kind"]) for column in read["columns"]] == [
        ("x1", "number"),
        ("x2", "number"),
        ("label", "class"),
    ]
    again = {
        name: read[name] for name in ("encoding", "delimiter", "decimal", "header", "missing", "classes")
    }
    columns = [{"name": column["name"], "kind": column["kind"]} for column in read["columns"]]
    assert post(client, "/api/v1/table", sent(GBK, columns=columns, **again)) == read

    address = new(client, preset="xor")
    patched(client, address, dataset={"X": read["X"], "Y": read["Y"], "name": "custom"}, names=read["names"])
    spec = client.get(address).json()["spec"]
    assert spec["names"]["classes"] == ["狗", "猪", "猫", "羊"]
    assert spec["names"]["inputs"] == ["x1", "x2"]


def test_a_table_that_is_refused_tells_how_far_it_was_read(client: TestClient) -> None:
    answer = client.post("/api/v1/table", json={"text": "a,b,y\n1,2,setosa\n3,4,\n5,6,virg"})
    body = problem(answer, 422, "validation", "missing")
    assert body["message"]["key"] == "problem-table-empty-cell"
    assert [column["missing"] for column in body["reading"]["columns"]] == [0, 0, 1]
    assert body["reading"]["holes"] == 1
    read = post(client, "/api/v1/table", {"text": "a,b,y\n1,2,setosa\n3,4,\n5,6,virg", "missing": "drop"})
    assert (read["X"], read["Y"], read["holes"]) == ([[1, 2], [5, 6]], [[0], [1]], 1)


@pytest.mark.parametrize(
    ("call", "field"),
    [
        ({}, "text"),
        ({"text": "1,2\n3,4", "content": "MQ=="}, "text"),
        ({"text": "1,2\n3,4", "encoding": "big5"}, "encoding"),
        ({"text": "1,2\n3,\u00004"}, "text"),
        ({"content": "no base64!"}, "content"),
        ({"content": "UEsDBBQABgA="}, "content"),
        ({"text": "1,2\n3,4", "scale": "standard"}, "scale"),
        ({"text": "1,2\n3,4", "columns": [{"name": "z", "kind": "number"}]}, "columns"),
        ({"text": "1,2\n3,4", "columns": [{"name": "column 1", "kind": "date"}]}, "columns[0].kind"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(client: TestClient, call: dict[str, Any], field: str) -> None:
    problem(client.post("/api/v1/table", json=call), 422, "validation", field)


def test_a_large_table_is_read_alike_beside_the_event_loop(client: TestClient) -> None:
    lines = "".join(f"{k}.5,{k % 7},{'ab'[k % 2]}\n" for k in range(9_000))
    read = post(client, "/api/v1/table", {"text": lines})
    assert (len(read["X"]), read["classes"], read["scale"]) == (9_000, ["a", "b"], "standard")
    answer = client.post("/api/v1/table", json={"text": lines + "1,,a\n"})
    assert problem(answer, 422, "validation", "missing")["reading"]["rows"] == 9_001


OPTIONS: list[tuple[str, Any]] = [
    ("samples", 3),
    ("noise", 0.2),
    ("classes", 3),
    ("columns", ["petal_width"]),
    ("columns", []),
    ("species", ["setosa"]),
    ("targets", "one_hot"),
]


@pytest.mark.parametrize(("option", "value"), OPTIONS)
def test_given_examples_refuse_an_option_that_could_not_have_an_effect(
    client: TestClient, option: str, value: object
) -> None:
    address = new(client)  # Mazur's, whose examples are given
    before = client.get(address).json()
    answer = client.patch(address, json={"dataset": {option: value}})
    assert (
        problem(answer, 422, "validation", f"data.{option}")["message"]["key"]
        == "problem-data-generated-only"
    )
    assert client.get(address).json() == before


@pytest.mark.parametrize(
    ("data", "field", "english", "chinese"),
    [
        (
            {"name": "sine", "targets": "one_hot"},
            "data.targets",
            "The data set “sine” has no data.targets, and no options of its own: please leave it out.",
            "数据集“sine”没有 data.targets，也没有自己的选项：请去掉它。",
        ),
        (
            {"name": "xor", "classes": 3},
            "data.classes",
            "The data set “xor” has no data.classes: please leave it out. Its own options are targets.",
            "数据集“xor”没有 data.classes：请去掉它。它的选项有：targets。",
        ),
        (
            {"name": "iris", "target_scale": "standard"},
            "data.target_scale",
            "The data set “iris” has no data.target_scale: please leave it out. "
            "Its own options are columns, species, scale, targets.",
            "数据集“iris”没有 data.target_scale：请去掉它。它的选项有：columns, species, scale, targets。",
        ),
        (
            {"name": "spiral", "classes": 3, "targets": "signed"},
            "data.targets",
            "“signed” targets tell two classes apart; here are 3: choose “one_hot”.",
            "“signed”目标只能区分两个类别；这里有 3 个：请选择“one_hot”。",
        ),
        (
            {"name": "sine", "features": ["x1"]},
            "data.features",
            "Features are made of two inputs, x₁ and x₂; this data has 1: please leave them out.",
            "特征由两个输入 x₁ 和 x₂ 构成；这份数据有 1 个：请去掉特征。",
        ),
        (
            {"name": "custom", "X": [[1], [2, 3]], "Y": [[0], [1]]},
            "data.X",
            "data.X must be rows of numbers, all of one length.",
            "data.X 必须是若干行数字，每行个数相同。",
        ),
        (
            {"name": "custom", "X": [[1]]},
            "data",
            "Examples of your own need both X and Y.",
            "自己的样本需要 X 和 Y 两样。",
        ),
        (
            {"name": "xor", "X": [[1]]},
            "data",
            "X and Y belong to custom data; “xor” makes its own.",
            "X 和 Y 属于自己的数据；“xor”自己生成样本。",
        ),
    ],
)
def test_data_that_cannot_be_are_refused_in_whole_sentences_of_both_languages(
    client: TestClient, data: dict[str, Any], field: str, english: str, chinese: str
) -> None:
    answer = client.post("/api/v1/sessions", json={"preset": "xor", "data": data})
    message = problem(answer, 422, "validation", field)["message"]
    args = {name: str(value) for name, value in message["args"].items()}
    for lang, sentence in (("en", english), ("zh-CN", chinese)):
        said = catalogue.say(lang, message["key"], **args)
        assert said.replace("\u2068", "").replace("\u2069", "") == sentence


def test_scaled_examples_are_fitted_to_the_training_rows_of_a_session(client: TestClient) -> None:
    X, Y = [[float(k), 1000.0 * k] for k in range(10)], [[50.0 * k] for k in range(10)]
    address = new(client, preset="xor")
    options = {"scale": "minmax", "target_scale": "standard", "test_fraction": 0.3, "seed": 2}
    patched(client, address, dataset={"name": "custom", "X": X, "Y": Y, **options})
    session = client.get(address).json()
    assert {name: session["spec"]["data"][name] for name in options} == options
    assert session["spec"]["data"]["X"] == X
    train = client.get(f"{address}/examples?set=train").json()["rows"]
    inputs = [row["x"] for row in train]
    assert [min(column) for column in zip(*inputs, strict=True)] == [0, 0]
    assert [max(column) for column in zip(*inputs, strict=True)] == [1, 1]
    assert abs(sum(row["y"][0] for row in train)) < 1e-9


def test_an_edited_input_of_scaled_examples_is_not_scaled_again(client: TestClient) -> None:
    address = new(client, preset="xor")
    X = [[float(k), 1000.0 * k] for k in range(4)]
    patched(client, address, dataset={"name": "custom", "X": X, "Y": [[0.0], [1.0]] * 2, "scale": "minmax"})
    patched(client, address, data={"x[0]": 0.25})
    session = client.get(address).json()
    assert session["values"]["x"] == [0.25, session["values"]["x"][1]]
    assert session["spec"]["data"]["X"] == X
