"""Sessions of a class share what follows, and each of them is as it would be alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any
from unittest.mock import patch

import pytest

from backstep_lab.compute.identity_cache import IdentityCache
from backstep_lab.jobs.creations import created
from backstep_lab.models.layered.model import LayeredModel
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.navigation import advance, advance_phase, retreat, seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.shared_sessions import beginning
from backstep_lab.sessions.transition import Transition
from backstep_lab.spec.errors import Problem
from backstep_lab.stepping.cursor import Unit
from backstep_lab.wire.step import step_json

Action = Callable[[Session], Transition]
LEARNERS, CLICKS = 3, 120
EDITED = {"mazur": "W1[0,0]", "xor": "W2[0,1]", "rnn-two-steps": "U"}


@contextmanager
def nothing_shared() -> Iterator[None]:
    """As in a process of its own."""
    with patch.object(IdentityCache, "get", lambda *_: None):
        yield


def new(id: str, preset: str) -> Session:
    return created("create", {"parts": {"preset": preset}}, id, never_stop)


def of_class(id: str, preset: str) -> Session:
    return beginning(preset.encode(), lambda: new("", preset)).with_id(id)


def action(random: Random, session: Session, preset: str) -> Action:
    units = session.current.units
    unit = random.choice(units)
    value = random.choice((0.25, -1.5))
    kinds: list[Action] = [
        lambda s: advance(s, unit, 1),
        lambda s: advance(s, "term", 7) if "term" in units else advance(s, units[0], 7),
        lambda s: retreat(s, unit, 1),
        lambda s: seek(s, max(0, s.iteration - 1), None),
        lambda s: advance_phase(s, "forward", units[0]),
        lambda s: patched(s, {"focus": random.randrange(s.current.examples)}),
        lambda s: patched(s, {"parameters": {EDITED[preset]: value}}),
    ]
    return random.choices(kinds, (50, 15, 10, 1, 4, 10, 1))[0]


def done(act: Action, session: Session, known: tuple[int, int] | None) -> tuple[Session, Any]:
    """Where it leads, and the answer; the problem where it is refused."""
    try:
        change = act(session)
    except Problem as problem:
        return session, (type(problem), str(problem))
    change = change.at_revision(session.revision + 1)
    return change.end, step_json(change, known)


@pytest.mark.parametrize("preset", EDITED)
def test_each_of_a_class_gets_the_answers_that_it_would_get_alone(preset: str) -> None:
    random = Random(preset)
    together = [of_class(f"s{number}", preset) for number in range(LEARNERS)]
    with nothing_shared():
        alone = [new(f"s{number}", preset) for number in range(LEARNERS)]
    for _ in range(CLICKS):
        for number in range(LEARNERS):
            seed = random.getrandbits(32)
            step = together[number].step
            known = Random(seed).choice((None, (max(step, 1), step + 8), (1, 4)))
            act = action(Random(seed), together[number], preset)
            together[number], answer = done(act, together[number], known)
            with nothing_shared():
                act = action(Random(seed), alone[number], preset)
                alone[number], expected = done(act, alone[number], known)
            assert answer == expected


def alike(acts: list[list[Action]], preset: str) -> None:
    """Each learner does some actions; the last one is answered as it would be alone."""
    answers = []
    for own in acts:
        session, last = of_class("s", preset), None
        with nothing_shared():
            alone, expected = new("s", preset), None
        for act in own:
            session, last = done(act, session, None)
            with nothing_shared():
                alone, expected = done(act, alone, None)
        answers.append((last, expected))
    assert [last for last, _ in answers] == [expected for _, expected in answers]


def forward(unit: Unit) -> Action:
    return lambda session: advance(session, unit, 1)


def focused(row: int) -> Action:
    return lambda session: patched(session, {"focus": row})


def test_each_sees_the_example_of_its_own_choice() -> None:
    on = [forward("iteration"), forward("iteration"), forward("neuron"), forward("layer")]
    alike([[focused(2), *on], [focused(0), *on]], "xor")


def test_an_iteration_on_from_within_one_and_from_its_end() -> None:
    to_the_end = [forward("pass")] * 3
    alike([[forward("iteration")], [*to_the_end, forward("iteration")]], "xor")


def test_an_iteration_that_a_class_comes_to_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    computed = []
    compute = LayeredModel.compute

    def counted(model: LayeredModel, number: int, setup: Any) -> Any:
        computed.append(number)
        return compute(model, number, setup)

    together = [beginning(b"counted", lambda: new("", "xor")).with_id(f"c{number}") for number in range(5)]
    monkeypatch.setattr(LayeredModel, "compute", counted)
    for unit in ("iteration", "iteration", "pass", "iteration"):
        together = [advance(session, unit, 1).end for session in together]
    assert len({id(session.current) for session in together}) == 1
    assert len({id(session.history) for session in together}) == 1
    assert computed == [0, 1, 2, 2]  # the last one again from within it, for all of them together
    assert {session.id for session in together} == {f"c{number}" for number in range(5)}
