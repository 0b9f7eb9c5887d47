"""The characters of a file, of which nothing says how they are encoded."""

import codecs
import re
from typing import NamedTuple

from backstep_lab.spec.errors import Invalid

ENCODINGS = {
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "windows-1252": "cp1252",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WORKBOOK = b"PK\x03\x04"  # a zip archive, as .xlsx and .ods are
_WESTERN = re.compile("[\\x00-\\x7f\\u00a0-\\u00ffŒœŠšŽžŸƒ€‘’“”„–—…•™‰‹›]*")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_CONTROL = re.compile("[\\x00-\\x08\\x0e-\\x1f]")


class Decoded(NamedTuple):
    """A text, and the name of the encoding by which it was read."""

    text: str
    encoding: str


def decoded(content: bytes, encoding: str = "auto") -> Decoded:
    """The text of a file. Raises Invalid with the line of what cannot be decoded.

    Without a choice: the byte order mark's encoding, else UTF-8, else GB18030 or Windows-1252.
    """
    if content.startswith(_WORKBOOK):
        raise Invalid(
            "content",
            "This is a workbook or another archive, not a text: save the sheet as CSV, and open that file.",
            "problem-table-workbook",
        )
    name = _recognized(content) if encoding == "auto" else encoding
    try:
        text = content.decode(ENCODINGS[name])
    except UnicodeDecodeError as error:
        raise _undecodable(content, name, error.start) from None
    return Decoded(printable_text(text.removeprefix("\ufeff"), "content"), name)


def printable_text(text: str, field: str) -> str:
    """The same text. Raises Invalid where it holds control characters, as no table does."""
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise Invalid(
            field,
            f"Line {line} has a character that no text has (number {ord(control[0])}): "
            "check that this is a text file and that its encoding is right.",
            "problem-table-control",
            line=line,
            number=ord(control[0]),
        )
    return text


def _recognized(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    if _decodes(content, "utf-8"):
        return "utf-8"
    chinese = _decodes(content, "gb18030")
    if _is_western(content) and not (chinese and _looks_chinese(content)):
        return "windows-1252"
    return "gb18030" if chinese else "utf-8"


def _decodes(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _is_western(content: bytes) -> bool:
    return _decodes(content, "cp1252") and bool(_WESTERN.fullmatch(content.decode("cp1252")))


def _looks_chinese(content: bytes) -> bool:
    """Whether most pairs of bytes have both from A1 on, as the characters of everyday Chinese do (GB 2312).

    An accented letter of a Western language stands among letters below 80.
    """
    pairs: list[bytes] = _PAIR.findall(content)
    everyday = sum(min(pair) >= 0xA1 for pair in pairs)
    return 2 * everyday > len(pairs)


def _undecodable(content: bytes, encoding: str, position: int) -> Invalid:
    line = content.count(b"\n", 0, position) + 1
    place = position - content.rfind(b"\n", 0, position)
    byte = f"{content[position]:02X}"
    return Invalid(
        "content",
        f"Line {line}, byte {place} ({byte}) cannot be read as {encoding}: choose another encoding.",
        "problem-table-encoding",
        line=line,
        place=place,
        byte=byte,
        encoding=encoding,
    )
