"""Put the page into the wheel, and refuse to build without it: a package that serves nothing helps nobody."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MANIFEST = "static/dist/.vite/manifest.json"

# In a checkout the pages lie beside the package, in a wheel inside it.
PAGES = {"templates": "backstep_lab/_pages/templates", "static/dist": "backstep_lab/_pages/dist"}


class PageHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before any file is collected. An editable install reads the checkout: no page yet."""
        if version == "editable":
            return
        if not Path(self.root, MANIFEST).is_file():
            raise SystemExit(f"The page is not built: no {MANIFEST}. Build it first: npm ci && npm run build")
        if self.target_name == "wheel":
            build_data["force_include"].update(PAGES)
