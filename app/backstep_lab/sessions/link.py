"""A session as a short text that fits in an address: its spec, edits and position, and so every number.

    "1" + base64url(deflate(msgpack([iteration, step, focus, history])))

The history is packed as in the store (`codec`), without what can be computed again. What comes from an
address passes the same checks as the store's bytes.
"""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as BadBase64
from dataclasses import dataclass, replace

import msgpack  # type: ignore[import-untyped]

from backstep_lab.config import limits
from backstep_lab.sessions.history import History, ShouldContinue, never_stop
from backstep_lab.sessions.session import Head, Session
from backstep_lab.sessions.store.codec import CodecError, pack, unpack
from backstep_lab.spec.errors import Invalid

VERSION = "1"
UNPACKED = 512 * 1024  # bytes: the largest history that a link of MAX_LINK characters could sensibly hold

# What histories have in common, as a dictionary for deflate. Part of version 1: never change it.
COMMON = (
    b"samples noise test_fraction classes columns species scale targets features standard one_hot signed "
    b"binary spiral gaussians iris digits moons circle quadrants initializer xavier_uniform he_uniform seed "
    b"cross_entropy binary_cross_entropy mean_squared_error tanh relu softmax identity momentum adam epsilon "
    b"\x85\xa4spec\x84\xa6preset\xa5mazur\xa7network\x86\xa6inputs\x02\xa6layers\x92\x82\xa5units\x02\xaa"
    b"activation\xa7sigmoid\x82\xa5units\x02\xaaactivation\xa7sigmoid\xa4loss\xb2half_squared_error\xab"
    b"initializer\xaexavier_uniform\xa4seed\x01\xaaparameters\x82\xa1W\x92\x92\x92\xa1b\x92\x92\xa4data\x85\xa4"
    b"name\xa6custom\xa1X\x91\x92\xa1Y\x91\x92\xa5noise\xcb\x00\x00\x00\x00\x00\x00\x00\x00\xa4seed\x00\xad"
    b"test_fraction\xcb\x00\x00\x00\x00\x00\x00\x00\x00\xa8training\x87\xa9optimizer\x82\xa4name\xa3sgd\xad"
    b"learning_rate\xcb\x3f\xe0\x00\x00\x00\x00\x00\x00\xaabatch_size\x01\xa7shuffle\xc2\xactrain_biases\xc2\xa2"
    b"l1\xcb\x00\x00\x00\x00\x00\x00\x00\x00\xa2l2\xcb\x00\x00\x00\x00\x00\x00\x00\x00\xa4seed\x01\xa5edits"
    b"\x90\xa8interval\x01\xabcheckpoints\x90\xa6curves\x83\xa9iteration\x91\xc4\x00\xa5train\x91\xc4\x00\xa4"
    b"test\x91\xc4\x00\xa7reached\x00\xa9evaluated\x00"
)


@dataclass(frozen=True, eq=False)
class Bookmark:
    """A history, and a position in it."""

    history: History
    head: Head


def link(session: Session) -> str | None:
    """The session as text; None where it is too long for an address."""
    head, history = session.head, session.history
    bare = History(history.spec, tuple(replace(edit, dropped=()) for edit in history.edits))
    packed = msgpack.packb([head.iteration, head.step, head.focus, pack(bare)])
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, COMMON)
    text = VERSION + urlsafe_b64encode(squeezer.compress(packed) + squeezer.flush()).decode().rstrip("=")
    return text if len(text) <= limits.MAX_LINK else None


def decode_link(text: str) -> Bookmark:
    """The bookmark in a link. Raises Invalid, and nothing else, where there is none."""
    try:
        if len(text) > limits.MAX_LINK or not text.startswith(VERSION):
            raise CodecError("no link of this version")
        iteration, step, focus, history = msgpack.unpackb(_inflated(text[1:]), max_ext_len=0)
        if not all(type(n) is int and 0 <= n <= 2**31 for n in (iteration, step, focus)):
            raise CodecError("no place")
        return Bookmark(unpack(history), Head(iteration, step, focus))
    except (CodecError, BadBase64, zlib.error, ValueError, TypeError, msgpack.UnpackException):
        raise Invalid(
            "state",
            "This link is cut short or was changed on its way: it leads to no moment. Ask for it again.",
            "problem-link",
        ) from None


def open_bookmark(id: str, bookmark: Bookmark, proceed: ShouldContinue = never_stop) -> Session:
    """A session at the bookmark. Raises Invalid where there is no such step, Diverged where it overflows."""
    head = bookmark.head
    start = Session.restore(id, 0, Head(), bookmark.history)
    there = start.at_iteration(head.iteration, proceed).reaching(head.step)
    focus = min(head.focus, there.current.examples - 1)
    return replace(there, head=replace(head, focus=focus))


def _inflated(text: str) -> bytes:
    opener = zlib.decompressobj(-15, COMMON)
    data = opener.decompress(urlsafe_b64decode(text + "=" * (-len(text) % 4)), UNPACKED)
    if opener.unconsumed_tail or not opener.eof:
        raise CodecError("cut short, or too much")
    return data
