"""A moment of a session on a server: its addresses, and the element that shows it on a page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Self
from urllib.parse import quote, urlencode

from backstep_embed.parameters import OF_ELEMENT, PARAMETERS


@dataclass(frozen=True)
class Moment:
    """`values` are those of the address, by name; `element` those that only the element has."""

    server: str
    values: Mapping[str, str]
    element: Mapping[str, str]

    @classmethod
    def of(cls, server: str, options: Mapping[str, str]) -> Self:
        """The moment that these options describe; unknown names are left out."""
        values = {name: options[name] for name in PARAMETERS if name in options}
        return cls(server, values, {name: options[name] for name in OF_ELEMENT if name in options})

    @property
    def title(self) -> str:
        name = self.values.get("lesson") or self.values.get("preset")
        return self.element.get("title") or (f"Backstep: {name}" if name else "Backstep")

    @property
    def page(self) -> str:
        """The address of the moment as a page of its own."""
        for name, folder in (("lesson", "lessons"), ("preset", "p")):
            if self.values.get(name):
                rest = {key: value for key, value in self.values.items() if key != name}
                return _address(f"{self.server}/{folder}/{quote(self.values[name], safe='')}", rest)
        return _address(f"{self.server}/", self.values)

    @property
    def picture(self) -> str:
        """The address of its picture, PNG."""
        return _address(f"{self.server}/picture.png", self.values)

    @property
    def html(self) -> str:
        """The element. Where scripts are off it is a picture with a link, before it is loaded the link."""
        attributes = {"server": self.server, **self.values, **self.element, "title": self.title}
        # A line break as it is would end a block of HTML in Markdown where an empty line follows.
        texts = {name: escape(value).replace("\n", "&#10;") for name, value in attributes.items()}
        written = " ".join(f'{name}="{text}"' for name, text in texts.items())
        image = f'<noscript><img src="{escape(self.picture)}" alt="" width="600"><br></noscript>'
        link = f'<a href="{escape(self.page)}">{image}{escape(self.title)}</a>'
        return f"<backstep-embed {written}>{link}</backstep-embed>"

    @property
    def script(self) -> str:
        """The address of the script that defines the element."""
        return f"{self.server}/embed.js"


def server_in(setting: str) -> str | None:
    """The address of a server, without a slash at its end; None where it is none."""
    found = re.fullmatch(r"(https?://[^\s/?#\"'<>]+(?:/[^\s?#\"'<>]*)?)", setting.strip())
    return found[1].rstrip("/") if found else None


def _address(path: str, values: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(values)}" if values else path
