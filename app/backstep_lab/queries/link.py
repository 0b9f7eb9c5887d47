"""A session's position as text for an address."""

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.queries.query import Arguments, Query
from backstep_lab.sessions.concurrency.work import snapshot_work
from backstep_lab.sessions.link import link
from backstep_lab.sessions.quota import packed_edit
from backstep_lab.sessions.session import Session
from backstep_lab.spec.base import Wire
from backstep_lab.wire.json_encoder import json_bytes

COMPRESSION_WORK = 400  # of one byte


class Link(Wire):
    """A moment as text."""

    state: str | None = Field(description="The moment; null where it is too much for an address.")
    limit: int = Field(description="The most characters that an address gives it.")


def _work(session: Session, arguments: Arguments) -> int:
    history = session.history
    size = sum(len(packed_edit(edit)) for edit in history.edits) + history.model.packed_size(history.spec)
    return COMPRESSION_WORK * size + snapshot_work(session)


QUERY = Query(lambda session, *_: json_bytes(Link(state=link(session), limit=limits.MAX_LINK)), _work)
