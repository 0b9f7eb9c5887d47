"""The entry point for jupyter-server-proxy: its command serves below the Jupyter server's address."""

import os
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from urllib.request import urlopen

from backstep_lab.web.local_client import listens
from tests.servers.ports import free_port

ROOT = Path(__file__).resolve().parents[2]


def test_the_proxys_own_filling_in_gives_a_server_whose_pages_stand_below_its_prefix() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    module, _, name = project["entry-points"]["jupyter_serverproxy_servers"]["backstep"].partition(":")
    asked = getattr(import_module(module), name)()
    given = {"port": free_port(), "base_url": "/user/me@school/"}
    command = [part.format(**given) for part in asked["command"]]
    environment = {key: value.format(**given) for key, value in asked["environment"].items()}
    path = os.pathsep.join(entry for entry in sys.path if entry)
    env = {**os.environ, **environment, "PYTHONPATH": path}
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as running:
        address = f"http://127.0.0.1:{given['port']}"
        assert listens(address, lambda: running.poll() is None)
        with urlopen(f"{address}/p/xor", timeout=20) as answer:  # the proxy takes the prefix away
            page = answer.read().decode()
        running.terminate()
    assert 'src="/user/me@school/backstep/static/' in page
