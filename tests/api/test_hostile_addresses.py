"""Addresses that nobody would write in good faith: a page all the same, with what was wrong told."""

import json
import re
from typing import Any

from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.schemas.query import Query

NASTY = (
    "",
    "-1",
    "1e999",
    "NaN",
    "9" * 400,
    "<script>",
    "'\"><img>",
    "%00",
    "\x00",
    "..",
    "🦆",
    "null",
    "__proto__",
)
VALUES = st.one_of(st.sampled_from(NASTY), st.text(max_size=80), st.integers().map(str))
STATES = st.one_of(
    st.binary(max_size=200).map(lambda raw: "1" + raw.hex()),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", max_size=300).map(
        "1{}".format
    ),
)
INITIAL = re.compile(r'<script type="application/json" id="backstep-initial">(.*?)</script>', re.DOTALL)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def initial(client: TestClient, query: dict[str, str]) -> dict[str, Any]:
    """What the page of an address starts from; it is a page, and its data cannot end its own element."""
    answer = client.get("/embed", params=query)
    assert answer.status_code == 200
    (data,) = INITIAL.findall(answer.text)
    told: dict[str, Any] = json.loads(
        data, parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name))
    )
    return told


@QUICK
@given(query=st.dictionaries(st.sampled_from(sorted(Query.model_fields)), VALUES, max_size=6))
def test_whatever_an_address_says_there_is_a_page(client: TestClient, query: dict[str, str]) -> None:
    told = initial(client, query)
    assert {slip["name"] for slip in told["slips"]} <= set(query)


@QUICK
@given(state=STATES)
def test_a_made_up_state_opens_at_the_start_and_is_told(client: TestClient, state: str) -> None:
    told = initial(client, {"state": state})
    assert told["session"]["position"]["step"] == 0
    assert [slip["name"] for slip in told["slips"]] == ["state"]


def test_a_true_state_with_one_sign_changed_is_told_or_a_moment(client: TestClient) -> None:
    made = client.post("/api/v1/sessions", json={"preset": "mazur", "at": {"iteration": 1, "step": 5}}).json()
    state = client.get(f"/api/v1/sessions/{made['id']}/link").json()["state"]
    assert initial(client, {"state": state})["session"]["values"] == made["values"]
    for at in range(len(state)):
        other = "A" if state[at] != "A" else "B"
        told = initial(client, {"state": state[:at] + other + state[at + 1 :]})
        assert told["session"]["values"] is not None
