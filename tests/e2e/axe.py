"""What axe finds in a page."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")


def violations(where: Page) -> list[str]:
    """Every serious or critical violation, with where it is."""
    if not where.evaluate("() => 'axe' in window"):
        where.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = where.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in result["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]
