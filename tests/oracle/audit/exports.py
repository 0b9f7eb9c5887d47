"""The files of a session: they must hold the same numbers, and lead to the same session again."""

import csv
import io
import json
import struct
from collections.abc import Iterator

import numpy as np

from tests.oracle.audit.callers import RefusedError
from tests.oracle.audit.moments import refs_of
from tests.oracle.audit.programs import Program, Programs
from tests.oracle.audit.recipes import Json
from tests.oracle.audit.reports import Failure
from tests.oracle.audit.sessions import Audited

ITERATIONS = 10  # that an exported program does


def exported(one: Audited, programs: Programs, edited: list[int]) -> None:
    """Check every file; programs wait until all of them are run together.

    Where one of the iterations that were edited is still ahead, there is no program to compare: it goes on
    without the edit.
    """
    _table(one)
    _safetensors(one)
    copy = _imported(one)
    if max(edited, default=0) <= one.place[0]:
        _programs(one, copy, programs)
    one.caller.delete(copy)


def rows_of(one: Audited) -> Iterator[tuple[str, float | None, dict[str, float | None]]]:
    """Ref, value and operands of every operation in the table."""
    text = one.caller.file(f"{one.path}/export/csv").decode()
    for row in csv.DictReader(io.StringIO(text)):
        operands = dict(part.rsplit(" = ", 1) for part in row["operands"].split("; ") if part)
        yield row["ref"], _number(row["value"]), {ref: _number(value) for ref, value in operands.items()}


def _number(text: str) -> float | None:
    return float(text) if text else None


def _table(one: Audited) -> None:
    """The table's numbers are those of the session, each ref has one, and what is not done is null there."""
    values, step = refs_of(one.session), one.place[1]
    shown: dict[str, float] = {}
    for ordinal, (ref, value, operands) in enumerate(rows_of(one), start=1):
        if ref in values and values[ref] != (value if ordinal <= step else None):
            one.fail(
                "table",
                f"{ref} is {value!r} in operation {ordinal} of the table, {values[ref]!r} in the session",
            )
        for name, number in [(ref, value), *operands.items()]:
            if number is not None and shown.setdefault(name, number) != number:
                one.fail("one ref, two values", f"{name} is {shown[name]!r} and {number!r} in one table")
            if number is not None and "_next" not in name:
                known = values.get(name)
                if known is not None and known != number:
                    one.fail(
                        "one ref, two values", f"{name} is {known!r} in the session, {number!r} in the table"
                    )
    one.check_numbers(shown.items())


def _safetensors(one: Audited) -> None:
    """Eight bytes of length, a header in JSON, then the numbers."""
    file = one.caller.file(f"{one.path}/export/safetensors")
    (length,) = struct.unpack("<Q", file[:8])
    header, body = json.loads(file[8 : 8 + length]), file[8 + length :]
    header.pop("__metadata__", None)
    wanted = {}
    for name, part in (("weight", "W"), ("bias", "b")):
        for layer, numbers in enumerate(one.session["parameters"][part]):
            wanted[f"layers.{layer}.{name}"] = np.array(numbers)
    if header.keys() != wanted.keys():
        one.fail("safetensors", f"the file has {sorted(header)}, the session {sorted(wanted)}")
        return
    for name, entry in header.items():
        start, stop = entry["data_offsets"]
        numbers = np.frombuffer(body[start:stop], "<f8").reshape(entry["shape"])
        if entry["dtype"] != "F64" or not np.array_equal(numbers, wanted[name]):
            one.fail("safetensors", f"{name} is {numbers.tolist()}, in the session {wanted[name].tolist()}")


def _imported(one: Audited) -> str:
    """The session that the file makes; it must be the same but for its id and revision."""
    file = json.loads(one.caller.file(f"{one.path}/export/session"))
    made = one.caller.post("/sessions/import", file)
    for part in ("spec", "position", "parameters", "values", "operation", "next", "state", "edits"):
        if made[part] != one.session[part]:
            text = f"{part} is {str(made[part])[:200]}, it was {str(one.session[part])[:200]}"
            one.fail("session file", f"imported again, {text}")
    return f"/sessions/{made['id']}"


def _programs(one: Audited, copy: str, programs: Programs) -> None:
    """The programs go on from the start of this iteration, or of the next where it is complete."""
    position = one.session["position"]
    first = position["iteration"] + (position["step"] == position["steps"])
    try:
        one.caller.post(f"{copy}/seek", {"iteration": first + ITERATIONS, "step": 0})
    except RefusedError as refused:
        if refused.problem.get("type") != "/problems/diverged":
            raise
        return
    reached: Json = one.caller.get(copy)
    size = max(abs(np.array(part)).max() for name in ("W", "b") for part in reached["parameters"][name])
    for kind in ("numpy", "pytorch"):
        text = one.caller.file(f"{one.path}/export/{kind}").decode()
        name = f"session {one.number}, iterations {first} to {first + ITERATIONS}"
        failure = Failure("program", one.number, name, tuple(one.caller.calls))
        programs.waiting.append(Program(kind, text, reached["parameters"], 1e-12 * float(size), failure))
