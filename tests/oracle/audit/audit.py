"""An audit: random sessions one after the other, then what needs no session, then the exported programs."""

from collections.abc import Iterable

from tests.oracle.audit.explorations import explore
from tests.oracle.audit.kinks import questions
from tests.oracle.audit.programs import Programs
from tests.oracle.audit.reports import Report


def audit(base: str, numbers: Iterable[int], seed: int) -> Report:
    """Audit the server at `base` with the sessions of these numbers."""
    report, programs = Report(), Programs()
    for number in numbers:
        explore(base, report, programs, seed, number)
    questions(base, report)
    programs.run(report)
    return report
