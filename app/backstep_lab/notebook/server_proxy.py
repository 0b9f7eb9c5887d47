"""Backstep beside a Jupyter server: what jupyter-server-proxy asks an entry point for."""

import sys
from typing import Any


def setup() -> dict[str, Any]:
    """How the server is started and shown; `{port}` and `{base_url}` are filled in by the proxy."""
    return {
        "command": [
            sys.executable,
            "-m",
            "backstep_lab.cli",
            "serve",
            "--host",
            "127.0.0.1",
            "--port",
            "{port}",
        ],
        "environment": {"BACKSTEP_STORE": "memory:", "BACKSTEP_PUBLIC_URL": "{base_url}backstep"},
        "timeout": 60,
        "launcher_entry": {"title": "Backstep"},
    }
