"""Every load program in turn, each as a process of its own; what they print, and which of them failed.

python -m tests.load             some forty minutes, most of them for the kills
python -m tests.load --short     a minute or two
"""

import argparse
import subprocess
import sys
from typing import NamedTuple

SHORT = ["--short"]
BOTH = ["--store", "sqlite", "postgresql"]
RATE = ["--rate", "2000", "--learners", "400", "1000", "--seconds", "30"]


class Program(NamedTuple):
    """A load program with its usual options, and with those of its short form."""

    name: str
    options: list[str]
    short: list[str]


PROGRAMS = (
    Program("classroom", BOTH, SHORT),
    Program("classroom", [*BOTH, *RATE], SHORT),
    Program("training", BOTH, SHORT),
    Program("hostile", BOTH, SHORT),
    Program("kills", BOTH, SHORT),
    Program("drill", [], ["--learners", "20", "--processes", "2", "--seconds", "2"]),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--short", action="store_true", help="the small form of each")
    is_short = parser.parse_args().short
    failed = []
    for program in PROGRAMS:
        options = program.short if is_short else program.options
        print(f"\n{' '.join([program.name, *options])}", flush=True)
        command = [sys.executable, "-m", f"tests.load.{program.name}", *options]
        if subprocess.run(command, check=False).returncode != 0:
            failed.append(program.name)
    print(f"\nmissed what they must meet: {', '.join(failed) or 'none'}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
