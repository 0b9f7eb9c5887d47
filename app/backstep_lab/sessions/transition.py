"""A change of a session: where it began and where it ended."""

from dataclasses import dataclass, replace

import numpy as np

from backstep_lab.sessions.session import Session


@dataclass(frozen=True, eq=False, slots=True)
class Transition:
    """A walk's end, and where it began; `jumped` when more changed than the numbers between both steps.

    `ends_run` where a training run under way cannot go on from its end.
    """

    start: Session
    end: Session
    jumped: bool = False
    ends_run: bool = False

    def at_revision(self, revision: int) -> "Transition":
        """The same change, its end under another revision."""
        return replace(self, end=self.end.at_revision(revision))

    @property
    def same_iteration(self) -> bool:
        """Whether the walk stayed within one iteration."""
        return self.start.current is self.end.current and not self.jumped

    @property
    def parameters_changed(self) -> bool:
        """Whether the session's parameters are other ones than before."""
        before, after = self.start.network, self.end.network
        return before is not after and not np.array_equal(before.theta, after.theta)
