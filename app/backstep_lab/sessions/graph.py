"""For what knows computation graphs: the graph of a session."""

from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import NoGraph


def graph_of(session: Session) -> GraphIteration:
    """The current iteration. Raises NoGraph where the session's model is no computation graph."""
    current = session.current
    if not isinstance(current, GraphIteration):
        raise NoGraph(current.model)
    return current
