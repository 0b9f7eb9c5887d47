"""The form of a query: what answers it, and an estimate of its work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session

Arguments = Mapping[str, Any]
SLOW = 10**12  # work of what never runs on the event loop, whatever the session
NUMBER_WORK = 300  # work of writing one number as JSON


@dataclass(frozen=True)
class Query:
    """`answer(session, arguments, proceed)` gives JSON; `work(session, arguments)` is in multiplications.

    The arguments are plain values, so that a query can be sent to a compute process. No query changes a
    session.
    """

    answer: Callable[[Session, Arguments, ShouldContinue], bytes]
    work: Callable[[Session, Arguments], int]


def by_model(network: Query, graph: Query) -> Query:
    """One query for layered networks and computation graphs: each kind of model has its own answer."""

    def chosen(session: Session) -> Query:
        return graph if session.current.model == "graph" else network

    return Query(
        lambda session, arguments, proceed: chosen(session).answer(session, arguments, proceed),
        lambda session, arguments: chosen(session).work(session, arguments),
    )


def slow(session: Session, arguments: Arguments) -> int:
    """The work of a query that takes long for every session."""
    return SLOW


def slow_unless(is_quick: bool) -> int:
    """The work of a query that is either answered in about a millisecond or may take long."""
    return 0 if is_quick else SLOW


def per_unit(session: Session, arguments: Arguments) -> int:
    """The work of a query that writes some numbers for each unit."""
    return NUMBER_WORK * sum(layered(session).setup.shape.sizes)


def per_example(session: Session, arguments: Arguments) -> int:
    """The work of a query that writes some numbers for each training example."""
    return NUMBER_WORK * len(layered(session).setup.plan.data)
