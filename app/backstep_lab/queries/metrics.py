"""How good a session's predictions are, on what it learns from and on what it has never seen."""

from dataclasses import dataclass

from backstep_lab.engine.analysis.classification import Decision, decision
from backstep_lab.engine.analysis.metrics import Quality, quality
from backstep_lab.sessions.layered import layered, network_of
from backstep_lab.sessions.session import Session


@dataclass(frozen=True, slots=True)
class Measured:
    """Of both sets, `test` None where there is none; `read` says how outputs are read as classes."""

    read: Decision | None
    train: Quality
    test: Quality | None


def measured(session: Session) -> Measured:
    """Judged with the parameters as they stand."""
    setup, network = layered(session).setup, network_of(session)
    read = decision(setup.plan.data.Y)
    test = quality(network, setup.test, read) if len(setup.test) else None
    return Measured(read, quality(network, setup.plan.data, read), test)
