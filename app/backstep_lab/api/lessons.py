"""Lessons: the list, and one of them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query

from backstep_lab.api.errors import responses
from backstep_lab.api.preparation import lesson_ready, lessons_ready
from backstep_lab.config import limits
from backstep_lab.i18n import catalogue
from backstep_lab.lessons import translation
from backstep_lab.lessons.library import find_lesson, library
from backstep_lab.spec.errors import NotFound
from backstep_lab.wire.lesson import LessonAnswer, LessonSummary

router = APIRouter(prefix="/api/v1/lessons", tags=["lessons"], dependencies=[Depends(lessons_ready)])

Lang = Annotated[str | None, Query(max_length=limits.MAX_LANGUAGE, description="The language: en or zh-CN.")]
Accepted = Annotated[str | None, Header()]
Slug = Annotated[str, Path(max_length=limits.MAX_NAME, description="The lesson's name, such as sigmoid.")]


@router.get("", responses=responses(422, 503))
async def lessons(lang: Lang = None, accept_language: Accepted = None) -> list[LessonSummary]:
    """Every lesson, in order."""
    return translation.summaries(catalogue.language(lang, accept_language))


@router.get("/{slug}", responses=responses(404, 422, 503))
async def lesson(slug: Slug, lang: Lang = None, accept_language: Accepted = None) -> LessonAnswer:
    """A lesson with its passages; the answers to its questions are not among them."""
    if find_lesson(slug) is None:
        raise NotFound.lesson(slug, list(library()))
    await lesson_ready(slug)
    return translation.translated_lesson(slug, catalogue.language(lang, accept_language))
