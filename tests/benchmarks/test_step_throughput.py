"""Steps a second on SQLite, beside a bare FastAPI endpoint that answers the same bytes, both loaded in the same run."""

import asyncio
from pathlib import Path
from statistics import median

import httpx

from tests.benchmarks.serving import request_of, serving, throughput

CLIENTS, SECONDS, ROUNDS, AIM = 4, 0.5, 12, 0.5


def test_a_step_costs_at_most_as_much_again_as_answering(tmp_path: Path) -> None:
    sample = tmp_path / "answer.json"
    store = f"sqlite:///{tmp_path}/sessions.sqlite3"
    with serving("app.main:create_app", BACKSTEP_STORE=store) as port:
        base = f"http://127.0.0.1:{port}/api/v1/sessions"
        paths = [f"/api/v1/sessions/{_session(base)}/step" for _ in range(CLIENTS)]
        answer = httpx.post(f"http://127.0.0.1:{port}{paths[0]}", json={"unit": "term"})
        sample.write_bytes(answer.content)
        requests = [request_of(path, b'{"unit": "term"}') for path in paths]
        with serving("tests.benchmarks.bare:create_app", BARE_ANSWER=str(sample)) as bare_port:
            pairs = [
                (asyncio.run(throughput(bare_port, requests, SECONDS)), asyncio.run(throughput(port, requests, SECONDS)))
                for _ in range(ROUNDS)
            ]
    ratios = [steps / bare for bare, steps in pairs]
    print(f"\n{'bare/s':>8} {'steps/s':>8} {'ratio':>6}   ({len(answer.content)} bytes, {CLIENTS} clients)")
    for (bare, steps), ratio in zip(pairs, ratios, strict=True):
        print(f"{bare:8.0f} {steps:8.0f} {ratio:6.2f}")
    middle = median(ratios)
    print(f"median ratio {middle:.2f} (aim {AIM})")


def _session(base: str) -> str:
    created = httpx.post(base, json={"preset": "mazur"})
    return str(created.json()["id"])
