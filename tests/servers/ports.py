"""Free ports, and an account for servers that refuse to run as root."""

import os
import pwd
import socket
from pathlib import Path
from time import monotonic, sleep
from typing import Any


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def unprivileged() -> dict[str, Any]:
    """Arguments of `subprocess` that run a program as somebody else than root."""
    if os.geteuid() != 0:
        return {"cwd": "/"}
    account = _account()
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": [], "cwd": "/"}


def give_away(folder: Path) -> None:
    """Let the programs of `unprivileged` write here."""
    if os.geteuid() == 0:
        os.chown(folder, _account().pw_uid, _account().pw_gid)


def _account() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def wait_for(port: int, seconds: float = 20.0) -> None:
    """Return as soon as somebody listens on this port."""
    end = monotonic() + seconds
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert monotonic() < end, f"nobody listens on port {port} after {seconds:g} s"
        sleep(0.01)
