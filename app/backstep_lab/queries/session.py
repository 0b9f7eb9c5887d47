"""The session itself."""

from backstep_lab.queries.query import Query
from backstep_lab.sessions.concurrency.work import snapshot_work
from backstep_lab.wire.session import session_json

QUERY = Query(lambda session, *_: session_json(session), lambda session, _: snapshot_work(session))
