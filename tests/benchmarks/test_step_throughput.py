"""Steps a second on SQLite, beside a bare FastAPI endpoint with the same bytes, both loaded in turn."""

import asyncio
from pathlib import Path
from statistics import median

import httpx2

from tests.benchmarks.serving import Load, Served, load, request_of, serving

CLIENTS, SECONDS, ROUNDS, AIM = 4, 0.5, 12, 0.5
BODY = b'{"unit": "term"}'


def test_a_step_costs_at_most_as_much_again_as_answering(tmp_path: Path) -> None:
    sample = tmp_path / "answer.json"
    with serving(
        "backstep_lab.main:create_app", BACKSTEP_STORE=f"sqlite:///{tmp_path}/sessions.sqlite3"
    ) as server:
        base = f"http://127.0.0.1:{server.port}"
        paths = [f"/api/v1/sessions/{_session(base)}/step" for _ in range(CLIENTS)]
        sample.write_bytes(httpx2.post(f"{base}{paths[0]}", content=BODY, headers=_JSON).content)
        with serving("tests.benchmarks.bare:create_app", BARE_ANSWER=str(sample)) as bare:
            pairs = _in_turn(bare, server, [request_of(path, BODY) for path in paths])
    rates = [steps.rate / plain.rate for plain, steps in pairs]
    costs = [plain.cpu / steps.cpu for plain, steps in pairs]
    print(f"\n{CLIENTS} clients, answers of {sample.stat().st_size} bytes")
    print("        bare/s  steps/s  ratio   bare µs  step µs  ratio (processor time)")
    for (plain, steps), rate, cost in zip(pairs, rates, costs, strict=True):
        print(
            f"     {plain.rate:9.0f}{steps.rate:9.0f}{rate:7.2f}{plain.cpu:10.0f}{steps.cpu:9.0f}{cost:7.2f}"
        )
    print(f"median: throughput {median(rates):.2f}, processor time {median(costs):.2f} (aim {AIM})")


_JSON = {"Content-Type": "application/json"}


def _in_turn(bare: Served, server: Served, requests: list[bytes]) -> list[tuple[Load, Load]]:
    """Both under the same load, one after the other, so that whatever else the machine does hits both."""
    return [
        (asyncio.run(load(bare, requests, SECONDS)), asyncio.run(load(server, requests, SECONDS)))
        for _ in range(ROUNDS)
    ]


def _session(base: str) -> str:
    created = httpx2.post(f"{base}/api/v1/sessions", json={"preset": "mazur"})
    return str(created.json()["id"])
