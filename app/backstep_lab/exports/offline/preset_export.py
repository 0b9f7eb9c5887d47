"""`backstep export`: a preset's first iterations as one file that needs no server."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from backstep_lab.exports.offline.file import FileOptions, file_of
from backstep_lab.i18n import catalogue
from backstep_lab.presets import PRESETS
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.spec.errors import Problem
from backstep_lab.wire.address import parse_address

THEMES = ("auto", "light", "dark")


def add_options(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("preset", choices=list(PRESETS), help="the network or graph to record")
    parser.add_argument("--iterations", type=int, default=3, help="how many iterations (3)")
    parser.add_argument("--first", type=int, default=0, help="the first of them, counted from 0 (0)")
    parser.add_argument("--lang", choices=catalogue.LANGUAGES, default=catalogue.LANGUAGES[0], help="(en)")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0], help="colours (auto)")
    parser.add_argument("--live", help="address of a Backstep server to point to (BACKSTEP_PUBLIC_URL)")
    parser.add_argument("-o", "--output", type=Path, help="the file to write (PRESET.html)")


def export(chosen: Namespace, public_url: str) -> None:
    """Write the file; exits with a message where that fails."""
    target: Path = chosen.output or Path(f"{chosen.preset}.html")
    address = parse_address({"preset": chosen.preset, "theme": chosen.theme})
    live = (chosen.live or public_url).rstrip("/")
    try:
        session = open_bookmark("", parse_create({"preset": chosen.preset}))
        text = file_of(
            session, FileOptions(chosen.iterations, chosen.first, address, chosen.lang, live), never_stop
        )
        target.write_text(text, "utf-8")
    except Problem as problem:
        sys.exit(problem.detail)
    except OSError as error:
        sys.exit(f"Backstep cannot write {target}: {error.strerror}.")
    print(f"{target}: {target.stat().st_size / 1000:.0f} kB")
