"""A part of an exported program."""

from typing import NamedTuple


class Section(NamedTuple):
    """A piece of a program: the key of its heading, and its lines."""

    key: str
    code: str
