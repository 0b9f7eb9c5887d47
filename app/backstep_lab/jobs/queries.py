"""Questions about a session, named as their endpoints: what answers each, and how much it has to compute.

The arguments are plain values, so that a question can be sent to a compute process. No question changes a
session.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from backstep_lab.config import limits
from backstep_lab.exports.formats import FORMATS
from backstep_lab.exports.offline.file import FileOptions, file_of
from backstep_lab.presets import DEFAULT
from backstep_lab.queries.batch_answer import shares_json, unit_json
from backstep_lab.queries.boundary import BoundaryOptions
from backstep_lab.queries.boundary_answer import boundary_json
from backstep_lab.queries.divergence_answer import divergence_json
from backstep_lab.queries.examples import examples_json
from backstep_lab.queries.explain import explanation_json
from backstep_lab.queries.gradient_check import are_quick_ways, is_quick_check
from backstep_lab.queries.gradient_check_answer import gradient_check_json, paths_json
from backstep_lab.queries.landscape_answer import slice_json, surface_json
from backstep_lab.queries.line import Trial
from backstep_lab.queries.line_answer import line_json, sums_json
from backstep_lab.queries.metrics_answer import metrics_json
from backstep_lab.queries.order_answer import order_json
from backstep_lab.queries.origin import is_quick_origin
from backstep_lab.queries.predict_answer import prediction_json
from backstep_lab.queries.race_answer import race_json
from backstep_lab.quiz.judging import judge
from backstep_lab.quiz.question import question
from backstep_lab.quiz.target import is_quick_ask
from backstep_lab.sessions.concurrency.work import snapshot_work
from backstep_lab.sessions.history import Proceed
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.link import link
from backstep_lab.sessions.quota import packed_edit
from backstep_lab.sessions.session import Session
from backstep_lab.wire.address import reading
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.quiz import Ask
from backstep_lab.wire.session import session_json

Arguments = Mapping[str, Any]
INLINE_QUESTION_WORK = 1_000_000  # multiplications of a question that is answered on the event loop
PROCESS_WORK = 10**12  # more than any limit: of calls that always run in a compute process
NUMBER_WORK = 300  # writing a number in JSON
COMPRESSION_WORK = 400  # of a byte, for an address


@dataclass(frozen=True)
class Query:
    """`answer(session, arguments, proceed)` gives the answer's bytes; `work` is in multiplications."""

    answer: Callable[[Session, Arguments, Proceed], bytes]
    work: Callable[[Session, Arguments], int]


def always_in_process(session: Session, arguments: Arguments) -> int:
    """For questions that run in a compute process whatever the session is."""
    return PROCESS_WORK


def _work_unless_inline(is_inline: bool) -> int:
    return 0 if is_inline else PROCESS_WORK


def _small(session: Session, arguments: Arguments) -> int:
    return NUMBER_WORK * sum(layered(session).setup.shape.sizes)


def _per_example(session: Session, arguments: Arguments) -> int:
    return NUMBER_WORK * len(layered(session).setup.plan.data)


def _per_shown_example(session: Session, arguments: Arguments) -> int:
    shape = layered(session).setup.shape
    limit: int = arguments["limit"]
    return NUMBER_WORK * limit * (shape.inputs + shape.outputs)


def _boundary_work(session: Session, arguments: Arguments) -> int:
    maps, resolution = max(1, len(arguments["unit"])), int(arguments["resolution"])
    return maps * resolution**2 * (layered(session).setup.shape.parameter_count + NUMBER_WORK)


def _metrics_work(session: Session, arguments: Arguments) -> int:
    setup = layered(session).setup
    return (len(setup.plan.data) + len(setup.test)) * (setup.shape.parameter_count + NUMBER_WORK)


def _slice_work(session: Session, arguments: Arguments) -> int:
    return limits.SLICE_POINTS * session.work // 3


def _link_work(session: Session, arguments: Arguments) -> int:
    history = session.history
    size = sum(len(packed_edit(edit)) for edit in history.edits) + history.model.packed_size(history.spec)
    return COMPRESSION_WORK * size + snapshot_work(session)


def _export_html(session: Session, arguments: Arguments, proceed: Proceed) -> bytes:
    read = reading(arguments["query"], session.history.spec.preset or DEFAULT)
    options = FileOptions(
        arguments["iterations"], arguments["first"], read, arguments["lang"], arguments["live"]
    )
    return file_of(session, options, proceed).encode()


def _boundary(session: Session, arguments: Arguments, proceed: Proceed) -> bytes:
    options = BoundaryOptions(arguments["unit"], arguments["resolution"], arguments["x"], arguments["y"])
    return boundary_json(session, options, arguments["points"], proceed)


QUERIES: dict[str, Query] = {
    "session": Query(lambda s, a, p: session_json(s), lambda s, a: snapshot_work(s)),
    "link": Query(
        lambda s, a, p: json_bytes({"state": link(s), "limit": limits.MAX_LINK}),
        _link_work,
    ),
    "explain": Query(
        lambda s, a, p: explanation_json(s, a["ref"]), lambda s, a: _work_unless_inline(is_quick_origin(s))
    ),
    "gradient-check": Query(
        lambda s, a, p: gradient_check_json(s, a["ref"], p),
        lambda s, a: _work_unless_inline(is_quick_check(s, a["ref"])),
    ),
    "paths": Query(
        lambda s, a, p: paths_json(s, a["ref"], a["limit"]),
        lambda s, a: _work_unless_inline(are_quick_ways(s, a["limit"])),
    ),
    "examples": Query(
        lambda s, a, p: examples_json(s, a["set"], a["offset"], a["limit"]), _per_shown_example
    ),
    "batch": Query(lambda s, a, p: shares_json(s, a["ref"]), _per_example),
    "activation": Query(lambda s, a, p: unit_json(s, a["ref"], a["z"]), _small),
    "predict": Query(lambda s, a, p: prediction_json(s, a["x"]), _small),
    "line": Query(lambda s, a, p: line_json(s, a["ref"], Trial(a["w_x"], a["w_y"], a["b"])), _per_example),
    "sums": Query(lambda s, a, p: sums_json(s, a["ref"]), _small),
    "question": Query(
        lambda s, a, p: question(s, Ask(**a)).model_dump_json().encode(),
        lambda s, a: _work_unless_inline(is_quick_ask(s, Ask(**a))),
    ),
    "answer": Query(
        lambda s, a, p: judge(s, Ask(**a)).model_dump_json().encode(),
        lambda s, a: _work_unless_inline(is_quick_ask(s, Ask(**a))),
    ),
    "boundary": Query(_boundary, _boundary_work),
    "metrics": Query(lambda s, a, p: metrics_json(s), _metrics_work),
    "loss-slice": Query(lambda s, a, p: slice_json(s, a["ref"], a["span"]), _slice_work),
    "landscape": Query(
        lambda s, a, p: surface_json(s, a["x"], a["y"], a["resolution"], a["span"], p), always_in_process
    ),
    "order": Query(lambda s, a, p: order_json(s, a["iterations"], p), always_in_process),
    "race": Query(lambda s, a, p: race_json(s, a, p), always_in_process),
    "divergence": Query(lambda s, a, p: divergence_json(s, p), always_in_process),
    "export": Query(lambda s, a, p: FORMATS[a["format"]].make(s, a["lang"]), always_in_process),
    "export-html": Query(_export_html, always_in_process),
}
