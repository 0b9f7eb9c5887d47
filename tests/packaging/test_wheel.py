"""What a wheel and an sdist hold, and that neither is built without the page."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = "static/dist/.vite/manifest.json"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of this checkout and the wheel that is made from that sdist."""
    folder = tmp_path_factory.mktemp("built")
    done = build(ROOT, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def build(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), str(source)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def names_in_wheel(built: Path) -> set[str]:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def names_in_sdist(built: Path) -> set[str]:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def tracked(*folders: str) -> set[str]:
    """The files of the checkout below these folders, without what Python leaves behind."""
    paths = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return {str(path.relative_to(ROOT)) for path in paths if "__pycache__" not in path.parts}


def test_the_wheel_holds_the_package_and_everything_it_reads(built: Path) -> None:
    expected = {path.removeprefix("app/") for path in tracked("app/backstep_lab")}
    missing = expected - names_in_wheel(built)
    assert missing == set()


def test_the_wheel_holds_the_built_page_and_the_templates(built: Path) -> None:
    expected = {
        path.replace("static/dist", "backstep_lab/_pages/dist").replace(
            "templates", "backstep_lab/_pages/templates", 1
        )
        for path in tracked("static/dist", "templates")
    }
    assert "backstep_lab/_pages/dist/.vite/manifest.json" in expected
    assert expected - names_in_wheel(built) == set()


def test_the_wheel_holds_nothing_but_the_package(built: Path) -> None:
    assert {name.split("/")[0] for name in names_in_wheel(built)} == {
        "backstep_lab",
        "backstep_lab-0.1.0.dist-info",
    }


def test_the_sdist_holds_the_built_page_and_its_sources(built: Path) -> None:
    names = names_in_sdist(built)
    assert {
        PAGE,
        "package-lock.json",
        "static/src/entry/lab.ts",
        "templates/lab.html",
        "LICENSE",
    } - names == set()
    assert not any(name.startswith(("node_modules", ".venv")) for name in names)


def test_a_build_without_the_page_is_refused_with_what_to_do(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "app" / "backstep_lab").mkdir(parents=True)
    done = build(tmp_path, tmp_path / "dist")
    assert done.returncode != 0
    assert f"The page is not built: no {PAGE}. Build it first: npm ci && npm run build" in done.stderr
    assert not list(tmp_path.glob("dist/*"))


def test_the_wheel_leaves_a_users_own_app_module_alone(built: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "app.py").write_text("OWNER = 'user'\n")
    (wheel,) = built.glob("*.whl")
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(site),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    program = (
        "import app, backstep_lab.main; from importlib.metadata import version;"
        "print(app.OWNER, backstep_lab.__file__, version('backstep-lab'))"
    )
    environment = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["user", str(site / "backstep_lab" / "__init__.py"), "0.1.0"]
