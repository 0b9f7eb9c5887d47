"""The queries about a session by name: that of their endpoint below the session's address."""

from backstep_lab.exports.formats import FORMATS
from backstep_lab.exports.offline.file import FileOptions, file_of
from backstep_lab.jobs.address_pages import session_page
from backstep_lab.presets import DEFAULT
from backstep_lab.queries import (
    activation,
    as_graph,
    batch,
    divergence,
    examples,
    explain,
    foreseen,
    line,
    link,
    metrics,
    neuron_maps,
    order,
    predict,
    saturation,
    session,
    sums,
)
from backstep_lab.queries.boundary import boundary
from backstep_lab.queries.by_model import GRADIENT_CHECK, LANDSCAPE, LOSS_SLICE, PATHS, WHAT_IF
from backstep_lab.queries.graph import forward_mode, same_function
from backstep_lab.queries.graph import graph as graph_description
from backstep_lab.queries.query import Arguments, Query, slow
from backstep_lab.queries.race import race
from backstep_lab.quiz import judging, question
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.wire.address import parse_address
from backstep_lab.wire.json_encoder import json_bytes

INLINE_QUESTION_WORK = 1_000_000  # multiplications of a query that is answered on the event loop


def _export_html(session: Session, arguments: Arguments, proceed: ShouldContinue) -> bytes:
    address = parse_address(arguments["query"], session.history.spec.preset or DEFAULT)
    options = FileOptions(
        arguments["iterations"], arguments["first"], address, arguments["lang"], arguments["live"]
    )
    return file_of(session, options, proceed).encode()


QUERIES: dict[str, Query] = {
    "session": session.QUERY,
    "link": link.QUERY,
    "explain": explain.QUERY,
    "foreseen": foreseen.QUERY,
    "gradient-check": GRADIENT_CHECK,
    "paths": PATHS,
    "as-graph": as_graph.QUERY,
    "graph": graph_description.QUERY,
    "forward-mode": forward_mode.QUERY,
    "same-function": same_function.QUERY,
    "examples": examples.QUERY,
    "batch": batch.QUERY,
    "activation": activation.QUERY,
    "predict": predict.QUERY,
    "what-if": WHAT_IF,
    "line": line.QUERY,
    "sums": sums.QUERY,
    "question": question.QUERY,
    "answer": judging.QUERY,
    "boundary": boundary.QUERY,
    "neuron-maps": neuron_maps.QUERY,
    "metrics": metrics.QUERY,
    "loss-slice": LOSS_SLICE,
    "landscape": LANDSCAPE,
    "order": order.QUERY,
    "race": race.QUERY,
    "divergence": divergence.QUERY,
    "saturation": saturation.QUERY,
    "page": Query(lambda session, arguments, _: json_bytes(session_page(session, arguments)), slow),
    "export": Query(lambda s, a, _: FORMATS[a["format"]].make(s, a["lang"]), slow),
    "export-html": Query(_export_html, slow),
}
