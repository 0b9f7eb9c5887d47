"""A learner's edit: what it changes, and where it was made."""

from dataclasses import dataclass

from backstep_lab.models.change import Change

Position = tuple[int, int]  # iteration and step


@dataclass(frozen=True, eq=False)
class Edit:
    """A change: it acts from the start of `iteration`, was made at `origin` and led to `landing`.

    `dropped` are later edits that it replaced, since it was made before them; undoing it restores them.
    """

    iteration: int
    origin: Position
    landing: Position
    focus: int
    change: Change
    dropped: tuple["Edit", ...] = ()
