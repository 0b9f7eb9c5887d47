"""The MkDocs plugin: a fenced block `backstep` becomes the element `<backstep-embed>`."""

from html import escape
from typing import Any

from mkdocs.config import base, config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from backstep_embed.mkdocs.fences import Fence, replace_fences
from backstep_embed.moment import Moment, server_in
from backstep_embed.parameters import completed, problems_of

logger = get_plugin_logger("backstep")


class BackstepConfig(base.Config):  # type: ignore[no-untyped-call]
    server = config_options.Type(str, default="")


class BackstepPlugin(BasePlugin[BackstepConfig]):  # type: ignore[no-untyped-call]
    def on_config(self, config: Any) -> None:
        """Raises PluginError where there is no address of a server."""
        if server_in(self.config.server) is None:
            raise PluginError(
                "The plugin backstep needs the address of a Backstep server in mkdocs.yml, as in: "
                "- backstep: {server: https://backstep.example}"
            )

    def on_page_markdown(self, markdown: str, *, page: Page, **kwargs: Any) -> str:
        before = _lines_of_front_matter(page)
        found: list[Moment] = []

        def write(fence: Fence) -> str:
            options = completed(fence.options)
            unread = [f'"{text}" is no option; an option is written as "step: 21"' for text in fence.unread]
            for problem in [*problems_of(options), *unread]:
                logger.warning("%s:%d: %s", page.file.src_uri, before + fence.line, problem)
            found.append(Moment.of(server_in(self.config.server) or "", options))
            return f"<div>{found[-1].html}</div>"

        text = replace_fences(markdown, write)
        if not found:
            return text
        return f'{text}\n\n<script src="{escape(found[0].script)}" async></script>\n'


def _lines_of_front_matter(page: Page) -> int:
    """How many lines of the page's file stand before its Markdown."""
    source = page.file.content_string
    return source.count("\n") - get_data(source)[0].count("\n")
