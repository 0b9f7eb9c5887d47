"""Audits a running server from outside, over its HTTP API alone.

    python -m tests.oracle.audit --base http://127.0.0.1:8000 --sessions 300 --seed 1
    python -m tests.oracle.audit --serve

Makes random sessions, goes through them at random, and compares every number with PyTorch and with arithmetic
of 400 digits, every formula with its number, every sentence with what it claims, and every file with the
session. The same seed makes the same calls.
"""

import argparse
import sys
from contextlib import nullcontext

from tests.oracle.audit.audit import audit
from tests.oracle.audit.servers import served


def main() -> None:
    """Read the arguments, audit, print the summary; the exit status is 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle.audit")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--base", help="address of a running server, such as http://127.0.0.1:8000")
    where.add_argument("--serve", action="store_true", help="start a server of two workers for the audit")
    parser.add_argument("--sessions", type=int, default=300, help="how many random sessions (300)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same sessions (1)")
    parser.add_argument("--only", type=int, help="only the session of this number")
    chosen = parser.parse_args()
    numbers = range(chosen.sessions) if chosen.only is None else [chosen.only]
    with served() if chosen.serve else nullcontext(chosen.base) as base:
        report = audit(base, numbers, chosen.seed)
    print(report.summary(chosen.seed))
    sys.exit(1 if report.total else 0)


if __name__ == "__main__":
    main()
