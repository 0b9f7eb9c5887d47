"""What a number is compared with, and what one is chosen from."""

from typing import NamedTuple

from backstep_lab.config import limits
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.models.protocol import Iteration
from backstep_lab.models.requested_ref import requested_ref
from backstep_lab.quiz.target import QuizTarget
from backstep_lab.spec.errors import Invalid
from backstep_lab.wire.quiz import Ask

EDGE_GRADIENTS = ("weight_gradient", "batch_gradient", "penalty_gradient")
_OF_EDGES = frozenset(("product", "downstream_term", "update", *EDGE_GRADIENTS))


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
    current = session.current
    _check(current, "other", ref)
    ordinal = current.source_of(ref).ordinal
    return Other(ref, current.value_of(ref, session.focus), ordinal is None or ordinal < session.step)


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
    if not isinstance(about.current, LayeredIteration):
        return []
    program = about.current.program
    step = program.at(about.ordinal)
    if step.kind not in _OF_EDGES or about.ref.startswith("db"):
        return []
    above = step.kind == "downstream_term"
    count = program.shape.sizes[step.layer + 1 if above else step.layer - 1]
    return [program.ref(step._replace(term=term)) for term in range(count)]


def has_choice(about: QuizTarget) -> bool:
    """Whether a learner can be asked which of the like numbers is largest: once, at the first of them."""
    if not isinstance(about.current, LayeredIteration):
        return False
    _, layer, _, term = step = about.current.program.at(about.ordinal)
    edges = about.current.program.shape.sizes[layer - 1] if layer else 0
    return step.kind in (*EDGE_GRADIENTS, "update") and term == 0 and 2 <= edges <= limits.AMONG


def _check(current: Iteration, field: str, ref: str) -> None:
    """Raise Invalid where the iteration has no such number, as of another optimizer's memory."""
    with requested_ref(field, ref):
        current.source_of(ref)
