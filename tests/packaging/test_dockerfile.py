"""No container engine is needed to keep the Dockerfile honest: its steps run in empty folders instead."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.steps import Box, Stage, command_of, health_check_of, read
from tools.node import folder_of_node

ROOT = Path(__file__).resolve().parents[2]
STAGES = read((ROOT / "Dockerfile").read_text(encoding="utf-8"))
OWN_FOLDER = Path(sys.executable).parent


@pytest.fixture(scope="module")
def boxes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Box]:
    """Every stage of the Dockerfile, carried out."""
    context = tmp_path_factory.mktemp("context")
    send(context)
    done: dict[str, Box] = {}
    for stage in STAGES:
        root = tmp_path_factory.mktemp(stage.name)
        box = Box(root, search_path(stage, tmp_path_factory.mktemp(f"{stage.name}-image")))
        for step in stage.instructions:
            box.carry_out(step, context, done)
        done[stage.name] = box
    return done


def send(context: Path) -> None:
    """Copy what .dockerignore lets through, as a builder would receive it."""
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    for kept in (rule[1:] for rule in rules if rule.startswith("!")):
        source, target = ROOT / kept, context / kept
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "dist"))
        else:
            shutil.copy(source, target)


def search_path(stage: Stage, image: Path) -> str:
    """A clean virtual environment stands for a Python image, this machine's Node.js for the Node image."""
    rest = os.environ["PATH"]
    if stage.image.startswith("python:"):
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", image], check=True)
        give_pip(image)
        return f"{image}/bin:{rest}"
    node = folder_of_node(rest) or folder_of_node(str(OWN_FOLDER))
    assert node is not None, "no Node.js: make test installs one"
    return f"{node}:{rest}"


def give_pip(image: Path) -> None:
    """Let this environment's pip install into that one: one of its own would take longer than all steps."""
    pip = image / "bin" / "pip"
    pip.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pip --python "{image}/bin/python" "$@"\n')
    pip.chmod(0o755)


@pytest.fixture(scope="module")
def served(boxes: dict[str, Box], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server that the image's CMD starts."""
    final = STAGES[-1]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    data = tmp_path_factory.mktemp("data")
    given = {"HOST": "127.0.0.1", "PORT": port, "BACKSTEP_STORE": f"sqlite:///{data}/backstep.sqlite3"}
    environment = boxes["final"].environment() | given
    program = shutil.which(command_of(final)[0], path=environment["PATH"])
    assert program is not None
    log = data / "log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [program, *command_of(final)[1:]], cwd=data, env=environment, stdout=out, stderr=out
        )
        try:
            wait_until_healthy(health_check_of(final), environment, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=10)


def wait_until_healthy(check: str, environment: dict[str, str], log: Path, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while subprocess.run(["sh", "-c", check], env=environment, capture_output=True).returncode:
        assert time.monotonic() < deadline, f"the health check stays unhappy:\n{log.read_text()}"
        time.sleep(0.2)


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        text: bytes = answer.read()
        return text.decode()


def test_the_image_serves_the_page_with_its_assets(served: str) -> None:
    page = fetch(f"{served}/")
    assets = re.findall(r'(?:src|href)="([^"]*dist/[^"]*\.(?:js|css))"', page)
    assert 'id="backstep-initial"' in page
    assert {Path(asset).suffix for asset in assets} == {".js", ".css"}
    for asset in assets:
        assert fetch(urllib.parse.urljoin(f"{served}/", asset))


def test_the_image_serves_the_presets_in_both_languages(served: str) -> None:
    english, chinese = fetch(f"{served}/?lang=en"), fetch(f"{served}/?lang=zh-CN")
    assert "mazur" in english
    assert "mazur" in chinese
    assert english != chinese


def test_only_useradd_is_not_carried_out(boxes: dict[str, Box]) -> None:
    skipped = [command.split()[0] for box in boxes.values() for command in box.skipped]
    assert skipped == ["useradd"]


def test_what_serves_is_not_root_and_has_no_build_tool() -> None:
    final = STAGES[-1]
    assert final.texts("USER") == ["backstep"]
    assert final.image.endswith("-slim")
    assert not any("npm" in text or "build.txt" in text for text in final.texts("RUN"))
    assert final.texts("VOLUME") == ["/data"]
