"""JSON that is written by hand for speed has the fields of its model, and no others."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from backstep_lab.jobs.training_slice import slice_fields
from backstep_lab.queries.explain import Explanation, explain
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.navigation import advance, retreat
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Problem
from backstep_lab.spec.resolve import spec_of
from backstep_lab.stepping.cursor import Unit
from backstep_lab.wire.models import EditedSession, SessionState, StepAnswer, TrainedSession
from backstep_lab.wire.progress import Progress
from backstep_lab.wire.session import session_json, stale
from backstep_lab.wire.step import step_json
from backstep_lab.wire.training import progress_json, trained_json
from tests.sessions.building import bodies, mazur

UNITS: list[Unit] = ["term", "neuron", "layer", "pass", "iteration", "epoch"]
moves = st.lists(st.tuples(st.booleans(), st.sampled_from(UNITS), st.integers(1, 5)), min_size=1, max_size=4)
REFS = ("x[0]", "W1[0,0]", "z1[0]", "delta1[0]", "dW1[0,0]", "W1_next[0,0]", "loss", "learning_rate")


def as_modelled(model: type[BaseModel], answer: bytes) -> None:
    """Compare the value of every field, at every depth, with what the model writes."""
    written = json.loads(model.model_validate_json(answer).model_dump_json(), object_hook=_answered)
    assert json.loads(answer) == written


def _answered(members: dict[str, Any]) -> dict[str, Any]:
    """An object as it is answered: of a spec without its empty fields."""
    return {name: _without_null(value) if name == "spec" else value for name, value in members.items()}


def _without_null(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_null(item) for name, item in value.items() if item is not None}
    return [_without_null(item) for item in value] if isinstance(value, list) else value


def transitions(session: Session, walk: list[tuple[bool, Unit, int]]) -> Iterator[Transition]:
    """A random session's steps, forward and back, as far as they can be done."""
    for is_back, unit, count in walk:
        try:
            transition = (retreat if is_back else advance)(session, unit, count)
        except Problem:
            continue
        session = transition.end
        yield transition


@settings(max_examples=60, deadline=None)
@given(bodies(), moves)
def test_steps_and_sessions_are_written_as_their_models(
    body: dict[str, Any], walk: list[tuple[bool, Unit, int]]
) -> None:
    session = Session.new("one", spec_of(body))
    as_modelled(SessionState, session_json(session))
    for transition in transitions(session, walk):
        as_modelled(StepAnswer, step_json(transition))
        as_modelled(SessionState, session_json(transition.end))


@settings(max_examples=30, deadline=None)
@given(bodies(), st.integers(1, 6), st.integers(0, 12))
def test_training_edits_and_explanations_are_written_as_their_models(
    body: dict[str, Any], iterations: int, steps: int
) -> None:
    trained = train(Session.new("one", spec_of(body)), iterations, StopCriteria(), never_stop)
    session = trained.session
    assert trained.stopped is not None
    as_modelled(TrainedSession, trained_json(session_json(session), trained.iterations, trained.stopped))
    fields = slice_fields(trained, with_events=True, known=None)
    as_modelled(Progress, progress_json(session.revision, iterations, 10, fields["examples"], fields))
    if session.status != "diverged":
        session = advance(session, "term", steps + 1).end
        edit = patched(session, {"parameters": {"W1[0,0]": 0.25}})
        as_modelled(EditedSession, session_json(edit.end, stale=stale(edit.start, edit.end)))
    for ref in REFS:
        as_modelled(Explanation, explain(session, ref))


def test_published_figures_are_written_as_their_model() -> None:
    step = advance(mazur(), "iteration", 1)
    assert json.loads(session_json(step.end))["checks"]
    as_modelled(StepAnswer, step_json(step))
    as_modelled(SessionState, session_json(step.end))
