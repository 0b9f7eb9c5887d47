"""Entity tags (RFC 9110, section 8.8.3): what a client has is not sent again."""

from hashlib import blake2b

from fastapi import Request


def tag_of(content: bytes) -> str:
    """The tag of a content: another content has another one."""
    return f'W/"{blake2b(content, digest_size=16).hexdigest()}"'


def has_content(request: Request, tag: str) -> bool:
    """Whether the client has the content of a tag, as `If-None-Match` says."""
    known = {named.strip() for named in request.headers.get("if-none-match", "").split(",")}
    return not known.isdisjoint((tag, "*"))
