"""Answers to questions about gradients: the check by differences, and the paths to the loss."""

from math import fsum
from typing import Any

from pydantic import Field

from backstep_lab.engine.analysis.gradient_check import EPSILON
from backstep_lab.queries.gradient_check import Comparison, PathSum, comparisons, is_reached, ways
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.numbers import value_of
from backstep_lab.stepping.paths import multiplications, multiplications_of_all
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.models import Operand


class GradientComparison(Wire):
    """One gradient, by back-propagation and by a difference of the loss; null until it is computed."""

    ref: str = Field(description="The gradient's name.")
    reached: bool = Field(description="Whether it is computed yet.")
    gradient: float | None = Field(description="By back-propagation.")
    difference: float | None = Field(description="(L(θ + ε) − L(θ − ε)) / 2ε, penalty included.")
    relative_error: float | None = Field(
        description="|a − n| / max(|a|, |n|); a gradient smaller than rounding counts as large as that."
    )
    agrees: bool | None = Field(
        description="Whether they differ by no more than the difference's own error; null at a kink."
    )
    kink: bool | None = Field(
        description="Whether ±ε carries a unit (or an l1 penalty) across its kink: nothing to compare with."
    )


class GradientChecks(Wire):
    """The gradients of an iteration, checked by differences of the batch's loss."""

    iteration: int = Field(description="The iteration.")
    epsilon: float = Field(description="ε, how far a parameter is moved to either side.")
    agree: int = Field(description="How many agree.")
    differ: int = Field(description="How many do not.")
    kinks: int = Field(description="How many cannot be judged.")
    pending: int = Field(description="How many are not computed yet.")
    checks: list[GradientComparison] = Field(
        description="The one asked for, or those of all trained parameters, unit by unit, the bias last."
    )


class LossPath(Wire):
    """One path from a weight or bias to the loss, as a product of local derivatives."""

    units: list[int] = Field(description="The units it passes, from the parameter's own layer up.")
    factors: list[Operand] = Field(description="The factors, from the parameter to the loss.")
    value: float | None = Field(description="Their product; null until the gradient is computed.")


class Multiplications(Wire):
    """How many multiplications one example takes."""

    along_paths: int = Field(description="Path by path.")
    by_backpropagation: int = Field(description="With every δ computed once and shared.")


class LossPaths(Wire):
    """A gradient as the sum over all paths to the loss, for the focus example."""

    ref: str = Field(description="The gradient asked for.")
    reached: bool = Field(description="Whether it is computed yet.")
    gradient: float | None = Field(description="Its value; null until it is computed.")
    iteration: int = Field(description="The iteration.")
    examples: int = Field(description="Examples in the batch.")
    share_ref: str = Field(description="What the paths add up to: the focus example's share.")
    share: float | None = Field(description="Its value; null until it is computed.")
    sum: float | None = Field(description="The paths added up; null unless all of them are here and known.")
    count: int = Field(description="How many paths there are.")
    paths: list[LossPath] = Field(description="The paths, or the first of them.")
    multiplications: Multiplications = Field(description="For this gradient on its own.")
    multiplications_of_all: Multiplications = Field(description="For all gradients of the network.")


def gradient_check_json(session: Session, ref: str | None, proceed: Proceed) -> bytes:
    """One gradient checked, or all of them. Raises Invalid where `ref` names none."""
    found = comparisons(session, ref, proceed)
    verdicts = [comparison.agrees for comparison in found]
    return json_bytes(
        {
            "iteration": session.iteration,
            "epsilon": EPSILON,
            "agree": verdicts.count(True),
            "differ": verdicts.count(False),
            "kinks": sum(comparison.is_kink is True for comparison in found),
            "pending": sum(not comparison.reached for comparison in found),
            "checks": [_comparison(comparison) for comparison in found],
        }
    )


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "ref": comparison.ref,
        "reached": comparison.reached,
        "gradient": comparison.gradient,
        "difference": comparison.difference,
        "relative_error": comparison.error,
        "agrees": comparison.agrees,
        "kink": comparison.is_kink,
    }


def paths_json(session: Session, ref: str, limit: int) -> bytes:
    """The paths of a gradient. Raises Invalid where `ref` names none."""
    through = ways(session, ref, limit)
    shape, name, found = layered(session).setup.shape, through.name, through.found
    known = is_reached(session, through.share)
    is_whole = known and len(found.paths) == found.count
    is_weight = len(name.at) == 2
    return json_bytes(
        {
            "ref": ref,
            "reached": is_reached(session, name),
            "gradient": _value(session, ref),
            "iteration": session.iteration,
            "examples": layered(session).trace.N,
            "share_ref": str(through.share),
            "share": _value(session, str(through.share)),
            "sum": fsum(path.value for path in found.paths) + 0.0 if is_whole else None,
            "count": found.count,
            "paths": _paths(session, through, known),
            "multiplications": multiplications(shape, name.layer, is_weight),
            "multiplications_of_all": multiplications_of_all(shape),
        }
    )


def _value(session: Session, ref: str) -> float | None:
    if not is_reached(session, ref):
        return None
    return value_of(layered(session).trace, ref, session.focus, layered(session).setup.plan.rule)


def _paths(session: Session, through: PathSum, known: bool) -> list[dict[str, Any]]:
    """The paths; a factor that is not computed yet is told without its value."""
    reached: dict[str, bool] = {}
    for path in through.found.paths:
        for factor in path.factors:
            if factor.ref not in reached:
                reached[factor.ref] = is_reached(session, factor.ref)
    return [
        {
            "units": path.units,
            "factors": [
                {"ref": f.ref, "value": f.value if reached[f.ref] else None, "symbol": f.symbol}
                for f in path.factors
            ],
            "value": path.value + 0.0 if known else None,
        }
        for path in through.found.paths
    ]
