"""How long a heat map of 100 × 100 points takes, from the request to its last byte."""

from time import perf_counter

from fastapi.testclient import TestClient

from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app

AIM = 100.0  # milliseconds
ROUNDS = 10
LAYERS = [{"units": units, "activation": "tanh"} for units in (8, 8)]
BODY = {
    "network": {"inputs": 2, "layers": [*LAYERS, {"units": 1, "activation": "sigmoid"}]},
    "data": {"name": "spiral", "samples": 200},
}


def test_a_heat_map_is_there_before_a_learner_notices() -> None:
    with TestClient(create_app(Settings(store="memory:"))) as client:
        id = client.post("/api/v1/sessions", json=BODY).json()["id"]
        times = []
        for _ in range(ROUNDS):
            start = perf_counter()
            answer = client.get(f"/api/v1/sessions/{id}/boundary", params={"resolution": 100})
            times.append((perf_counter() - start) * 1000)
    size = len(answer.content) / 1000
    print(f"\n100 × 100 points of a 2-8-8-1 network, {size:.0f} kB of JSON (aim {AIM:g} ms)")
    print(f"     best of {ROUNDS}: {min(times):.1f} ms, slowest {max(times):.1f} ms")
