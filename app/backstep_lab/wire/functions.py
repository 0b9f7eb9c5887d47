"""The language of programs, for people and programs: every operator, function and statement."""

from collections.abc import Callable

from pydantic import Field

from backstep_lab.language.functions import LANGUAGE
from backstep_lab.spec.base import Wire


class FunctionInfo(Wire):
    """An operator, function or statement of the language."""

    name: str = Field(description="How it is typed.")
    aliases: list[str] = Field(description="Other spellings.")
    example: str = Field(description="A line that uses it.")
    formula: str = Field(description="What it computes, LaTeX.")
    does: str = Field(description="What it does, in the language asked for.")
    operator: bool = Field(description="Whether it is an operator.")


def functions_in(say: Callable[[str], str]) -> list[FunctionInfo]:
    """Everything that the language accepts; `say` gives the words for a key."""
    return [
        FunctionInfo(
            name=entry.name,
            aliases=list(entry.aliases),
            example=entry.example,
            formula=entry.formula,
            does=say(entry.key),
            operator=entry.is_operator,
        )
        for entry in LANGUAGE
    ]
