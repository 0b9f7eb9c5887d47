"""The worked solution of an iteration in both languages: its sentences and its printed equations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.oracle.audit.claims import Said, untrue
from tests.oracle.audit.exports import rows_of
from tests.oracle.audit.formulas import is_rounding
from tests.oracle.audit.printing import printed
from tests.oracle.audit.recipes import Json
from tests.oracle.audit.sessions import Audited

BLOCK = re.compile(
    r"\*\*(\d+)\. (.*?)\*\* (.*?)\n\n\$\$\n\\begin\{aligned\}\n(.*?)\n\\end\{aligned\}", re.DOTALL
)
RESULT = re.compile(r"-?\d+(\.\d+)?( \\times 10\^\{-?\d+\})?")
NUMBER = re.compile(r"(?<![\w.])[−-]?\d+(?:\.\d+)?(?:e[−+-]?\d+)?")
SYMBOLS = re.compile(
    r"[wabzmvxyL]\^|\\(ell|delta|eta|lambda|beta|mu|rho|varepsilon|partial)|_\{|\\cdots|f'|\\Omega"
)
LANGUAGES = ("en", "zh-CN")
COUNTED = {"unit", "from", "to", "row", "input", "example", "iteration"}  # people count these from 1


@dataclass(frozen=True)
class Line:
    """An operation in the worked solution."""

    title: str
    sentence: str
    sides: list[str]


def sentences(one: Audited) -> None:
    """Check what the worked solution says in both languages."""
    refs = [ref for ref, _, _ in rows_of(one)]
    operations = {ref: one.caller.get(f"{one.path}/explain", ref=ref)["operation"] for ref in refs}
    for lang in LANGUAGES:
        lines = list(_lines(one.caller.file(f"{one.path}/export/markdown", lang=lang).decode()))
        if len(lines) != len(refs):
            one.fail("worked solution", f"{len(lines)} lines in {lang} for {len(refs)} operations")
            continue
        for ref, line in zip(refs, lines, strict=True):
            operation = operations[ref]
            if operation is None or operation["value"] is None or operation["ref"] != ref:
                continue
            one.report.counts["sentences"] += 1
            _claims(one, line, lang, operation)
            _numbers(one, line, operation)
            if lang == "en":
                _equation(one, line, operation)
                _remark(one, line, operation)


def _lines(text: str) -> Iterator[Line]:
    for match in BLOCK.finditer(text):
        sides = [side.lstrip("& =").strip() for side in re.split(r"(?:^| )&= |\\\\\n", match[4])]
        yield Line(match[2], match[3], [side for side in sides if side])


def _claims(one: Audited, line: Line, lang: str, operation: Json) -> None:
    def number(ref: str) -> float:
        known = one.known(ref)
        return known.value if known else float("nan")

    said = Said(operation, one.session["spec"], number, one.at.N)
    for name in untrue(line.title, line.sentence, lang, said):
        one.fail(
            f"untrue: {name}", f"{operation['ref']} = {operation['value']!r}: {line.title}. {line.sentence}"
        )


def _numbers(one: Audited, line: Line, operation: Json) -> None:
    """Every number in a sentence is one that the sentence is filled with, or an operand, to its digits."""
    filled = operation["message"]["args"].items()
    spoken = [value + (name in COUNTED) for name, value in filled if isinstance(value, int | float)]
    spoken += [operand["value"] for operand in operation["operands"] if operand["value"] is not None]
    spoken += [operation["value"], 0.0, 1.0, 2.0, one.at.N]
    for text in NUMBER.findall(line.sentence):
        found = float(text.replace("−", "-"))
        near = (min(abs(found - x), abs(found - abs(x))) - 6e-6 * abs(x) for x in spoken)
        if not min(near) <= 1e-12:
            one.fail(
                "sentence number", f"{operation['ref']}: {text} in “{line.sentence}” is none of {spoken}"
            )


def _equation(one: Audited, line: Line, operation: Json) -> None:
    """The last line but one, in numbers, must give the last one."""
    if is_rounding(operation) or len(line.sides) < 3:
        return
    if not RESULT.fullmatch(line.sides[-1]) or SYMBOLS.search(line.sides[-2]):
        return
    one.report.counts["printed equations"] += 1
    for kind, text in printed(f"worked solution, {operation['ref']}", line.sides[-2], line.sides[-1]):
        one.fail(kind, text)


def _remark(one: Audited, line: Line, operation: Json) -> None:
    """A sum that is 0 but for rounding must be called so."""
    if operation["kind"] != "sum" or operation["value"] == 0:
        return
    size = sum(abs(operand["value"]) for operand in operation["operands"])
    if abs(operation["value"]) <= 2e-16 * size and "rounding" not in line.sentence:
        one.fail("rounding unsaid", f"{operation['ref']} = {operation['value']!r}: {line.sentence}")
