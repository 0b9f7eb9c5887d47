"""The graph of a session: its nodes, variables, groups and remarks."""

from backstep_lab.queries.query import NUMBER_WORK, Arguments, Query
from backstep_lab.sessions.graph import graph_of
from backstep_lab.sessions.session import Session
from backstep_lab.wire.graph import graph_json


def _work(session: Session, arguments: Arguments) -> int:
    return 10 * NUMBER_WORK * len(graph_of(session).setup.graph.nodes)


def _answer(session: Session) -> bytes:
    current = graph_of(session)
    return graph_json(current.spec.graph.program, current.setup.operations)


QUERY = Query(lambda session, arguments, _: _answer(session), _work)
