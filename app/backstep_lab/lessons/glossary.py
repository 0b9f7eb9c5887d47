"""The glossary: every term in every form that may stand in a text."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "glossary.toml"


@dataclass(frozen=True)
class Glossary:
    """One language's forms: form in lower case → name of its term."""

    terms: dict[str, str]
    pattern: re.Pattern[str]

    def term(self, words: str) -> str | None:
        """The term that these words are a form of."""
        return self.terms.get(words.lower())

    def used(self, text: str) -> list[tuple[str, str]]:
        """(term, form) of each in a text, in order; where forms overlap the longest counts."""
        return [(self.terms[found[0].lower()], found[0]) for found in self.pattern.finditer(text)]


@lru_cache
def glossary(lang: str) -> Glossary:
    """A language's glossary."""
    table = tomllib.loads(FILE.read_text("utf-8"))
    terms = {form.lower(): name for name, forms in table.items() for form in forms[lang]}
    longest = sorted(terms, key=len, reverse=True)
    any_form = "|".join(map(re.escape, longest))
    # Chinese writes no spaces between words.
    bounded = any_form if lang.startswith("zh") else rf"(?<![\w-])(?:{any_form})(?![\w-])"
    return Glossary(terms, re.compile(bounded, re.IGNORECASE))
