"""The kinds of model that there are, by the part of a spec that describes each."""

from collections.abc import Mapping
from typing import Any

from backstep_lab.models.graph.model import GraphModel
from backstep_lab.models.layered.model import LayeredModel
from backstep_lab.models.protocol import Model, ModelSpec

DEFAULT: Model[Any, Any] = LayeredModel()
MODELS: dict[str, Model[Any, Any]] = {model.name: model for model in (DEFAULT, GraphModel())}


def model_in(fields: Mapping[str, Any]) -> Model[Any, Any]:
    """The kind of model that the fields of a request or of a stored spec describe."""
    return next((model for name, model in MODELS.items() if fields.get(name) is not None), DEFAULT)


def model_of(spec: ModelSpec) -> Model[Any, Any]:
    """The kind of model that a spec describes."""
    return next(model for model in MODELS.values() if isinstance(spec, model.spec_type))
