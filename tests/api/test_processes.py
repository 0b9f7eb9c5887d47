"""What a learner may rely on when processes die, race or are busy."""

import json
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import httpx2
import pytest

from tests.api.processes import Server, serving

STREAM = {"Accept": "text/event-stream"}


def session_of(server: Server, client: httpx2.Client, preset: str = "mazur") -> str:
    answer = client.post(f"{server.base}/api/v1/sessions", json={"preset": preset})
    return f"{server.base}/api/v1/sessions/{answer.json()['id']}"


def test_a_killed_server_loses_no_step_that_it_answered(tmp_path: Path) -> None:
    server = Server(tmp_path / "store.sqlite3")
    acknowledged = [0, 0, 0]
    with httpx2.Client() as client:
        addresses = [session_of(server, client) for _ in acknowledged]

    def pour(index: int) -> None:
        with httpx2.Client() as client:
            while True:
                try:
                    answer = client.post(f"{addresses[index]}/step", json={"unit": "neuron"})
                except httpx2.TransportError:
                    return
                acknowledged[index] = answer.json()["revision"]

    threads = [threading.Thread(target=pour, args=(index,)) for index in range(len(addresses))]
    for thread in threads:
        thread.start()
    while min(acknowledged) < 40 and all(thread.is_alive() for thread in threads):
        time.sleep(0.01)
    assert min(acknowledged) >= 40
    server.kill()
    for thread in threads:
        thread.join()
    with serving(tmp_path / "store.sqlite3") as again, httpx2.Client() as client:
        for address, last in zip(addresses, acknowledged, strict=True):
            session = client.get(address.replace(server.base, again.base)).json()
            assert session["revision"] in (last, last + 1), (
                "a step may be done whose answer was cut off, no more"
            )
            twin = session_of(again, client)
            client.post(f"{twin}/step", json={"unit": "neuron", "count": session["revision"]})
            expected = client.get(twin).json()
            assert expected["position"] == session["position"]
            assert expected["values"] == session["values"]


def training(client: httpx2.Client, address: str) -> AbstractContextManager[httpx2.Response]:
    """A long training, with its events."""
    return client.stream("POST", f"{address}/train", json={"iterations": 100_000}, headers=STREAM)


def told_of(lines: Iterator[str]) -> dict[str, Any]:
    """The next event's data."""
    return dict(json.loads(next(line for line in lines if line.startswith("data:")).removeprefix("data:")))


def test_a_killed_server_loses_no_progress_of_training_that_it_reported(tmp_path: Path) -> None:
    server = Server(tmp_path / "store.sqlite3")
    with httpx2.Client(timeout=30) as client:
        address = session_of(server, client)
        with training(client, address) as answer:
            lines = answer.iter_lines()
            last = [told_of(lines) for _ in range(3)][-1]
            server.kill()
    with serving(tmp_path / "store.sqlite3") as again, httpx2.Client(timeout=30) as client:
        session = client.get(address.replace(server.base, again.base)).json()
        assert session["revision"] >= last["revision"]
        assert session["position"]["iteration"] >= last["position"]["iteration"] > 0


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Three workers on one file."""
    with serving(tmp_path_factory.mktemp("several") / "store.sqlite3", workers=3) as server:
        yield server


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that no test ends."""
    with serving(tmp_path_factory.mktemp("single") / "store.sqlite3") as server:
        yield server


@pytest.fixture
def clients() -> Iterator[list[httpx2.Client]]:
    """A connection each, so that all workers are met."""
    with ExitStack() as opened:
        yield [opened.enter_context(httpx2.Client(timeout=30)) for _ in range(6)]


def test_workers_on_one_file_answer_as_one(several: Server, clients: list[httpx2.Client]) -> None:
    address = session_of(several, clients[0])
    one = session_of(several, clients[0])
    revisions = []
    for turn in range(60):
        answer = clients[turn % 6].post(f"{address}/step", json={"unit": "neuron"})
        revisions.append(answer.json()["revision"])
        seen = clients[(turn + 1) % 6].get(address).json()
        assert seen["revision"] == revisions[-1]
        assert seen["position"] == answer.json()["position"]
    assert revisions == list(range(1, 61))
    clients[0].post(f"{one}/step", json={"unit": "neuron", "count": 60})
    assert clients[1].get(one).json()["values"] == clients[2].get(address).json()["values"]


def test_of_several_clients_at_one_revision_one_wins(several: Server, clients: list[httpx2.Client]) -> None:
    with ThreadPoolExecutor(4) as pool:
        address = session_of(several, clients[0])
        for revision in range(25):
            calls = [pool.submit(c.post, f"{address}/step", json={"revision": revision}) for c in clients[:4]]
            statuses = sorted(call.result().status_code for call in calls)
            assert statuses == [200, 409, 409, 409]
        assert clients[0].get(address).json()["position"]["step"] == 25
        calls = [pool.submit(c.post, f"{address}/step", json={}) for c in clients[:4]]
        assert [call.result().status_code for call in calls] == [200] * 4
        assert clients[0].get(address).json()["position"]["step"] == 29


def test_steps_of_others_go_on_while_somebody_trains(single: Server) -> None:
    body = {
        "network": {
            "inputs": 2,
            "layers": [{"units": 64, "activation": "tanh"}, {"units": 64}, {"units": 1}],
        },
        "data": {"name": "spiral", "samples": 1000},
        "training": {"batch_size": 100},
    }
    with httpx2.Client(timeout=60) as client:
        address = session_of(single, client)
        heavy = client.post(f"{single.base}/api/v1/sessions", json=body).json()["id"]
        trained: list[httpx2.Response] = []

        def train() -> None:
            with httpx2.Client(timeout=60) as own:
                url = f"{single.base}/api/v1/sessions/{heavy}/train"
                trained.append(own.post(url, json={"iterations": 2000}))

        thread = threading.Thread(target=train)
        thread.start()
        waits = []
        while thread.is_alive():
            began = time.perf_counter()
            assert client.post(f"{address}/step", json={}).status_code == 200
            waits.append(time.perf_counter() - began)
        thread.join()
        assert trained[0].json()["ran"]["stopped"] in ("completed", "time")
        waits.sort()
        print(f"{len(waits)} steps while training; median {waits[len(waits) // 2] * 1e3:.1f} ms")
        assert len(waits) >= 20
        assert waits[len(waits) // 2] < 0.1, "half of the steps are answered within a tenth of a second"


def test_training_ends_when_its_listener_leaves(single: Server) -> None:
    with httpx2.Client(timeout=30) as client:
        address = session_of(single, client)
        with training(client, address) as answer:
            assert told_of(answer.iter_lines())["wanted"] == 100_000
        quiet = 0
        end = time.monotonic() + 30
        last = -1
        while quiet < 5 and time.monotonic() < end:
            revision = client.get(address).json()["revision"]
            quiet, last = (quiet + 1 if revision == last else 0), revision
            time.sleep(0.1)
        assert quiet == 5, "the session changes no more"
        assert client.get(address).json()["position"]["iteration"] < 99_999


COUNTED = re.compile(
    r'^backstep_requests_total\{method="GET",route="/api/v1/limits",status="200"\} (.+)$', re.M
)


def test_each_worker_answers_with_the_metrics_of_all(tmp_path: Path) -> None:
    with serving(tmp_path / "store.sqlite3", workers=2, TMPDIR=str(tmp_path)) as server:
        asked, end = 0, time.monotonic() + 60
        # Which worker accepts a connection is up to the kernel: ask until both have answered.
        while len(list(tmp_path.glob("backstep-metrics-*/counter_*.db"))) < 2 or asked < 10:
            assert time.monotonic() < end, "both workers answer"
            with urlopen(f"{server.base}/api/v1/limits") as answer:  # by a connection of its own
                assert answer.status == 200
            asked += 1

        def metrics() -> str:
            with urlopen(f"{server.base}/metrics") as answer:
                return str(answer.read().decode())

        # A request is counted once its answer is sent: the other worker may be asked before that.
        while COUNTED.findall(metrics()) != [str(float(asked))]:
            assert time.monotonic() < end, "every request is counted"
        for _ in range(12):
            now = metrics()
            assert [float(count) for count in COUNTED.findall(now)] == [asked]
            assert "\nbackstep_sessions 0.0\n" in now
    assert list(tmp_path.glob("backstep-metrics-*")) == []
