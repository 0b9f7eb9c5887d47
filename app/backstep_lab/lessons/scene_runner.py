"""Scenes on the real engine: where one begins, and where it ends once its one thing is done."""

from dataclasses import replace

from backstep_lab.lessons.scene import Scene
from backstep_lab.lessons.tasks import (
    EditTask,
    OpenTask,
    PredictTask,
    StepTask,
    Task,
    TrainTask,
    UseTask,
    WriteTask,
)
from backstep_lab.queries.graph.same_function import same_function
from backstep_lab.queries.metrics import metrics
from backstep_lab.quiz.judging import judge
from backstep_lab.sessions.create import parse_create
from backstep_lab.sessions.history import never_stop
from backstep_lab.sessions.link import open_bookmark
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.sessions.stopping import StopCriteria
from backstep_lab.sessions.training import train
from backstep_lab.spec.errors import Invalid
from backstep_lab.stepping.refs import RefError
from backstep_lab.wire.quiz import Ask


class Unreachable(Exception):  # noqa: N818
    """What a scene asks for and the engine does not give; `key` is the part of the scene that asks."""

    def __init__(self, key: str, detail: str) -> None:
        super().__init__(detail)
        self.key, self.detail = key, detail


def new(scene: Scene, before: Session | None) -> Session:
    """The session as the scene finds it. Raises Unreachable, or a Problem of the session itself."""
    if scene.begins:
        session = open_bookmark("", parse_create(scene.body()))
    elif before is None:
        detail = "The first scene of a lesson begins anew: it needs a preset, a network or a graph."
        raise Unreachable("do", detail)
    else:
        session = before
    if scene.trained:
        session = session.forward_to(session.iteration + scene.trained)
    if scene.focus is not None:
        session = replace(session, head=replace(session.head, focus=scene.focus))
    if scene.parameters:
        session = patched(session, {"parameters": scene.parameters}).end
    if scene.at is not None:
        session = session.reaching(step_of(session, scene.at, "at"))
    for ref in scene.point:
        check(session, ref, "point")
    return session


def ended(session: Session, do: Task) -> Session:
    """The session after the task. Raises Unreachable where its outcome is not the one stated."""
    match do:
        case StepTask():
            return _stepped(session, do)
        case EditTask():
            return _edited(session, do)
        case PredictTask():
            return _predicted(session, do)
        case TrainTask():
            return _trained(session, do)
        case OpenTask():
            check(session, do.open, "do")
        case UseTask() if do.show:
            return _used(session, do.show, do.use == "separated")
        case WriteTask():
            return _written(session, do.write)
    return session


def step_of(session: Session, ref: str, key: str = "do") -> int:
    """How many operations are done once a number is made."""
    check(session, ref, key)
    ordinal = session.current.source_of(ref).ordinal
    if ordinal is None:
        raise Unreachable(key, f"{ref} is given: no step makes it.")
    return ordinal + 1


def check(session: Session, ref: str, key: str) -> None:
    """Raise Unreachable where the network or graph has no such number."""
    try:
        session.current.source_of(ref)
    except RefError as error:
        raise Unreachable(key, str(error)) from None


def _stepped(session: Session, do: StepTask) -> Session:
    step = step_of(session, do.step)
    if step <= session.step:
        raise Unreachable("do", f"{do.step} is computed already when the passage begins.")
    return session.reaching(step)


def _edited(session: Session, do: EditTask) -> Session:
    if not do.is_met(do.show):
        raise Unreachable("do", f"show puts in {do.show:g}, which is not what the passage asks for.")
    is_example = session.current.model == "network" and do.edit[0] in "xy"
    part = "data" if is_example else "parameters"
    return patched(session, {part: {do.edit: do.show}}).end


def _predicted(session: Session, do: PredictTask) -> Session:
    step = session.step if do.later else step_of(session, do.predict)
    if not do.later and step <= session.step:
        raise Unreachable("do", f"{do.predict} is computed already when the passage begins.")
    question = do.model_dump(exclude={"predict", "answer"}, exclude_none=True)
    verdict = judge(session, Ask(ref=do.predict, text=str(do.answer), show=True, **question))
    if not verdict.correct:
        right = verdict.value if verdict.answer is None else verdict.answer
        raise Unreachable("do", f"The answer to {do.predict} is {right}, not {do.answer}.")
    return session.reaching(step)


def _trained(session: Session, do: TrainTask) -> Session:
    done = train(session, do.train, StopCriteria(loss=do.loss, no_change=do.settled), never_stop)
    wanted = "diverged" if do.diverge else "target" if do.loss else "converged" if do.settled else "completed"
    if done.stopped != wanted:
        raise Unreachable(
            "do", f"After {done.iterations} iterations training is {done.stopped}, not {wanted}."
        )
    return done.session


def _used(session: Session, parameters: dict[str, float], separated: bool) -> Session:
    end = patched(session, {"parameters": parameters}).end
    accuracy = metrics(end).train.accuracy if separated else 1.0
    if accuracy != 1.0:
        raise Unreachable("do", f"With these parameters the share of examples on their side is {accuracy}.")
    return end


def _written(session: Session, program: str) -> Session:
    if session.current.model != "graph":
        raise Unreachable("do", "A program is written in place of another: the scene needs a graph.")
    try:
        differs = same_function(session, program).differs
    except Invalid as mistake:
        raise Unreachable("do", mistake.detail) from None
    if differs is None:
        raise Unreachable("do", "The graph computes that already when the passage begins.")
    end = patched(session, {"graph": {"program": program}}).end
    if end.current.overflow is not None:
        raise Unreachable("do", f"{end.current.overflow.quantity} is undefined.")
    return end
