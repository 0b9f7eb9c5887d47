"""The catalogue, so that a test finds a control by the name it has in a language."""

import json
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALES = Path(__file__).resolve().parents[2] / "app" / "backstep_lab" / "i18n" / "locales"


@cache
def _bundle(lang: str) -> FluentBundle:
    bundle = FluentBundle([lang], use_isolating=False)
    for path in sorted((LOCALES / lang).rglob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def word(key: str, lang: str = "en", **args: str | int) -> str:
    """The message in that language, as the page says it; of a network where no `model` is named."""
    bundle = _bundle(lang)
    pattern = bundle.get_message(key).value
    assert pattern is not None, key
    text, errors = bundle.format_pattern(pattern, {"model": "network", **args})
    assert not errors, f"{key}: {errors}"
    return str(text)


_ACCENTS = str.maketrans("aceinorsuyACEINORSUY", "àçéîñöřšûýÀÇÉÎÑÖŘŠÛÝ")


def pseudo(ftl: str) -> str:
    """The same messages in a language of nobody: each word accented, each text longer by about a third."""
    return "\n".join(_pseudo_line(line) for line in ftl.split("\n"))


def _pseudo_line(line: str) -> str:
    if line.startswith("#") or line.strip() in ("", "}") or line.rstrip().endswith("->"):
        return line
    for opening in (" = ", "] "):
        head, found, text = line.partition(opening)
        if found and text.strip() and not text.rstrip().endswith("->"):
            return head + found + _accented(text)
    return line if line.rstrip().endswith(("=", "}")) and "{" not in line else _accented_block(line)


def _accented_block(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return line[:indent] + _accented(line[indent:]) if indent else line


def _accented(text: str) -> str:
    """Outside placeables, letters with accents; then some length."""
    parts, depth = [], 0
    for character in text:
        depth += character == "{"
        parts.append(character if depth else character.translate(_ACCENTS))
        depth -= character == "}"
    return "".join(parts) + " " + "~" * max(1, len(text) // 3)


def messages_in(page: str) -> str:
    """The catalogue that a page carries in its data block."""
    block = page.split('id="backstep-initial">', 1)[1].split("</script>", 1)[0]
    messages: str = json.loads(block)["messages"]
    return messages
