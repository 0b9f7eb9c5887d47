"""Which argument of a call belongs to which parameter."""

import ast

from backstep_lab.language.errors import ProgramError
from backstep_lab.language.functions import KEYWORDS, Argument, Entry
from backstep_lab.language.syntax import Tree

_LISTED = frozenset((Argument.ARRAYS, Argument.NUMBERS))


def matched(tree: Tree, entry: Entry, call: ast.Call, receiver: ast.expr | None) -> dict[str, list[ast.expr]]:
    """The arguments of each parameter that has any; `receiver` is the first one, before the dot of a method.

    Raises ProgramError where there are too many, too few, or some of an unknown name.
    """
    waiting = [*([receiver] if receiver is not None else []), *call.args]
    found: dict[str, list[ast.expr]] = {}
    for parameter in entry.parameters:
        if parameter.keyword or not waiting:
            continue
        is_list = parameter.kind in _LISTED and isinstance(waiting[0], ast.List | ast.Tuple)
        if parameter.kind is Argument.VALUES or (parameter.kind in _LISTED and not is_list):
            found[parameter.name], waiting = waiting, []
        else:
            found[parameter.name] = [waiting.pop(0)]
    for keyword in call.keywords:
        name = tree.token(keyword.arg).text if keyword.arg else ""
        name = KEYWORDS.get(name, name)
        if name in found or name not in {parameter.name for parameter in entry.parameters}:
            raise _error(tree, entry, call)
        found[name] = [keyword.value]
    if waiting or any(one.required and one.name not in found for one in entry.parameters):
        raise _error(tree, entry, call)
    return found


def _error(tree: Tree, entry: Entry, call: ast.Call) -> ProgramError:
    parameters = ", ".join(parameter.name for parameter in entry.parameters)
    return ProgramError(
        "program-arguments", tree.place(call), name=entry.name, parameters=parameters, example=entry.example
    )
