"""Problems with a request. Each has a detail in English, and a message key with arguments for translation.

    Problem
    ├── Invalid            an invalid value: field, value and what is allowed
    │   ├── TableRefused   a table that was read, but of which no examples can be made
    │   └── ProgramRefused a mistake in the program of a graph: its line and column
    ├── NotFound           no such session, preset, lesson or number
    ├── Conflict
    │   ├── StaleRevision  the session's revision is higher than the caller's
    │   ├── OutOfTurn      a phase call while another phase is next
    │   ├── NothingBehind  a step back at the start
    │   ├── OtherModel     a call for layered networks on a session with another kind of model
    │   ├── NoGraph        a call for graphs on a session with another kind of model
    │   ├── NoProgram      a network that no program can say
    │   ├── Undefined      a step to a number of a graph that cannot be computed
    │   └── Diverged       a step beyond the last finite number
    ├── Locked             a locked part
    ├── Unreadable         a stored session that this version cannot read
    ├── Full               the server holds as many sessions as it can
    ├── Busy               the queue of computations is full
    ├── StoreUnavailable   the store does not answer
    ├── TooLong            more than one call may compute
    └── UnknownOutcome     the store may or may not have taken a change

`app/backstep_lab/api/errors.py` gives each its HTTP status and problem type.
"""

from collections.abc import Mapping
from typing import Any


class Problem(Exception):  # noqa: N818 – the word of RFC 9457
    """`detail` is an English sentence; `key` and `args` are the same message for every language."""

    def __init__(self, detail: str, key: str, /, **args: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.key = key
        self.message_args = args

    def extras(self) -> dict[str, Any]:
        """Further fields of the problem details."""
        return {}


class Invalid(Problem):
    """An invalid value. `field` is its path in the request."""

    def __init__(self, field: str, detail: str, key: str = "problem-invalid", **args: Any) -> None:
        super().__init__(detail, key, field=field, detail=detail, **args)
        self.field = field

    def extras(self) -> dict[str, Any]:
        return {"field": self.field}


class TableRefused(Invalid):
    """A table of which no examples can be made; `reading` is how it was read, to be corrected."""

    def __init__(self, why: Invalid, reading: dict[str, Any]) -> None:
        super().__init__(why.field, why.detail, why.key)
        self.message_args = why.message_args
        self.reading = reading

    def extras(self) -> dict[str, Any]:
        return {**super().extras(), "reading": self.reading}


class ProgramRefused(Invalid):
    """A mistake in the program of a graph, at a line and a column, both from 1; line 0 is none."""

    def __init__(self, detail: str, key: str, line: int, column: int, args: Mapping[str, Any]) -> None:
        where = f"Line {line}, column {column}: " if line else ""
        super().__init__("graph.program", where + detail, key)
        self.message_args = {**self.message_args, **args, "line": line, "column": column}
        self.line, self.column = line, column

    def extras(self) -> dict[str, Any]:
        place = {"line": self.line, "column": self.column} if self.line else {}
        return {**super().extras(), **place}


class NotFound(Problem):
    """No such session, preset, lesson or number."""

    @classmethod
    def session(cls, id: str) -> "NotFound":
        return cls(
            f"There is no session “{id}” (any more). Start a new one: the same start gives the same numbers.",
            "problem-session-not-found",
            id=id,
        )

    @classmethod
    def preset(cls, name: str, there_are: list[str]) -> "NotFound":
        return cls._among("preset", "problem-preset-not-found", name, there_are)

    @classmethod
    def lesson(cls, name: str, there_are: list[str]) -> "NotFound":
        return cls._among("lesson", "problem-lesson-not-found", name, there_are)

    @classmethod
    def _among(cls, what: str, key: str, name: str, there_are: list[str]) -> "NotFound":
        choices = ", ".join(there_are)
        return cls(f"There is no {what} “{name}”; there are {choices}.", key, name=name, choices=choices)


class Conflict(Problem):
    """The request does not fit the current session; nothing has changed."""


class StaleRevision(Conflict):
    """The session's revision is higher than the caller's."""

    def __init__(self, given: int, revision: int) -> None:
        super().__init__(
            f"This session has moved on to revision {revision}; the call was made for revision {given}. "
            "Nothing has changed: read the session again and repeat the call if it still makes sense.",
            "problem-stale-revision",
            given=given,
            revision=revision,
        )
        self.revision = revision

    def extras(self) -> dict[str, Any]:
        return {"revision": self.revision}


def check_revision(asked: int | None, revision: int) -> None:
    """Raise StaleRevision where a caller asked for another revision than the session's; None asks for any."""
    if asked is not None and asked != revision:
        raise StaleRevision(asked, revision)


class OutOfTurn(Conflict):
    """A phase call while another phase is next; `next` is the next operation."""

    def __init__(self, wanted: str, next: dict[str, Any]) -> None:
        super().__init__(
            f"{wanted.capitalize()} is not at its turn: the next operation is "
            f"{next['kind'].replace('_', ' ')} ({next['ref']}), which belongs to {next['phase']}.",
            "problem-out-of-turn",
            wanted=wanted,
            phase=next["phase"],
            kind=next["kind"],
            ref=next["ref"],
        )
        self.next = next

    def extras(self) -> dict[str, Any]:
        return {"next": self.next}


class NothingBehind(Conflict):
    """A step back at the start."""

    def __init__(self) -> None:
        super().__init__("This is the very start: there is nothing behind it.", "problem-nothing-behind")


class OtherModel(Conflict):
    """A call for layered networks, on a session with another kind of model."""

    def __init__(self, model: str) -> None:
        super().__init__(
            f"This needs a layered network; the model of this session is of the kind “{model}”.",
            "problem-other-model",
            model=model,
        )


class NoGraph(Conflict):
    """A call for computation graphs, on a session with another kind of model."""

    def __init__(self, model: str) -> None:
        super().__init__(
            f"This needs a computation graph; the model of this session is of the kind “{model}”.",
            "problem-no-graph",
            model=model,
        )


class NoProgram(Conflict):
    """A network that the language of programs has no words for, or that is too large for a graph."""

    def __init__(self, part: str) -> None:
        super().__init__(
            f"This network cannot be opened as a graph: {part} is not in the language of programs.",
            "problem-no-program",
            part=part,
        )


class Undefined(Conflict):
    """A step to a number of a graph that is undefined or leaves the range of float64."""

    def __init__(self, ref: str) -> None:
        super().__init__(
            f"{ref} cannot be computed: it is undefined here, as 1/0 is, or too large for a number. "
            "Change what it is made of, or step back.",
            "problem-undefined",
            ref=ref,
        )


class Diverged(Conflict):
    """A step beyond the last finite number."""

    def __init__(self, iteration: int, layer: int, quantity: str) -> None:
        where = f"{quantity} of layer {layer}" if layer else f"the {quantity}"
        super().__init__(
            f"In iteration {iteration} {where} leaves the range of floating-point numbers: training has "
            "diverged. Go back and lower the learning rate, or reset.",
            "problem-diverged",
            iteration=iteration,
            layer=layer,
            quantity=quantity,
        )


class Locked(Problem):
    """A locked part of the session."""

    def __init__(self, part: str) -> None:
        super().__init__(
            f"Whoever set up this session has locked its {part}: it may be seen, not changed.",
            "problem-locked",
            part=part,
        )


class Full(Problem):
    """The server holds as many sessions as it can."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"All {limit} places on this server are taken. Try again in a few minutes.",
            "problem-full",
            limit=limit,
        )


class Busy(Problem):
    """The queue of computations is full; nothing has changed."""

    @classmethod
    def waiting(cls) -> "Busy":
        return cls("This server is busy computing for others. Try again in a few seconds.", "problem-busy")


class TooLong(Problem):
    """The call would exceed its computing time; nothing has changed, and a retry would not help."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"This would take longer than the {seconds:g} seconds that one call may compute. "
            "Go there in smaller strides.",
            "problem-too-long",
            seconds=seconds,
        )


class Unreadable(Problem):
    """A stored session that this version cannot read; `spec` is what it was made from, if known."""

    def __init__(self, spec: dict[str, Any] | None) -> None:
        super().__init__(
            "This session was stored by another version of Backstep, or its record is damaged: it cannot be "
            "opened. Start a new one; the same start gives the same numbers.",
            "problem-unreadable",
        )
        self.spec = spec

    def extras(self) -> dict[str, Any]:
        return {"spec": self.spec}


class StoreUnavailable(Problem):
    """The store does not answer; nothing has changed."""

    def __init__(self) -> None:
        super().__init__(
            "This server cannot reach its store of sessions at the moment. Nothing has changed; "
            "try again in a few seconds.",
            "problem-store",
        )


class UnknownOutcome(Problem):
    """The connection to the store broke after a change was sent."""

    def __init__(self) -> None:
        super().__init__(
            "The connection to the store of sessions broke while a change was being stored: it may or may "
            "not have been made. Ask again with the revision you have; a conflict with the next revision "
            "means that it was made.",
            "problem-unknown-outcome",
        )
