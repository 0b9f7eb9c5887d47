"""The answers to a learner's questions within one iteration.

What becomes known only later is written as it is in the end: the page leaves out what is not known at a step.
"""

import json
from collections.abc import Iterable
from itertools import chain

from backstep_lab.exports.offline.operations import Operations, operations_json
from backstep_lab.exports.offline.routes import routes_json
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.queries.by_model import GRADIENT_CHECK
from backstep_lab.queries.divergence import divergence
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.stepping.refs import parse
from backstep_lab.wire.json_encoder import json_bytes, json_object

SHARES = ("dl/dW", "dl/db")


def answers_of(table: Operations, before: Operations | None, proceed: ShouldContinue) -> bytes:
    """Operations, gradient checks, paths and divergence; `before` is the table of the iteration before."""
    checks = json.loads(GRADIENT_CHECK.answer(_end(table.start), {"ref": None}, proceed))
    checked = [check["ref"] for check in checks["checks"]]
    return json_object(
        operations=operations_json(table, before, proceed),
        checks=json_bytes(checks),
        paths=routes_json(table, chain(checked, _shares(table.start, table.numbers)), proceed),
        divergence=_divergence(table.start, proceed),
    )


def _end(start: Session) -> Session:
    return start.at_step(start.current.limit)


def _shares(start: Session, numbers: Iterable[str]) -> list[str]:
    """The gradients of single examples, which a layered network alone has."""
    if not isinstance(start.current, LayeredIteration):
        return []
    return [ref for ref in numbers if parse(ref).kind in SHARES and "@" not in ref]


def _divergence(start: Session, proceed: ShouldContinue) -> bytes:
    """Why training diverges here; null where it does not."""
    if start.current.overflow is None:
        return b"null"
    return json_bytes(divergence(_end(start), proceed))
