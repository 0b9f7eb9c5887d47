"""The step that a thumbnail of a preset shows."""

from functools import lru_cache

from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.stepping.operations import LOSS


@lru_cache
def telling_step(preset: str) -> int:
    """How many operations of its first iteration are done once what a preset differentiates is known."""
    session = open_bookmark("", parse_create({"preset": preset}))
    return session.current.phases[LOSS][1]
