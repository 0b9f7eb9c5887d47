"""The current iteration as a worked solution: every operation with its message and formula."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from backstep_lab.config import limits
from backstep_lab.exports.handouts.conventions import conventions
from backstep_lab.i18n import catalogue
from backstep_lab.i18n.shown_index import shown_args, shown_index
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Invalid
from backstep_lab.spec.model import Spec
from backstep_lab.spec.names import NameOf, nameless, names_of
from backstep_lab.stepping.explain.account import Args
from backstep_lab.stepping.explain.operation import Operation
from backstep_lab.stepping.formulas.templates import FULL, number

_WHOLE = {"layer", "unit", "from", "from_layer", "to", "to_layer", "count", "example", "examples"}
_NAMED = {"activation", "loss", "optimizer"}


@dataclass(frozen=True, slots=True)
class SolutionLine:
    """One operation for a reader: `steps` are the sides of its equation in LaTeX, the first on the left."""

    phase: str
    title: str
    sentence: str
    steps: tuple[str, ...]


def operations(session: Session, most: int) -> Iterator[Operation]:
    """Every operation of the iteration, done or not, up to where it overflows. Invalid over `most`."""
    current = session.current
    if current.limit > most:
        raise Invalid(
            "format",
            f"This iteration has {current.limit} operations; a file of this kind holds at most {most}. "
            "Take fewer units or a smaller batch.",
            "problem-file-operations",
            count=current.limit,
            max=most,
        )
    for ordinal in range(current.limit):
        yield current.explain(ordinal, session.focus)


def solution_lines(session: Session, lang: str) -> list[SolutionLine]:
    """All lines, in the order of the iteration."""
    spec = session.current.spec
    names = names_of(spec) if isinstance(spec, Spec) else nameless
    return [line_of(operation, lang, names) for operation in operations(session, limits.WORKED_OPERATIONS)]


def about(session: Session, lang: str) -> str:
    """The iteration, the example whose numbers are shown, and the conventions that are not the usual ones."""
    if session.current.model == "graph":
        place = {"iteration": session.iteration}
        return catalogue.say(lang, "file-worked-graph", **shown_args(place))
    place = {"iteration": session.iteration, "example": session.current.row(session.focus)}
    spec = session.current.spec
    chosen = conventions(spec, lang) if isinstance(spec, Spec) else ""
    return " ".join(filter(None, (catalogue.say(lang, "file-worked-about", **shown_args(place)), chosen)))


def line_of(operation: Operation, lang: str, names: NameOf = nameless) -> SolutionLine:
    """One operation in a language."""
    formula, digits = operation.formula, operation.digits
    end = () if operation.value is None else (number(operation.value, digits.result),)
    steps = tuple(dict.fromkeys((formula.result, formula.symbols, formula.numbers, *end)))
    examples = operation.message.args.get("examples", 1)
    title = catalogue.say(lang, f"op-title-{operation.kind.replace('_', '-')}", examples=examples)
    sentence = catalogue.say(lang, operation.message.key, **words_of(operation, lang, names))
    if operation.remark is not None:
        remark = catalogue.say(lang, operation.remark)
        sentence = catalogue.say(lang, "op-remarked", sentence=sentence, remark=remark)
    return SolutionLine(operation.phase, title, sentence, steps)


def words_of(operation: Operation, lang: str, names: NameOf = nameless) -> dict[str, Any]:
    """The arguments of an operation's message, in the digits of its equation."""
    args, digits = operation.message.args, operation.digits
    said = {
        name: _word(name, value, lang, digits.result if name == "value" else digits.operands)
        for name, value in shown_args(args).items()
    }
    said |= _named(args, lang, names)
    value, change = args.get("value"), args.get("change")
    if isinstance(value, int | float):
        said["size"] = plain(abs(value), digits.result)
    if isinstance(change, int | float):
        said["direction"] = "positive" if change > 0 else "negative" if change < 0 else "zero"
    return said


def _named(args: Args, lang: str, names: NameOf) -> dict[str, str]:
    """Indices of what has a name, together with the name."""
    found = {}
    for index, beside in (("unit", "layer"), ("from", "from_layer"), ("to", "to_layer")):
        unit, layer = args.get(index), args.get(beside)
        if isinstance(unit, int) and isinstance(layer, int):
            of_loss = index == "unit" and layer == 0
            if name := names(None if of_loss else layer, unit):
                found[index] = catalogue.say(lang, "named-index", index=shown_index(unit), name=name)
    return found


def _word(name: str, value: Any, lang: str, digits: int) -> Any:
    if isinstance(value, int | float) and name not in _WHOLE:
        return plain(value, digits)
    if isinstance(value, str) and name in _NAMED:
        key = f"{name}-{value.replace('_', '-')}"
        said = catalogue.say(lang, key)
        return value if said == key else said
    return "" if value is None else value


def plain(value: float, digits: int) -> str:
    """A number within a message, to so many digits."""
    text = repr(value).removesuffix(".0") if digits >= FULL else f"{value:.{digits}g}"
    return text.replace("-", "−")
