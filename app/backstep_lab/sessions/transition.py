"""A change of a session."""

from dataclasses import dataclass, replace

import numpy as np

from backstep_lab.sessions.session import Session


@dataclass(frozen=True, eq=False, slots=True)
class Transition:
    """Session before and after a change.

    `needs_snapshot` where more changed than the numbers between two steps of one iteration; `ends_run` where
    a training run under way cannot go on from the new session.
    """

    start: Session
    end: Session
    needs_snapshot: bool = False
    ends_run: bool = False

    def at_revision(self, revision: int) -> "Transition":
        """The same change, its end under another revision."""
        return replace(self, end=self.end.at_revision(revision))

    @property
    def same_iteration(self) -> bool:
        """Whether the change is a move within one iteration."""
        return self.start.current is self.end.current and not self.needs_snapshot

    @property
    def parameters_changed(self) -> bool:
        """Whether the session's parameters are other ones than before."""
        before, after = (each.current.theta(each.is_complete) for each in (self.start, self.end))
        return before is not after and not np.array_equal(before, after)
