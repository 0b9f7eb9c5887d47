"""Lists of what there is to choose from."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query

from backstep_lab.api.dependencies import SettingsDep
from backstep_lab.api.errors import responses
from backstep_lab.api.preparation import words_ready
from backstep_lab.config.limits import MAX_LANGUAGE, MAX_NAME
from backstep_lab.i18n import catalogue
from backstep_lab.wire import choices, functions, training_choices

router = APIRouter(prefix="/api/v1", tags=["choices"])
Lang = Annotated[
    str | None, Query(max_length=MAX_LANGUAGE, description="The language of titles: en or zh-CN.")
]


@router.get("/presets", responses=responses(422), dependencies=[Depends(words_ready)])
async def presets(
    lang: Lang = None, accept_language: Annotated[str | None, Header()] = None
) -> list[choices.PresetSummary]:
    """Networks and computation graphs to begin with."""
    chosen = catalogue.language(lang, accept_language)
    return choices.presets_in(lambda key: catalogue.say(chosen, key))


@router.get("/presets/{name}", responses=responses(404, 422), dependencies=[Depends(words_ready)])
async def preset(
    name: Annotated[str, Path(max_length=MAX_NAME, description="The preset's name, such as xor.")],
    lang: Lang = None,
    accept_language: Annotated[str | None, Header()] = None,
) -> choices.PresetSummary:
    """One of them."""
    chosen = catalogue.language(lang, accept_language)
    return choices.preset_in(name, lambda key: catalogue.say(chosen, key))


@router.get("/functions", responses=responses(422), dependencies=[Depends(words_ready)])
async def language_functions(
    lang: Lang = None, accept_language: Annotated[str | None, Header()] = None
) -> list[functions.FunctionInfo]:
    """The language in which the program of a computation graph is typed."""
    chosen = catalogue.language(lang, accept_language)
    return functions.functions_in(lambda key: catalogue.say(chosen, key))


@router.get("/activations")
async def activations() -> list[choices.ActivationInfo]:
    """The activation functions."""
    return choices.activations()


@router.get("/losses")
async def losses() -> list[choices.LossInfo]:
    """The losses."""
    return choices.losses()


@router.get("/optimizers")
async def optimizers() -> list[training_choices.OptimizerInfo]:
    """The optimizers."""
    return training_choices.optimizers()


@router.get("/schedules")
async def schedules() -> list[training_choices.ScheduleInfo]:
    """The ways for the learning rate to fall."""
    return training_choices.schedules()


@router.get("/initializers")
async def initializers() -> list[choices.InitializerInfo]:
    """The initializers."""
    return choices.initializers()


@router.get("/datasets")
async def datasets() -> list[choices.DatasetInfo]:
    """The data sets."""
    return choices.datasets()


@router.get("/limits")
async def limits(settings: SettingsDep) -> choices.Limits:
    """Every bound on a request."""
    return choices.Limits(train_seconds=settings.max_train_seconds, body_bytes=settings.max_body_bytes)
