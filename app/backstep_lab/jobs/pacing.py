"""Holds a training run to a number of iterations a second."""

STORED_SECONDS = 1 / 4  # of iterations that a run which was kept waiting may make up for


class Pacing:
    """How many iterations are due. The first one is due at once; time is an argument."""

    def __init__(self, per_second: float | None, event_seconds: float, now: float) -> None:
        self._per_second = per_second
        self._least = 1.0 if per_second is None else max(1.0, per_second * event_seconds)
        self._due, self._counted_at = self._least, now

    def wait(self, now: float) -> float:
        """Seconds until the next slice is due."""
        if self._per_second is None:
            return 0.0
        self._count(now)
        return max(0.0, (self._least - self._due) / self._per_second)

    def most(self, now: float) -> int | None:
        """How many iterations the next slice may do; None for as many as it can."""
        if self._per_second is None:
            return None
        self._count(now)
        return max(1, int(self._due))

    def spend(self, iterations: int) -> None:
        """Count iterations that were done."""
        self._due -= iterations

    def _count(self, now: float) -> None:
        assert self._per_second is not None, "only a pace makes iterations due"
        most = max(self._least, self._per_second * STORED_SECONDS)
        self._due = min(most, self._due + (now - self._counted_at) * self._per_second)
        self._counted_at = now
