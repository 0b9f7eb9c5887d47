"""The whole of a recording as JSON: moments, where steps lead, and answers."""

from collections.abc import Iterable

from backstep_lab.config import limits
from backstep_lab.exports.offline.answers import answers_of
from backstep_lab.exports.offline.moves import moves_of
from backstep_lab.exports.offline.span import Span, too_large
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.wire.graph import graph_json
from backstep_lab.wire.json_encoder import json_array, json_bytes, json_object
from backstep_lab.wire.session import session_json

MEGABYTE = 1_000_000


def recording_json(span: Span, proceed: ShouldContinue) -> bytes:
    """All that a page without a server answers. Raises Invalid where it is too much for one file."""
    return json_object(
        begins=json_bytes(span.begins),
        starts=json_bytes(span.starts),
        moments=_bounded(_moments(span, proceed)),
        moves=json_bytes(moves_of(span)),
        graph=_graph(span.last),
        answers=_bounded(answers_of(start, proceed) for start in span.iterations),
    )


def _graph(session: Session) -> bytes:
    """The graph that is stepped; null for a layered network."""
    current = session.current
    if not isinstance(current, GraphIteration):
        return b"null"
    return graph_json(current.spec.graph.program, current.setup.operations)


def _moments(span: Span, proceed: ShouldContinue) -> Iterable[bytes]:
    for session in span.moments:
        proceed()
        yield session_json(session)


def _bounded(parts: Iterable[bytes]) -> bytes:
    whole, size = [], 0
    for part in parts:
        size += len(part)
        if size > limits.MAX_RECORDED_BYTES:
            raise too_large(f"more than {limits.MAX_RECORDED_BYTES // MEGABYTE} megabytes")
        whole.append(part)
    return json_array(whole)
