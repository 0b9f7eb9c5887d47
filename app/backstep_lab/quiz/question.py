"""The next operation, or a later one, as a question: everything but its number."""

from backstep_lab.queries.query import Arguments, Query, slow_unless
from backstep_lab.quiz.choices import EDGE_GRADIENTS, among_of, has_choice, other_of
from backstep_lab.quiz.target import QuizTarget, asked, is_quick_ask
from backstep_lab.sessions.session import Session
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.operation_json import operand_fields
from backstep_lab.wire.quiz import Ask, AskedOperand, AskName, Known, Question

_SIGNED = frozenset(
    (
        "product",
        "sum",
        "loss_slope",
        "downstream_term",
        "downstream_sum",
        "delta",
        "bias_gradient",
        "first_moment",
        "node",
        "message",
        "message_sum",
        *EDGE_GRADIENTS,
    )
)
_COMPARED = frozenset(("activation", "delta", "update"))


def question(session: Session, ask: Ask) -> Question:
    """The question as the learner sees it. Raises Invalid, Diverged."""
    about = asked(session, ask)
    operation = about.operation
    return Question(
        ref=about.ref,
        ask=ask.ask,
        asks=asks(about),
        later=int(about.later),
        kind=operation.kind,
        phase=operation.phase,  # type: ignore[arg-type]  # one of the four by construction
        layer=operation.layer,
        unit=operation.unit,
        symbol=operation.formula.result,
        symbol_mathml=operation.formula.mathml.result,
        formula=operation.formula.templates.symbols,
        formula_mathml=list(operation.formula.mathml.symbols),
        operands=[
            AskedOperand(**operand_fields(o) | ({} if about.is_known(o.ref) else {"value": None}))
            for o in operation.operands
        ],
        other=_other(about, ask) if ask.ask == "compare" else None,
        among=among_of(about, ask) if ask.ask == "which" else [],
    )


def asks(about: QuizTarget) -> list[AskName]:
    """The ways to ask that make sense for an operation."""
    if about.value is None:
        return []
    fitting: list[AskName] = ["number"]
    if about.kind in _SIGNED:
        fitting.append("sign")
    if about.kind in _COMPARED:
        fitting.append("compare")
    if has_choice(about):
        fitting.append("which")
    return fitting


def _other(about: QuizTarget, ask: Ask) -> Known:
    other = other_of(about, ask)
    return Known(ref=other.ref, value=other.value if other.known else None)


def quiz_work(session: Session, arguments: Arguments) -> int:
    """The work of a question, and of judging its answer."""
    return slow_unless(is_quick_ask(session, Ask(**arguments)))


QUERY = Query(lambda session, arguments, _: json_bytes(question(session, Ask(**arguments))), quiz_work)
