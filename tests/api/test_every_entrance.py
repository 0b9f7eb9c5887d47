"""Whatever comes from outside has a bound, and every bound stands in `app/backstep_lab/config/limits.py`."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from backstep_lab.config import limits
from backstep_lab.engine.datasets.generators import MAX_CLASSES
from backstep_lab.wire.address import AddressQuery
from tests.docs.markdown import ROOT

BOUNDS = ("le", "lt", "max_length", "maximum", "maxLength")
SMALL = 1  # a flag, a share, a mean: not a matter of size


def numbers(file: Path) -> Iterator[str]:
    """Upper bounds of a module that are written as a number of their own."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.keyword) and node.arg in BOUNDS and not named(node.value):
            yield f"{file.name}:{node.value.lineno} {node.arg}={ast.unparse(node.value)}"


def named(value: ast.expr) -> bool:
    """Whether a bound is taken from the list, or is one of those that are no matter of size."""
    if isinstance(value, ast.Constant):
        return isinstance(value.value, int | float) and value.value <= SMALL
    return any(isinstance(node, ast.Attribute | ast.Name) for node in ast.walk(value))


def test_every_upper_bound_is_taken_from_the_one_list() -> None:
    package = ROOT / "app" / "backstep_lab"
    modules = [
        file for name in ("api", "queries", "spec", "web", "wire") for file in (package / name).rglob("*.py")
    ]
    assert len(modules) > 50
    found = [bound for file in modules for bound in numbers(file)]
    assert found == []


def test_the_list_agrees_with_the_engine() -> None:
    assert limits.MAX_CLASSES == MAX_CLASSES


def open_ended(schema: dict[str, Any], document: dict[str, Any], place: str, seen: set[str]) -> Iterator[str]:
    """Places of a schema where a value may be of any size."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        if name not in seen:
            seen.add(name)
            yield from open_ended(document["components"]["schemas"][name], document, name, seen)
        return
    if lacking(schema):
        yield f"{place}: {lacking(schema)}"
    for name, inner in parts(schema):
        yield from open_ended(inner, document, place + name, seen)


def lacking(schema: dict[str, Any]) -> str:
    """The bound that a schema by itself lacks; empty where it lacks none."""
    kind = schema.get("type")
    if "enum" in schema or "const" in schema or "contentMediaType" in schema:
        return ""  # a choice; a file, which the bound on bodies cuts
    if kind == "string" and "maxLength" not in schema:
        return "a text of any length"
    if kind == "array" and "maxItems" not in schema:
        return "a list of any length"
    if kind in ("integer", "number") and not bounded(schema):
        return "a number of any size"
    if isinstance(schema.get("additionalProperties"), dict) and "maxProperties" not in schema:
        return "an object of any size"
    return ""


def parts(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The schemas inside a schema, each with what is added to its place."""
    for key in ("anyOf", "allOf", "oneOf", "prefixItems"):
        yield from (("", inner) for inner in schema.get(key, ()))
    for key, mark in (("items", "[]"), ("additionalProperties", ".*")):
        if isinstance(schema.get(key), dict):
            yield mark, schema[key]
    yield from ((f".{name}", inner) for name, inner in schema.get("properties", {}).items())


def bounded(schema: dict[str, Any]) -> bool:
    low = "minimum" in schema or "exclusiveMinimum" in schema
    return low and ("maximum" in schema or "exclusiveMaximum" in schema)


def test_nothing_that_is_sent_may_be_of_any_size(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    found: list[str] = []
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            place = f"{method.upper()} {path}"
            for parameter in operation.get("parameters", ()):
                if parameter["in"] != "header":  # servers bound these, and what is read of them is cut short
                    found += open_ended(parameter["schema"], document, f"{place} {parameter['name']}", set())
            for content in operation.get("requestBody", {}).get("content", {}).values():
                found += open_ended(content["schema"], document, place, set())
    assert found == []


def test_no_word_of_an_address_may_be_of_any_size(client: TestClient) -> None:
    schema = client.get("/embed/schema.json").json()
    document = {"components": {"schemas": schema.get("$defs", {})}}
    lists = {name for name, field in AddressQuery.model_fields.items() if isinstance(field.default, tuple)}
    found = [
        place
        for name, part in schema["properties"].items()
        for place in open_ended(part, document, name, set())
        if name not in lists  # which are cut after MAX_LIST entries
    ]
    assert found == []
