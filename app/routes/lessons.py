"""Lessons: the list, and one of them."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Query

from app import catalogue, limits
from app.errors import responses
from app.lessons import told
from app.lessons.library import library
from app.schemas.lessons import Lesson, LessonSummary
from app.sessions.problems import NotFound

router = APIRouter(prefix="/api/v1/lessons", tags=["lessons"])

Lang = Annotated[str | None, Query(max_length=limits.MAX_LANGUAGE, description="The language: en or zh-CN.")]
Accepted = Annotated[str | None, Header()]
Slug = Annotated[str, Path(max_length=limits.MAX_NAME, description="The lesson's name, such as sigmoid.")]


@router.get("", responses=responses(422))
async def lessons(lang: Lang = None, accept_language: Accepted = None) -> list[LessonSummary]:
    """Every lesson, in order."""
    return told.summaries(catalogue.language(lang, accept_language))


@router.get("/{slug}", responses=responses(404, 422))
async def lesson(slug: Slug, lang: Lang = None, accept_language: Accepted = None) -> Lesson:
    """A lesson with its passages; the answers to its questions are not among them."""
    if slug not in library():
        raise NotFound.lesson(slug, list(library()))
    return told.lesson_told(slug, catalogue.language(lang, accept_language))
