"""The OpenAPI document, arranged for a page that needs no script."""

from collections.abc import Iterator
from typing import Any


def chapters(document: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Operations by tag, and every model at the end."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            entry = {
                "method": method.upper(),
                "path": path,
                "text": operation.get("description") or operation.get("summary", ""),
                "parameters": [_parameter(p) for p in operation.get("parameters", ())],
                "body": _names(operation.get("requestBody", {})),
                "answers": [
                    (status, r["description"], _names(r)) for status, r in operation["responses"].items()
                ],
            }
            found.setdefault(operation.get("tags", ["other"])[0], []).append(entry)
    found["models"] = [
        _model(name, schema) for name, schema in sorted(document["components"]["schemas"].items())
    ]
    return found


def _model(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    required = schema.get("required", ())
    fields = [
        {"name": key, "type": kind(field), "text": field.get("description", ""), "required": key in required}
        for key, field in schema.get("properties", {}).items()
    ]
    return {"model": name, "text": schema.get("description", ""), "fields": fields}


def _parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": parameter["name"],
        "place": parameter["in"],
        "type": kind(parameter["schema"]),
        "text": parameter.get("description", ""),
    }


def _names(part: dict[str, Any]) -> list[str]:
    return sorted(
        {name for content in part.get("content", {}).values() for name in _refs(content.get("schema", {}))}
    )


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rsplit("/", 1)[-1]
        for value in schema.values():
            yield from _refs(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _refs(value)


def kind(schema: dict[str, Any]) -> str:
    """A schema in a few words, such as `list of number, −1000000 to 1000000`."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(kind(one) for one in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return " | ".join(map(str, schema.get("enum", [schema.get("const")])))
    if schema.get("type") == "array":
        return f"list of {kind(schema.get('items', {}))}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"object of {kind(schema['additionalProperties'])}"
    text = str(schema.get("type", "anything"))
    if "minimum" in schema and "maximum" in schema:
        text += f", {schema['minimum']:g} to {schema['maximum']:g}"
    return text
