"""When a computation has to stop: `proceed` functions that raise once their time is up."""

from collections.abc import Callable
from time import monotonic

from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.spec.errors import Busy, TooLong

INLINE_SECONDS = 0.02  # on the event loop: several times what work that was judged to be small should take


class TookLong(Exception):  # noqa: N818 – what is the case
    """Work on the event loop takes longer than it should; it is done again off the event loop."""


def inline() -> ShouldContinue:
    """For work on the event loop."""
    end = monotonic() + INLINE_SECONDS

    def proceed() -> bool:
        if monotonic() > end:
            raise TookLong
        return True

    return proceed


def within(seconds: float, is_cancelled: Callable[[], bool] = lambda: False) -> ShouldContinue:
    """For work of limited time: raises TooLong after it, returns False once no caller waits."""
    end = monotonic() + seconds

    def proceed() -> bool:
        if is_cancelled():
            raise Busy.waiting()
        if monotonic() > end:
            raise TooLong(seconds)
        return True

    return proceed
