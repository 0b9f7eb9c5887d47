"""Language and address of a request."""

from fastapi import Request

from backstep_lab.config.hosts import host_of, is_allowed
from backstep_lab.config.settings import Settings
from backstep_lab.i18n import catalogue


def language_of(request: Request) -> str:
    """The language of a page for this request."""
    return catalogue.language(request.query_params.get("lang"), request.headers.get("accept-language"))


def root_of(request: Request) -> str:
    """The path prefix that the application stands behind, without a slash at its end."""
    root: str = request.scope.get("root_path", "")
    return root.rstrip("/")


def home_of(request: Request) -> str:
    """The address learners see this application at, without a slash at its end.

    A path alone where it is not known: no public address is set, and the request names a host that the
    operator does not allow.
    """
    settings: Settings = request.app.state.settings
    if settings.address:
        return settings.address
    host = host_of(request.headers.get("host", ""))
    if host is None or not is_allowed(host, settings.allowed_hosts):
        return root_of(request)
    return f"{request.scope['scheme']}://{host}{root_of(request)}"


def is_absolute(home: str) -> bool:
    """Whether an address can be followed from other servers' pages."""
    return home.startswith("http")
