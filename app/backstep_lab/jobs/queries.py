"""The queries about a session by name: that of their endpoint below the session's address."""

from backstep_lab.exports.formats import FORMATS
from backstep_lab.exports.offline.file import FileOptions, file_of
from backstep_lab.presets import DEFAULT
from backstep_lab.queries import (
    activation,
    batch,
    divergence,
    examples,
    explain,
    foreseen,
    gradient_check,
    landscape,
    line,
    link,
    loss_slice,
    metrics,
    neuron_maps,
    order,
    paths,
    predict,
    saturation,
    session,
    sums,
    what_if,
)
from backstep_lab.queries.boundary import boundary
from backstep_lab.queries.query import Arguments, Query, slow
from backstep_lab.queries.race import race
from backstep_lab.quiz import judging, question
from backstep_lab.sessions.history import ShouldContinue
from backstep_lab.sessions.session import Session
from backstep_lab.wire.address import parse_address

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
    "gradient-check": gradient_check.QUERY,
    "paths": paths.QUERY,
    "examples": examples.QUERY,
    "batch": batch.QUERY,
    "activation": activation.QUERY,
    "predict": predict.QUERY,
    "what-if": what_if.QUERY,
    "line": line.QUERY,
    "sums": sums.QUERY,
    "question": question.QUERY,
    "answer": judging.QUERY,
    "boundary": boundary.QUERY,
    "neuron-maps": neuron_maps.QUERY,
    "metrics": metrics.QUERY,
    "loss-slice": loss_slice.QUERY,
    "landscape": landscape.QUERY,
    "order": order.QUERY,
    "race": race.QUERY,
    "divergence": divergence.QUERY,
    "saturation": saturation.QUERY,
    "export": Query(lambda s, a, _: FORMATS[a["format"]].make(s, a["lang"]), slow),
    "export-html": Query(_export_html, slow),
}
