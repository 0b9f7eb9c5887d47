"""The first request of a process makes nobody wait: what takes long is made once, beside the event loop."""

import asyncio
import gzip
import json
import threading

import pytest
from fastapi.testclient import TestClient

from backstep_lab.compute.once import Once
from backstep_lab.compute.processes import ProcessPool
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from backstep_lab.web import api_description as description
from tests.api.raw import HOST, ask
from tests.client import Client


def test_a_value_is_made_once_in_another_thread_while_the_loop_goes_on() -> None:
    new, let_go = threading.Event(), threading.Event()
    threads: list[int] = []

    def make() -> str:
        threads.append(threading.get_ident())
        new.set()
        assert let_go.wait(10)
        return "made"

    async def together() -> list[str]:
        once = Once(make)
        waiting = [asyncio.create_task(once.ready()) for _ in range(3)]
        await asyncio.to_thread(new.wait, 10)
        assert not any(task.done() for task in waiting)  # this line runs although the value is being made
        let_go.set()
        return [*await asyncio.gather(*waiting), await once.ready()]

    assert asyncio.run(together()) == ["made"] * 4
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_a_caller_who_goes_away_leaves_the_value_to_the_others() -> None:
    let_go = threading.Event()

    def make() -> str:
        assert let_go.wait(10)
        return "made"

    async def cancelled() -> str:
        once = Once(make)
        early = asyncio.create_task(once.ready())
        late = asyncio.create_task(once.ready())
        await asyncio.sleep(0)
        early.cancel()
        await asyncio.gather(early, return_exceptions=True)
        assert early.cancelled()
        let_go.set()
        return await late

    assert asyncio.run(cancelled()) == "made"


def test_what_its_making_raises_everybody_gets() -> None:
    once: Once[str] = Once(lambda: str(1 // 0))

    async def twice() -> None:
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                await once.ready()

    asyncio.run(twice())


@pytest.mark.parametrize(
    "path", ["/openapi.json", "/docs", "/", "/lessons", "/picture.svg", "/api/v1/presets"]
)
def test_a_first_page_is_made_beside_the_event_loop(
    pool: ProcessPool, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the words or the description are made, for as long as it takes, others are answered."""
    made = Once(lambda: let_go.wait(10))
    let_go = threading.Event()
    monkeypatch.setattr("backstep_lab.api.preparation.WORDS", made)
    monkeypatch.setattr(description, "WORDS", made)
    monkeypatch.setattr(description, "_MADE", [])
    with Client(create_app(Settings(store="memory:"), pool)) as client:
        answers: list[int] = []
        first = threading.Thread(target=lambda: answers.append(client.get(path).status_code))
        first.start()
        while made._value is None:  # until the first request has begun it
            assert client.get("/healthz").status_code == 200
        assert client.get("/healthz").status_code == 200
        assert answers == []
        let_go.set()
        first.join(30)
        assert answers == [200]


def test_the_description_is_the_same_packed_and_plain_and_is_not_sent_twice(client: TestClient) -> None:
    plain = ask(client, "GET", b"/openapi.json")
    packed = ask(client, "GET", b"/openapi.json", (*HOST, (b"accept-encoding", b"gzip")))
    assert packed.header("content-encoding") == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    tag = str(plain.header("etag")).encode()
    again = ask(client, "GET", b"/openapi.json", (*HOST, (b"if-none-match", b'"other", ' + tag)))
    assert (again.status, again.body) == (304, b"")
    changed = ask(client, "GET", b"/openapi.json", (*HOST, (b"if-none-match", b'"other"')))
    assert changed.status == 200


def test_the_description_names_the_prefix_that_it_stands_behind(
    pool: ProcessPool, client: TestClient
) -> None:
    assert "servers" not in client.get("/openapi.json").json()
    settings = Settings(store="memory:", public_url="https://uni.example/tools/backstep")
    with Client(create_app(settings, pool)) as prefixed:
        answer = json.loads(prefixed.get("/openapi.json").content)
        assert answer["servers"] == [{"url": "/tools/backstep"}]
        assert '"/tools/backstep/openapi.json"' in prefixed.get("/docs").text
