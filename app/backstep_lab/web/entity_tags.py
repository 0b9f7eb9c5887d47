"""The entity tags that a client has."""

from fastapi import Request


def known_tags(request: Request) -> set[str]:
    """Those that `If-None-Match` names."""
    return {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
