"""A Dockerfile read as stages of instructions, and its steps carried out in folders instead of containers."""

import json
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Instruction:
    """One line of a Dockerfile, continuation lines joined: `COPY`, `app app`."""

    word: str
    text: str


@dataclass
class Stage:
    """What follows one FROM. `image` is the base image, `name` what later stages call it."""

    image: str
    name: str
    instructions: list[Instruction] = field(default_factory=list)

    def texts(self, word: str) -> list[str]:
        return [each.text for each in self.instructions if each.word == word]


def read(dockerfile: str) -> list[Stage]:
    """The stages of a Dockerfile, in order; comments and blank lines are left out."""
    stages: list[Stage] = []
    lines = (line for line in dockerfile.splitlines() if not line.startswith("#"))
    for line in re.sub(r"\\\n\s*", " ", "\n".join(lines)).splitlines():
        word, _, text = line.strip().partition(" ")
        if word == "FROM":
            image, _, name = text.partition(" AS ")
            stages.append(Stage(image, name or "final"))
        elif word:
            stages[-1].instructions.append(Instruction(word, text.strip()))
    return stages


@dataclass
class Box:
    """A folder that stands for a stage's file system: `/src` of the image is `root/src` here."""

    root: Path
    path: str  # the search path: the interpreter that stands for the one of the base image comes first
    workdir: Path = field(init=False)
    skipped: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.workdir = self.root

    def inside(self, path: str) -> Path:
        return self.root / path.lstrip("/") if path.startswith("/") else self.workdir / path

    def carry_out(self, step: Instruction, context: Path, boxes: dict[str, "Box"]) -> None:
        """Do one instruction. Those that only describe the container (ENV, EXPOSE, CMD …) do nothing."""
        if step.word == "WORKDIR":
            self.workdir = self.inside(step.text)
            self.workdir.mkdir(parents=True, exist_ok=True)
        elif step.word == "COPY":
            self.copy(step.text.split(), context, boxes)
        elif step.word == "RUN":
            self.run(step.text)

    def copy(self, words: list[str], context: Path, boxes: dict[str, "Box"]) -> None:
        source_root = context
        if words[0].startswith("--from="):
            source_root = boxes[words.pop(0).removeprefix("--from=")].root
        *sources, target = words
        destination = self.inside(target)
        for source in (source_root / each.lstrip("/") for each in sources):
            if source.is_dir():
                shutil.copytree(source, destination, dirs_exist_ok=True)
            else:
                shutil.copy(source, destination / source.name if target.endswith("/") else destination)

    def run(self, command: str) -> None:
        """`useradd` would change this machine's users, and needs root: it is skipped and said so."""
        if shlex.split(command)[0] == "useradd":
            self.skipped.append(command)
            return
        done = subprocess.run(
            ["bash", "-euc", command],
            cwd=self.workdir,
            env=self.environment(),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"RUN {command}\n{done.stdout}\n{done.stderr}"

    def environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key not in ("VIRTUAL_ENV", "PYTHONPATH")}
        return {**kept, "PATH": self.path, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_COMPILE": "1"}


def command_of(stage: Stage) -> list[str]:
    """The words of the stage's CMD, which is in JSON form."""
    (text,) = stage.texts("CMD")
    words = json.loads(text)
    assert isinstance(words, list)
    return words


def health_check_of(stage: Stage) -> str:
    """The shell command of the stage's HEALTHCHECK."""
    (text,) = stage.texts("HEALTHCHECK")
    return text.partition(" CMD ")[2]
