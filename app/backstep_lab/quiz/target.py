"""What a question is about: the operation that makes the number, in this iteration or in the next."""

from dataclasses import dataclass

from backstep_lab.models.protocol import Iteration
from backstep_lab.models.requested_ref import requested_ref
from backstep_lab.sessions.session import Session, diverged
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.explain.operation import Operation
from backstep_lab.wire.quiz import Ask


@dataclass(frozen=True, slots=True)
class QuizTarget:
    """A number that is not computed yet. `there` is the session in its iteration, at its start if later."""

    session: Session
    there: Session
    later: bool
    ordinal: int
    focus: int

    @property
    def current(self) -> Iteration:
        """The iteration that makes the number."""
        return self.there.current

    @property
    def kind(self) -> str:
        """The operation's kind."""
        return self.current.name_of(self.ordinal)[0]

    @property
    def ref(self) -> str:
        """The number's name."""
        return self.current.name_of(self.ordinal)[1]

    @property
    def operation(self) -> Operation:
        """The operation with its operands, formula and message."""
        current = self.current
        return current.explain(self.ordinal, self.focus)

    @property
    def value(self) -> float | None:
        """The number; None where it is not finite."""
        return self.value_of(self.ref)

    def value_of(self, ref: str) -> float | None:
        """Any number of the same iteration."""
        return self.current.value_of(ref, self.focus)

    def is_known(self, ref: str) -> bool:
        """Whether a learner can see this number of the same iteration already."""
        ordinal = self.current.source_of(ref).ordinal
        if self.later:
            return ordinal is None and self.session.is_complete
        return ordinal is None or ordinal < self.there.step

    @property
    def parameter(self) -> str | None:
        """The parameter that the operation makes anew; None where it makes none."""
        return self.operation.operands[0].ref if self.kind == "update" else None

    @property
    def old(self) -> float | None:
        """That parameter before its update."""
        return None if self.parameter is None else self.value_of(self.parameter)


def asked(session: Session, ask: Ask) -> QuizTarget:
    """What the question is about. Raises Invalid where it may not be asked, Diverged beyond all numbers."""
    later = bool(ask.later) or (ask.ref is None and session.is_complete)
    there = session.forward_to(session.iteration + 1) if later else session
    focus = there.focus
    ordinal = there.step
    if ask.ref is not None:
        ordinal, row = _maker(there.current, ask.ref)
        focus = focus if row is None else row
        if ordinal < there.step:
            raise _refused(ask.ref, "is computed already: ask for a later number.", "problem-asked-computed")
    if ordinal >= there.current.limit:
        raise diverged(there.current)
    return QuizTarget(session, there, later, ordinal, focus)


def _maker(current: Iteration, text: str) -> tuple[int, int | None]:
    """The operation that makes the number and is called by it, and the row that is named. Raises Invalid."""
    with requested_ref("ref", text):
        source = current.source_of(text)
    if source.ordinal is None:
        raise _refused(text, "is given, not computed: there is nothing to predict.", "problem-asked-given")
    made = current.name_of(source.ordinal)[1]
    if made != (text if source.row is None else text.rpartition("@")[0]):
        raise _refused(
            text, f"has no operation of its own here: ask for {made}.", "problem-asked-unmade", made=made
        )
    return source.ordinal, source.row


def _refused(ref: str, why: str, key: str, **args: str) -> Invalid:
    return Invalid("ref", f"“{ref}” {why}", key, ref=ref, **args)


def is_quick_ask(session: Session, ask: Ask) -> bool:
    """Whether it is answered in about a millisecond: a question about later takes an iteration."""
    later = bool(ask.later) or (ask.ref is None and session.is_complete)
    return not later or session.is_inline(1)
