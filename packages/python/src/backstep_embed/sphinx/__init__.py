"""The Sphinx extension: `extensions = ["backstep_embed.sphinx"]` in conf.py.

Its directive `backstep` shows a moment: as the element in HTML, as a picture with its address elsewhere.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.typing import ExtensionMetadata

from backstep_embed.moment import server_in
from backstep_embed.sphinx.directive import BackstepDirective
from backstep_embed.sphinx.node import BackstepNode, PictureTransform, leave_element, write_element

SETTING = "backstep_server"


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value(SETTING, "", "env", str)
    app.add_directive("backstep", BackstepDirective)
    app.add_node(BackstepNode, html=(write_element, leave_element))
    app.add_post_transform(PictureTransform)
    app.connect("config-inited", _check_server)
    app.connect("html-page-context", _add_script)
    return {"version": "0.1.0", "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}


def _check_server(app: Sphinx, config: Config) -> None:
    """Raises ConfigError where there is no address of a server."""
    if server_in(config[SETTING]) is None:
        example = f'{SETTING} = "https://backstep.example"'
        raise ConfigError(f"{SETTING} in conf.py is not the address of a Backstep server, as in: {example}")


def _add_script(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """The element's script, on the pages that hold one."""
    if doctree is not None and (node := next(doctree.findall(BackstepNode), None)) is not None:
        app.add_js_file(node["moment"].script, loading_method="async")
