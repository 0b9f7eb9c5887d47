"""A change of a session: where it began and where it ended."""

from dataclasses import dataclass

import numpy as np

from app.sessions.session import Session


@dataclass(frozen=True, eq=False)
class Walk:
    """A walk's end, and where it began; `jumped` when more changed than the numbers between both steps."""

    start: Session
    end: Session
    jumped: bool = False

    @property
    def same_iteration(self) -> bool:
        """Whether the walk stayed within one iteration."""
        return self.start.moment is self.end.moment and not self.jumped

    @property
    def parameters_changed(self) -> bool:
        """Whether the session's parameters are other ones than before."""
        return not np.array_equal(self.start.network.theta, self.end.network.theta)
