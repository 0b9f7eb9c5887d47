"""A session's moment laid out, by its kind of model."""

from backstep_lab.exports.images.graph_scene import graph_scene
from backstep_lab.exports.images.marks import Mark
from backstep_lab.exports.images.network_scene import network_scene
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.sessions.session import Session


def scene(session: Session, lang: str = "en") -> list[Mark]:
    """The marks of a moment, those behind first. In English where the font may have no other language."""
    if isinstance(session.current, GraphIteration):
        return graph_scene(session, session.current)
    return network_scene(session, lang)
