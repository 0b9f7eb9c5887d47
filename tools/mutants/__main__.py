"""Put small faults into the core, one at a time, and see whether the tests that concern it notice them.

make mutants                                   a sample of every package
make mutants MUTANTS="--count 100 --seconds 3600 --seed 2"
make mutants MUTANTS="--module app/backstep_lab/stepping/cursor.py --count 1000"

The sample is drawn by the seed: places of the code first, and one of the faults possible there. Packages
take turns, so that a sample cut short by time holds as much of each.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from random import Random
from time import monotonic

from tools.mutants.mutation import Mutation, count_places, drawn
from tools.mutants.report import Report
from tools.mutants.targets import PACKAGES, ROOT, Package
from tools.mutants.trial import trials


def arguments() -> Namespace:
    parser = ArgumentParser(prog="make mutants", description="Mutation testing of the core.")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--count", type=int, default=30, help="mutants of each package at most")
    parser.add_argument("--seconds", type=float, default=900.0, help="after which no further mutant is tried")
    parser.add_argument("--module", action="append", default=[], help="only this module; may be repeated")
    return parser.parse_args()


def sample(package: Package, modules: list[Path], count: int, seed: int) -> Iterator[Mutation]:
    return drawn(modules, count, Random(f"{package.name} {seed}"))


def chosen(package: Package, only: list[str]) -> list[Path]:
    return [module for module in package.modules() if not only or str(module) in only]


def in_turn(asked: Namespace) -> Iterator[tuple[Package, Mutation]]:
    samples = [
        sample(package, chosen(package, asked.module), asked.count, asked.seed) for package in PACKAGES
    ]
    for turn in zip_longest(*samples):
        yield from ((package, one) for package, one in zip(PACKAGES, turn, strict=True) if one is not None)


def main() -> None:
    asked = arguments()
    unknown = [module for module in asked.module if not (ROOT / module).is_file()]
    assert not unknown, f"no such module: {', '.join(unknown)}"
    report = Report({package.name: count_places(chosen(package, asked.module)) for package in PACKAGES})
    end = monotonic() + asked.seconds
    with trials() as runs:
        for package, mutation in in_turn(asked):
            if monotonic() > end:
                break
            outcome = runs.with_fault(mutation.module, mutation.source(), package.tests(mutation.module))
            report.add(package.name, mutation, outcome)
    print(report.table())


if __name__ == "__main__":
    main()
