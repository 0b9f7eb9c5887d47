"""Every command in the documents is one that works."""

import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.docs.markdown import ROOT, documents, shell_commands, text_of

COMMANDS = sorted(
    {(path.name, command) for path in documents() for command in shell_commands(path.read_text("utf-8"))}
)
PROGRAM = Path(sys.executable).with_name("backstep")

# by tests/packaging, which installs a wheel with pip, carries out what a container engine would, and makes a
# certificate for nginx
TRIED_ELSEWHERE = {("pip", "install"), ("docker", "compose"), ("openssl", "req")}


def targets() -> set[str]:
    """The targets of the Makefile that a person types."""
    (phony,) = re.findall(r"^\.PHONY: (.+)$", text_of("Makefile"), re.MULTILINE)
    return set(phony.split())


def words_of(command: str) -> list[str]:
    """The command's words without settings before it (`PORT=9000 make run`)."""
    words = shlex.split(command)
    while re.fullmatch(r"[A-Z_]+=.*", words[0]):
        words.pop(0)
    return words


@pytest.mark.parametrize(("document", "command"), COMMANDS)
def test_a_command_in_a_document_exists(document: str, command: str) -> None:
    program, *rest = words_of(command)
    if program == "make":
        wanted = {word for word in rest if "=" not in word}
        assert wanted <= targets(), f"{document}: {command}"
    elif program.endswith("backstep"):
        assert run(str(PROGRAM), rest[0], "--help") == (0, "")
    elif program.endswith("python") and rest[0] == "-m":
        assert run(sys.executable, "-m", rest[1], "--help") == (0, "")
    else:
        assert (program, rest[0]) in TRIED_ELSEWHERE, f"{document}: {command} is not tried anywhere"


@cache
def run(*command: str) -> tuple[int, str]:
    """The exit status and what is said of a failure; a command that several documents name is run once."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr if done.returncode else ""


def test_every_target_is_explained() -> None:
    explained = {words_of(command)[1] for _, command in COMMANDS if words_of(command)[0] == "make"}
    assert targets() - explained == {"lint"}, "lint is a part of test"


def test_make_prints_what_each_target_would_do() -> None:
    for target in sorted(targets()):
        done = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_the_picture_in_the_readme_is_there_and_of_a_fair_size() -> None:
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text_of("README.md"))
    size = Path(ROOT, picture).stat().st_size
    assert 20_000 < size < 600_000
