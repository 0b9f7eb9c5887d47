"""Answers to a learner's questions, written once for as long as they hold.

An answer about a number changes only when one of the numbers that it names becomes known. So it is kept as
versions, each with the step from which it holds.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from backstep_lab.config import limits
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.queries.by_model import GRADIENT_CHECK, PATHS
from backstep_lab.queries.divergence import divergence
from backstep_lab.queries.explain import explain
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.refs import RefError, parse
from backstep_lab.wire.json_encoder import json_array, json_bytes, json_object

QueryFunction = Callable[[Session, str], bytes]
BESIDE = (
    "learning_rate",
    "loss",
    "example_loss",
    "mean_loss",
    "penalty",
)  # not always named by another
SHARES = ("dl/dW", "dl/db")


def answers_of(start: Session, proceed: ShouldContinue) -> bytes:
    """The answers of every query within one iteration, by query and ref."""
    numbers = list(_numbers(start))
    checked = [check["ref"] for check in json.loads(_checks(start, None, proceed))["checks"]]

    def each(query: QueryFunction, refs: Iterable[str]) -> bytes:
        return _object((ref, _versions(start, ref, query, proceed)) for ref in refs)

    return json_object(
        explain=each(explain, numbers),
        checks=each(lambda here, ref: _checks(here, ref, proceed), checked),
        paths=each(lambda here, ref: _paths(here, ref, proceed), [*checked, *_shares(start, numbers)]),
        divergence=_divergence(start, proceed),
    )


def _checks(here: Session, ref: str | None, proceed: ShouldContinue) -> bytes:
    return GRADIENT_CHECK.answer(here, {"ref": ref}, proceed)


def _paths(here: Session, ref: str, proceed: ShouldContinue) -> bytes:
    return PATHS.answer(here, {"ref": ref, "limit": limits.PATHS_SHOWN}, proceed)


def _shares(start: Session, numbers: Iterable[str]) -> list[str]:
    """The gradients of single examples, which a layered network alone has."""
    if not isinstance(start.current, LayeredIteration):
        return []
    return [ref for ref in numbers if parse(ref).kind in SHARES and "@" not in ref]


def _numbers(start: Session) -> Iterator[str]:
    """Every ref of the iteration: results and operands."""
    current, focus = start.current, start.focus
    named = dict.fromkeys(BESIDE if isinstance(current, LayeredIteration) else ())
    for ordinal in range(current.steps):
        operation = current.explain(ordinal, focus)
        named |= dict.fromkeys((operation.ref, *(operand.ref for operand in operation.operands)))
    return iter(named)


def _versions(start: Session, ref: str, query: QueryFunction, proceed: ShouldContinue) -> bytes:
    proceed()
    limit = start.current.limit
    last = query(start.at_step(limit), ref)
    steps = {0, limit, *(_known_from(start, name) for name in {ref, *_refs_in(json.loads(last))})}
    versions: list[tuple[int, bytes]] = []
    for step in sorted(step for step in steps if step <= limit):
        answer = query(start.at_step(step), ref)
        if not versions or versions[-1][1] != answer:
            versions.append((step, answer))
    return json_array([b"[%d,%b]" % version for version in versions])


def _known_from(start: Session, ref: str) -> int:
    """The step from which a number is known; 0 for one of the iteration before, under another optimizer."""
    try:
        ordinal = start.current.source_of(ref).ordinal
    except RefError:
        return 0
    return 0 if ordinal is None else ordinal + 1


def _refs_in(answer: Any) -> Iterator[str]:
    """Every number that an answer names."""
    if isinstance(answer, list):
        for item in answer:
            yield from _refs_in(item)
    elif isinstance(answer, dict):
        for name, value in answer.items():
            if name in ("ref", "share_ref") and isinstance(value, str):
                yield value
            else:
                yield from _refs_in(value)


def _divergence(start: Session, proceed: ShouldContinue) -> bytes:
    """Why training diverges here; null where it does not."""
    if start.current.overflow is None:
        return b"null"
    return json_bytes(divergence(start.at_step(start.current.limit), proceed))


def _object(fields: Iterable[tuple[str, bytes]]) -> bytes:
    return b"{" + b",".join(json_bytes(name) + b":" + value for name, value in fields) + b"}"
