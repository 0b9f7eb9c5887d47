"""A script played on the real engine: every scene reached, its thing done, its answers held against ours."""

from pathlib import Path
from typing import Any

from backstep_lab.compute.once import Once
from backstep_lab.lessons.errors import InvalidLessons, Mistake
from backstep_lab.lessons.lesson import Lesson, Passage, PassageText, Translation
from backstep_lab.lessons.parser import Script, Written
from backstep_lab.lessons.scene import SEEN
from backstep_lab.lessons.scene_runner import Unreachable, check, ended, new, step_of
from backstep_lab.lessons.tasks import EditTask, LookTask, OpenTask, PredictTask, StepTask, Task
from backstep_lab.presets.published import agrees
from backstep_lab.sessions.link import link as link_to
from backstep_lab.sessions.names import with_names
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import NotFound, Problem
from backstep_lab.stepping.refs import RefError


def lesson_of(script: Script) -> Lesson:
    """The lesson, not played yet."""
    return Lesson(script.slug, script.folder, _translations(script), Once(lambda: _played(script)))


def _played(script: Script) -> tuple[Passage, ...]:
    """The passages, once all of them work. Raises InvalidLessons at the first scene that does not."""
    passages: list[Passage] = []
    end: Session | None = None
    names: dict[str, dict[str, Any]] = {}
    for n, written in enumerate(script.scenes):
        if written.scene.begins:
            names = written.names
        try:
            start = new(written.scene, end)
            starts = {lang: _named(start, names.get(lang), script, lang, n) for lang in script.sources}
            passage = _passage(written, start, starts, passages[-1] if passages else None)
            _check_links(script, n, start, passage.do)
            end = ended(start, written.scene.do)
            _check_numbers(script, n, start, end)
        except Unreachable as wrong:
            raise InvalidLessons([_mistake(written, wrong.key, wrong.detail)]) from None
        except Problem as problem:
            key = "preset" if isinstance(problem, NotFound) else getattr(problem, "field", "do").split(".")[0]
            raise InvalidLessons([_mistake(written, key, problem.detail)]) from None
        passages.append(passage)
    return tuple(passages)


def _named(session: Session, names: dict[str, Any] | None, script: Script, lang: str, n: int) -> Session:
    """The session with the names of a language. Raises InvalidLessons where they do not fit."""
    if names is None:
        return session
    try:
        return with_names(session, names)
    except Problem as problem:
        block = script.sources[lang].pieces[n].scene
        raise InvalidLessons([Mistake(script.file(lang), block.line_of("names"), problem.detail)]) from None


def _passage(written: Written, start: Session, starts: dict[str, Session], last: Passage | None) -> Passage:
    scene = written.scene
    texts = {session: link_to(session) for session in {start, *starts.values()}}
    links = {lang: text for lang, session in starts.items() if (text := texts[session]) is not None}
    if len(links) < len(starts):
        detail = "The scene is too large for a link: take a smaller network or graph, or less data."
        raise Unreachable("data", detail)
    view = scene.view if scene.view is not None else last.view if last else ""
    see = tuple(scene.see) if scene.see is not None else last.see if last else SEEN
    hide = tuple(scene.hide) if scene.hide is not None else last.hide if last else ()
    if isinstance(scene.do, LookTask) and "views" not in see:
        raise Unreachable("do", "A view is to be opened, but see does not name views.")
    # A learner who comes from the passage before keeps their session, unless the scene changes a part of it.
    goes_on = not (scene.begins or scene.trained or scene.parameters or scene.at or scene.focus is not None)
    made = _made(scene.do)
    step = None if made is None else step_of(start, made)
    unit = scene.unit or (last.unit if last else "term")
    point = tuple(scene.point)
    return Passage(written.block.name, starts, links, goes_on, scene.do, step, view, unit, see, hide, point)


def _made(do: Task) -> str | None:
    """The number of this iteration that is made once it is done."""
    match do:
        case StepTask():
            return do.step
        case PredictTask() if not do.later:
            return do.predict
    return None


def _check_links(script: Script, n: int, session: Session, do: Task) -> None:
    """Raise where a text's link leads to no number of the network, or none to the number to be opened.

    By its link a number is found without a mouse.
    """
    wanted = do.open if isinstance(do, OpenTask) else do.edit if isinstance(do, EditTask) else None
    for lang, proses in script.proses.items():
        line = script.sources[lang].pieces[n].line
        for link in proses[n].links:
            try:
                check(session, link.ref, "do")
            except Unreachable as wrong:
                raise InvalidLessons([Mistake(script.file(lang), line, wrong.detail)]) from None
        if wanted is not None and wanted not in {link.ref for link in proses[n].links}:
            detail = f"The passage asks for {wanted}, but no words of it are a link to it."
            raise InvalidLessons([Mistake(script.file(lang), line, detail)])


def _check_numbers(script: Script, n: int, start: Session, end: Session) -> None:
    """Raise where the words of a link are a number that its ref has neither before nor after the task."""
    for lang, proses in script.proses.items():
        for link in proses[n].links:
            values = [_value_of(session, link.ref) for session in (start, end)]
            if link.number is None or any(
                value is not None and agrees(link.number, value) for value in values
            ):
                continue
            line = script.sources[lang].pieces[n].line
            detail = f"The text says {link.words} of {link.ref}, which is {values[0]}."
            raise InvalidLessons([Mistake(script.file(lang), line, detail)])


def _value_of(session: Session, ref: str) -> float | None:
    """A number; None also where the program that the task puts in has none of that name."""
    try:
        return session.current.value_of(ref, session.focus)
    except RefError:
        return None


def _mistake(written: Written, key: str, detail: str) -> Mistake:
    file: Path = written.file
    return Mistake(file, written.block.line_of(key), detail)


def _translations(script: Script) -> dict[str, Translation]:
    return {
        lang: Translation(
            source.title,
            source.about,
            tuple(
                PassageText(piece.heading, text.html)
                for piece, text in zip(source.pieces, script.proses[lang], strict=True)
            ),
        )
        for lang, source in script.sources.items()
    }
