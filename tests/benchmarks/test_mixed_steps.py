"""Processor time of a step of mixed units: of a class on four presets, and of sessions with own numbers.

Printed, not judged, in µs: a busy machine makes all of it longer, so a bare FastAPI endpoint is measured in
turn, and what may be compared between two runs is the ratio.
"""

import asyncio
from pathlib import Path
from statistics import median
from typing import Any

import httpx2

from tests.benchmarks.serving import Served, load, request_of, serving
from tests.load.client import Connection
from tests.load.learners import COURSES, SESSIONS, Course

LEARNERS, AT_ONCE, STEPS, ROUNDS, BARE_SECONDS = 80, 8, 8, 8, 0.5
Learner = tuple[Connection, Course, str]  # with the path of the session


def test_steps_of_mixed_units(tmp_path: Path) -> None:
    sample = tmp_path / "answer.json"
    with serving(
        "backstep_lab.main:create_app", BACKSTEP_STORE=f"sqlite:///{tmp_path}/sessions.sqlite3"
    ) as server:
        address = f"http://127.0.0.1:{server.port}{SESSIONS}"
        step = f"{address}/{httpx2.post(address, json={'preset': 'mazur'}).json()['id']}/step"
        sample.write_bytes(httpx2.post(step, json={"unit": "term"}).content)
        with serving("tests.benchmarks.bare:create_app", BARE_ANSWER=str(sample)) as bare:
            rows = asyncio.run(_measured(server, bare))
    print(f"\n{LEARNERS} sessions of {len(COURSES)} presets, µs of processor time")
    print("   bare   a class  ratio  own numbers  ratio")
    for plain, same, own in rows:
        print(f"{plain:7.0f}{same:10.0f}{same / plain:7.2f}{own:13.0f}{own / plain:7.2f}")
    ratios = [(same / plain, own / plain) for plain, same, own in rows]
    print(f"median ratios: {median(r[0] for r in ratios):.2f} and {median(r[1] for r in ratios):.2f}")


async def _measured(server: Served, bare: Served) -> list[tuple[float, float, float]]:
    """(answer of the bare endpoint, step of a class, step of sessions with own numbers) in each round."""
    classmates = [await _begun(server.port, number, {}) for number in range(LEARNERS)]
    others = [await _begun(server.port, n, {"network": {"seed": 1000 + n}}) for n in range(LEARNERS)]
    request = request_of(f"{SESSIONS}/x/step", b'{"unit": "term"}')
    rows = []
    for done in range(0, ROUNDS * STEPS, STEPS):
        plain = (await load(bare, [request] * 4, BARE_SECONDS)).cpu
        rows.append((plain, await _stepped(server, classmates, done), await _stepped(server, others, done)))
    for connection, *_ in (*classmates, *others):
        connection.close()
    await asyncio.sleep(0)  # the sockets are closed in the loop's next turn
    return rows


async def _begun(port: int, number: int, more: dict[str, Any]) -> Learner:
    course, connection = COURSES[number % len(COURSES)], Connection(port)
    answer = await connection.ask("POST", SESSIONS, {"preset": course.preset, **more})
    assert answer.status == 201, answer.body
    return connection, course, f"{SESSIONS}/{answer.json()['id']}/step"


async def _stepped(server: Served, learners: list[Learner], done: int) -> float:
    """µs of processor time for each of the next steps of all."""

    async def one(learner: Learner) -> None:
        connection, course, path = learner
        for click in range(done, done + STEPS):
            answer = await connection.ask("POST", path, {"unit": course.unit(click), "revision": click})
            assert answer.status == 200, answer.body

    used = server.cpu_seconds()
    for first in range(0, len(learners), AT_ONCE):
        await asyncio.gather(*map(one, learners[first : first + AT_ONCE]))
    return (server.cpu_seconds() - used) / (len(learners) * STEPS) * 1e6
