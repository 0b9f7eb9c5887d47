"""Updates in the right order and in the wrong one, and which of them a source's figures come of."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.calling import new, post, problem


def asked(client: TestClient, address: str, **query: Any) -> dict[str, Any]:
    answer = client.get(f"{address}/order", params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def rounded(number: dict[str, Any], digits: int) -> tuple[str, str, str | None, list[str]]:
    """Both sides to so many decimals, with the printed figure and the orders that reach it."""
    sides = f"{number['right']:.{digits}f}", f"{number['wrong']:.{digits}f}"
    return *sides, number["published"], number["agrees"]


def test_the_error_that_mazur_prints_after_one_update_is_that_of_the_wrong_order(client: TestClient) -> None:
    answer = asked(client, new(client))
    assert f"{answer['before']:.9f}" == "0.298371109"
    assert rounded(answer["loss"], 10) == ("0.2910277737", "0.2910279239", ".291027924", ["wrong"])


def test_so_are_the_error_and_the_outputs_after_ten_thousand(client: TestClient) -> None:
    answer = asked(client, new(client), iterations=10_000)
    assert rounded(answer["loss"], 12) == ("0.000035101878", "0.000035084786", ".000035085", ["wrong"])
    assert [rounded(output, 10) for output in answer["outputs"]] == [
        ("0.0159136204", "0.0159121963", ".015912196", ["wrong"]),
        ("0.9840642735", "0.9840657345", ".984065734", ["wrong"]),
    ]
    assert answer["layers"] == []


def test_the_columns_part_where_the_hidden_layer_reads_weights(client: TestClient) -> None:
    last, first = asked(client, new(client))["layers"]
    assert (last["layer"], last["read"]) == (2, [])
    assert [n["ref"] for n in last["delta"] + last["updated"] if n["differs"]] == []
    assert [rounded(n, 8) for n in first["read"]] == [
        ("0.40000000", "0.35891648", None, []),
        ("0.45000000", "0.40866619", None, []),
        ("0.50000000", "0.51130127", None, []),
        ("0.55000000", "0.56137012", None, []),
    ]
    assert all(n["differs"] for n in first["read"] + first["delta"] + first["updated"])
    assert [(n["ref"], n["published"], n["agrees"]) for n in first["updated"]] == [
        ("W1_next[0,0]", ".149780716", ["right"]),
        ("W1_next[0,1]", ".19956143", ["right"]),
        ("W1_next[1,0]", ".24975114", ["right"]),
        ("W1_next[1,1]", ".29950229", ["right"]),
    ]


def test_the_right_order_is_what_the_session_computes(client: TestClient) -> None:
    address = new(client, preset="xor")
    post(client, f"{address}/train", {"iterations": 3})
    at_start = client.get(address).json()
    last, first = asked(client, address)["layers"]
    assert client.get(address).json() == at_start, "a question changes nothing"
    here = {"iteration": at_start["position"]["iteration"], "step": None}
    post(client, f"{address}/seek", here)
    values = client.get(address).json()["values"]
    for layer in (last, first):
        at = layer["layer"] - 1
        assert [n["right"] for n in layer["delta"]] == values["delta"][at]
        weights = [weight for row in values["W_next"][at] for weight in row]
        assert [n["right"] for n in layer["updated"]] == weights + values["b_next"][at]


def test_figures_are_printed_for_the_first_iteration_only(client: TestClient) -> None:
    address = new(client)
    post(client, f"{address}/seek", {"iteration": 1, "step": 0})
    assert asked(client, address)["loss"]["published"] is None


def test_of_a_wide_layer_the_first_numbers_are_given(client: TestClient) -> None:
    layers = asked(client, new(client, preset="digits"))["layers"]
    assert {len(layer["updated"]) for layer in layers} == {12}
    assert [layer["left_out"] for layer in layers] == [158, 148 + 4 + 516, 500 + 20 + 2068]


def test_an_order_that_overflows_has_no_loss(client: TestClient) -> None:
    address = new(client, preset="linear-by-hand", training={"optimizer": {"learning_rate": 1e6}})
    answer = asked(client, address, iterations=200)
    assert (answer["loss"]["right"], answer["loss"]["wrong"], answer["outputs"][0]["right"]) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("body", "iterations", "field", "word"),
    [
        ({"preset": "mazur", "training": {"optimizer": {"name": "adam"}}}, 1, "training.optimizer", "adam"),
        ({"preset": "mazur"}, 0, "iterations", "from 1 to 10000"),
        ({"preset": "mazur"}, 10_001, "iterations", "10000"),
        ({"preset": "mazur"}, "many", "iterations", "many"),
    ],
)
def test_a_comparison_that_cannot_be_is_refused(
    client: TestClient, body: dict[str, Any], iterations: Any, field: str, word: str
) -> None:
    answer = client.get(f"{new(client, **body)}/order", params={"iterations": iterations})
    assert word in problem(answer, 422, "validation", field)["detail"]
