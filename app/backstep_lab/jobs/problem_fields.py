"""Problems between processes: their fields as plain values, and the same problem again."""

from typing import Any

from backstep_lab.spec import errors
from backstep_lab.spec.errors import Problem

_KINDS = {
    kind.__name__: kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, Problem)
}


def fields_of(problem: Problem) -> dict[str, Any]:
    """The problem as plain values."""
    return {"kind": type(problem).__name__, **vars(problem)}


def problem_of(fields: dict[str, Any]) -> Problem:
    """The problem that `fields_of` was given."""
    kind = _KINDS[fields.pop("kind")]
    problem = kind.__new__(kind)
    Exception.__init__(problem, fields["detail"])
    vars(problem).update(fields)
    return problem
