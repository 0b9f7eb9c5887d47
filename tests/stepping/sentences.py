"""Sentences of the catalogues with markers in place of numbers: `⟨value⟩`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from backstep_lab.stepping.explain.operation import Operation

LOCALES = Path(__file__).parents[2] / "app" / "backstep_lab" / "i18n" / "locales"
FILES = ("operations.ftl", "explanations/operations-from-the-loss.ftl", "later/training-settings.ftl")


def source(language: str) -> str:
    """The catalogue of operations."""
    return "\n".join((LOCALES / language / name).read_text(encoding="utf-8") for name in FILES)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source(language)))
    return bundle


class _Names(Visitor):
    """The variables that a message prints, those it chooses by, and the messages that it contains."""

    def __init__(self) -> None:
        self.printed: set[str] = set()
        self.chosen: dict[str, list[str]] = {}
        self.contained: set[str] = set()

    def visit_Placeable(self, node: ast.Placeable) -> None:
        if isinstance(node.expression, ast.VariableReference):
            self.printed.add(node.expression.id.name)
        if isinstance(node.expression, ast.MessageReference):
            self.contained.add(node.expression.id.name)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        assert isinstance(node.selector, ast.VariableReference)
        keys = [
            key.name if isinstance(key, ast.Identifier) else key.value
            for key in (v.key for v in node.variants)
        ]
        self.chosen.setdefault(node.selector.id.name, []).extend(keys)
        self.generic_visit(node)


@cache
def names(language: str) -> dict[str, tuple[frozenset[str], dict[str, list[str]]]]:
    """Of each message: the variables that it prints and those it chooses by, with what it contains."""
    found: dict[str, _Names] = {}
    for entry in parse(source(language), with_spans=False).body:
        if isinstance(entry, ast.Message) and entry.id.name.startswith("op-"):
            found[entry.id.name] = _Names()
            found[entry.id.name].visit(entry)
    return {key: _with_contained(key, found) for key in found}


def _with_contained(key: str, found: dict[str, _Names]) -> tuple[frozenset[str], dict[str, list[str]]]:
    printed, chosen = set(found[key].printed), dict(found[key].chosen)
    for inner in found[key].contained:
        more, choices = _with_contained(inner, found)
        printed |= more
        chosen |= choices
    return frozenset(printed), chosen


TITLES = "op-title-"


def keys(language: str) -> set[str]:
    """The keys of whole sentences."""
    return {key for key in names(language) if not key.startswith(TITLES)}


def marked(operation: Operation, language: str, selectors: dict[str, Any]) -> str:
    """The sentence about an operation; `selectors` are the words that printing adds, such as direction."""
    _, chosen = names(language)[operation.message.key]
    args = operation.message.args | selectors
    return _say(language, operation.message.key, {name: args[name] for name in chosen})


def variants(key: str, language: str) -> Iterator[str]:
    """Every sentence that a message can become."""
    _, chosen = names(language)[key]
    options = [[_number(one) for one in choices] for choices in chosen.values()]
    for picked in product(*options):
        yield _say(language, key, dict(zip(chosen, picked, strict=True)))


def _number(text: str) -> str | int:
    if text == "other":
        return 7
    return int(text) if text.isdigit() else text


def _say(language: str, key: str, chosen: dict[str, Any]) -> str:
    printed, _ = names(language)[key]
    args = {name: f"⟨{name}⟩" for name in printed} | chosen
    message = _bundle(language).get_message(key)
    assert message.value is not None
    text, errors = _bundle(language).format_pattern(message.value, args)
    assert not errors, f"{key} in {language}: {errors}"
    return str(text)
