"""How good the predictions are."""

from fastapi import APIRouter

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.queries.metrics import Metrics

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])


@router.get("/{id}/metrics", response_model=Metrics, response_class=Json, responses=WRONG_QUESTION)
async def metrics(questions: QuestionsDep) -> Json:
    """Accuracy and confusion, or R², over the training and the test examples."""
    return Json(await questions.ask("metrics"))
