"""What one client may do to a server that others use: each attack is one round, repeated until time is up."""

import asyncio
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any
from urllib.parse import quote

from tests.load.attacker import SESSIONS, Attacker
from tests.load.client import events
from tests.load.crafted import file_with_edits, link_with_edits

Attack = Callable[[Attacker], Awaitable[None]]

SPIRAL = {"name": "spiral", "samples": 2000}
WIDE = {
    "network": {"inputs": 2, "layers": [{"units": 80, "activation": "tanh"}] * 3 + [{"units": 1}]},
    "data": SPIRAL,
    "training": {"batch_size": "all"},
}
LARGEST = {
    "network": {"inputs": 2, "layers": [{"units": units} for units in (128, 128, 22, 1)]},
    "data": {"name": "custom", "X": [[0.1, 0.2]], "Y": [[0.3]]},
}
OWN_NUMBERS = {
    "network": {"inputs": 4, "layers": [{"units": 2}, {"units": 1}]},
    "data": {"name": "custom", "X": [[0.1, 0.2, 0.3, 0.4]] * 10_000, "Y": [[0.5]] * 10_000},
}
VARIANTS = [{"network": {"layers": [{"units": units}, {"units": 1}]}} for units in (1, 2, 3, 4)]


async def large_edits(attacker: Attacker) -> None:
    """Every parameter of the largest network, again and again in one session."""
    path = await attacker.session(LARGEST)
    answer = await attacker.ask("GET", path)
    if answer is None or answer.status != 200:
        return
    parameters = answer.json()["parameters"]
    edit = {"network": {"parameters": {"W": parameters["W"], "b": parameters["b"]}}}
    for _ in range(300):
        if (answer := await attacker.ask("PATCH", path, edit)) is None or answer.status != 200:
            break
    await attacker.ask("GET", path, wanted=200)


async def many_passes(attacker: Attacker) -> None:
    path = await attacker.session(WIDE)
    await attacker.ask("POST", f"{path}/step", {"unit": "pass", "count": 1800})
    await attacker.ask("POST", f"{path}/back", {"unit": "pass", "count": 1800})
    await attacker.ask("POST", f"{path}/step", {"unit": "term", "count": 10_000})


async def links_of_many_edits(attacker: Attacker) -> None:
    state = link_with_edits(await _file(attacker))
    for page in ("/", "/embed", "/picture.svg", "/picture.png", "/api/v1/address"):
        await attacker.ask("GET", f"{page}?state={state}")
    await attacker.ask(
        "GET", f"/oembed?url={quote(f'http://127.0.0.1:{attacker.port}/?state={state}', safe='')}"
    )
    await attacker.ask("POST", SESSIONS, {"state": state})


async def files_of_many_edits(attacker: Attacker) -> None:
    await attacker.ask("POST", f"{SESSIONS}/import", file_with_edits(await _file(attacker)))


async def _file(attacker: Attacker) -> dict[str, Any]:
    path = await attacker.session({"preset": "xor"})
    answer = await attacker.ask("GET", f"{path}/export/session")
    if answer is None or answer.status != 200:
        return {"format": "backstep-session", "version": 1, "spec": WIDE}
    file: dict[str, Any] = answer.json()
    return file


async def seeks(attacker: Attacker) -> None:
    path, random = await attacker.session({"preset": "xor"}), Random(1)
    await attacker.ask("POST", f"{path}/train", {"iterations": 2000})
    for _ in range(1000):
        place = {"iteration": random.randrange(2000), "step": None}
        if (answer := await attacker.ask("POST", f"{path}/seek", place)) is None or answer.status == 404:
            break


async def far_seeks(attacker: Attacker) -> None:
    path = await attacker.session(WIDE)
    for iteration in (10_000, 3, 500, 9_000, 0):
        await attacker.ask("POST", f"{path}/seek", {"iteration": iteration})


async def own_numbers(attacker: Attacker) -> None:
    for _ in range(300):
        path = await attacker.session(OWN_NUMBERS)
        await attacker.ask("POST", f"{path}/step", {"unit": "iteration"})


async def many_sessions(attacker: Attacker) -> None:
    for _ in range(10_000):
        await attacker.ask("POST", SESSIONS, {"preset": "mazur"})


async def digits(attacker: Attacker) -> None:
    for _ in range(1000):
        path = await attacker.session({"preset": "digits"})
        await attacker.ask("POST", f"{path}/step", {"unit": "iteration"})


async def heavy_questions(attacker: Attacker) -> None:
    path = await attacker.session(WIDE)
    await attacker.ask("POST", f"{path}/step", {"unit": "pass", "count": 3})
    for question in (
        "landscape?x=W1[0,0]&y=W1[0,1]&resolution=101",
        "gradient-check",
        "paths?ref=dW1[0,0]",
        "loss-slice?ref=W1[0,0]",
        "boundary?resolution=201",
        "order?iterations=10000",
        "metrics",
        "divergence",
        "export/html?iterations=20",
        "export/latex",
        "export/csv",
    ):
        await attacker.ask("GET", f"{path}/{question}")
    await attacker.many(40, "GET", f"{path}/landscape?x=W1[0,0]&y=W1[0,1]&resolution=101")


async def races(attacker: Attacker) -> None:
    path = await attacker.session({"preset": "xor"})
    await attacker.ask("POST", f"{path}/race", {"variants": VARIANTS, "iterations": 10_000})


async def trainings_left(attacker: Attacker) -> None:
    """Long runs whose listeners leave after the first event, and one who listens no more but stays."""
    path = await attacker.session(WIDE)
    for _ in range(5):
        try:
            stream = events(attacker.port, f"{path}/train", {"iterations": 100_000})
            async for name, _ in stream:
                attacker.tally.statuses[name] += 1
                break
            await stream.aclose()
        except (OSError, EOFError) as error:
            attacker.tally.fault(f"{attacker.name}: {error!r}")


async def unguarded_steps(attacker: Attacker) -> None:
    """Twenty clients step one session without a revision."""
    path = await attacker.session({"preset": "mazur"})
    await attacker.many(20, "POST", f"{path}/step", {})


async def heads(attacker: Attacker) -> None:
    for page in ("/", "/embed", "/lessons", "/p/xor", "/healthz", "/readyz", "/embed.js", "/docs"):
        await attacker.ask("HEAD", page, wanted=200)
    await asyncio.sleep(0.05)


async def malformed(attacker: Attacker) -> None:
    """Addresses, heads and bodies that no program of good faith sends."""
    await attacker.ask("GET", "/oembed?url=http://[", wanted=404)
    for target in ADDRESSES:
        await attacker.send(b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" % target)
    for body in BODIES:
        head = b"POST /api/v1/sessions HTTP/1.1\r\nHost: [\r\nContent-Type: application/json\r\n"
        await attacker.send(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)


ADDRESSES = (
    b"/%",
    b"/%ff%fe",
    b"/\xff\xfe",
    b"//",
    b"//[",
    b"*",
    b"http://[",
    b"/..%2f..%2f..%2fetc/passwd",
    b"/static/dist/%00",
    b"/static/dist/../../app/backstep_lab/main.py",
    b"/static/dist/" + b"a" * 300,
    b"/p/%00",
    b"/p/" + b"a" * 4000,
    b"/lessons/%2e%2e%2f",
    b"/api/v1/sessions/%00",
    b"/api/v1/sessions/%ed%a0%80",
    b"/api/v1/sessions/" + b"a" * 8000,
    b"/api/v1/sessions/none/explain?ref=%00",
    b"/?preset=%00&state=1%00",
    b"/?state=" + b"1" * 4096,
    b"/?w=" + b"1," * 5000,
    b"/?" + b"&".join(b"a%d=%%00" % i for i in range(1000)),
    b"/embed?iteration=1e999&step=-1&focus=99999999999999999999999999",
    b"/picture.svg?iteration=999999999&step=999999999",
    b"/picture.png?preset=digits&iteration=10000",
    b"/oembed?url=%00",
    b"/oembed?url=http://[::1]:99999/&maxwidth=-1",
    b"/api/v1/address?iteration=NaN&iteration=1",
    b"/api/v1/lessons/%00?lang=%00",
)
BODIES = (
    b"",
    b"\xff",
    b"\x00" * 1000,
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b'{"preset": "\\ud800"}',
    b'{"preset": null, "network": {"inputs": NaN}}',
    b'{"preset": "xor", "at": {"iteration": ' + b"9" * 5000 + b"}}",
    b'{"preset": "xor", "training": {"optimizer": {"learning_rate": 1e999}}}',
    b'{"preset": "xor", "network": {"inputs": 128, "layers": [{"units": 128}, {"units": 128}]}}',
    b'{"preset": "xor", "data": {"samples": 10000, "name": "spiral", "features": ["x1", "x1", "x1"]}}',
)


async def half_requests(attacker: Attacker) -> None:
    """Connections that begin a request and say no more; they are held for a while, then left."""
    held = []
    for _ in range(20):
        reader, writer = await asyncio.open_connection("127.0.0.1", attacker.port)
        writer.write(b"POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n{")
        held.append((reader, writer))
    await asyncio.sleep(1)
    for _, writer in held:
        writer.transport.abort()


ATTACKS: tuple[Attack, ...] = (
    large_edits,
    many_passes,
    links_of_many_edits,
    files_of_many_edits,
    seeks,
    far_seeks,
    own_numbers,
    many_sessions,
    digits,
    heavy_questions,
    races,
    trainings_left,
    unguarded_steps,
    heads,
    malformed,
    half_requests,
)
