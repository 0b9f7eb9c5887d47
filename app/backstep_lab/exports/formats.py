"""All kinds of file that a session is taken away as."""

from collections.abc import Callable
from dataclasses import dataclass

from backstep_lab.exports.handouts.latex import latex
from backstep_lab.exports.handouts.markdown import markdown
from backstep_lab.exports.images.png import png
from backstep_lab.exports.images.scene import scene
from backstep_lab.exports.images.svg import svg
from backstep_lab.exports.operations_csv import table
from backstep_lab.exports.safetensors_export import tensors
from backstep_lab.exports.scripts import numpy_script, torch_script
from backstep_lab.exports.scripts.graph_numpy_script import graph_numpy_script
from backstep_lab.exports.scripts.graph_torch_script import graph_torch_script
from backstep_lab.exports.scripts.notebook import notebook
from backstep_lab.exports.scripts.program_inputs import title_of
from backstep_lab.exports.session_file import session_file
from backstep_lab.models.graph.iteration import GraphIteration
from backstep_lab.sessions.session import Session


@dataclass(frozen=True)
class Format:
    """`make(session, lang)` gives the file's bytes."""

    name: str
    media: str
    ending: str
    make: Callable[[Session, str], bytes]


Make = Callable[[Session, str], bytes]


def _by_model(network: Make, graph: Make) -> Make:
    """What makes the file of a layered network, or of a computation graph."""

    def make(session: Session, lang: str) -> bytes:
        return (graph if isinstance(session.current, GraphIteration) else network)(session, lang)

    return make


def _svg(session: Session, lang: str) -> bytes:
    return svg(scene(session, lang), title_of(session, lang)).encode()


def _png(session: Session, lang: str) -> bytes:
    return png(scene(session))


FORMATS = {
    format.name: format
    for format in (
        Format("markdown", "text/markdown", "md", markdown),
        Format("latex", "application/x-tex", "tex", latex),
        Format("csv", "text/csv", "csv", table),
        Format("numpy", "text/x-python", "py", _by_model(numpy_script.script, graph_numpy_script)),
        Format("notebook", "application/x-ipynb+json", "ipynb", notebook),
        Format("pytorch", "text/x-python", "py", _by_model(torch_script.script, graph_torch_script)),
        Format("safetensors", "application/octet-stream", "safetensors", tensors),
        Format("session", "application/json", "json", session_file),
        Format("svg", "image/svg+xml", "svg", _svg),
        Format("png", "image/png", "png", _png),
    )
}


def file_name(session: Session, format: Format) -> str:
    """What the file is called on the learner's disk."""
    return f"backstep-{session.history.spec.preset or session.current.model}-{format.name}.{format.ending}"
