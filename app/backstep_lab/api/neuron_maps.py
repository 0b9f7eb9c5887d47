"""What every hidden neuron answers over two of the inputs."""

from typing import Annotated

from fastapi import APIRouter, Query

from backstep_lab.api.dependencies import QuestionsDep
from backstep_lab.api.json_response import WRONG_QUESTION, Json
from backstep_lab.config import limits
from backstep_lab.queries.neuron_maps import NeuronMaps

router = APIRouter(prefix="/api/v1/sessions", tags=["questions"])

Resolution = Annotated[int, Query(ge=2, le=limits.NEURON_MAP_POINTS, description="Points along either side.")]


@router.get("/{id}/neuron-maps", response_model=NeuronMaps, response_class=Json, responses=WRONG_QUESTION)
async def neuron_maps(questions: QuestionsDep, resolution: Resolution = 20) -> Json:
    """A small map of each hidden neuron over the two inputs that vary most, a byte for each point."""
    return Json(await questions.ask("neuron-maps", resolution=resolution))
