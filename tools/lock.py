"""Write the lock files under requirements/ from pyproject.toml, for every platform, with hashes.

make lock                    add what is new, keep every pinned version
python tools/lock.py --upgrade    move to the newest versions
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# dev.txt comes first: it holds everything, and the others must agree with it.
LOCKS = {
    "dev.txt": ["pyproject.toml", "--group", "dev"],
    "runtime.txt": ["pyproject.toml", "--constraint", "requirements/dev.txt"],
    "build.txt": ["--group", "build", "--constraint", "requirements/dev.txt"],
    "mutants.txt": ["--group", "mutants", "--constraint", "requirements/dev.txt"],
    "toolchains.txt": ["--group", "toolchains", "--constraint", "requirements/dev.txt"],
    "node.txt": ["--group", "node"],
}

COMPILE = [
    *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
]


def lock(name: str, sources: list[str], options: list[str]) -> None:
    command = [*COMPILE, *sources, *options, "--output-file", f"requirements/{name}"]
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)


if __name__ == "__main__":
    for name, sources in LOCKS.items():
        lock(name, sources, sys.argv[1:])
