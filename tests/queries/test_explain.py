"""Which operation made a number: also where an edit has given it."""

import json
from typing import Any

import pytest

from backstep_lab.queries.explain import explain
from backstep_lab.sessions.navigation import advance
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import spec_of


def explained(session: Session, ref: str) -> Any:
    return json.loads(explain(session, ref))


def resized() -> Session:
    """A network of one input, trained for two iterations, whose data is then replaced by two inputs."""
    body = {
        "network": {"inputs": 1, "layers": [{"units": 2}, {"units": 1}]},
        "data": {"name": "custom", "X": [[0.5]], "Y": [[1.0]]},
    }
    trained = advance(Session.new("s", spec_of(body)), "iteration", 2).end
    return patched(trained, {"dataset": {"name": "and"}}).end


@pytest.mark.parametrize("ref", ["W1[0,0]", "W1[0,1]", "W1[1,1]"])
def test_a_weight_of_a_resized_layer_is_given(ref: str) -> None:
    answer = explained(resized(), ref)
    assert (answer["given"], answer["operation"]) == (True, None)
    assert answer["value"] == resized().current.value_of(ref, 0)


def test_a_weight_of_a_layer_that_keeps_its_size_is_made_by_the_update_before() -> None:
    answer = explained(resized(), "W2[0,1]")
    assert (answer["operation"]["ref"], answer["iteration"]) == ("W2_next[0,1]", 1)
    assert answer["operation"]["value"] == answer["value"]
