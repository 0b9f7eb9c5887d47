"""The directive `backstep`."""

from collections.abc import Callable
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from backstep_embed.moment import Moment, server_in
from backstep_embed.parameters import completed, language_for, problems_of
from backstep_embed.sphinx.node import BackstepNode

logger = logging.getLogger(__name__)


class _AnyOption(dict[str, Callable[[str], Any]]):
    """Every option as its text: what is wrong with one is reported here, with the names that there are."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return lambda text: text or ""


class BackstepDirective(SphinxDirective):
    """`.. backstep:: mazur`, with the parameters of an address, `height` and `title` as options.

    Its content is the program of a graph.
    """

    optional_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = _AnyOption()

    def run(self) -> list[nodes.Node]:
        preset = {"preset": self.arguments[0]} if self.arguments else {}
        program = {"expr": "\n".join(self.content)} if self.content else {}
        options = completed({**preset, **self.options, **program})
        for problem in problems_of(options):
            logger.warning(
                "backstep: %s", problem, location=self.get_location(), type="backstep", subtype="option"
            )
        language = language_for(self.config.language)
        if language:
            options.setdefault("lang", language)
        node = BackstepNode(moment=Moment.of(server_in(self.config.backstep_server) or "", options))
        self.set_source_info(node)
        return [node]
