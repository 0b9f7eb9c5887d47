"""A document that is packed once for all who ask for it."""

import gzip
from dataclasses import dataclass

from fastapi import Request, Response

from backstep_lab.api.content_coding import accepts_gzip
from backstep_lab.web.entity_tags import has_content, tag_of


@dataclass(frozen=True, eq=False)
class Packed:
    """A document in gzip, and its entity tag."""

    content: bytes
    tag: str

    @classmethod
    def of(cls, document: bytes) -> "Packed":
        """Takes some milliseconds for a hundred kilobytes: not for the event loop."""
        return cls(gzip.compress(document, 9, mtime=0), tag_of(document))


def packed_answer(request: Request, document: Packed, media_type: str, headers: dict[str, str]) -> Response:
    """The document as the client takes it, 304 without it to one that has it; it is asked for each time."""
    vary = ", ".join(filter(None, (headers.get("Vary"), "Accept-Encoding")))
    headers = {**headers, "ETag": document.tag, "Cache-Control": "no-cache", "Vary": vary}
    if has_content(request, document.tag):
        return Response(status_code=304, headers=headers)
    if not accepts_gzip(request.scope):
        return Response(gzip.decompress(document.content), media_type=media_type, headers=headers)
    return Response(document.content, media_type=media_type, headers={**headers, "Content-Encoding": "gzip"})
