"""Headers by the kind of an address: framing, scripts, other origins, how long an answer keeps."""

from base64 import b64encode
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.types import Scope

from backstep_lab.config.assets import early_script
from backstep_lab.config.hosts import host_of

Headers = list[tuple[bytes, bytes]]

TYPED = (b"x-content-type-options", b"nosniff")
ALWAYS: Headers = [TYPED, (b"referrer-policy", b"strict-origin-when-cross-origin")]
OPEN: Headers = [(b"access-control-allow-origin", b"*"), (b"cross-origin-resource-policy", b"cross-origin")]
SHOWN = ("/picture.", "/oembed", "/widget.mjs")  # on pages of others, also on those that isolate themselves
PREFLIGHT: Headers = [
    *ALWAYS,
    *OPEN,
    (b"access-control-allow-methods", b"GET, POST, PATCH, DELETE"),
    (b"access-control-allow-headers", b"Accept, Content-Type"),
    (b"access-control-max-age", b"86400"),
]
EXPOSED = (b"location", b"retry-after")  # headers that pages of other origins may read
FOR_EVER = (b"cache-control", b"public, max-age=31536000, immutable")
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {own} 'unsafe-inline'; img-src {own} data:; "
    "font-src {own}; frame-src {own}; connect-src {own}; base-uri 'none'; form-action {own}"
)
ISOLATED: Headers = [
    (b"cross-origin-embedder-policy", b"require-corp"),
    (b"cross-origin-resource-policy", b"cross-origin"),
]


class Policies:
    """The headers that answers get beside their own."""

    def __init__(self, frame_ancestors: tuple[str, ...], address: str) -> None:
        # A frame's page may stand on any page unless the operator lists hosts; never X-Frame-Options.
        self.framed = f"; frame-ancestors {' '.join(frame_ancestors)}" if frame_ancestors else ""
        self.origin = origin_of(address)
        self.inline = hash_of(early_script())

    def of(self, path: str, scope: Scope) -> Headers:
        """The headers of an answer at this path (without the prefix)."""
        if path.startswith("/api/"):
            return [TYPED, *OPEN]  # no more: they are as long as half of a step's answer
        if path.startswith("/static/"):
            return [*ALWAYS, *OPEN, FOR_EVER] if "/assets/" in path else [*ALWAYS, *OPEN]
        if path.startswith(SHOWN):
            return [*self._page(scope), *OPEN]
        if path.startswith("/embed"):
            embed = [*ALWAYS, self._content(scope, self.framed), *ISOLATED]
            return embed if path == "/embed" else [*embed, *OPEN[:1]]
        return self._page(scope)

    def _page(self, scope: Scope) -> Headers:
        return [*ALWAYS, self._content(scope, "; frame-ancestors 'self'")]

    def _content(self, scope: Scope, framed: str) -> tuple[bytes, bytes]:
        origin = self.origin or _requested_origin(scope)
        # In a sandbox, WebKit's 'self' is the opaque origin of the page, which matches no address.
        own = f"'self' {origin}" if origin else "'self'"
        policy = POLICY.format(own=own, scripts=f"{own} {self.inline}")
        return b"content-security-policy", (policy + framed).encode()


def hash_of(script: str) -> str:
    """What allows an inline script with exactly this text."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def origin_of(address: str) -> str:
    """Scheme and host of an address; '' where it has none."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _requested_origin(scope: Scope) -> str:
    """The origin that a request names, which only its own answer gets; '' where it names none."""
    named = next((value for name, value in scope["headers"] if name == b"host"), b"")
    host = host_of(named.decode("latin-1"))
    return f"{scope['scheme']}://{host}" if host else ""
