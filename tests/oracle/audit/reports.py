"""What an audit counts, and what it found wrong, with the calls that show it again."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

SHOWN = 3  # examples of each kind of failure


@dataclass(frozen=True)
class Failure:
    """A thing that is not as it must be."""

    kind: str
    session: int
    text: str
    calls: tuple[str, ...]


@dataclass
class Report:
    """Counts of checks, and the failures by kind."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: dict[str, list[Failure]] = field(default_factory=lambda: defaultdict(list))

    def failed(self, failure: Failure) -> None:
        """Keep the failure."""
        self.failures[failure.kind].append(failure)

    @property
    def total(self) -> int:
        """How many failures there are."""
        return sum(map(len, self.failures.values()))

    def summary(self, seed: int) -> str:
        """Every kind of failure with its first examples; the counts in the closing line."""
        lines: list[str] = []
        for kind, found in sorted(self.failures.items()):
            sessions = len({one.session for one in found})
            lines.append(f"\n{kind}: {len(found)} failures in {sessions} sessions")
            first = {one.session: one for one in reversed(found)}  # an example of each session
            for one in [first[number] for number in sorted(first)][:SHOWN]:
                lines += [f"  {one.text}", f"    again: --seed {seed} --only {one.session}, or these calls:"]
                lines += [f"      {call}" for call in one.calls]
        counted = ", ".join(f"{n} {what}" for what, n in self.counts.items())
        return "\n".join([*lines, f"\n{counted}, {self.total} failures"])
