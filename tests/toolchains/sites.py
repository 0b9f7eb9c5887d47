"""The sites beside this file, built by their tools in a folder of their own."""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NODE = [sys.executable, str(ROOT / "tools" / "node.py")]
TEXTS = {".html", ".md", ".mdx", ".py", ".toml", ".yml"}


def copy(name: str, folder: Path, server: str) -> Path:
    """The sources of a site, with the address of this server in them."""
    site = folder / name
    shutil.copytree(HERE / name, site)
    for file in site.rglob("*"):
        if file.suffix in TEXTS:
            text = file.read_text("utf-8")
            file.write_text(text.replace("{server}", server), encoding="utf-8")
    return site


def with_node_packages(site: Path) -> Path:
    """The site beside its tool, and the package as it is published."""
    tool = _installed(site)
    run(ROOT / "packages" / "embed", *NODE, "npm", "pack", "--silent", "--pack-destination", str(site))
    (archive,) = site.glob("backstep-embed-*.tgz")
    package = tool / "node_modules" / "backstep-embed"
    shutil.rmtree(package, ignore_errors=True)
    with tarfile.open(archive) as packed:
        packed.extractall(site, filter="data")
    shutil.move(site / "package", package)
    # What Docusaurus keeps there holds the paths of the site that it built before.
    shutil.rmtree(tool / "node_modules" / ".cache", ignore_errors=True)
    return site


def with_node_tool(site: Path) -> Path:
    """The site beside its tool."""
    _installed(site)
    return site


def in_folder_of_node_tool(site: Path) -> Path:
    """The site in the folder of its tool: Astro finds nothing behind a link."""
    tool = _installed(site)
    (site / "node_modules").unlink()
    shutil.copytree(site, tool, dirs_exist_ok=True)
    return tool


def _installed(site: Path) -> Path:
    """The folder of a site's tool, which is installed once and linked from the site."""
    tool = ROOT / ".venv" / "toolchains" / site.name
    tool.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / site.name / "package.json", tool)
    install = ["npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
    run(tool, *NODE, *install)
    (site / "node_modules").symlink_to(tool / "node_modules")
    return tool


def run(folder: Path, *command: str) -> str:
    """What a tool writes; it succeeds."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
