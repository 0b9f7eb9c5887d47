"""`backstep export`: iterations of a preset, or of a model's file, as one file that needs no server."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from backstep_lab.exports.model_file import add_file_options, start_of
from backstep_lab.exports.offline.file import FileOptions, file_of
from backstep_lab.i18n import catalogue
from backstep_lab.presets import PRESETS
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.link import Bookmark, open_bookmark
from backstep_lab.spec.errors import NotFound, Problem
from backstep_lab.wire.address import parse_address

THEMES = ("auto", "light", "dark")


def add_options(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "network",
        help=f"what to record: a session file, parameters (.safetensors), or a preset: {', '.join(PRESETS)}",
    )
    parser.add_argument("--iterations", type=int, default=3, help="how many iterations (3)")
    parser.add_argument("--first", type=int, help="the first of them, counted from 0 (the one it opens at)")
    add_file_options(parser)
    parser.add_argument("--lang", choices=catalogue.LANGUAGES, default=catalogue.LANGUAGES[0], help="(en)")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0], help="colours (auto)")
    parser.add_argument("--live", help="address of a Backstep server to point to (BACKSTEP_PUBLIC_URL)")
    parser.add_argument("-o", "--output", type=Path, help="the file to write (NETWORK.html)")


def export(chosen: Namespace, public_url: str) -> None:
    """Write the file; exits with a message where that fails."""
    target: Path = chosen.output or Path(f"{Path(chosen.network).stem}.html")
    address = parse_address({"theme": chosen.theme}, chosen.network)
    live = (chosen.live or public_url).rstrip("/")
    try:
        session = open_bookmark("", _bookmark(chosen))
        text = file_of(
            session, FileOptions(chosen.iterations, chosen.first, address, chosen.lang, live), never_stop
        )
    except Problem as problem:
        sys.exit(problem.detail)
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"Backstep cannot read {chosen.network}: {getattr(error, 'strerror', error)}.")
    try:
        target.write_text(text, "utf-8")
    except OSError as error:
        sys.exit(f"Backstep cannot write {target}: {error.strerror}.")
    print(f"{target}: {target.stat().st_size / 1000:.0f} kB")


def _bookmark(chosen: Namespace) -> Bookmark:
    """The start of a preset or of a file. Raises NotFound where it names neither."""
    if chosen.network in PRESETS:
        return parse_create({"preset": chosen.network})
    if not Path(chosen.network).exists():
        raise NotFound.preset(chosen.network, [*PRESETS, "a file"])
    return start_of(Path(chosen.network), chosen).bookmark
