"""Headers by the kind of an address: framing, scripts, other origins, how long an answer keeps."""

Headers = list[tuple[bytes, bytes]]

ALWAYS: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
]
OPEN: Headers = [(b"access-control-allow-origin", b"*"), (b"cross-origin-resource-policy", b"cross-origin")]
SHOWN = ("/picture.", "/oembed")  # on pages of others, also on those that isolate themselves
PREFLIGHT: Headers = [
    *ALWAYS,
    *OPEN,
    (b"access-control-allow-methods", b"GET, POST, PATCH, DELETE"),
    (b"access-control-allow-headers", b"Accept, Content-Type"),
    (b"access-control-max-age", b"86400"),
]
EXPOSED = (b"access-control-expose-headers", b"Location, Retry-After")
FOR_EVER = (b"cache-control", b"public, max-age=31536000, immutable")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)
PAGE: Headers = [*ALWAYS, (b"content-security-policy", f"{POLICY}; frame-ancestors 'self'".encode())]


class Policies:
    """The headers that answers get beside their own."""

    def __init__(self, frame_ancestors: tuple[str, ...]) -> None:
        self.embed = _embed_headers(frame_ancestors)

    def of(self, path: str) -> Headers:
        """The headers of an answer at this path (without the prefix)."""
        if path.startswith("/api/"):
            return [*ALWAYS, *OPEN, EXPOSED]
        if path.startswith("/static/"):
            return [*ALWAYS, *OPEN, FOR_EVER] if "/assets/" in path else [*ALWAYS, *OPEN]
        if path.startswith(SHOWN):
            return [*PAGE, *OPEN]
        if path.startswith("/embed"):
            return self.embed if path == "/embed" else [*self.embed, *OPEN[:1]]
        return PAGE


def _embed_headers(ancestors: tuple[str, ...]) -> Headers:
    """A frame's page may stand on any page unless the operator lists hosts; never X-Frame-Options."""
    policy = f"{POLICY}; frame-ancestors {' '.join(ancestors)}" if ancestors else POLICY
    return [
        *ALWAYS,
        (b"content-security-policy", policy.encode()),
        (b"cross-origin-embedder-policy", b"require-corp"),
        (b"cross-origin-resource-policy", b"cross-origin"),
    ]
