"""Calls done in a process are the same as calls done here, and a process that ends costs nothing."""

import asyncio
import json
import os
import signal
from typing import Any

import anyio
import pytest

from backstep_lab.compute.processes import ProcessPool
from backstep_lab.jobs import service
from backstep_lab.jobs.queries import QUERIES
from backstep_lab.jobs.service import ComputeService
from backstep_lab.sessions.concurrency import work
from backstep_lab.spec.errors import Busy, Invalid, NothingBehind, StaleRevision
from tests.jobs.services import CLIENT, services

XOR = {"parts": {"preset": "xor"}}
CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("step", {"unit": "iteration", "count": 300}),
    ("step", {"unit": "term", "count": 3}),
    ("patch", {"parts": {"parameters": {"W1[0,0]": 0.25}, "focus": 1}}),
    ("step", {"unit": "pass", "count": 7}),
    ("back", {"unit": "iteration", "count": 2}),
    ("seek", {"iteration": 120, "step": 5}),
    ("forward", {"unit": "neuron"}),
    ("rewind", {}),
    ("back", {"unit": "term", "count": 1}),
    ("patch", {"body": b'{"dataset": {"name": "spiral", "samples": 60}}'}),
    ("step", {"unit": "epoch", "count": 1}),
    ("reset", {}),
]
QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("session", {}),
    ("link", {}),
    ("explain", {"ref": "W1[0,0]"}),
    ("foreseen", {"unit": "layer", "iteration": 120, "step": 5}),
    ("gradient-check", {"ref": None}),
    ("paths", {"ref": "dW1[0,0]", "limit": 8}),
    ("examples", {"set": "train", "offset": 0, "limit": 4}),
    ("batch", {"ref": "dW1[0,0]"}),
    ("activation", {"ref": "a1[0]", "z": 0.5}),
    ("predict", {"x": [0.5, 1.0]}),
    ("what-if", {"ref": "W1[0,0]", "value": 0.5}),
    ("line", {"ref": "a1[0]", "w_x": None, "w_y": 2.0, "b": None}),
    ("sums", {"ref": "a1[0]"}),
    ("boundary", {"unit": [], "resolution": 10, "x": None, "y": None, "points": True, "shades": False}),
    ("neuron-maps", {"resolution": 8}),
    ("metrics", {}),
    ("saturation", {}),
    ("loss-slice", {"ref": "W1[0,0]", "span": None}),
    ("landscape", {"x": "W1[0,0]", "y": "W1[0,1]", "resolution": 5, "span": 1.0}),
    ("order", {"iterations": 2}),
    ("race", {"iterations": 5, "variants": [{}, {"training": {"l2": 0.1}}]}),
    ("export", {"format": "numpy", "lang": "en"}),
    ("as-graph", {}),
]
GRAPH = {
    "graph": {"program": "a = W @ x\nL = sum(relu(a)²) + x[0]", "values": {"W": [[1, -2]], "x": [3, 0.5]}}
}
GRAPH_CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("step", {"unit": "line", "count": 2}),
    ("step", {"unit": "iteration", "count": 120}),
    ("step", {"unit": "element", "count": 3}),
    ("patch", {"parts": {"graph": {"train": ["x"]}, "parameters": {"x[1]": -0.25}}}),
    ("step", {"unit": "iteration", "count": 3}),
    ("back", {"unit": "group", "count": 2}),
    ("seek", {"iteration": 60, "step": 2}),
    ("reset", {}),
]
GRAPH_QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("session", {}),
    ("link", {}),
    ("explain", {"ref": "W[0,1]"}),
    ("foreseen", {"unit": "line", "iteration": 120, "step": 5}),
    ("gradient-check", {"ref": None}),
    ("paths", {"ref": "dL/dx[0]", "limit": 8}),
    ("graph", {}),
    ("forward-mode", {"leaf": "x[1]"}),
    ("same-function", {"program": "x = 2\nL = x*x"}),
    ("loss-slice", {"ref": "W[0,0]", "span": None}),
    ("landscape", {"x": "W[0,0]", "y": "x[1]", "resolution": 5, "span": 1.0}),
    *(("export", {"format": name, "lang": "en"}) for name in ("numpy", "pytorch", "csv", "session")),
]


def in_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is small enough to be done here."""
    monkeypatch.setattr(service, "THREAD_WORK", -1)
    monkeypatch.setattr(service, "INLINE_QUESTION_WORK", -1)
    monkeypatch.setattr(service, "is_light", lambda parts: False)


def on_the_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is."""
    monkeypatch.setattr(service, "INLINE_QUESTION_WORK", 10**15)
    monkeypatch.setattr(work, "INLINE_WORK", 10**15)
    monkeypatch.setattr(service, "THREAD_WORK", 10**15)
    monkeypatch.setattr(service, "is_light", lambda parts: True)
    monkeypatch.setattr(service, "inline", lambda: lambda: True)


async def all_answers(service: ComputeService) -> list[bytes]:
    network = await answers_of(service, XOR, CHANGES, QUESTIONS)
    graph = await answers_of(service, {"parts": GRAPH}, GRAPH_CHANGES, GRAPH_QUESTIONS)
    return network + graph


async def answers_of(
    service: ComputeService,
    body: dict[str, Any],
    changes: list[tuple[str, dict[str, Any]]],
    questions: list[tuple[str, dict[str, Any]]],
) -> list[bytes]:
    id, created = await service.create("create", body, CLIENT)
    answers = [created]
    for name, arguments in changes:
        answers.append(await service.change(id, None, name, arguments, CLIENT))
        if name in ("step", "seek"):
            answers += [await service.ask(id, *question, CLIENT) for question in questions]
    return [answer.replace(id.encode(), b"ID") for answer in answers]


def test_a_process_gives_the_same_bytes_as_the_event_loop(pool: ProcessPool) -> None:
    async def answers(where: Any) -> list[bytes]:
        with pytest.MonkeyPatch.context() as patch, services(pool) as (one,):
            where(patch)
            return await all_answers(one)

    async def test() -> None:
        here, there = await answers(on_the_event_loop), await answers(in_processes)
        assert len(here) == len(there)
        for a, b in zip(here, there, strict=True):
            assert a == b

    anyio.run(test)


def test_questions_are_named_as_they_are_asked() -> None:
    asked = {name for name, _ in QUESTIONS + GRAPH_QUESTIONS}
    assert asked | {"question", "answer", "divergence", "export-html", "page"} == set(QUERIES)


def test_a_refusal_in_a_process_is_the_same_and_changes_nothing(
    pool: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        in_processes(monkeypatch)
        with services(pool) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            with pytest.raises(NothingBehind):
                await one.change(id, None, "back", {"unit": "term", "count": 1}, CLIENT)
            with pytest.raises(Invalid) as caught:
                await one.change(id, None, "seek", {"iteration": 0, "step": 9_999}, CLIENT)
            assert caught.value.field == "step"
            with pytest.raises(StaleRevision) as stale:
                await one.change(id, 5, "step", {"unit": "term", "count": 1}, CLIENT)
            assert stale.value.revision == 0
            with pytest.raises(StaleRevision):
                await one.change(id, None, "patch", {"body": b'{"revision": 3, "focus": 1}'}, CLIENT)
            assert json.loads(await one.ask(id, "session", {}, CLIENT))["revision"] == 0

    anyio.run(test)


def test_a_refusal_in_a_process_holds_for_the_newest_revision_only(
    pool: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        in_processes(monkeypatch)
        with services(pool, 2) as (one, two):
            id, _ = await one.create("create", XOR, CLIENT)
            for turn in range(6):
                await (one, two)[turn % 2].change(id, None, "step", {"unit": "term", "count": 1}, CLIENT)
                await (two, one)[turn % 2].change(id, None, "back", {"unit": "term", "count": 1}, CLIENT)

    anyio.run(test)


def test_a_process_that_ends_costs_no_call(pool: ProcessPool, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        in_processes(monkeypatch)
        with services(pool) as (one,):
            id, _ = await one.create("create", XOR, CLIENT)
            before = await one.ask(id, "session", {}, CLIENT)
            asked = asyncio.create_task(one.ask(id, "gradient-check", {"ref": None}, CLIENT))
            await asyncio.sleep(0)
            os.kill(pool.start(0).child.pid, signal.SIGKILL)
            assert b"relative" in await asked
            assert await one.ask(id, "session", {}, CLIENT) == before

    anyio.run(test)


def test_a_flood_of_one_session_is_refused_and_others_are_not(
    pool: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test() -> None:
        in_processes(monkeypatch)
        with services(pool) as (one,):
            one.questions._longest_of_session = 3
            id, _ = await one.create("create", XOR, CLIENT)
            other, _ = await one.create("create", XOR, CLIENT)
            calls = [one.ask(id, "metrics", {}, CLIENT) for _ in range(20)]
            outcomes = await asyncio.gather(
                *calls, one.ask(other, "metrics", {}, CLIENT), return_exceptions=True
            )
            assert isinstance(outcomes[-1], bytes)
            refused = [outcome for outcome in outcomes if isinstance(outcome, Busy)]
            answered = [outcome for outcome in outcomes if isinstance(outcome, bytes)]
            assert len(refused) + len(answered) == 21
            assert len(refused) >= 10

    anyio.run(test)


def test_a_late_answer_about_an_earlier_revision_does_not_hide_the_later_one(pool: ProcessPool) -> None:
    async def test() -> None:
        with services(pool) as (one,):
            one.processes.hold("a session", 2, "later", 0)
            one.processes.hold("a session", 1, "earlier", 0)
            assert await one.processes.keep("a session", 2)
            assert not await one.processes.keep("a session", 3)

    anyio.run(test)
