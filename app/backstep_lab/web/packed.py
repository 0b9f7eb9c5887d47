"""A document that is packed once for all who ask for it."""

import gzip
from dataclasses import dataclass
from hashlib import blake2b

from fastapi import Request, Response

from backstep_lab.web.entity_tags import known_tags
from backstep_lab.web.precompressed_static import accepted_codings


@dataclass(frozen=True, eq=False)
class Packed:
    """A document in gzip, and its tag (RFC 9110, section 8.8.3)."""

    content: bytes
    tag: str

    @classmethod
    def of(cls, document: bytes) -> "Packed":
        """Takes some milliseconds for a hundred kilobytes: not for the event loop."""
        tag = f'W/"{blake2b(document, digest_size=16).hexdigest()}"'
        return cls(gzip.compress(document, 9, mtime=0), tag)


def packed_answer(request: Request, document: Packed, media_type: str, headers: dict[str, str]) -> Response:
    """The document as the client takes it, 304 without it to one that has it; it is asked for each time."""
    vary = ", ".join(filter(None, (headers.get("Vary"), "Accept-Encoding")))
    headers = {**headers, "ETag": document.tag, "Cache-Control": "no-cache", "Vary": vary}
    if not known_tags(request).isdisjoint((document.tag, "*")):
        return Response(status_code=304, headers=headers)
    if "gzip" not in accepted_codings(request.headers.get("accept-encoding", "")):
        return Response(gzip.decompress(document.content), media_type=media_type, headers=headers)
    return Response(document.content, media_type=media_type, headers={**headers, "Content-Encoding": "gzip"})
