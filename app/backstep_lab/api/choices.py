"""Lists of what there is to choose from."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query

from backstep_lab.api.dependencies import SettingsDep
from backstep_lab.api.errors import responses
from backstep_lab.api.preparation import words_ready
from backstep_lab.config.limits import MAX_LANGUAGE
from backstep_lab.i18n import catalogue
from backstep_lab.wire import choices as things
from backstep_lab.wire import training_choices as methods

router = APIRouter(prefix="/api/v1", tags=["choices"])
Lang = Annotated[
    str | None, Query(max_length=MAX_LANGUAGE, description="The language of titles: en or zh-CN.")
]


@router.get("/presets", responses=responses(422), dependencies=[Depends(words_ready)])
async def presets(
    lang: Lang = None, accept_language: Annotated[str | None, Header()] = None
) -> list[things.PresetSummary]:
    """Networks to begin with."""
    chosen = catalogue.language(lang, accept_language)
    return things.presets_in(lambda key: catalogue.say(chosen, key))


@router.get("/activations")
async def activations() -> list[things.ActivationInfo]:
    """The activation functions."""
    return things.activations()


@router.get("/losses")
async def losses() -> list[things.LossInfo]:
    """The losses."""
    return things.losses()


@router.get("/optimizers")
async def optimizers() -> list[methods.OptimizerInfo]:
    """The optimizers."""
    return methods.optimizers()


@router.get("/schedules")
async def schedules() -> list[methods.ScheduleInfo]:
    """The ways for the learning rate to fall."""
    return methods.schedules()


@router.get("/initializers")
async def initializers() -> list[things.InitializerInfo]:
    """The initializers."""
    return things.initializers()


@router.get("/datasets")
async def datasets() -> list[things.DatasetInfo]:
    """The data sets."""
    return things.datasets()


@router.get("/limits")
async def limits(settings: SettingsDep) -> things.Limits:
    """Every bound on a request."""
    return things.Limits(train_seconds=settings.max_train_seconds, body_bytes=settings.max_body_bytes)
