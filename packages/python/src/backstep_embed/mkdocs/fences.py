"""Fenced blocks of Markdown whose language is `backstep`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

OPENING = re.compile(r"(?P<indent> *)(?P<marks>`{3,}|~{3,}) *(?P<info>[^`]*)$")
OPTION = re.compile(r"([A-Za-z]\w*) *: *(.*)")


@dataclass(frozen=True)
class Fence:
    """`line` is that of its opening, from 1; `unread` is what stands where an option should."""

    line: int
    options: dict[str, str]
    unread: tuple[str, ...]


def replace_fences(markdown: str, write: Callable[[Fence], str]) -> str:
    """The Markdown with what `write` gives for each fence, also in a list; other code blocks stay."""
    lines = markdown.split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        opening = OPENING.match(lines[at])
        if opening is None:
            kept.append(lines[at])
            at += 1
            continue
        end = _end(lines, at, opening["marks"])
        words = opening["info"].split()
        if words[:1] == ["backstep"] and end < len(lines):
            inside = _without(opening["indent"], lines[at + 1 : end])
            kept.append(opening["indent"] + write(_fence(at + 1, words[1:], inside)))
        else:
            kept += lines[at : end + 1]
        at = end + 1
    return "\n".join(kept)


def _end(lines: list[str], at: int, marks: str) -> int:
    """The line that closes the block that this one opens, or the line after the last one."""
    closing = re.compile(rf" *{re.escape(marks[0])}{{{len(marks)},}} *$")
    return next((i for i in range(at + 1, len(lines)) if closing.match(lines[i])), len(lines))


def _without(indent: str, lines: list[str]) -> list[str]:
    return [line.removeprefix(indent) if line.strip() else "" for line in lines]


def _fence(line: int, arguments: list[str], inside: list[str]) -> Fence:
    """Options, then after an empty line the program of a graph."""
    options, unread = {}, arguments[1:]
    empty = inside.index("") if "" in inside else len(inside)
    for text in map(str.strip, inside[:empty]):
        if option := OPTION.fullmatch(text):
            options[option[1]] = option[2]
        else:
            unread.append(text)
    if arguments:
        options["preset"] = arguments[0]
    if program := "\n".join(inside[empty:]).strip("\n"):
        options["expr"] = program
    return Fence(line, options, tuple(unread))
