"""For what knows layers and units: the layered network of a session."""

from backstep_lab.engine.network import Network
from backstep_lab.models.layered.iteration import LayeredIteration
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import OtherModel


def layered(session: Session) -> LayeredIteration:
    """The current iteration. Raises OtherModel where the session's model is no layered network."""
    current = session.current
    if not isinstance(current, LayeredIteration):
        raise OtherModel(session.current.model)
    return current


def current_network(session: Session) -> Network:
    """The network with the current parameters. Raises OtherModel."""
    return layered(session).network(session.is_complete)
