"""`backstep lesson check FOLDER`: whether lessons can be taught, and what stands in their way."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from backstep_lab.lessons.errors import InvalidLessons
from backstep_lab.lessons.library import lessons_in


def add_options(parser: ArgumentParser) -> None:
    """What the command takes."""
    actions = parser.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="hold lessons against the glossary and the engine")
    check.add_argument("folder", type=Path, help="a lesson's folder, or a folder of such folders")


def check(chosen: Namespace) -> None:
    """Print that all lessons are valid, or exit with each mistake, its file and line."""
    if not chosen.folder.is_dir():
        sys.exit(f"There is no folder {chosen.folder}.")
    try:
        lessons = lessons_in(chosen.folder)
    except InvalidLessons as wrong:
        sys.exit(str(wrong))
    for lesson in lessons:
        print(f"{lesson.slug}: {lesson.length} passages")
