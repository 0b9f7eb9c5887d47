"""Partial types: every field of a spec's model, each optional, so that a field is defined once."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar, cast

from pydantic import Field, create_model
from pydantic.fields import FieldInfo

from backstep_lab.spec.base import Wire

W = TypeVar("W", bound=Wire)


def partial_of(whole: type[Wire], **descriptions: str) -> Callable[[type[W]], type[W]]:
    """Class decorator: give a type the fields of `whole`, each None by default.

    Fields that the type declares itself win; `descriptions` replace those of `whole`.
    """

    def derive(declared: type[W]) -> type[W]:
        fields: dict[str, Any] = {
            name: _declared(declared.model_fields[name])
            if name in declared.model_fields
            else _optional(field, descriptions.get(name, field.description))
            for name, field in whole.model_fields.items()
        }
        partial: Any = create_model(
            declared.__name__,
            __base__=Wire,
            __doc__=declared.__doc__,
            __module__=declared.__module__,
            **fields,
        )
        return cast("type[W]", partial)

    return derive


def _declared(field: FieldInfo) -> tuple[Any, FieldInfo]:
    return field.annotation, field


def _optional(field: FieldInfo, description: str | None) -> tuple[Any, Any]:
    annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return annotation | None, Field(default=None, description=description)
