"""Questions that a learner answers before a number is shown. They change nothing."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG, Json
from backstep_lab.config import limits
from backstep_lab.spec.base import RefText
from backstep_lab.wire.quiz import Ask, AskName, Question, Verdict

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Number = Annotated[RefText | None, Query(description="The number; the next operation's without it.")]
Other = Annotated[RefText | None, Query(description="What to compare it with.")]
Among = Annotated[
    list[RefText] | None,
    Query(
        min_length=2,
        max_length=limits.AMONG,
        description="What to choose from, each a parameter.",
    ),
]
Later = Annotated[int, Query(ge=0, le=1, description="1 for its value in the next iteration.")]


async def _asking(
    ref: Number = None, ask: AskName = "number", other: Other = None, among: Among = None, later: Later = 0
) -> Ask:
    return Ask(ref=ref, ask=ask, other=other, among=among, later=later)


@router.get("/{id}/question", response_model=Question, response_class=Json, responses=WRONG)
async def next_question(questions: QuestionsDep, ask: Annotated[Ask, Depends(_asking)]) -> Json:
    """The next operation, or a later one, without its number."""
    return Json(await questions.ask("question", **ask.model_dump()))


@router.post("/{id}/answer", response_model=Verdict, response_class=Json, responses=WRONG)
async def answer(questions: QuestionsDep, call: Ask) -> Json:
    """An answer judged: right or not, and which misconception explains it."""
    return Json(await questions.ask("answer", **call.model_dump()))
