"""What an address may say, how it is parsed, and the sessions that begin where it leads."""

import gzip
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.wire.address import AddressQuery, parse_address, parse_query


def test_the_table_describes_itself(client: TestClient) -> None:
    schema = client.get("/embed/schema.json").json()
    assert set(schema["properties"]) == set(AddressQuery.model_fields)
    assert all(part["description"] for part in schema["properties"].values())


@pytest.mark.parametrize(
    ("query", "begin"),
    [
        ("preset=xor&step=2&focus=1", {"preset": "xor", "at": {"iteration": 0, "step": 2}, "focus": 1}),
        ("preset=xor&lock=train,focus", {"preset": "xor", "lock": ["train", "focus"]}),
        ("preset=nobody&step=x&unknown=1", {"preset": "mazur"}),
        ("", {"preset": "mazur"}),
    ],
)
def test_an_address_says_how_its_session_begins(
    client: TestClient, query: str, begin: dict[str, Any]
) -> None:
    read_back = client.get(f"/api/v1/address?{query}").json()
    assert read_back["begin"] == begin
    assert client.post("/api/v1/sessions", json=begin).status_code == 201


def test_bad_values_are_given_one_by_one_with_what_may_stand_there(client: TestClient) -> None:
    warnings = client.get("/api/v1/address?theme=pink&hide=formula,nose&digits=5&lang=xx").json()["warnings"]
    assert [(warning["name"], warning["value"], warning["allowed"]) for warning in warnings] == [
        ("hide", "nose", warnings[0]["allowed"]),
        ("lang", "xx", "en, zh-CN"),
        ("theme", "pink", "auto, light, dark"),
        ("digits", "5", "2, 3, 4, 6, 9, 17"),
    ]


@given(st.dictionaries(st.sampled_from(sorted(AddressQuery.model_fields)), st.text(max_size=60)))
def test_any_address_is_read(asked: dict[str, str]) -> None:
    query, warnings = parse_query(asked)
    assert {warning.name for warning in warnings} <= set(asked)
    assert AddressQuery.model_validate(query.model_dump()) == query


def test_a_session_begins_at_a_moment_and_its_link_leads_back_there(client: TestClient) -> None:
    body = {"preset": "xor", "at": {"iteration": 2, "step": 7}, "focus": 3}
    made = client.post("/api/v1/sessions", json=body).json()
    assert (made["position"]["iteration"], made["position"]["step"]) == (2, 7)
    state = client.get(f"/api/v1/sessions/{made['id']}/link").json()["state"]
    again = client.post("/api/v1/sessions", json={"state": state}).json()
    assert again | {"id": made["id"]} == made


@pytest.mark.parametrize(
    "body",
    [
        {"state": "1nonsense"},
        {"preset": "mazur", "at": {"iteration": 0, "step": 5000}},
        {"preset": "mazur", "at": {"iteration": -1, "step": 0}},
        {"preset": "mazur", "state": "1AAAA"},
        {"preset": "mazur", "lock": ["everything"]},
    ],
)
def test_a_moment_that_cannot_be_is_refused_with_a_sentence(
    client: TestClient, body: dict[str, object]
) -> None:
    answer = client.post("/api/v1/sessions", json=body)
    assert answer.status_code == 422
    assert answer.json()["detail"].endswith(".")


def test_a_lock_stays_when_the_moment_is_shared(client: TestClient) -> None:
    made = client.post("/api/v1/sessions", json={"preset": "mazur", "lock": ["parameters"]}).json()
    state = client.get(f"/api/v1/sessions/{made['id']}/link").json()["state"]
    again = client.post("/api/v1/sessions", json={"state": state, "lock": ["train"]}).json()
    assert again["spec"]["lock"] == ["parameters", "train"]
    refused = client.patch(f"/api/v1/sessions/{again['id']}", json={"parameters": {"W1[0,0]": 1.0}})
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/locked")


@pytest.mark.parametrize(
    ("lock", "edit"),
    [
        ("parameters", {"parameters": {"W1[0,0]": 1.0}}),
        ("data", {"data": {"x[0]": 1.0}}),
        ("data", {"dataset": {"name": "spiral"}}),
        ("focus", {"focus": 1}),
        ("training", {"training": {"l2": 0.1}}),
        ("network", {"network": {"seed": 5}}),
    ],
)
def test_each_lock_refuses_its_own_edits(client: TestClient, lock: str, edit: dict[str, Any]) -> None:
    locked, free = (
        client.post("/api/v1/sessions", json={"preset": "xor", "lock": locks}).json()["id"]
        for locks in ([lock], [])
    )
    assert client.patch(f"/api/v1/sessions/{locked}", json=edit).status_code == 403
    assert client.patch(f"/api/v1/sessions/{free}", json=edit).status_code == 200


def test_the_element_may_be_loaded_from_anywhere(client: TestClient) -> None:
    answer = client.get("/embed.js")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "backstep-embed" in answer.text
    assert len(gzip.compress(answer.content)) < 4_096


def test_of_many_names_a_warning_lists_those_that_are_most_like_the_value() -> None:
    (warning,) = parse_address({"preset": "rnn-three-step"}).warnings
    first, *_, last = warning.allowed.split(", ")
    assert (first, last, len(warning.allowed.split(", "))) == ("rnn-three-steps", "…", 7)
