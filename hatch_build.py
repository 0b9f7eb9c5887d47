"""Refuse to build a wheel or an sdist without the page: a package that serves nothing helps nobody."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MANIFEST = "static/dist/.vite/manifest.json"


class PageHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before any file is collected. An editable install reads the checkout: no page yet."""
        if version == "editable" or Path(self.root, MANIFEST).is_file():
            return
        raise SystemExit(f"The page is not built: no {MANIFEST}. Build it first: npm ci && npm run build")
