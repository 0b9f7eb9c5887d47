"""Any of ten thousand iterations, there and back: how long it takes through the API."""

from statistics import median
from time import perf_counter

import httpx2

from tests.benchmarks.serving import serving

ITERATIONS, AIM_MS = 10_000, 300
JUMPS = [(i * 7919) % ITERATIONS for i in range(60)]


def test_any_iteration_of_ten_thousand_is_there_at_once() -> None:
    with serving("backstep_lab.main:create_app", BACKSTEP_STORE="memory:") as server:
        sessions = f"http://127.0.0.1:{server.port}/api/v1/sessions"
        layers = [{"units": units, "activation": "tanh"} for units in (4, 2, 1)]
        data = {"name": "spiral", "samples": 250, "test_fraction": 0}
        body = {"network": {"inputs": 2, "layers": layers}, "data": data, "training": {"batch_size": 10}}
        address = f"{sessions}/{httpx2.post(sessions, json=body).raise_for_status().json()['id']}"
        httpx2.post(f"{address}/train", json={"iterations": ITERATIONS}, timeout=60).raise_for_status()
        took = [seek(address, iteration) for iteration in JUMPS]
    print(f"\n{len(JUMPS)} jumps among {ITERATIONS} iterations (aim {AIM_MS} ms)")
    print(f"  median {median(took):.1f} ms, worst {max(took):.1f} ms")
    assert max(took) < AIM_MS


def seek(address: str, iteration: int) -> float:
    began = perf_counter()
    answer = httpx2.post(f"{address}/seek", json={"iteration": iteration, "step": None}).raise_for_status()
    assert answer.json()["position"]["iteration"] == iteration
    return (perf_counter() - began) * 1000
