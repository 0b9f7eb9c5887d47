"""An answer judged: right or not, and which misconception explains it."""

from backstep_lab.queries.query import Query
from backstep_lab.quiz.choices import among_of, other_of
from backstep_lab.quiz.expression import number_of
from backstep_lab.quiz.misconceptions.recognition import recognise
from backstep_lab.quiz.question import quiz_work
from backstep_lab.quiz.target import QuizTarget, asked
from backstep_lab.quiz.tolerance import NOTHING, is_near, margin
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.quiz import Ask, Verdict

SIGNS = {"+": "+", "-": "-", "−": "-", "0": "0", "positive": "+", "negative": "-", "zero": "0"}
RELATIONS = ("larger", "smaller", "equal")


def judge(session: Session, ask: Ask) -> Verdict:
    """The verdict; the session stays as it is. Raises Invalid, Diverged."""
    about = asked(session, ask)
    true = about.value
    if true is None:
        detail = f"“{about.ref}” is beyond every number here: it cannot be predicted."
        raise Invalid("ref", detail, "problem-asked-infinite", ref=about.ref)
    given = ask.text.strip()
    number, misconception = None, None
    if ask.ask == "number":
        right, correct = None, False
        if given or not ask.show:
            number = number_of(given)
            correct = is_near(number, true, margin(true, ask.digits, about.old))
            misconception = None if correct else recognise(about, number, true, ask.digits)
    else:
        rights = _RIGHTS[ask.ask](about, ask, true)
        correct = (given != "" or not ask.show) and _chosen(ask, about, given) in rights
        right = rights[0]
    is_shown = correct or ask.show
    return Verdict(
        ref=about.ref,
        ask=ask.ask,
        later=int(about.later),
        given=given,
        number=number,
        correct=correct,
        misconception=misconception,
        answer=right if is_shown else None,
        value=true if is_shown else None,
    )


def _chosen(ask: Ask, about: QuizTarget, given: str) -> str:
    """The choice that the answer makes. Raises Invalid where it makes none."""
    if ask.ask == "which":
        choices = {ref: ref for ref in among_of(about, ask)}
    else:
        choices = SIGNS if ask.ask == "sign" else {relation: relation for relation in RELATIONS}
    if given in choices:
        return choices[given]
    allowed = ", ".join(choices if ask.ask != "sign" else ("+", "-", "0"))
    detail = f"text is “{given[:40]}”: please answer with one of {allowed}."
    raise Invalid("text", detail, "problem-unknown-choice", value=given[:40], choices=allowed)


def _signs(about: QuizTarget, ask: Ask, true: float) -> list[str]:
    signs = ["0"] if true == 0.0 else ["+" if true > 0.0 else "-"]
    return [*signs, "0"] if abs(true) <= NOTHING else signs


def _relations(about: QuizTarget, ask: Ask, true: float) -> list[str]:
    other = other_of(about, ask)
    if other.value is None:
        detail = f"“{other.ref}” is beyond every number here: nothing can be compared with it."
        raise Invalid("other", detail, "problem-asked-infinite", ref=other.ref)
    relation = "equal" if true == other.value else "larger" if true > other.value else "smaller"
    return [relation, "equal"] if abs(true - other.value) <= NOTHING else [relation]


def _largest(about: QuizTarget, ask: Ask, true: float) -> list[str]:
    sizes = {ref: abs(about.value_of(ref) or 0.0) for ref in among_of(about, ask)}
    most = max(sizes.values())
    return [ref for ref, size in sizes.items() if most - size <= NOTHING * most]


_RIGHTS = {"sign": _signs, "compare": _relations, "which": _largest}


QUERY = Query(lambda session, arguments, _: json_bytes(judge(session, Ask(**arguments))), quiz_work)
