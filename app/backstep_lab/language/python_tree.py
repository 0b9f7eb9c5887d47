"""Python's own parser, for one thread at a time.

Before Python 3.11.8 it counts the depth of all trees that it makes in one place: of two threads that parse at
once, one may fail with a SystemError.
"""

import ast
from threading import Lock

_TURN = Lock()


def module_of(text: str) -> ast.Module:
    """The tree of a text in Python's spelling. Raises what `ast.parse` does."""
    with _TURN:
        return ast.parse(text)


def expression_of(text: str) -> ast.expr:
    """The expression that a text in Python's spelling is. Raises what `ast.parse` does."""
    with _TURN:
        return ast.parse(text, mode="eval").body
