"""What there is to choose from for training: optimizers and schedules, with their settings."""

from dataclasses import fields

from pydantic import Field

from backstep_lab.engine.optimizers import OPTIMIZERS
from backstep_lab.engine.schedules import SCHEDULES
from backstep_lab.spec import model as spec
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.formulas.mathml import mathml

EQUATION_GAP = "\\qquad"  # between the equations of a rule


class SettingInfo(Wire):
    """A number that one may choose."""

    name: str = Field(description="Its name.")
    default: float = Field(description="What is taken unless given.")
    minimum: float = Field(description="The lowest value.")
    maximum: float = Field(description="The highest value.")


class OptimizerInfo(Wire):
    """A way from gradients to new parameters."""

    name: str = Field(description="Its name.")
    formula: str = Field(description="Its rule, LaTeX.")
    formula_mathml: list[str] = Field(
        description="Its rule in MathML without the element `math`, one item for each equation."
    )
    memory: list[str] = Field(description="What it keeps of each parameter: m of gradients, v of squares.")
    settings: list[SettingInfo] = Field(description="Its own settings, beside the learning rate.")


class ScheduleInfo(Wire):
    """A way for the learning rate to fall."""

    name: str = Field(description="Its name.")
    formula: str = Field(description="The rate of iteration t, LaTeX.")
    formula_mathml: str = Field(description="The same in MathML, without the element `math`.")
    settings: list[SettingInfo] = Field(description="Its settings.")


def optimizers() -> list[OptimizerInfo]:
    """All optimizers."""
    return [
        OptimizerInfo(
            name=name,
            formula=kind.formula,
            formula_mathml=[mathml(equation) for equation in kind.formula.split(EQUATION_GAP)],
            memory=list(kind.memory),
            settings=_settings(kind, spec.OptimizerSpec),
        )
        for name, kind in OPTIMIZERS.items()
    ]


def schedules() -> list[ScheduleInfo]:
    """All schedules."""
    return [
        ScheduleInfo(
            name=name,
            formula=kind.formula,
            formula_mathml=mathml(kind.formula),
            settings=_settings(kind, spec.ScheduleSpec),
        )
        for name, kind in SCHEDULES.items()
    ]


def _settings(kind: type, model: type[Wire]) -> list[SettingInfo]:
    """The settings of an engine's kind, with the bounds that the wire puts on them."""
    schema = model.model_json_schema()["properties"]
    own = [field for field in fields(kind) if field.name != "learning_rate"]
    infos = []
    for field in own:
        bounds = next(one for one in schema[field.name]["anyOf"] if one["type"] != "null")
        low = bounds.get("minimum", bounds.get("exclusiveMinimum"))
        infos.append(
            SettingInfo(
                name=field.name,
                default=float(field.default),  # type: ignore[arg-type]
                minimum=low,
                maximum=bounds["maximum"],
            )
        )
    return infos
