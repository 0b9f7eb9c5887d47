"""Find programs that the checks need; as root on Debian, install them.

python -m tools.debian    installs PostgreSQL, PgBouncer, nginx, and OpenSSL for certificates
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

POLICY = Path("/usr/sbin/policy-rc.d")  # asked by Debian's packages whether they may start their services
ADMINISTRATORS = ("/usr/local/sbin", "/usr/sbin", "/sbin")  # folders that are not on everybody's path


class MissingError(RuntimeError):
    """A program is not there, and cannot be installed from here."""


def postgresql() -> Path:
    """The folder with PostgreSQL's programs: initdb, postgres, pg_basebackup."""
    return found(_postgresql, "PostgreSQL", "postgresql")


def _postgresql() -> Path | None:
    on_path = shutil.which("initdb")
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: float(path.parent.parent.name), default=None)
    found = newest or (on_path and Path(on_path).resolve())
    return found.parent if found else None


def nginx() -> Path:
    """The path of nginx."""
    return found(lambda: program("nginx"), "nginx", "nginx-light")


def pgbouncer() -> Path:
    """The path of PgBouncer."""
    return found(lambda: program("pgbouncer"), "PgBouncer", "pgbouncer")


def openssl() -> Path:
    """The path of OpenSSL's program."""
    return found(lambda: program("openssl"), "OpenSSL", "openssl")


def wordpress() -> Path:
    """The folder of WordPress, beside a theme, PHP and MariaDB."""
    theme, others = "twentytwentythree", ("php-cli", "php-mysql", "mariadb-server")
    return found(lambda: _wordpress(theme), "WordPress", "wordpress", f"wordpress-theme-{theme}", *others)


def _wordpress(theme: str) -> Path | None:
    folder = Path("/usr/share/wordpress")
    is_whole = (folder / "wp-content" / "themes" / theme).is_dir() and program("php") and program("mariadbd")
    return folder if is_whole else None


def program(name: str) -> Path | None:
    found = shutil.which(name) or shutil.which(name, path=os.pathsep.join(ADMINISTRATORS))
    return Path(found) if found else None


def found(find: Callable[[], Path | None], name: str, *packages: str) -> Path:
    """What `find` finds, before or after installing the packages. Raises MissingError."""
    found = find()
    if found is None and can_install():
        install(*packages)
        found = find()
    if found is None:
        command = f"sudo apt-get install {' '.join(packages)}"
        raise MissingError(f"The checks need {name}. Install it, as in: {command}")
    return found


def can_install() -> bool:
    """Whether this is root on Debian or a system made from it."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def has_package(name: str) -> bool:
    """Whether the system's package lists have this package; a system without lists is asked to fetch them."""
    known = ["apt-cache", "show", "--quiet=2", name]
    if subprocess.run(known, capture_output=True, check=False).returncode == 0:
        return True
    subprocess.run(["apt-get", "--quiet=2", "update"], check=True, stdout=subprocess.DEVNULL)
    return subprocess.run(known, capture_output=True, check=False).returncode == 0


def install(*packages: str) -> None:
    """Install these packages and what they cannot do without; no service is started."""
    print(f"Installing Debian's {', '.join(packages)}", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with _no_services():
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            subprocess.run(
                ["apt-get", "--quiet=2", *command], check=True, env=quiet, stdout=subprocess.DEVNULL
            )


@contextmanager
def _no_services() -> Iterator[None]:
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


if __name__ == "__main__":
    try:
        for find in (postgresql, nginx, pgbouncer, openssl):
            find()
    except MissingError as missing:
        sys.exit(str(missing))
