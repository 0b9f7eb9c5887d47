"""What a number is compared with, and what one is chosen from."""

from typing import NamedTuple

from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.models.requested_ref import requested_ref
from backstep_lab.queries.numbers import is_reached
from backstep_lab.quiz.target import QuizTarget
from backstep_lab.sessions.layered import layered
from backstep_lab.spec.errors import Invalid
from backstep_lab.wire.quiz import Ask

_OF_EDGES = frozenset(
    ("product", "downstream_term", "weight_gradient", "batch_gradient", "penalty_gradient", "update")
)


class Other(NamedTuple):
    """What a number is compared with."""

    ref: str
    value: float | None
    known: bool


def other_of(about: QuizTarget, ask: Ask) -> Other:
    """The number beside the one asked for; in a question about later one of now. Raises Invalid."""
    if not about.later:
        ref = ask.other or about.parameter or _first_operand(about)
        _check(about.current, "other", ref)
        return Other(ref, about.value_of(ref), about.is_known(ref))
    session, ref = about.session, ask.other or about.ref
    current = layered(session)
    _check(current, "other", ref)
    return Other(ref, current.value_of(ref, session.focus), is_reached(session, ref))


def among_of(about: QuizTarget, ask: Ask) -> list[str]:
    """The refs to choose from. Raises Invalid where there is no choice."""
    refs = ask.among or _alike(about)
    for ref in refs:
        _check(about.current, "among", ref)
    if len(refs) < 2:
        detail = f"“{about.ref}” has no others beside it to choose from: name them as `among`."
        raise Invalid("among", detail, "problem-asked-alone", ref=about.ref)
    return refs


def _first_operand(about: QuizTarget) -> str:
    operands = about.operation.operands
    if operands:
        return operands[0].ref
    detail = f"“{about.ref}” is made of nothing it could be compared with: name something as `other`."
    raise Invalid("other", detail, "problem-asked-alone", ref=about.ref)


def _alike(about: QuizTarget) -> list[str]:
    """The like numbers of all edges into the same unit (out of it for what flows back)."""
    program, step = about.current.program, about.step
    if step.kind not in _OF_EDGES or about.ref.startswith("db"):
        return []
    above = step.kind == "downstream_term"
    count = program.shape.sizes[step.layer + 1 if above else step.layer - 1]
    return [program.ref(step._replace(term=term)) for term in range(count)]


def _check(current: LayeredIteration, field: str, ref: str) -> None:
    """Raise Invalid where the iteration has no such number, as of another optimizer's memory."""
    with requested_ref(field, ref):
        current.source_of(ref)
