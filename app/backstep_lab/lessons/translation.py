"""Lessons as they go to the page, in one language, without any answer."""

from functools import lru_cache

from backstep_lab.lessons.lesson import Lesson, Passage, PassageText
from backstep_lab.lessons.library import introduction, library
from backstep_lab.lessons.tasks import (
    EditTask,
    LookTask,
    OpenTask,
    PredictTask,
    StepTask,
    Task,
    TrainTask,
    UseTask,
    WriteTask,
)
from backstep_lab.wire import lesson as wire


def summaries(lang: str) -> list[wire.LessonSummary]:
    """Every lesson, in order."""
    return [summary(lesson, n, lang) for n, lesson in enumerate(library().values(), start=1)]


def summary(lesson: Lesson, number: int, lang: str) -> wire.LessonSummary:
    """A lesson in a list."""
    translation = lesson.translations[lang]
    return wire.LessonSummary(
        slug=lesson.slug,
        number=number,
        title=translation.title,
        about=translation.about,
        passages=lesson.length,
    )


@lru_cache(maxsize=64)
def translated_lesson(slug: str, lang: str) -> wire.LessonAnswer:
    """A lesson that there is, whole; the introduction has the number 0."""
    lessons, listed = library(), summaries(lang)
    lesson = lessons[slug] if slug in lessons else introduction()
    number = list(lessons).index(slug) + 1 if slug in lessons else 0
    script = [
        _passage(passage, text, lang)
        for passage, text in zip(lesson.passages, lesson.translations[lang].passages, strict=True)
    ]
    return wire.LessonAnswer(
        **summary(lesson, number, lang).model_dump(),
        script=script,
        previous=listed[number - 2] if number > 1 else None,
        next=listed[number] if number < len(listed) else None,
    )


def _passage(passage: Passage, text: PassageText, lang: str) -> wire.LessonPassage:
    return wire.LessonPassage(
        name=passage.name,
        heading=text.heading,
        html=text.html,
        state=passage.links[lang],
        goes_on=passage.goes_on,
        view=passage.view,
        unit=passage.unit,
        see=list(passage.see),
        hide=list(passage.hide),
        point=list(passage.point),
        task=_task(passage.do, passage.step),
    )


def _task(do: Task, step: int | None) -> wire.Task:
    match do:
        case StepTask() if step is not None:
            return wire.StepTask(kind="step", ref=do.step, step=step)
        case EditTask():
            return wire.EditTask(
                kind="edit", ref=do.edit, above=do.above, below=do.below, to=do.to, show=do.show
            )
        case PredictTask():
            said = do.model_dump(exclude={"predict", "answer"})
            return wire.PredictTask(kind="predict", ref=do.predict, step=step, **said)
        case TrainTask():
            said = do.model_dump(exclude={"train"})
            return wire.TrainTask(kind="train", iterations=do.train, **said)
        case OpenTask():
            return wire.OpenTask(kind="open", ref=do.open)
        case LookTask():
            return wire.LookTask(kind="view", view=do.view)
        case UseTask():
            return wire.UseTask(kind="use", use=do.use, show=do.show)
        case WriteTask():
            return wire.WriteTask(kind="write", program=do.write)
        case _:
            return wire.ReadTask(kind="read")
