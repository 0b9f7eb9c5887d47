"""Back-propagated gradients beside central differences of the loss."""

from collections.abc import Iterator

import numpy as np
from pydantic import Field

from backstep_lab.engine.analysis.gradient_check import EPSILON, gradient_check, portions
from backstep_lab.engine.network import Shape
from backstep_lab.queries.numbers import is_reached
from backstep_lab.queries.parse_refs import parse_gradient
from backstep_lab.queries.query import Arguments, Query, slow_unless
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.stepping.refs import Ref
from backstep_lab.wire.json_encoder import json_bytes

FORWARD_PASSES = 4  # that check one gradient: two, and two more where the loss is bent


class GradientComparison(Wire):
    """One gradient, by back-propagation and by a difference of the loss; null until it is computed."""

    ref: str = Field(description="The gradient's name.")
    reached: bool = Field(description="Whether it is computed yet.")
    gradient: float | None = Field(description="By back-propagation.")
    difference: float | None = Field(description="(L(θ + ε) − L(θ − ε)) / 2ε, penalty included.")
    relative_error: float | None = Field(
        description="|a − n| / max(|a|, |n|); a gradient smaller than rounding counts as large as that.",
    )
    agrees: bool | None = Field(
        description="Whether they differ by no more than the difference's own error; null at a kink.",
    )
    kink: bool | None = Field(
        description="Whether ±ε carries a unit (or an l1 penalty) across its kink: nothing to compare with.",
    )

    @classmethod
    def unreached(cls, ref: str) -> "GradientComparison":
        """A gradient that is not computed yet."""
        return cls(
            ref=ref,
            reached=False,
            gradient=None,
            difference=None,
            relative_error=None,
            agrees=None,
            kink=None,
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


def check_gradients(session: Session, ref: str | None, proceed: ShouldContinue) -> GradientChecks:
    """One gradient checked, or without a ref all of them. Raises Invalid where `ref` names none."""
    return counted(session, EPSILON, comparisons(session, ref, proceed))


def counted(session: Session, epsilon: float, checks: list[GradientComparison]) -> GradientChecks:
    """The comparisons with how many of them agree."""
    verdicts = [check.agrees for check in checks]
    return GradientChecks(
        iteration=session.iteration,
        epsilon=epsilon,
        agree=verdicts.count(True),
        differ=verdicts.count(False),
        kinks=sum(check.kink is True for check in checks),
        pending=sum(not check.reached for check in checks),
        checks=checks,
    )


def comparisons(session: Session, ref: str | None, proceed: ShouldContinue) -> list[GradientComparison]:
    """One gradient compared, or without a ref those of all trained parameters. Raises Invalid."""
    trace, rule = layered(session).trace, layered(session).setup.plan.rule
    refs = list(_trained(session)) if ref is None else [parse_gradient(session, ref, ("dW", "db"))]
    by_index = {_theta_index(trace.shape, name): name for name in refs if is_reached(session, name)}
    checked: dict[Ref, GradientComparison] = {}
    for indices in portions(trace, np.array(list(by_index), dtype=np.intp)):
        proceed()
        check = gradient_check(trace, rule, indices)
        rows = zip(*(column.tolist() for column in vars(check).values()), strict=True)
        for index, gradient, difference, error, is_kink, agrees in rows:
            name = by_index[index]
            checked[name] = GradientComparison(
                ref=str(name),
                reached=True,
                gradient=gradient,
                difference=difference,
                relative_error=error,
                agrees=None if is_kink else agrees,
                kink=is_kink,
            )
    return [checked.get(name) or GradientComparison.unreached(str(name)) for name in refs]


def _trained(session: Session) -> Iterator[Ref]:
    """The gradients of all trained parameters, unit by unit, the bias after its weights."""
    setup = layered(session).setup
    frozen = set(setup.plan.rule.frozen)
    for layer, (n_in, n_out) in enumerate(setup.shape.pairs, start=1):
        for j in range(n_out):
            gradients = [Ref("dW", layer, (j, k)) for k in range(n_in)]
            if setup.plan.rule.train_biases:
                gradients.append(Ref("db", layer, (j,)))
            yield from (ref for ref in gradients if _theta_index(setup.shape, ref) not in frozen)


def _theta_index(shape: Shape, gradient: Ref) -> int:
    """Where its parameter lies in the flat vector θ."""
    n_in, _ = shape.pairs[gradient.layer - 1]
    j, k = (*gradient.at, n_in)[:2]
    start: int = shape.blocks[gradient.layer - 1].start
    return start + j * (n_in + 1) + k


def _work(session: Session, arguments: Arguments) -> int:
    count = 1 if arguments["ref"] is not None else layered(session).setup.shape.parameter_count
    return slow_unless(session.is_inline(FORWARD_PASSES * count))


QUERY = Query(
    lambda session, arguments, proceed: json_bytes(check_gradients(session, arguments["ref"], proceed)), _work
)
