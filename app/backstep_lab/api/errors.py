"""Every error as one RFC 9457 body.

    what is raised                      status  type
    Invalid, RequestValidationError     422     /problems/validation
    NotFound, an unknown address        404     /problems/not-found
    StaleRevision                       409     /problems/stale-revision
    OutOfTurn                           409     /problems/out-of-turn
    NothingBehind                       409     /problems/nothing-behind
    Diverged                            409     /problems/diverged
    Undefined                           409     /problems/undefined
    Locked                              403     /problems/locked
    a body beyond the limit             413     /problems/too-large
    Unreadable                          410     /problems/unreadable
    TooLong                             422     /problems/too-long
    an address beyond the limit         414     /problems/address-too-long
    a request that is no HTTP           400     /problems/malformed
    Busy                                429     /problems/busy
    Full                                503     /problems/full
    StoreUnavailable                    503     /problems/store-unavailable
    UnknownOutcome                      503     /problems/unknown-outcome
    another HTTPException               its own /problems/http
    anything else                       500     /problems/internal

The tree of the learner's problems is drawn in `app/backstep_lab/spec/errors.py`.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from backstep_lab.api.problem_details import ProblemDetails
from backstep_lab.spec.errors import (
    Busy,
    Conflict,
    Diverged,
    Full,
    Invalid,
    Locked,
    NotFound,
    NothingBehind,
    OutOfTurn,
    Problem,
    StaleRevision,
    StoreUnavailable,
    TooLong,
    Undefined,
    UnknownOutcome,
    Unreadable,
)
from backstep_lab.spec.validation_messages import invalid, shown

MEDIA_TYPE = "application/problem+json"
API = "/api/"
KINDS: dict[type[Problem], tuple[int, str, str]] = {
    Invalid: (422, "validation", "That value cannot be"),
    NotFound: (404, "not-found", "Not found"),
    StaleRevision: (409, "stale-revision", "The session has moved on"),
    OutOfTurn: (409, "out-of-turn", "Not at its turn"),
    NothingBehind: (409, "nothing-behind", "Nothing behind"),
    Diverged: (409, "diverged", "Training has diverged"),
    Undefined: (409, "undefined", "Cannot be computed"),
    Conflict: (409, "conflict", "Does not fit"),
    Locked: (403, "locked", "Locked"),
    TooLong: (422, "too-long", "Too much for one call"),
    Busy: (429, "busy", "Too busy"),
    Full: (503, "full", "No room"),
    Unreadable: (410, "unreadable", "Cannot be opened"),
    StoreUnavailable: (503, "store-unavailable", "The store does not answer"),
    UnknownOutcome: (503, "unknown-outcome", "It is not known whether this was done"),
}
RETRY_SECONDS = {"busy": "2", "full": "60", "store-unavailable": "3", "unknown-outcome": "1"}

log = structlog.get_logger()


class ProblemResponse(JSONResponse):
    """A problem's answer."""

    media_type = MEDIA_TYPE


def body_of(problem: Problem) -> dict[str, Any]:
    """The problem as it stands on the wire."""
    status, slug, title = next(KINDS[kind] for kind in type(problem).__mro__ if kind in KINDS)
    return problem_body(
        status, slug, title, problem.detail, problem.key, problem.message_args, problem.extras()
    )


def problem_body(
    status: int,
    slug: str,
    title: str,
    detail: str,
    key: str,
    args: dict[str, Any],
    extras: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The one body of every error."""
    message = {"key": key, "args": args}
    kind = f"/problems/{slug}"
    return {
        "type": kind,
        "title": title,
        "status": status,
        "detail": detail,
        "message": message,
        **(extras or {}),
    }


def answer(body: dict[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    """The body as a response."""
    status = int(body["status"])
    slug = str(body["type"]).rpartition("/")[2]
    retry = {"Retry-After": RETRY_SECONDS[slug]} if slug in RETRY_SECONDS else {}
    return ProblemResponse(body, status, {**(headers or {}), **retry})


def on_problem(request: Request, error: Exception) -> dict[str, Any]:
    """A learner's problem."""
    assert isinstance(error, Problem), "registered for problems only"
    return body_of(error)


def on_invalid_request(request: Request, error: Exception) -> dict[str, Any]:
    """A request that does not fit its model."""
    assert isinstance(error, RequestValidationError), "registered for validation only"
    return body_of(invalid(error.errors()))


def on_http(request: Request, error: Exception) -> dict[str, Any]:
    """What the framework refuses: unknown addresses and methods, bodies too large or no JSON."""
    assert isinstance(error, HTTPException), "registered for these only"
    status, path = error.status_code, shown(request.url.path).strip("“”")
    if status == 404:
        detail = f"There is nothing at {path}."
        return problem_body(404, "not-found", "Not found", detail, "problem-page-not-found", {"path": path})
    if status == 405:
        detail = f"{request.method} is not possible at {path}; there is {', '.join(_allowed(error))}."
        return problem_body(
            405, "method", "Not that way", detail, "problem-method", {"method": request.method}
        )
    if status == 413:
        return too_large(request.app.state.settings.max_body_bytes)
    if status == 400:
        return body_of(
            Invalid("body", "The body is not JSON that can be read.", "problem-not-json", position=0)
        )
    detail = str(error.detail)
    return problem_body(status, "http", "Refused", detail, "problem-invalid", {"field": "", "detail": detail})


def _allowed(error: HTTPException) -> list[str]:
    """The methods there are; HEAD is answered wherever GET is."""
    named = [method.strip() for method in (error.headers or {}).get("Allow", "").split(",") if method.strip()]
    return [*named, "HEAD"] if "GET" in named and "HEAD" not in named else named


def _headers(error: Exception) -> Mapping[str, str] | None:
    if isinstance(error, HTTPException) and error.headers and "Allow" in error.headers:
        return {**error.headers, "Allow": ", ".join(_allowed(error))}
    return getattr(error, "headers", None)


def too_large(limit: int) -> dict[str, Any]:
    """A body beyond the limit."""
    return problem_body(
        413,
        "too-large",
        "Too large",
        f"The body is larger than the {limit} bytes that are allowed.",
        "problem-body-too-large",
        {"limit": limit},
    )


def too_long(limit: int) -> dict[str, Any]:
    """An address beyond the limit."""
    detail = f"The address has more than the {limit} characters that are allowed."
    return problem_body(
        414, "address-too-long", "Address too long", detail, "problem-address-too-long", {"limit": limit}
    )


def malformed(what: str, rule: str) -> dict[str, Any]:
    """A request that breaks a rule of HTTP."""
    detail = f"This is no request that can be read: {what} is malformed ({rule})."
    return problem_body(400, "malformed", "Malformed", detail, "problem-malformed", {"detail": detail})


def on_error(request: Request, error: Exception) -> dict[str, Any]:
    """Our own mistake: logged whole, answered briefly."""
    log.error("unexpected error", path=request.url.path, exc_info=error)
    detail = "Something went wrong on the server; it has been noted."
    return problem_body(500, "internal", "Our mistake", detail, "problem-internal", {})


Handler = Callable[[Request, Exception], Awaitable[Response]]


def register(app: FastAPI, page: Callable[[Request, dict[str, Any]], Awaitable[Response]]) -> Handler:
    """Answer every error as problem details, or as a page where a browser asked for a page.

    The handler of our own mistakes is given back for what is outside of the application's routes.
    """

    def handled(body_of: Callable[[Request, Exception], dict[str, Any]]) -> Handler:
        async def handler(request: Request, error: Exception) -> Response:
            body = body_of(request, error)
            if not request.url.path.startswith(API) and "text/html" in request.headers.get("accept", ""):
                return await page(request, body)
            return answer(body, _headers(error))

        return handler

    app.add_exception_handler(Problem, handled(on_problem))
    app.add_exception_handler(RequestValidationError, handled(on_invalid_request))
    app.add_exception_handler(HTTPException, handled(on_http))
    unexpected = handled(on_error)
    app.add_exception_handler(Exception, unexpected)
    return unexpected


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The documentation of these statuses."""
    titles = {
        404: "No such thing",
        409: "Does not fit the session as it stands",
        413: "Body too large",
        414: "Address too long",
    }
    titles |= {410: "Stored by another version, or damaged", 422: "A value that cannot be"}
    titles |= {429: "Too busy", 503: "No room, or the store does not answer"}
    schema = {"$ref": "#/components/schemas/ProblemDetails"}
    return {
        status: {
            "description": titles[status],
            "model": ProblemDetails,
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in statuses
    }
