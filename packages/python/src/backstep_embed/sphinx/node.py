"""A moment in a document, and what the builders write for it."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from backstep_embed.moment import Moment
from backstep_embed.parameters import language_for

# What stands before the address in print.
LEADS = {"en": "Step through it: ", "zh-CN": "逐步运行："}


class BackstepNode(nodes.General, nodes.Element):
    """Its attribute `moment` is a Moment."""


def write_element(translator: HTML5Translator, node: BackstepNode) -> None:
    translator.body.append(f"{node['moment'].html}\n")
    raise nodes.SkipNode


def leave_element(translator: HTML5Translator, node: BackstepNode) -> None:
    """Nothing follows the element."""


class PictureTransform(SphinxPostTransform):
    """The picture with its address, for the builders whose readers run no scripts: LaTeX, EPUB, text …"""

    default_priority = 90  # before Sphinx fetches the pictures that are elsewhere

    def run(self, **kwargs: Any) -> None:
        builder = self.env.app.builder
        if builder.format == "html" and builder.supported_remote_images:
            return
        lead = LEADS[language_for(self.config.language) or "en"]
        for node in list(self.document.findall(BackstepNode)):
            node.replace_self(_picture(node["moment"], lead))


def _picture(moment: Moment, lead: str) -> list[nodes.Node]:
    uri, page = moment.picture, moment.page
    image = nodes.image(uri=uri, alt=moment.title, candidates={"?": uri})
    address = nodes.reference(page, page, refuri=page)
    return [
        nodes.paragraph("", "", nodes.reference("", "", image, refuri=page)),
        nodes.paragraph("", "", nodes.Text(lead), address),
    ]
