"""Questions that a learner answers before a number is told. They change nothing."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from app import limits
from app.answers.asked import is_quick_ask
from app.answers.judge import judge
from app.answers.question import question
from app.deps import KeeperDep, SessionDep
from app.routes.answers import WRONG
from app.schemas.answering import Ask, AskName, Question, Verdict
from app.schemas.base import RefText

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


@router.get("/{id}/question", responses=WRONG)
async def next_question(
    session: SessionDep, keeper: KeeperDep, ask: Annotated[Ask, Depends(_asking)]
) -> Question:
    """The next operation, or a later one, without its number."""
    if is_quick_ask(session, ask):
        return question(session, ask)
    return await keeper.workers.run(lambda _: question(session, ask))


@router.post("/{id}/answer", responses=WRONG)
async def answer(session: SessionDep, keeper: KeeperDep, call: Ask) -> Verdict:
    """An answer judged: right or not, and which slip explains it."""
    if is_quick_ask(session, call):
        return judge(session, call)
    return await keeper.workers.run(lambda _: judge(session, call))
