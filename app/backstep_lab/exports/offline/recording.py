"""The whole of a recording as JSON: moments, where steps lead, and answers.

What holds for an iteration is written once for all of it, and of a moment what it changes. So a recording
grows with the number of its operations.
"""

from collections.abc import Iterable, Iterator

from backstep_lab.config import limits
from backstep_lab.exports.offline.answers import answers_of
from backstep_lab.exports.offline.moments import moments_of
from backstep_lab.exports.offline.moves import moves_of
from backstep_lab.exports.offline.operations import Operations
from backstep_lab.exports.offline.span import Span, too_large
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.wire.json_encoder import json_array, json_bytes, json_object

MEGABYTE = 1_000_000


def recording_json(span: Span, proceed: ShouldContinue) -> bytes:
    """All that a page without a server answers. Raises Invalid where it is too much for one file."""
    bound = _Bound()
    return json_object(
        begins=json_bytes(span.begins),
        starts=json_bytes(span.starts),
        moments=bound.array(moments_of(span, proceed)),
        moves=json_bytes(moves_of(span)),
        answers=bound.array(_answers(span, proceed)),
    )


def _answers(span: Span, proceed: ShouldContinue) -> Iterator[bytes]:
    before = None
    for start in span.iterations:
        table = Operations.of(start, proceed)
        yield answers_of(table, before, proceed)
        before = table


class _Bound:
    """How much has been written."""

    def __init__(self) -> None:
        self.size = 0

    def array(self, parts: Iterable[bytes]) -> bytes:
        """The parts as one array. Raises Invalid once all are more than a file may hold."""
        whole = []
        for part in parts:
            self.size += len(part)
            if self.size > limits.MAX_RECORDED_BYTES:
                raise too_large(f"more than {limits.MAX_RECORDED_BYTES // MEGABYTE} megabytes")
            whole.append(part)
        return json_array(whole)
