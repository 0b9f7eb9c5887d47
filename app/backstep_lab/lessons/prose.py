"""A passage's text: the little Markdown it may use, as HTML, and its audience."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import escape

WORDS = 60  # of English in a passage, at most
SIGNS = 110  # of Chinese
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "list", "heading", "lheading", "blockquote", "code", "fence", "hr", "html_block", "html_inline"]
)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SIGN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[.,'’-][^\W\u3400-\u9fff]+)*")


@dataclass
class RefLink:
    """A ref, and the words that lead to it."""

    ref: str
    words: str = ""

    @property
    def number(self) -> str | None:
        """The number that the words are, with a hyphen for a minus; None for any other words."""
        words = self.words.replace("−", "-").replace(",", "")
        return words if _NUMBER.fullmatch(words) else None


@dataclass
class Prose:
    """A text read. `plain` is without formulas, `strong` what stands in bold."""

    html: str = ""
    plain: str = ""
    strong: list[str] = field(default_factory=list)
    links: list[RefLink] = field(default_factory=list)


def read(text: str) -> Prose:
    """Read a passage. Nothing in it can become HTML of its own."""
    prose = Prose()
    paragraphs = []
    for token in _MARKDOWN.parse(text):
        if token.type == "inline":
            paragraphs.append("".join(_inline(token.children or [], prose)))
            prose.plain += "\n"
    prose.html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return prose


def _inline(tokens: list[Token], prose: Prose) -> Iterator[str]:
    bold: str | None = None
    link: RefLink | None = None
    for token in tokens:
        match token.type:
            case "text" | "softbreak" | "hardbreak":
                words = _joined(token, prose.plain)
                prose.plain += words
                bold = None if bold is None else bold + words
                if link is not None:
                    link.words += words
                yield str(escape(words))
            case "code_inline":
                yield f'<code class="formula-words">{escape(token.content)}</code>'
            case "strong_open":
                bold = ""
                yield "<dfn>"
            case "strong_close":
                prose.strong.append(bold or "")
                bold = None
                yield "</dfn>"
            case "link_open":
                link = RefLink(_target(token))
                prose.links.append(link)
                # A <button> is a box: a line could break between it and the full stop after it.
                yield f'<span role="button" tabindex="0" class="mark-link" data-mark="{escape(link.ref)}">'
            case "link_close":
                link = None
                yield "</span>"
            case "em_open" | "em_close":
                yield "<em>" if token.nesting == 1 else "</em>"
            case other:
                raise AssertionError(f"Markdown's {other} is switched off")


def _joined(token: Token, before: str) -> str:
    """A text; a line's end is a space, but not between two Chinese characters."""
    if token.type == "text":
        return token.content
    return "" if re.search(r"[\u3000-\u9fff\uff00-\uffef]$", before) else " "


def _target(token: Token) -> str:
    """What a link leads to, as it was written: Markdown has put %5B for [."""
    return unquote(str(token.attrs["href"]))


def length(text: str, lang: str) -> tuple[int, int]:
    """(how long a text is, how long it may be): in Chinese characters, a word or number in Latin letters
    counting as one; elsewhere in words."""
    if lang.startswith("zh"):
        return len(_SIGN.findall(text)), SIGNS
    return len(text.split()), WORDS
