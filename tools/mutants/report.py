"""What became of the mutants: a line for each while it runs, and a table in the end."""

from collections import Counter
from dataclasses import dataclass, field

from tools.mutants.mutation import Mutation
from tools.mutants.trial import Outcome

SURVIVED, KILLED, TIMED_OUT = "SURVIVED", "killed", "timed out"


@dataclass
class Report:
    """Counts by package; `places` is how many places each has to mutate."""

    places: dict[str, int]
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, package: str, mutation: Mutation, outcome: Outcome) -> None:
        """Count a mutant, and print its line."""
        verdict = SURVIVED if outcome.passed else TIMED_OUT if outcome.timed_out else KILLED
        self.counts[package, verdict] += 1
        line, _ = mutation.start
        print(
            f"{verdict:9} {outcome.seconds:5.1f} s  {mutation.module}:{line}  {mutation.difference()}",
            flush=True,
        )

    def table(self) -> str:
        """The table: what was tried of what could be, and how much of it was noticed."""
        rows = [
            "| package | places | mutants | killed | timed out | survived | noticed |",
            "|---|" + "---:|" * 6,
        ]
        for package, places in self.places.items():
            survived, killed, timed_out = (
                self.counts[package, each] for each in (SURVIVED, KILLED, TIMED_OUT)
            )
            tried = survived + killed + timed_out
            noticed = f"{(killed + timed_out) / tried:.0%}" if tried else "–"
            rows.append(
                f"| `{package}` | {places} | {tried} | {killed} | {timed_out} | {survived} | {noticed} |"
            )
        return "\n".join(rows)
