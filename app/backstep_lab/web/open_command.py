"""`backstep open`: a model's file in the lab, on a server of this machine."""

import sys
import webbrowser
from argparse import ArgumentParser, Namespace
from pathlib import Path

from backstep_lab.exports.model_file import Start, add_file_options, start_of
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.spec.errors import Problem
from backstep_lab.web.local_client import call, listens


def add_options(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, help="a session file, or parameters (.safetensors)")
    add_file_options(parser)
    parser.add_argument("--port", type=int, default=0, help="port to listen on (any free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address alone")


def start(chosen: Namespace) -> Start:
    """What the file describes; exits with a message where that can be no session."""
    try:
        found = start_of(chosen.file, chosen)
        open_bookmark("", found.bookmark)
    except Problem as problem:
        sys.exit(problem.detail)
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"Backstep cannot read {chosen.file}: {error}.")
    return found


def show(address: str, found: Start, in_browser: bool) -> None:
    """Make the session once the server listens, and open its page."""
    if not listens(address, lambda: True):
        return
    page = f"{address}/?session={call(address, found.call, found.body)['id']}"
    print(page, flush=True)
    if in_browser:
        webbrowser.open(page)
